"""
Pair brackets in time and space linear in their number, a stretch of the text at a time.

A ``]`` closes the nearest ``[`` that is open. Within a stretch the brackets of one level alternate, so that sorting by
level puts each ``[`` beside its ``]``; what a stretch leaves open waits on a stack. Places are kept as bare numbers of
four bytes, and a first pass sets aside the brackets without a partner: so a text of nothing but brackets takes a few
bytes for each of its characters, not hundreds.

Source: docs/reference/inspect.md, "How brackets pair".
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.uint32]
Mask = NDArray[np.bool_]
Scan = Callable[[], Iterator[tuple[Places, Mask]]]
"""Gives the brackets of a text in order, a stretch at a time: their offsets, and which of them open."""

PLACE = "I"
"""The type code of an offset in an array: four bytes, enough for 4 GiB of text."""


class Pairs(NamedTuple):
    """
    The brackets of a text, by their offsets in code points.

    Attributes:
        starts, ends: of each pair, in the order of its start; the end is behind the closing bracket.
        unclosed, stray: brackets without a partner, in order.
        depth: the longest chain of pairs inside one another.
    """

    starts: array[int]
    ends: array[int]
    unclosed: array[int]
    stray: array[int]
    depth: int


def pair(scan: Scan) -> Pairs:
    """Return the pairs among the brackets that ``scan`` gives, which is called twice."""
    unclosed, stray, opening = _alone(scan)
    count = opening - len(unclosed)
    starts, ends = array(PLACE, [0]) * count, array(PLACE, [0]) * count
    depth = _fill(scan, (unclosed, stray), _view(starts), _view(ends))
    return Pairs(starts, ends, unclosed, stray, depth)


def _alone(scan: Scan) -> tuple[array[int], array[int], int]:
    """Return the offsets of unclosed and of stray brackets, and how many brackets open."""
    waiting, stray, opening = array(PLACE), array(PLACE), 0
    for places, opens in scan():
        _, closing, left = _matched(opens)
        popped = min(len(closing), len(waiting))
        del waiting[len(waiting) - popped :]
        stray.frombytes(places[closing[popped:]].tobytes())
        waiting.frombytes(places[left].tobytes())
        opening += int(opens.sum())
    return waiting, stray, opening


def _fill(scan: Scan, alone: tuple[array[int], array[int]], starts: Places, ends: Places) -> int:
    """Write start and end of every pair; return the longest chain of them."""
    waiting, done, level, deepest = array(PLACE), 0, 0, 0
    for every, which in scan():
        kept = np.ones(len(every), dtype=np.bool_)
        for lonely in alone:
            kept[_within(every, lonely)] = False
        places, opens = every[kept], which[kept]
        number = (done + np.cumsum(opens) - 1).astype(np.uint32)
        pairs, closing, left = _matched(opens)
        starts[done : done + int(opens.sum())] = places[opens]
        ends[number[pairs[0]]] = places[pairs[1]] + 1
        if len(closing):
            ends[_view(waiting[-len(closing) :])[::-1]] = places[closing] + 1
            del waiting[len(waiting) - len(closing) :]
        waiting.frombytes(number[left].tobytes())
        levels = level + np.cumsum(np.where(opens, 1, -1))
        if len(levels):
            level, deepest = int(levels[-1]), max(deepest, int(levels.max()))
        done += int(opens.sum())
    return deepest


def _matched(opens: Mask) -> tuple[tuple[NDArray[np.intp], NDArray[np.intp]], NDArray[np.intp], NDArray[np.intp]]:
    """Return, as indices in one stretch: pairs (opening, closing), those that close nothing in it, those left open."""
    levels = np.cumsum(np.where(opens, 1, -1).astype(np.int32)) + ~opens
    order = np.argsort(levels, kind="stable")
    first, second = order[:-1], order[1:]
    meet = opens[first] & ~opens[second] & (levels[first] == levels[second])
    lonely = np.ones(len(opens), dtype=np.bool_)
    lonely[first[meet]] = lonely[second[meet]] = False
    return (first[meet], second[meet]), np.flatnonzero(lonely & ~opens), np.flatnonzero(lonely & opens)


def _within(every: Places, places: array[int]) -> NDArray[np.intp]:
    """Return where in ``every`` those of ``places`` stand that are in its range."""
    if not len(every) or not places:
        return np.empty(0, dtype=np.intp)
    begin = bisect_left(places, int(every[0]))
    return np.searchsorted(every, _view(places[begin : bisect_left(places, int(every[-1]) + 1)]))


def _view(places: array[int]) -> Places:
    return np.frombuffer(places, dtype=np.uint32)
