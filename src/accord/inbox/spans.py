"""A text cut where evidence begins or ends, so that evidence may nest and overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """Code points ``start`` to ``end`` (half-open), named by ``label``; ``doubt`` where they do not fit."""

    label: str
    start: int
    end: int
    doubt: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under the same marks; ``opens`` and ``doubts`` are the labels of the marks that begin here."""

    words: str
    said: bool
    doubted: bool
    opens: tuple[str, ...]
    doubts: tuple[str, ...]


def pieces_of(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return the whole text in pieces, cut at every border of a mark; marks without a place are left out."""
    placed = [mark for mark in marks if mark.end > mark.start]
    borders = sorted({0, len(text), *(mark.start for mark in placed), *(mark.end for mark in placed)})
    return tuple(
        _piece(text[start:end], start, [mark for mark in placed if mark.start <= start and end <= mark.end])
        for start, end in pairwise(borders)
    )


def _piece(words: str, start: int, over: Sequence[Mark]) -> Piece:
    opening = [mark for mark in over if mark.start == start]
    return Piece(
        words=words,
        said=any(not mark.doubt for mark in over),
        doubted=any(mark.doubt for mark in over),
        opens=tuple(mark.label for mark in opening if not mark.doubt),
        doubts=tuple(mark.label for mark in opening if mark.doubt),
    )
