"""
A block after somebody has moved: its wordings are composed anew, while choices keep their numbers and those who hold
the base's wording by an explicit act keep holding it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from accord.engine.text.model import CHAIR, Alternative, Block, Choice, Inline, Move, Numbering, Text, holders_in
from accord.engine.text.numbering import labels_in
from accord.engine.text.projecting import Picks, in_order, project_block, wording_of
from accord.engine.text.renumbering import compose_numbered
from accord.engine.text.weaving import compose_around


@dataclass(frozen=True, slots=True)
class Place:
    """
    A choice and the base characters ``[start, end)`` that it stands for.

    Attributes:
        of_base: the base reads it. It does not where the choice stands inside an alternative that the base has not;
            such a choice stands for no characters of the base.
    """

    choice: Choice
    start: int
    end: int
    depth: int
    of_base: bool = True

    def common(self, start: int, end: int) -> int:
        """Return how many characters it shares with ``[start, end)``, -1 where it does not meet it."""
        if self.start == self.end or start == end:
            return 0 if self.start <= end and start <= self.end else -1
        overlap = min(self.end, end) - max(self.start, start)
        return overlap if overlap > 0 else -1


@dataclass(frozen=True, slots=True)
class Retained:
    """Codes that hold the base's wording at base characters ``[start, end)`` by an act of their own."""

    start: int
    end: int
    codes: frozenset[str]


def places(inlines: tuple[Inline, ...], at: int = 0, depth: int = 0) -> Iterator[Place]:
    """Yield every choice with its place in the base, in reading order."""
    for item in inlines:
        if isinstance(item, str):
            at += len(item)
            continue
        end = at + len(wording_of((item,), None, {}))
        yield Place(item, at, end, depth)
        for index, alternative in enumerate(item.alternatives):
            for inner in places(alternative.inlines, at, depth + 1):
                yield inner if index == 0 else replace(inner, start=at, end=at, of_base=False)
        at = end


def wordings(block: Block, picks: Picks | None = None) -> dict[str, str]:
    """Return code → wording for all who have something of their own in ``block``, the chair's compromise among them."""
    codes = holders_in(block).union(*(each.holders for each in block.numbers))
    return {code: project_block(block, code, picks) for code in codes}


def retained(block: Block) -> list[Retained]:
    """Return who holds base wording explicitly, and where."""
    found = []
    for place in (each for each in places(block.inlines) if each.of_base):
        below = {code for each in place.choice.base.inlines for code in _inner_holders(each)}
        codes = frozenset(place.choice.base.holders) - below
        if codes:
            found.append(Retained(place.start, place.end, codes))
    return found


def _inner_holders(inline: Inline) -> Iterator[str]:
    if isinstance(inline, Choice):
        for alternative in inline.alternatives[1:]:
            yield from alternative.holders
        for alternative in inline.alternatives:
            for inner in alternative.inlines:
                yield from _inner_holders(inner)


def recompose(text: Text, block: Block, base: str, versions: Mapping[str, str], keeping: list[Retained]) -> Text:
    """
    Return ``text`` with ``block`` composed anew from ``base`` and ``versions``.

    Args:
        block: the block with its choices, which hand on their numbers; their places are those in ``base``.
        keeping: who holds base wording explicitly, in offsets of ``base``.

    Returns:
        a text in which choices that meet an old one's place keep its number and new ones take the next free numbers.
        A block with neither base nor alternatives is gone.
    """
    order = (*text.delegations, CHAIR)
    changed, count = recomposed(block, base, versions, keeping, order, text.numbered)
    blocks = tuple(changed if each.id == block.id else each for each in text.blocks)
    left = replace(text, blocks=tuple(each for each in blocks if each.inlines), numbered=count)
    return left if len(left.blocks) == len(text.blocks) else reanchored(text, left)


def reanchored(before: Text, after: Text) -> Text:
    """Return ``after`` with moves behind a block that is gone naming the one before it in the mover's order."""
    there = {block.id for block in after.blocks} | {""}
    blocks = (
        block if all(move.after in there for move in block.moves) else _anchored(before, block, there)
        for block in after.blocks
    )
    return replace(after, blocks=tuple(blocks))


def _anchored(before: Text, block: Block, there: Container[str]) -> Block:
    holders: dict[str, tuple[str, ...]] = {}
    for move in block.moves:
        order = [each.id for each in in_order(before, move.holders[0])]
        earlier = (each for each in order[: order.index(block.id)][::-1] if each in there)
        place = move.after if move.after in there else next(earlier, "")
        holders[place] = holders.get(place, ()) + move.holders
    rank = (*before.delegations, CHAIR).index
    return replace(block, moves=tuple(Move(tuple(sorted(codes, key=rank)), place) for place, codes in holders.items()))


def recomposed(  # noqa: PLR0917 -- the same as above, for one block of many
    block: Block,
    base: str,
    versions: Mapping[str, str],
    keeping: list[Retained],
    order: tuple[str, ...],
    count: int,
) -> tuple[Block, int]:
    """
    Return one block with its new content, and the largest number of a choice so far; see :func:`recompose`.

    Args:
        order: every code, the chair's last.
        count: the largest number so far.

    Alternatives of ``block`` that nobody is named for stay.
    """
    inlines, numbers = compose_numbered(base, versions, order, partial(compose_around, block))
    for each in keeping:
        inlines = _kept(inlines, each, order)
    inlines, count = _named(inlines, list(places(block.inlines)), count)
    return replace(block, inlines=inlines, numbers=(*numbers, *_kept_numbers(block, base, numbers))), count


def _kept_numbers(block: Block, base: str, numbers: Sequence[Numbering]) -> Iterator[Numbering]:
    """Yield who has the numbers of the base by an act of its own, and has no others now."""
    plain = tuple(label.own for label in labels_in(base))
    others = {code for each in numbers for code in each.holders}
    for each in block.numbers:
        holders = tuple(code for code in each.holders if code not in others)
        if each.labels == plain and holders:
            yield Numbering(holders, plain)


def _kept(inlines: tuple[Inline, ...], kept: Retained, order: tuple[str, ...]) -> tuple[Inline, ...]:
    """Put explicit holders of the base back where their place is open again or still."""
    met = [place for place in places(inlines) if place.of_base and place.common(kept.start, kept.end) >= 0]
    if not met:
        return inlines
    target = max(met, key=lambda place: (place.common(kept.start, kept.end), place.depth)).choice

    def held(choice: Choice) -> Choice:
        return _with_base_holders(choice, kept.codes - choice.holders, order) if choice is target else choice

    return _replaced(inlines, target, held(target))


def _with_base_holders(choice: Choice, codes: frozenset[str], order: tuple[str, ...]) -> Choice:
    base, *others = choice.alternatives
    holders = tuple(sorted({*base.holders, *codes}, key=order.index))
    return replace(choice, alternatives=(replace(base, holders=holders), *others))


def _replaced(inlines: tuple[Inline, ...], old: Choice, new: Choice) -> tuple[Inline, ...]:
    out: list[Inline] = []
    for item in inlines:
        if item is old:
            out.append(new)
        elif isinstance(item, Choice):
            inside = (Alternative(a.holders, _replaced(a.inlines, old, new)) for a in item.alternatives)
            out.append(replace(item, alternatives=tuple(inside)))
        else:
            out.append(item)
    return tuple(out)


def _named(inlines: tuple[Inline, ...], old: list[Place], count: int) -> tuple[tuple[Inline, ...], int]:
    """Give each choice the number of the old one at its place, or the next free number."""
    free = list(old)
    names: list[str] = []
    parents: list[str] = []
    for place in places(inlines):
        name = _inherited(place, free)
        parents = parents[: place.depth]
        if not name:
            count += 1
            name = f"{parents[-1]}.{count}" if parents else str(count)
        names.append(name)
        parents.append(name)
    return _renamed(inlines, iter(names)), count


def _inherited(place: Place, free: list[Place]) -> str:
    met = [each for each in free if (each.depth, each.of_base) == (place.depth, place.of_base)]
    met = [each for each in met if each.common(place.start, place.end) >= 0 and (place.of_base or _alike(each, place))]
    if not met:
        return ""
    best = max(met, key=lambda each: (each.common(place.start, place.end), _alike(each, place)))
    free.remove(best)
    return best.choice.id


def _alike(one: Place, other: Place) -> int:
    """Return how many wordings the choices at two places have in common."""
    wordings = ({wording_of(each.inlines, None, {}) for each in place.choice.alternatives} for place in (one, other))
    return len(set.intersection(*wordings))


def _renamed(inlines: tuple[Inline, ...], names: Iterator[str]) -> tuple[Inline, ...]:
    out: list[Inline] = []
    for item in inlines:
        if isinstance(item, str):
            out.append(item)
            continue
        name = next(names)
        inside = tuple(Alternative(a.holders, _renamed(a.inlines, names)) for a in item.alternatives)
        out.append(Choice(name, inside))
    return tuple(out)
