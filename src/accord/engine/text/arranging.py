"""
All paragraphs of a base and its versions as the blocks of one text.

Base paragraphs that some version has merged become one block, with paragraph breaks inside, in which the break is a
matter of choice as any other wording. What was put into one gap is gathered in columns. A paragraph that stands
elsewhere in a version is one block, in its place, with a move.

Source: docs/reference/notation.md, "Paragraphs".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import ne

from accord.engine.text.aligning import Alignment, pairs
from accord.engine.text.gathering import gather
from accord.engine.text.model import Block, Inline, Move, Numbering
from accord.engine.text.moving import Moved, moved
from accord.engine.text.renumbering import align_numbered, compose_numbered
from accord.engine.text.splitting import fuse

Key = tuple[int, int, int]
"""Where a block stands: (gap, 0, column) for an inserted one, (place, 1, 0) for one of the base; sorts as printed."""


Content = tuple[tuple[Inline, ...], tuple[Numbering, ...]]
"""Wording and choices of a block, and the numbers that some have there instead."""


def arranged(base: Sequence[str], versions: Mapping[str, Sequence[str]], order: Sequence[str]) -> tuple[Block, ...]:
    """
    Return the blocks, with the ids b1, b2, … and choices without numbers.

    Args:
        base: the paragraphs of the base.
        versions: code → the paragraphs of its version, in the order of the roster.
        order: every code, in the order in which holders are listed.
    """
    aligned = _aligned(base, versions)
    whole, aligned = _regrouped(base, aligned)
    sheet = _Sheet.of(whole, aligned)
    moves = sheet.take_moves()
    gather(sheet.base, sheet.changed, sheet.added, moves, _twins(aligned))
    contents = dict(sheet.contents(order))
    ids = {key: f"b{number}" for number, key in enumerate(contents, 1)}
    marks = _marks(sheet, moves, ids, order) if moves else {}
    return tuple(
        Block(ids[key], inlines, moves=marks.get(key, ()), numbers=numbers)
        for key, (inlines, numbers) in contents.items()
    )


def _aligned(base: Sequence[str], versions: Mapping[str, Sequence[str]]) -> dict[str, Alignment]:
    seen: dict[tuple[str, ...], Alignment] = {}
    aligned = {}
    for code, version in versions.items():
        key = tuple(version)
        aligned[code] = seen.get(key) or seen.setdefault(key, align_numbered(base, version))
    return aligned


def _twins(aligned: Mapping[str, Alignment]) -> dict[str, str]:
    """Return for each code the first one that has handed in the same."""
    first: dict[int, str] = {}
    return {code: first.setdefault(id(alignment), code) for code, alignment in aligned.items()}


def _regrouped(base: Sequence[str], aligned: dict[str, Alignment]) -> tuple[Sequence[str], dict[str, Alignment]]:
    """Return base and alignments with the base paragraphs fused that some version has merged, transitively."""
    ranges = _united({each for alignment in aligned.values() for each in alignment.merged})
    if not ranges:
        return base, aligned
    starts = {each.start: each for each in ranges}
    inside = {at for each in ranges for at in each[1:]}
    units = [starts.get(at, range(at, at + 1)) for at in range(len(base)) if at not in inside]
    done: dict[int, Alignment] = {}
    for alignment in aligned.values():
        if id(alignment) not in done:
            done[id(alignment)] = _fused(alignment, units)
    whole = [fuse(base[unit.start : unit.stop]) for unit in units]
    return whole, {code: done[id(alignment)] for code, alignment in aligned.items()}


def _united(ranges: Iterable[range]) -> list[range]:
    out: list[range] = []
    for each in sorted(ranges, key=lambda each: (each.start, each.stop)):
        if out and each.start < out[-1].stop:
            out[-1] = range(out[-1].start, max(out[-1].stop, each.stop))
        else:
            out.append(each)
    return out


def _fused(alignment: Alignment, units: Sequence[range]) -> Alignment:
    paired: list[str | None] = []
    for unit in units:
        parts = [] if alignment.paired[unit.start] is None else [alignment.paired[unit.start]]
        for at in unit[1:]:
            parts += [*alignment.inserted[at], alignment.paired[at]]
        kept = [part for part in parts if part is not None]
        paired.append(fuse(kept) if kept else None)
    inserted = (*(alignment.inserted[unit.start] for unit in units), alignment.inserted[-1])
    return Alignment(tuple(paired), inserted)


@dataclass(slots=True)
class _Sheet:
    """
    What the versions make of the base.

    Attributes:
        changed: base place → code → its wording there, "" where it has none; only where it differs.
        added: gap → code → the paragraphs that it puts there.
        columns: gap → one mapping of code to wording for each block in this gap.
    """

    base: Sequence[str]
    aligned: Mapping[str, Alignment]
    changed: dict[int, dict[str, str]] = field(default_factory=dict)
    added: dict[int, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    columns: dict[int, list[dict[str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, base: Sequence[str], aligned: Mapping[str, Alignment]) -> _Sheet:
        sheet = cls(base, aligned)
        for code, alignment in aligned.items():
            for place in compress(range(len(base)), map(ne, base, alignment.paired)):
                sheet.changed.setdefault(place, {})[code] = alignment.paired[place] or ""
            for gap in compress(count(), alignment.inserted):
                sheet.added.setdefault(gap, {})[code] = alignment.inserted[gap]
        return sheet

    def take_moves(self) -> dict[str, list[Moved]]:
        """Return what each code has moved; it is no longer deleted in one place and added in the other."""
        gone: dict[str, list[int]] = {}
        for place, wordings in self.changed.items():
            for code in (code for code, wording in wordings.items() if not wording):
                gone.setdefault(code, []).append(place)
        found = {}
        for code in (code for code in self.aligned if code in gone):
            put = {gap: paragraphs[code] for gap, paragraphs in self.added.items() if code in paragraphs}
            moves = moved(self.base, gone[code], put) if put else []
            if moves:
                found[code] = moves
                self._take(code, moves, put)
        return found

    def _take(self, code: str, moves: Sequence[Moved], put: Mapping[int, tuple[str, ...]]) -> None:
        for each in moves:
            self.changed[each.place][code] = each.wording
            if each.wording == self.base[each.place]:
                del self.changed[each.place][code]
        taken = {(each.gap, each.at) for each in moves}
        for gap, paragraphs in put.items():
            left = tuple(wording for at, wording in enumerate(paragraphs) if (gap, at) not in taken)
            self.added[gap][code] = left
            if not left:
                del self.added[gap][code]

    def contents(self, order: Sequence[str]) -> Iterator[tuple[Key, Content]]:
        """Yield every block's content in the order in which they are printed."""
        for gap in range(len(self.base) + 1):
            if self.added.get(gap):
                self.columns[gap] = columns(self.added[gap])
                yield from (
                    ((gap, 0, at), compose_numbered("", each, order)) for at, each in enumerate(self.columns[gap])
                )
            if gap < len(self.base):
                versions = self.changed.get(gap)
                base = self.base[gap]
                yield (gap, 1, 0), compose_numbered(base, versions, order) if versions else ((base,), ())

    def standing(self, code: str, away: set[int]) -> list[Key]:
        """Return the blocks that this code has in their place, in order; ``away`` are the places that it has moved."""
        there = [(gap, 0, at) for gap, each in self.columns.items() for at, column in enumerate(each) if code in column]
        kept = ((place, 1, 0) for place in range(len(self.base)) if place not in away)
        return sorted([*there, *(key for key in kept if self.changed.get(key[0], {}).get(code) != "")])


def columns(added: Mapping[str, tuple[str, ...]]) -> list[dict[str, str]]:
    """Return the paragraphs put into one gap; what several delegations put there in the same place is one column."""
    together: dict[tuple[str, ...], list[str]] = {}
    for code, paragraphs in added.items():
        together.setdefault(paragraphs, []).append(code)
    found: list[dict[str, str]] = []
    for paragraphs, codes in together.items():
        found = _folded(found, codes, paragraphs)
    return found


def _folded(columns: list[dict[str, str]], codes: Sequence[str], paragraphs: tuple[str, ...]) -> list[dict[str, str]]:
    """Return the columns with some delegations' paragraphs put where they are equal or alike, else in order."""
    known = [_likest(column, paragraphs) for column in columns]
    out = []
    for old, new in pairs(known, paragraphs, in_order=True):
        column = columns[old] if old is not None else {}
        out.append(column | dict.fromkeys(codes, paragraphs[new]) if new is not None else column)
    return out


def _likest(column: Mapping[str, str], paragraphs: tuple[str, ...]) -> str:
    """Return the wording of a column that is among ``paragraphs``, else the one that came first."""
    return next((wording for wording in column.values() if wording in paragraphs), next(iter(column.values())))


def _marks(
    sheet: _Sheet, moves: Mapping[str, Sequence[Moved]], ids: Mapping[Key, str], order: Sequence[str]
) -> dict[Key, tuple[Move, ...]]:
    """Return the moves of each block: where else, and for whom."""
    wanted: dict[Key, dict[str, list[str]]] = {}
    for code in sorted(moves, key=order.index):
        for place, after in _behind(sheet, code, moves[code], ids):
            wanted.setdefault((place, 1, 0), {}).setdefault(after, []).append(code)
    return {key: tuple(Move(tuple(codes), after) for after, codes in each.items()) for key, each in wanted.items()}


def _behind(sheet: _Sheet, code: str, moves: Sequence[Moved], ids: Mapping[Key, str]) -> Iterator[tuple[int, str]]:
    """Yield which place this code has moved, and the id of the block behind which it stands now."""
    standing = sheet.standing(code, {each.place for each in moves})
    own = [key for key in standing if not key[1]]
    before: dict[tuple[int, int], str] = {}
    for each in sorted(moves, key=lambda each: (each.gap, each.at)):
        slot = each.gap, each.left
        if slot not in before:
            inserted = [key for key in own if key[0] == each.gap][: each.left]
            last = inserted[-1:] or [key for key in standing if key < (each.gap, 0, 0)][-1:]
            before[slot] = ids[last[0]] if last else ""
        yield each.place, before[slot]
        before[slot] = ids[(each.place, 1, 0)]
