"""
What somebody types at words that another author has taken out: their own wording for the same words.

Nobody can take out again what is taken out already, so at the screen a second wording is typed beside the first. Read
with the first author's changes rejected, the old words and the new ones would stand there as one word.

Source: docs/how-to/word.md, "Two authors at one word".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from accord.formats.word.story import Change, Piece, Words

_ENDS = frozenset({"L", "N", "M", "Pe", "Pf", "Po"})
_BEGINS = frozenset({"L", "N", "Pi", "Ps"})
_NO_END = frozenset("/'’&@")
_BRACKET = "["


@dataclass(frozen=True, slots=True)
class Overtyped:
    """Wording ``new`` that was typed at ``old``, which somebody else takes out."""

    old: str
    new: str


def overtyped(paragraph: Sequence[Piece], authors: Collection[str], told: list[Overtyped]) -> list[Piece]:
    """
    Return a paragraph in which the words of others at which these authors type are taken out by these as well.

    Args:
        told: what was found is put down here.
    """
    pieces = list(paragraph)
    for run in _runs(pieces):
        own = [at for at in run if _is_put_in(pieces[at], authors)]
        replaced = sorted({*_touched(run, authors), *_put_back(run, authors)}) if own else []
        for at in replaced:
            taken_out = Change("deleted", _author(pieces[own[0]], authors))
            pieces[at] = replace(pieces[at], changes=(*pieces[at].changes, taken_out))
        if replaced:
            told.append(Overtyped(_wording(run, replaced), _wording(run, own)))
    return pieces


_Run = dict[int, Words]
"""Wording under tracked changes by its place in the paragraph, with no other wording between."""


def _runs(pieces: Sequence[Piece]) -> Iterator[_Run]:
    run: _Run = {}
    for at, piece in enumerate(pieces):
        if isinstance(piece, Words) and piece.changes:
            run[at] = piece
        elif isinstance(piece, Words):
            yield run
            run = {}
    yield run


def _touched(run: _Run, authors: Collection[str]) -> Iterator[int]:
    """Yield the places of what others take out and what these authors type touches, as they read it."""
    seen = [at for at, piece in run.items() if piece.wording and not _is_gone(piece, authors)]
    for number, (here, there) in enumerate(pairwise(seen)):
        if not _glued(run[here].wording, run[there].wording):
            continue
        if _is_put_in(run[here], authors):
            yield from _same_deletion(run, (seen[at] for at in range(number + 1, len(seen))), authors)
        if _is_put_in(run[there], authors):
            yield from _same_deletion(run, (seen[at] for at in range(number, -1, -1)), authors)


def _same_deletion(run: _Run, places: Iterable[int], authors: Collection[str]) -> Iterator[int]:
    """Return the first of these places, as far as one other author takes them out."""
    _, first = next(groupby(places, lambda at: _taken_out_by(run[at], authors)))
    return filter(lambda at: _taken_out_by(run[at], authors), first)


def _put_back(run: _Run, authors: Collection[str]) -> Iterator[int]:
    """Yield the places of what others take out, where these authors strike all that was put in its place."""
    instead = {at: other for at, piece in run.items() if (other := _put_in_by(piece, authors))}
    struck = {other for at, other in instead.items() if _is_taken_out(run[at], authors)}
    kept = {other for at, other in instead.items() if not _is_taken_out(run[at], authors)}
    for at, piece in run.items():
        if _taken_out_by(piece, authors) in struck - kept:
            yield at


def _glued(left: str, right: str) -> bool:
    """Whether two pieces of wording stand side by side as no sentence has them: without a space or a mark."""
    end, begin = left[-1], right[0]
    ends = not _ENDS.isdisjoint(_kinds(end)) and end not in _NO_END
    return ends and not _BEGINS.isdisjoint(_kinds(begin)) and begin != _BRACKET


def _kinds(char: str) -> tuple[str, str]:
    kind = unicodedata.category(char)
    return kind, kind[0]


def _is_gone(piece: Words, authors: Collection[str]) -> bool:
    return any((each.kind == "deleted") == (each.author in authors) for each in piece.changes)


def _is_put_in(piece: Piece, authors: Collection[str]) -> bool:
    own = [each.kind for each in piece.changes if each.author in authors]
    return own != [] and set(own) == {"inserted"}


def _is_taken_out(piece: Words, authors: Collection[str]) -> bool:
    return any(each.kind == "deleted" and each.author in authors for each in piece.changes)


def _taken_out_by(piece: Words, authors: Collection[str]) -> str:
    """Return which other author takes wording out that was there before; "" for none."""
    if any(each.kind == "inserted" for each in piece.changes):
        return ""
    return next((each.author for each in piece.changes if each.author not in authors), "")


def _put_in_by(piece: Words, authors: Collection[str]) -> str:
    put_in = (each.author for each in piece.changes if each.kind == "inserted" and each.author not in authors)
    return next(put_in, "")


def _author(piece: Piece, authors: Collection[str]) -> str:
    return next(each.author for each in piece.changes if each.author in authors)


def _wording(run: _Run, places: Sequence[int]) -> str:
    return "".join(run[at].wording for at in places)
