"""
What changed from one text to the next, paragraph by paragraph.

Blocks pair by id where both texts come from one negotiation, else by their wording. A change is *accounted for* when
the new wording can be had from the old text by taking one alternative in each choice that is gone; anything else is
listed as uncovered, unless the record explains it (accord.drafting.queries does that).

Source: docs/reference/notation.md, "Comparison"; law 6.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from accord.engine.text.aligning import pairs
from accord.engine.text.model import Block, Choice, Inline, Text
from accord.engine.text.notation import places, render_block, render_inlines
from accord.engine.text.projecting import leading, project_block


@dataclass(frozen=True, slots=True)
class Change:
    """One block before and after, each in notation without status; None where it was not there."""

    block: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """
    Attributes:
        changed: blocks whose wording or choices differ, inserted and deleted ones among them.
        moved: blocks that stand elsewhere among those that stayed, or that somebody wants elsewhere than before; each
            with its marks of a move.
        renumbered: blocks that somebody numbers otherwise than before; each with its marks of a number.
        agreed, reopened: blocks that got this status.
        uncovered: changes of wording that nobody had proposed.
    """

    changed: tuple[Change, ...]
    moved: tuple[Change, ...]
    renumbered: tuple[Change, ...]
    agreed: tuple[Change, ...]
    reopened: tuple[Change, ...]
    uncovered: tuple[Change, ...]


Pair = tuple[Block | None, Block | None]


def compare(old: Text, new: Text, *, by_id: bool = False, accounted: Collection[str] = ()) -> Comparison:
    """
    Return what changed from ``old`` to ``new``.

    Args:
        by_id: pair blocks by their ids (two versions of one negotiation) instead of by wording (two files).
        accounted: ids of blocks whose change the record accounts for.
    """
    paired = list(_by_id(old, new) if by_id else _by_wording(old, new))
    changed = [pair for pair in paired if _wording(pair[0]) != _wording(pair[1])]
    both = [(one, other) for one, other in paired if one and other]
    behind = places(old), places(new)
    return Comparison(
        changed=tuple(map(_change, changed)),
        moved=tuple(_placed(*pair, behind) for pair in _moves(both, old, new)),
        renumbered=tuple(_numbered(*pair) for pair in both if pair[0].numbers != pair[1].numbers),
        agreed=tuple(_change(pair) for pair in both if _became(pair, "agreed")),
        reopened=tuple(_change(pair) for pair in both if _became(pair, "reopened")),
        uncovered=tuple(_change(pair) for pair in changed if _id(pair) not in accounted and not _covered(*pair)),
    )


def _by_id(old: Text, new: Text) -> Iterator[Pair]:
    known = {block.id: block for block in old.blocks}
    stayed = {block.id for block in new.blocks}
    yield from ((known.get(block.id), block) for block in new.blocks)
    yield from ((block, None) for block in old.blocks if block.id not in stayed)


def _by_wording(old: Text, new: Text) -> Iterator[Pair]:
    loose_old, loose_new = [], []
    for i, j in pairs([_key(block) for block in old.blocks], [_key(block) for block in new.blocks]):
        one, other = None if i is None else old.blocks[i], None if j is None else new.blocks[j]
        if one and other:
            yield one, other
        elif one:
            loose_old.append(one)
        elif other:
            loose_new.append(other)
    yield from _elsewhere(loose_old, loose_new)


def _elsewhere(old: list[Block], new: list[Block]) -> Iterator[Pair]:
    """Pair what went from one place to another with the same wording; the rest was deleted or inserted."""
    waiting = {_key(block): block for block in old}
    for block in new:
        yield waiting.pop(_key(block), None), block
    yield from ((block, None) for block in waiting.values())


def _key(block: Block) -> str:
    return project_block(block, None) or _wording(block) or ""


def _moves(both: list[tuple[Block, Block]], old: Text, new: Text) -> Iterator[tuple[Block, Block]]:
    """Yield the blocks that were moved, and those whose marks of a move changed."""
    stood = {id(other) for _, other in _moved(both, old)}
    before, after = _leads(old), _leads(new)
    for one, other in both:
        if id(other) in stood or _asked(one, before) != _asked(other, after):
            yield one, other


def _leads(text: Text) -> dict[str, str]:
    named = {move.after for block in text.blocks for move in block.moves}
    return {block.id: leading(block) for block in text.blocks if block.id in named}


def _asked(block: Block, leads: Mapping[str, str]) -> list[tuple[tuple[str, ...], str]]:
    return [(move.holders, leads.get(move.after, "")) for move in block.moves]


def _moved(both: list[tuple[Block, Block]], old: Text) -> Iterator[tuple[Block, Block]]:
    """Yield the blocks outside the longest run that kept its order."""
    order = {id(block): index for index, block in enumerate(old.blocks)}
    places = [order[id(one)] for one, _ in both]
    kept = set(_longest_rise(places))
    return (pair for place, pair in zip(places, both, strict=True) if place not in kept)


def _longest_rise(places: list[int]) -> list[int]:
    """Return a longest run of rising places, by patience sorting."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    return list(_back(ends[-1] if ends else None, before))


def _back(place: int | None, before: Mapping[int, int | None]) -> Iterator[int]:
    while place is not None:
        yield place
        place = before[place]


def _became(pair: tuple[Block, Block], state: str) -> bool:
    return pair[0].status.state != state and pair[1].status.state == state


def _covered(old: Block | None, new: Block | None) -> bool:
    if old is None or new is None:
        return old is None and new is not None and not project_block(new, None)
    return re.fullmatch(_pattern(old.inlines), project_block(new, None), re.DOTALL) is not None


def _pattern(inlines: tuple[Inline, ...]) -> str:
    return "".join(re.escape(item) if isinstance(item, str) else _any(item) for item in inlines)


def _any(choice: Choice) -> str:
    return f"(?:{'|'.join(_pattern(each.inlines) for each in choice.alternatives)})"


def _wording(block: Block | None) -> str | None:
    return render_inlines(block.inlines) if block else None


def _id(pair: Pair) -> str:
    return (pair[1] or pair[0]).id  # type: ignore[union-attr]


def _placed(old: Block, new: Block, behind: tuple[Mapping[str, str], Mapping[str, str]]) -> Change:
    sides = zip((old, new), behind, strict=True)
    return Change(new.id, *(render_block(Block(b.id, b.inlines, moves=b.moves), each) for b, each in sides))


def _numbered(old: Block, new: Block) -> Change:
    return Change(new.id, *(render_block(Block(b.id, b.inlines, numbers=b.numbers)) for b in (old, new)))


def _change(pair: Pair) -> Change:
    return Change(_id(pair), _wording(pair[0]), _wording(pair[1]))
