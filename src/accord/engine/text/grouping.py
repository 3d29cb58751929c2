"""
Groups and their members: a group's code holds as a group, and covers a member where that member holds nothing.

Source: docs/reference/rounds.md, "Groups".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from accord.engine.text.model import Alternative, Block, Choice, Inline, Move, Numbering, Text, choices_in
from accord.engine.text.numbering import labels_in
from accord.engine.text.projecting import covered_by, held, in_order, moved_behind, numbers_of, project_block

Groups = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Divided:
    """
    A member without a position of its own where its groups differ. It is read with the base there.

    Attributes:
        choice: the choice on which they differ; "" where they differ on the paragraph's place or number.
        block: the paragraph; "" where they differ on the encoding of the whole.
    """

    code: str
    choice: str
    block: str
    groups: tuple[str, ...]


def with_groups(text: Text, groups: Groups, spoken: Sequence[str]) -> Text:
    """
    Return ``text`` with these groups.

    Args:
        groups: pairs of a group's code and its members' codes.
        spoken: codes that have handed in something; they are not covered where their text is the base's.
    """
    return with_own(replace(text, groups=groups), spoken)


def with_own(text: Text, spoken: Sequence[str]) -> Text:
    """
    Return ``text`` in which members that have spoken hold the base where a group of theirs holds something else.

    Without this their silence there would read as consent to the group's wording.
    """
    for code in spoken:
        groups = covered_by(text, code)
        if groups:
            text = _own_numbers(_own_place(_own_wording(text, code, groups), code, groups), code, groups)
            text = _own_encoding(text, code, groups)
    return text


def divided(text: Text) -> Iterator[Divided]:
    """Yield where members are covered by groups that differ: nobody can say for them which it is."""
    members = dict.fromkeys(member for _, codes in text.groups for member in codes)
    for code in members:
        groups = covered_by(text, code)
        if len(groups) > 1:
            for block in text.blocks:
                yield from _divided(block.inlines, block.id, code, groups)
                yield from _divided_on(_places(block), block.id, code, groups)
                yield from _divided_on(_labels(block), block.id, code, groups)
            yield from _divided_on(dict(text.envelopes), "", code, groups)


def _places(block: Block) -> dict[str, str]:
    return {code: move.after for move in block.moves for code in move.holders}


def _labels(block: Block) -> dict[str, tuple[str, ...]]:
    return {code: each.labels for each in block.numbers for code in each.holders}


def _divided_on(wanted: Mapping[str, object], block_id: str, code: str, groups: tuple[str, ...]) -> Iterator[Divided]:
    """Yield where groups want different things of one kind, and the member nothing."""
    said = {group: wanted[group] for group in groups if group in wanted}
    if code not in wanted and len(set(said.values())) > 1:
        yield Divided(code, "", block_id, tuple(said))


def holds_base(text: Text, code: str) -> bool:
    """Whether a member holds by its own act what the base has where a group of its holds something else."""
    groups = covered_by(text, code)
    if not groups:
        return False
    in_place = _order(text, code) == [each for each in _order(text, None) if each in set(_order(text, code))]
    return any(_holds_base(each, code, groups) or (in_place and _stays(each, code, groups)) for each in text.blocks)


def _order(text: Text, code: str | None) -> list[str]:
    return [block.id for block in in_order(text, code) if project_block(block, code)]


def _stays(block: Block, code: str, groups: tuple[str, ...]) -> bool:
    places = _places(block)
    return code in places and any(places.get(group, places[code]) != places[code] for group in groups)


def _holds_base(block: Block, code: str, groups: tuple[str, ...]) -> bool:
    own_numbers = tuple(label.own for label in labels_in(project_block(replace(block, numbers=()), code)))
    numbered = numbers_of(block, code) == own_numbers and any(numbers_of(block, group) for group in groups)
    return (bool(own_numbers) and numbered) or any(
        held(each.choice, code) == 0 and any(held(each.choice, group) for group in groups) for each in choices_in(block)
    )


def _divided(inlines: Sequence[Inline], block_id: str, code: str, groups: tuple[str, ...]) -> Iterator[Divided]:
    for item in inlines:
        if isinstance(item, str):
            continue
        at = held(item, code)
        positions = {group: place for group in groups if (place := held(item, group)) is not None}
        if at is None and len(set(positions.values())) > 1:
            yield Divided(code, item.id, block_id, tuple(positions))
        else:
            taken = at if at is not None else next(iter(positions.values()), 0)
            yield from _divided(item.alternatives[taken].inlines, block_id, code, groups)


def _own_wording(text: Text, code: str, groups: tuple[str, ...]) -> Text:
    def own(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(item if isinstance(item, str) else own_choice(item) for item in inlines)

    def own_choice(choice: Choice) -> Choice:
        at = held(choice, code)
        alternatives = list(choice.alternatives)
        taken = alternatives[at or 0]
        holders, inlines = taken.holders, own(taken.inlines)
        against = any(held(choice, group) for group in groups) or inlines != taken.inlines
        if at is None and against:  # who stands inside an alternative stands at it
            holders = tuple(sorted({*holders, code}, key=text.delegations.index))
        alternatives[at or 0] = Alternative(holders, inlines)
        return replace(choice, alternatives=tuple(alternatives))

    blocks = (_same_or(block, own(block.inlines)) for block in text.blocks)
    return replace(text, blocks=tuple(blocks))


def _same_or(block: Block, inlines: tuple[Inline, ...]) -> Block:
    return block if inlines == block.inlines else replace(block, inlines=inlines)


def _own_place(text: Text, code: str, groups: tuple[str, ...]) -> Text:
    """Let the code move, to where it has it, each block that a group of its has elsewhere and it has not."""
    order = [block for block in in_order(replace(text, groups=()), code) if project_block(block, code)]
    before = {block.id: order[at - 1].id if at else "" for at, block in enumerate(order)}
    blocks = []
    for block in text.blocks:
        elsewhere = any(moved_behind(block, group) is not None for group in groups)
        if elsewhere and moved_behind(block, code) is None and block.id in before:
            blocks.append(replace(block, moves=_joined(block.moves, code, before[block.id], text)))
        else:
            blocks.append(block)
    return replace(text, blocks=tuple(blocks))


def _joined(moves: tuple[Move, ...], code: str, after: str, text: Text) -> tuple[Move, ...]:
    holders = {move.after: move.holders for move in moves}
    holders[after] = tuple(sorted({*holders.get(after, ()), code}, key=text.delegations.index))
    made = (Move(codes, place) for place, codes in holders.items())
    return tuple(sorted(made, key=lambda move: text.delegations.index(move.holders[0])))


def _own_numbers(text: Text, code: str, groups: tuple[str, ...]) -> Text:
    """Let the code stand at the numbers of the base where a group of its has others and it has not."""
    blocks = []
    for block in text.blocks:
        own = numbers_of(block, code)
        labels = tuple(label.own for label in labels_in(project_block(block, code)))
        if own or not labels or not any(numbers_of(block, group) for group in groups):
            blocks.append(block)
            continue
        holders = {each.labels: each.holders for each in block.numbers}
        holders[labels] = tuple(sorted({*holders.get(labels, ()), code}, key=text.delegations.index))
        blocks.append(replace(block, numbers=tuple(Numbering(codes, each) for each, codes in holders.items())))
    return replace(text, blocks=tuple(blocks))


def _own_encoding(text: Text, code: str, groups: tuple[str, ...]) -> Text:
    known = dict(text.envelopes)
    if code in known or not any(group in known for group in groups):
        return text
    order = ["", *text.delegations]
    known[code] = known.get("", ())
    return replace(text, envelopes=tuple(sorted(known.items(), key=lambda each: order.index(each[0]))))
