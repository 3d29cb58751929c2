"""
Which paragraph of a version is which paragraph of the base.

Equal paragraphs pair first (rapidfuzz opcodes over whole paragraphs), provided that at least half are equal. Between
them a paragraph pairs with one that shares at least 40 % of the words, in order; neighbours that hold the rest of it
were split off from it or merged with it (:mod:`accord.engine.text.dividing`). What is left between the same
neighbours pairs in order where it is as many in both, as paragraphs written anew; else it was deleted and inserted.

Source: docs/reference/notation.md, "Paragraphs".
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, product
from operator import ne
from typing import NamedTuple

from rapidfuzz.distance import Indel

from accord.engine.text.dividing import SHARED, Group, divided
from accord.engine.text.splitting import fuse
from accord.engine.text.tokens import words

_EXHAUSTIVE = 40_000
"""Pairs compared one by one in a stretch without equal paragraphs; in longer ones those that share rare words are."""

_RARE, _CANDIDATES = 8, 3
"""In how many paragraphs a rare word stands at most; how many paragraphs are compared with one then."""

_SHORT = 1024
"""Pairs of a stretch in which all are compared, though both ends may look alike already."""

_CLOSE = 0.75
"""Paragraphs at the ends of a stretch that share this part of their words pair without a look at the others."""

Pair = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Alignment:
    """
    A version against the base of n paragraphs.

    Attributes:
        paired: for each base paragraph the version's wording, or None where it was deleted. Paragraphs into which it
            was split stand fused, with paragraph breaks inside.
        inserted: for each of the n + 1 gaps (gap i is before base paragraph i) the paragraphs put there.
        merged: ranges of base paragraphs that are one in the version; its wording is paired with the first of them.
    """

    paired: tuple[str | None, ...]
    inserted: tuple[tuple[str, ...], ...]
    merged: tuple[range, ...] = ()


def align(base: Sequence[str], version: Sequence[str]) -> Alignment:
    """Return which paragraph of ``version`` stands for which of ``base``, keeping the order of both."""
    base, version = tuple(base), tuple(version)
    paired: list[str | None] = list(base)
    inserted: list[tuple[str, ...]] = [()] * (len(base) + 1)
    merged = []
    for old, new in _changed(base, version):
        if not old:
            inserted[old.start] += version[new.start : new.stop]
        elif base[old.start : old.stop] != version[new.start : new.stop]:
            paired[old.start : old.stop] = [None] * len(old)
            paired[old.start] = fuse(version[new.start : new.stop]) if new else None
            merged += [old] if new and len(old) > 1 else []
    return Alignment(tuple(paired), tuple(inserted), tuple(merged))


def _changed(base: Sequence[str], version: Sequence[str]) -> Iterator[Group]:
    """Yield paragraphs that stand for each other, and deleted and inserted ones, between those that are equal."""
    for old, new in _between_equal(base, version):
        if len(old) == len(new) == 1:
            yield old, new
        elif old or new:
            likely = _paired(base, version, old, new, in_order=None)
            yield from divided(base, version, likely, (old.start, new.start))


def similarity(one: str, other: str) -> float:
    """Return the share of words that two wordings have in common and in the same order, 0 to 1: twice it over both."""
    left, right = words(one), words(other)
    return float(Indel.normalized_similarity(left, right)) if left or right else float(one == other)


def pairs(base: Sequence[str], version: Sequence[str], *, in_order: bool = False) -> Iterator[Pair]:
    """
    Yield the index pairs of paragraphs that stand for each other, None for a deleted or an inserted one.

    Args:
        in_order: paragraphs that are not alike pair as well, the first with the first, as far as they go.
    """
    start = 0
    for old, new in _between_equal(base, version):
        yield from zip(range(start, old.start), range(new.start - (old.start - start), new.start), strict=True)
        yield from _paired(base, version, old, new, in_order=in_order)
        start = old.stop


def _between_equal(base: Sequence[str], version: Sequence[str]) -> Iterator[Group]:
    """
    Yield the stretches, some empty, that stand before, between and behind equal paragraphs.

    Where fewer than half of the paragraphs are equal, an equal one may be there by chance, a formula or a copy: then
    the whole is one stretch, in which likeness decides.
    """
    equal = _equal(base, version)
    start = new_start = 0
    for i, j, size in equal if 2 * sum(size for *_, size in equal) >= min(len(base), len(version)) else ():
        yield range(start, i), range(new_start, j)
        start, new_start = i + size, j + size
    yield range(start, len(base)), range(new_start, len(version))


def _equal(base: Sequence[str], version: Sequence[str]) -> list[tuple[int, int, int]]:
    """
    Return the longest stretches of equal paragraphs in order: where in the base, where in the version, how many.

    Most versions have the base's paragraphs, each in its place, or one that is new; then nothing is to be searched for.
    """
    if len(base) == len(version):
        edited = [*compress(range(len(base)), map(ne, base, version))]
        if {version[place] for place in edited}.isdisjoint(base):
            starts = [0, *(place + 1 for place in edited)]
            return [(i, i, end - i) for i, end in zip(starts, [*edited, len(base)], strict=True) if i < end]
    return [(i, j, size) for i, j, size in Indel.editops(base, version).as_matching_blocks() if size]


def _paired(
    base: Sequence[str], version: Sequence[str], old: range, new: range, *, in_order: bool | None
) -> Iterator[Pair]:
    """
    Pair paragraphs of a stretch: a long one from both ends while close, and then the best in between.

    Those that are not alike pair in order (True), where they are as many (False), or not at all (None).
    """
    if len(old) <= 1 and len(new) <= 1:
        yield from _leftover(old, new, in_order)
        return
    if len(old) != len(new) and len(old) * len(new) <= _SHORT:
        yield from _middle(base, version, old, new, in_order)
        return
    front = 0
    while front < min(len(old), len(new)) and similarity(base[old[front]], version[new[front]]) >= _CLOSE:
        yield old[front], new[front]
        front += 1
    old, new = old[front:], new[front:]
    back = 0
    while back < min(len(old), len(new)) and similarity(base[old[-1 - back]], version[new[-1 - back]]) >= _CLOSE:
        back += 1
    yield from _middle(base, version, old[: len(old) - back], new[: len(new) - back], in_order)
    yield from zip(old[len(old) - back :], new[len(new) - back :], strict=True)


def _middle(
    base: Sequence[str], version: Sequence[str], old: range, new: range, in_order: bool | None
) -> Iterator[Pair]:
    exhaustive = len(old) * len(new) <= _EXHAUSTIVE
    anchors = _best(base, version, product(old, new) if exhaustive else _likely(base, version, old, new))
    old_start, new_start = old.start, new.start
    for i, j in [*anchors, (old.stop, new.stop)]:
        between = range(old_start, i), range(new_start, j)
        if exhaustive or not anchors:
            yield from _leftover(*between, in_order)
        else:
            yield from _middle(base, version, *between, in_order)
        if i < old.stop:
            yield i, j
        old_start, new_start = i + 1, j + 1


def _leftover(old: range, new: range, in_order: bool | None) -> Iterator[Pair]:
    paired = min(len(old), len(new)) if in_order or (in_order is False and len(old) == len(new)) else 0
    yield from zip(old[:paired], new[:paired], strict=True)
    yield from ((i, None) for i in old[paired:])
    yield from ((None, j) for j in new[paired:])


def _best(base: Sequence[str], version: Sequence[str], candidates: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return of these pairs those that keep the order of both and are the most alike in all."""
    weighted = ((i, j, similarity(base[i], version[j])) for i, j in candidates)
    return _heaviest_chain([pair for pair in weighted if pair[2] >= SHARED])


def _likely(base: Sequence[str], version: Sequence[str], old: range, new: range) -> Iterator[tuple[int, int]]:
    """Yield for each paragraph of the version those of the base with which it shares the most rare words."""
    standing: dict[str, list[int]] = {}
    for i in old:
        for word in dict.fromkeys(words(base[i])):
            standing.setdefault(word, []).append(i)
    rare = {word: places for word, places in standing.items() if len(places) <= _RARE}
    for j in new:
        votes = Counter(i for word in dict.fromkeys(words(version[j])) for i in rare.get(word, ()))
        yield from ((i, j) for i, _ in votes.most_common(_CANDIDATES))


def _heaviest_chain(pairs: Iterable[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Return the pairs, rising on both sides, with the greatest sum of weights."""
    ends: list[int] = []
    chains: list[_Chain] = []
    for i, j, weight in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        at = bisect_left(ends, j)
        before = chains[at - 1] if at else None
        chain = _Chain((before.weight if before else 0.0) + weight, i, j, before)
        stop = at
        while stop < len(chains) and chains[stop].weight <= chain.weight:
            stop += 1
        if at == len(ends) or ends[at] != j or stop > at:
            ends[at:stop], chains[at:stop] = [j], [chain]
    return list(chains[-1].pairs())[::-1] if chains else []


class _Chain(NamedTuple):
    """A chain of pairs, from its last one back."""

    weight: float
    i: int
    j: int
    before: _Chain | None

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs, the last first."""
        link: _Chain | None = self
        while link:
            yield link.i, link.j
            link = link.before
