"""
Which paragraphs a version has moved: gone in one place, and there in another.

A paragraph was moved where one of at least three words is gone from its place and an equal one, or one that shares at
least 60 % of the words in the same order, stands elsewhere in the version. A shorter one was, such as a heading, where
it has gone unchanged with the paragraph behind it.

Source: docs/reference/notation.md, "Paragraphs".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from accord.engine.text.tokens import words

MOVED = 0.6
"""A paragraph that is gone and one that is new are the same, moved, where they share this part of their words."""

_FEWEST = 3
_COMPARED = 10_000
"""Pairs that are compared word by word; where there are more, only equal paragraphs were moved."""


@dataclass(frozen=True, slots=True)
class Moved:
    """
    One paragraph that stands elsewhere in a version.

    Attributes:
        place: index of the base paragraph.
        wording: what the version has of it.
        gap, at: the gap in which it stands now, and its index among what the version puts there.
        left: how many of those before it in this gap were not moved.
    """

    place: int
    wording: str
    gap: int
    at: int
    left: int


def moved(base: Sequence[str], gone: Sequence[int], put: Mapping[int, Sequence[str]]) -> list[Moved]:
    """
    Return what was moved, each paragraph at most once.

    Args:
        base: the base's paragraphs.
        gone: places of those that the version does not have where they were.
        put: gap → the paragraphs that it puts there.
    """
    new = [(gap, at, wording) for gap, paragraphs in put.items() for at, wording in enumerate(paragraphs)]
    taken: dict[tuple[int, int], tuple[int, str]] = {}
    places: set[int] = set()
    for _, place, gap, at, wording in sorted(_candidates(base, gone, new), key=lambda each: (-each[0], *each[1:4])):
        if place not in places and (gap, at) not in taken:
            taken[gap, at] = place, wording
            places.add(place)
    for place, gap, at in _headings(base, gone, put, taken):
        taken[gap, at] = place, put[gap][at]
    return [
        Moved(place, wording, gap, at, sum((gap, before) not in taken for before in range(at)))
        for (gap, at), (place, wording) in sorted(taken.items())
    ]


def _headings(
    base: Sequence[str],
    gone: Sequence[int],
    put: Mapping[int, Sequence[str]],
    taken: Mapping[tuple[int, int], tuple[int, str]],
) -> Iterator[tuple[int, int, int]]:
    """Yield place, gap and index of short paragraphs that have gone with the one behind them, unchanged."""
    left = {place for place in gone if len(words(base[place])) < _FEWEST}
    for (gap, at), (place, _) in sorted(taken.items()):
        for before, above in zip(range(place - 1, -1, -1), range(at - 1, -1, -1), strict=False):
            stays = before not in left or (gap, above) in taken or gap in (before, before + 1)
            if stays or base[before] != put[gap][above]:
                break
            left.discard(before)
            yield before, gap, above


def _candidates(
    base: Sequence[str], gone: Sequence[int], new: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[float, int, int, int, str]]:
    """Yield likeness, place, gap, index and wording of what may have been moved."""
    compared = len(gone) * len(new) <= _COMPARED
    standing: dict[str, list[tuple[int, int, str]]] = {}
    for each in new:
        standing.setdefault(each[2], []).append(each)
    for place in gone:
        old = words(base[place])
        if len(old) < _FEWEST:
            continue
        for gap, at, wording in new if compared else standing.get(base[place], ()):
            likeness = Indel.normalized_similarity(old, words(wording), score_cutoff=MOVED)
            if likeness and gap not in (place, place + 1):
                yield likeness, place, gap, at, wording
