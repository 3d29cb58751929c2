"""One delegation's text, or the base, out of the compiled one: the proof that nothing was lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accord.engine.said import say
from accord.engine.text.errors import UnknownCode
from accord.engine.text.model import CHAIR, Block, Choice, Inline, Text, choices_in, holders_in
from accord.engine.text.numbering import relabelled
from accord.engine.text.splitting import dress, join

Picks = Mapping[str, int | str]
"""Choice id → what to take there, whatever the holder: the index of an alternative, or other wording."""


def project(text: Text, code: str | None) -> str:
    """
    Return the document that ``code`` handed in, character for character; None gives the base.

    A delegation that holds nothing gets the base: silence is no position. A member of a group is covered by it: where
    the member holds nothing and its group does, it gets the group's wording; where groups of its differ, the base's.

    Raises:
        UnknownCode: the code is not in the roster, and is neither the base's own nor the chair's.

    Source: DESIGN law 1 (docs/explanation/laws.md).
    """
    _require_known(text, code)
    groups = covered_by(text, code)
    return _document(text, code, groups, [_said(block, code, {}, groups) for block in in_order(text, code)])


def project_all(text: Text, codes: Iterable[str | None]) -> Iterator[str]:
    """Yield :func:`project` of ``text`` for each code; what all read who hold nothing in a block is read once."""
    heard = {block.id: _heard(block) for block in text.blocks}
    base = {block.id: _said(block, None, {}) for block in text.blocks}
    for code in codes:
        _require_known(text, code)
        groups = covered_by(text, code)
        names = {code, *groups}
        yield _document(
            text,
            code,
            groups,
            (
                base[block.id] if names.isdisjoint(heard[block.id]) else _said(block, code, {}, groups)
                for block in in_order(text, code)
            ),
        )


def _require_known(text: Text, code: str | None) -> None:
    if code is not None and code not in (*text.delegations, text.base, CHAIR):
        raise UnknownCode(
            say(
                "{code} is not in the roster of this text ({delegations}).",
                code=code,
                delegations=", ".join(text.delegations) or say("empty"),
            )
        )


def _heard(block: Block) -> frozenset[str]:
    """Return the codes that hold wording or numbers in a block."""
    return holders_in(block).union(*(each.holders for each in block.numbers))


def _document(text: Text, code: str | None, groups: tuple[str, ...], wordings: Iterable[str]) -> str:
    return dress(join([each for each in wordings if each]), _envelope(text, code, groups))


def covered_by(text: Text, code: str | None) -> tuple[str, ...]:
    """Return the groups of which ``code`` is a member."""
    return tuple(name for name, members in text.groups if code in members and name != code)


def is_silent(text: Text, code: str) -> bool:
    """Whether ``code`` holds nothing: no alternative, no number or place of a paragraph, and no encoding of its own."""
    moving = any(code in move.holders for block in text.blocks for move in block.moves)
    return not moving and code not in dict(text.envelopes) and not any(code in _heard(each) for each in text.blocks)


def in_order(text: Text, code: str | None) -> tuple[Block, ...]:
    """
    Return the blocks in the order in which ``code`` (None: the base) has them.

    A block that it has moved stands directly behind the one that it names, and those moved behind it follow. One that
    names no block of the text stays where it is.
    """
    followers: dict[str, list[Block]] = {}
    groups = covered_by(text, code)
    for block in (each for each in text.blocks if each.moves):
        after = moved_behind(block, code, groups)
        if after is not None:
            followers.setdefault(after, []).append(block)
    return _reordered(text, followers) if followers else text.blocks


def moved_behind(block: Block, code: str | None, groups: tuple[str, ...] = ()) -> str | None:
    """
    Return the id of the block behind which ``code``, or the groups that cover it, has moved this one, else None.

    "" is the beginning.
    """
    own = next((move.after for move in block.moves if code in move.holders), None)
    if own is not None or not groups:
        return own
    places = {move.after for move in block.moves for group in groups if group in move.holders}
    return places.pop() if len(places) == 1 else None


def _reordered(text: Text, followers: Mapping[str, list[Block]]) -> tuple[Block, ...]:
    moved = {each.id for blocks in followers.values() for each in blocks}
    led: dict[str, list[Block]] = {"": list(_led("", followers))}
    led |= {block.id: [block, *_led(block.id, followers)] for block in text.blocks if block.id not in moved}
    reached = {each.id for blocks in led.values() for each in blocks}
    stays = ([block] if block.id not in reached else led.get(block.id, []) for block in text.blocks)
    return (*led[""], *(each for blocks in stays for each in blocks))


def _led(after: str, followers: Mapping[str, list[Block]]) -> Iterator[Block]:
    """Yield the blocks moved behind this one, each with those moved behind it."""
    waiting = list(followers.get(after, ()))[::-1]
    while waiting:
        block = waiting.pop()
        yield block
        waiting += followers.get(block.id, ())[::-1]


def _envelope(text: Text, code: str | None, groups: tuple[str, ...]) -> tuple[str, ...]:
    known = dict(text.envelopes)
    if code in known:
        return known[code]
    covering = {known[group] for group in groups if group in known}
    return covering.pop() if len(covering) == 1 else known.get("", ())


def project_block(block: Block, code: str | None, picks: Picks | None = None) -> str:
    """Return the wording of one block as ``code`` (None: the base) has it; "" where it has no such block."""
    return _said(block, code, picks or {})


def _said(block: Block, code: str | None, picks: Picks, groups: tuple[str, ...] = ()) -> str:
    wording = wording_of(block.inlines, code, picks, groups)
    return relabelled(wording, numbers) if (numbers := numbers_of(block, code, groups)) else wording


def numbers_of(block: Block, code: str | None, groups: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the numbers that ``code``, or the groups that cover it, have at a block's lines; () for the base's."""
    if not block.numbers:
        return ()
    own = next((each.labels for each in block.numbers if code in each.holders), ())
    if own or not groups:
        return own
    others = {each.labels for each in block.numbers for group in groups if group in each.holders}
    return others.pop() if len(others) == 1 else ()


def leading(block: Block) -> str:
    """Return the wording by which a block is known: the base's, or that of the first who has any."""
    base = project_block(block, None)
    if base:
        return base
    held = (code for standing in choices_in(block) for each in standing.choice.alternatives for code in each.holders)
    return next((wording for code in held if (wording := project_block(block, code))), "")


def wording_of(inlines: tuple[Inline, ...], code: str | None, picks: Picks, groups: tuple[str, ...] = ()) -> str:
    """
    Return the wording of ``inlines`` with every choice resolved for ``code``, or as ``picks`` says.

    Args:
        groups: those that cover ``code`` where it holds nothing itself.
    """
    return "".join(item if isinstance(item, str) else _taken(item, code, picks, groups) for item in inlines)


def _taken(choice: Choice, code: str | None, picks: Picks, groups: tuple[str, ...]) -> str:
    own = held(choice, code)
    if own is None and groups:
        positions = {at for group in groups if (at := held(choice, group)) is not None}
        own, groups = (positions.pop(), groups) if len(positions) == 1 else (None, () if positions else groups)
    pick = picks.get(choice.id, own or 0)
    return pick if isinstance(pick, str) else wording_of(choice.alternatives[pick].inlines, code, picks, groups)


@dataclass(frozen=True, slots=True)
class HeldTwice:
    """A code that stands at two alternatives of a choice, or has two sets of numbers: nobody can say which it wants."""

    code: str
    first: str
    second: str

    def __str__(self) -> str:
        first, second = (f"“{each or 'no text'}”" for each in (self.first, self.second))
        return say(
            "{code} stands at {first} and at {second} in one place, and can hold one of them: "
            "take its code from the other",
            code=self.code,
            first=first,
            second=second,
        )


def held_twice(block: Block, code: str | None = None) -> Iterator[HeldTwice]:
    """Yield what codes, or this one alone, hold twice in a block."""
    for standing in choices_in(block):
        several = standing.choice.alternatives
        for who, first, second in _twice([each.holders for each in several], code):
            yield HeldTwice(who, *(wording_of(several[at].inlines, None, {}).strip() for at in (first, second)))
    for who, first, second in _twice([each.holders for each in block.numbers], code):
        yield HeldTwice(who, *("; ".join(block.numbers[at].labels) for at in (first, second)))


def _twice(holders: Sequence[tuple[str, ...]], code: str | None) -> Iterator[tuple[str, int, int]]:
    """Yield each code that stands in two places, or this one alone, with the places."""
    known: dict[str, int] = {}
    for at, codes in enumerate(holders):
        for who in dict.fromkeys(codes):
            if who in known and code in (None, who):
                yield who, known[who], at
            known.setdefault(who, at)


def held(choice: Choice, code: str | None) -> int | None:
    """Return the index of the alternative that ``code`` holds, or None: no position."""
    for index, alternative in enumerate(choice.alternatives):
        if code in alternative.holders:
            return index
    return None
