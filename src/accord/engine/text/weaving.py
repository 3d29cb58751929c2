"""
A paragraph composed anew around choices in which nobody is named for some wording: these keep their shape.

Delegations' wordings are composed as ever, each with the base's wording where it says what such a choice offers; then
the choice is put back where it stood. What somebody changes inside it stands inside it, what replaces it stands beside
it or around it.

Source: docs/reference/import.md, "Who holds what".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from rapidfuzz.distance import Indel

from accord.engine.text.composing import compose
from accord.engine.text.model import Alternative, Block, Choice, Inline, holders_in, joined, map_choices
from accord.engine.text.projecting import wording_of
from accord.engine.text.tokens import tokenise
from accord.engine.text.unnamed import has_unnamed, holding, picks_for, pruned, unnamed_in, without

Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A choice that keeps its shape, and the base characters ``[start, end)`` that it stands for."""

    choice: Choice
    start: int
    end: int


def compose_around(block: Block, base: str, versions: Mapping[str, str], order: Sequence[str]) -> Inlines:
    """
    Return what :func:`compose` makes of a paragraph, with the choices of ``block`` in which nobody is named in place.

    Where they cannot keep their shape, since somebody wrote across them, their alternatives stay as wordings of nobody.
    """
    marks = [mark for mark in _marks(block.inlines, 0) if has_unnamed(mark.choice)]
    if not marks:
        return compose(base, versions, order)
    return _woven(marks, base, versions, order) or _flat(unnamed_in(block), base, versions, order)


def _flat(unnamed: Mapping[str, str], base: str, versions: Mapping[str, str], order: Sequence[str]) -> Inlines:
    """Compose with a holder of its own for each wording of nobody, who is forgotten afterwards."""
    inlines = compose(base, {**versions, **unnamed}, (*order, *unnamed))
    for name in unnamed:
        inlines = without(Alternative((), inlines), name).inlines
    return inlines


def _woven(marks: Sequence[_Mark], base: str, versions: Mapping[str, str], order: Sequence[str]) -> Inlines | None:
    """Return None where projecting the result would not give each its wording."""
    masked, now = dict(versions), list(marks)
    for code in versions:
        for at in range(len(marks) - 1, -1, -1):
            masked[code], now[at] = _masked(base, masked[code], now[at], code)
    kept = [each for before, after in zip(marks, now, strict=True) for each in _left(before, after)]
    composed = compose(base, masked, order)
    made = _ranked(joined(*_overlaid(composed, kept, 0)), order)
    sound = all(wording_of(made, code, {}) == wording for code, wording in [*versions.items(), (None, base)])
    return made if sound else None


def _ranked(inlines: Inlines, order: Sequence[str]) -> Inlines:
    def ranked(choice: Choice) -> Choice:
        each = (replace(a, holders=tuple(sorted(a.holders, key=order.index))) for a in choice.alternatives)
        return replace(choice, alternatives=tuple(each))

    return map_choices(inlines, ranked)


def _marks(inlines: Inlines, at: int) -> Iterator[_Mark]:
    for item in inlines:
        end = at + len(wording_of((item,), None, {}))
        if isinstance(item, Choice):
            yield _Mark(item, at, end)
        at = end


def _masked(base: str, wording: str, mark: _Mark, code: str) -> tuple[str, _Mark]:
    """
    Return ``wording`` with the base's in the place of a choice where it says what that offers, and the choice with
    ``code`` holding it there, or nothing.
    """
    for start, end in _images(base, wording, mark.start, mark.end):
        picks = picks_for(mark.choice, code, wording[start:end])
        if picks is not None:
            plain = wording[:start] + base[mark.start : mark.end] + wording[end:]
            return plain, replace(mark, choice=holding(mark.choice, code, picks))
    alone = without(Alternative((), (mark.choice,)), code).inlines[0]
    assert isinstance(alone, Choice)
    return wording, replace(mark, choice=alone)


def _images(base: str, wording: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what of ``wording`` may stand for ``base[start:end]``, the likeliest first."""
    seen = set()
    for old, new in ((tokenise(base), tokenise(wording)), (base, wording)):
        lows, highs = _mapped(old, new, start), _mapped(old, new, end)
        for first, last in ((lows[1], highs[0]), (lows[0], highs[1]), (lows[0], highs[0]), (lows[1], highs[1])):
            if first <= last and (first, last) not in seen:
                seen.add((first, last))
                yield first, last


def _mapped(old: Sequence[str], new: Sequence[str], offset: int) -> tuple[int, int]:
    """Return where a character of ``old`` stands in ``new``: before and behind what was put in right there."""
    before, after = [0, *accumulate(map(len, old))], [0, *accumulate(map(len, new))]
    found = [
        after[op.dest_start] + min(offset - before[op.src_start], after[op.dest_end] - after[op.dest_start])
        if op.tag == "equal"
        else after[op.dest_end if offset == before[op.src_end] and offset > before[op.src_start] else op.dest_start]
        for op in Indel.opcodes(old, new)
        if before[op.src_start] <= offset <= before[op.src_end]
    ]
    ends = [
        after[op.dest_end] for op in Indel.opcodes(old, new) if op.tag == "insert" and before[op.src_start] == offset
    ]
    return min(found, default=after[-1]), max([*found, *ends], default=after[-1])


def _left(before: _Mark, now: _Mark) -> Iterator[_Mark]:
    """Yield the marks that are left of one whose holders have changed."""
    yield from _marks(pruned(before.choice, now.choice), before.start)


def _overlaid(inlines: Inlines, marks: Sequence[_Mark], at: int) -> Iterator[Inline]:
    """Yield ``inlines``, which begin at ``at`` of the base, with every mark in its place."""
    items = list(_pieces(_widened(inlines, marks, at), marks, at))
    for mark in marks:
        items = list(_with(items, mark))
    for item, _, _ in items:
        yield item


Piece = tuple[Inline, int, int]
"""An inline and the base characters that it stands for."""


def _pieces(inlines: Inlines, marks: Sequence[_Mark], at: int) -> Iterator[Piece]:
    """Yield the inlines with their places, common wording cut where a mark begins or ends."""
    cuts = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    for item in inlines:
        end = at + len(wording_of((item,), None, {}))
        edges = [at, *(cut for cut in cuts if at < cut < end), end] if isinstance(item, str) else [at, end]
        for start, stop in pairwise(edges):
            yield (item[start - at : stop - at] if isinstance(item, str) else item), start, stop
        at = end


def _with(items: Sequence[Piece], mark: _Mark) -> Iterator[Piece]:
    """Yield the pieces with the mark in its place: around what it encloses, or inside or beside what replaces it."""
    over = next((at for at, piece in enumerate(items) if _is_over(piece, mark)), None)
    if over is not None:
        yield from items[:over]
        yield _inside(items[over], mark)
        yield from items[over + 1 :]
        return
    before = [piece for piece in items if piece[2] <= mark.start and piece[1] < mark.end]
    before += [piece for piece in items if mark.start == mark.end == piece[1] == piece[2] and piece not in before]
    within = [piece for piece in items if mark.start <= piece[1] and piece[2] <= mark.end and piece not in before]
    yield from before
    yield _around(tuple(item for item, _, _ in within), mark), mark.start, mark.end
    yield from (piece for piece in items if piece not in before and piece not in within)


def _is_over(piece: Piece, mark: _Mark) -> bool:
    return isinstance(piece[0], Choice) and piece[1] <= mark.start and mark.end <= piece[2]


def _inside(piece: Piece, mark: _Mark) -> Piece:
    choice, start, end = piece
    assert isinstance(choice, Choice)
    base, *others = choice.alternatives
    mark = _with_spaces(mark, wording_of(base.inlines, None, {}), start)
    if (start, end) == (mark.start, mark.end):
        around = _around(base.inlines, mark)
        alternatives = _together([around.alternatives[0], *others, *around.alternatives[1:]])
    else:
        inlines = joined(*_overlaid(base.inlines, [mark], start))
        alternatives = [replace(base, inlines=inlines), *others]
    return replace(choice, alternatives=tuple(alternatives)), start, end


def _with_spaces(mark: _Mark, wording: str, start: int) -> _Mark:
    """Return the mark with the spaces in all its alternatives that alone part it from the edges of ``wording``."""
    before, after = wording[: mark.start - start], wording[mark.end - start :]
    if before.strip() or after.strip() or any(each.is_null for each in mark.choice.alternatives):
        return mark
    wider = (replace(each, inlines=joined(before, *each.inlines, after)) for each in mark.choice.alternatives)
    return _Mark(Choice("", tuple(wider)), start, start + len(wording))


def _around(inlines: Inlines, mark: _Mark) -> Choice:
    """Return the choice of a mark with what was composed in its base's place, and the choices inside that in theirs."""
    base, *others = mark.choice.alternatives
    within = joined(*_overlaid(inlines, list(_marks(base.inlines, mark.start)), mark.start))
    return Choice("", (replace(base, inlines=within), *others))


def _together(alternatives: Sequence[Alternative]) -> list[Alternative]:
    out: list[Alternative] = []
    for each in alternatives:
        same = next((at for at, known in enumerate(out) if at and known.inlines == each.inlines), None)
        if same is None:
            out.append(each)
        else:
            out[same] = replace(out[same], holders=(*out[same].holders, *each.holders))
    return out


def _widened(inlines: Inlines, marks: Sequence[_Mark], at: int) -> Inlines:
    """Return the inlines with every choice that crosses an edge of a mark made as wide as both."""
    pieces = list(_pieces(inlines, marks, at))
    for mark in marks:
        crossing = [piece for piece in pieces if isinstance(piece[0], Choice) and _crosses(piece, mark)]
        if crossing:
            start = min(mark.start, *(piece[1] for piece in crossing))
            end = max(mark.end, *(piece[2] for piece in crossing))
            pieces = list(_as_one(pieces, start, end))
    return joined(*(item for item, _, _ in pieces))


def _crosses(piece: Piece, mark: _Mark) -> bool:
    meets = piece[1] < mark.end and mark.start < piece[2]
    return meets and not _is_over(piece, mark) and not (mark.start <= piece[1] and piece[2] <= mark.end)


def _as_one(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """Yield the pieces with all between ``start`` and ``end`` as one choice of what each holder has there."""
    within = [piece for piece in pieces if start <= piece[1] and piece[2] <= end]
    inlines = tuple(item for item, _, _ in within)
    wordings: dict[str, tuple[str, ...]] = {}
    for code in sorted(holders_in(Block("", inlines))):
        wording = wording_of(inlines, code, {})
        wordings[wording] = (*wordings.get(wording, ()), code)
    base = wording_of(inlines, None, {})
    others = (Alternative(codes, joined(said)) for said, codes in wordings.items() if said != base)
    one = Choice("", (Alternative((), joined(base)), *others))
    yield from (piece for piece in pieces if piece[2] <= start and piece not in within)
    yield one, start, end
    yield from (piece for piece in pieces if piece[1] >= end and piece not in within)
