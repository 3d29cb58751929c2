"""
Which paragraph of a version is which paragraph of the base.

Equal paragraphs pair first (rapidfuzz opcodes over whole paragraphs). Between them a paragraph pairs with one that
shares at least 40 % of the words, in order. What is left between the same neighbours pairs in order where it is as many
paragraphs in both, as paragraphs written anew; otherwise it was deleted and inserted.

Source: docs/reference/notation.md, "Paragraphs".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from accord.engine.text.tokens import words

SHARED = 0.4
"""A paragraph that shares less than this part of its words with the base is an alternative paragraph."""

_EXHAUSTIVE = 40_000
"""Pairs compared one by one in a stretch without equal paragraphs; longer stretches pair from both ends alone."""

_CLOSE = 0.75
"""Paragraphs at the ends of a stretch that share this part of their words pair without a look at the others."""

Pair = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Alignment:
    """
    A version against the base of n paragraphs.

    Attributes:
        paired: for each base paragraph the version's wording, or None where it was deleted.
        inserted: for each of the n + 1 gaps (gap i is before base paragraph i) the paragraphs put there.
    """

    paired: tuple[str | None, ...]
    inserted: tuple[tuple[str, ...], ...]


def align(base: Sequence[str], version: Sequence[str]) -> Alignment:
    """Return which paragraph of ``version`` stands for which of ``base``, keeping the order of both."""
    paired: list[str | None] = [None] * len(base)
    inserted: list[tuple[str, ...]] = [()] * (len(base) + 1)
    gap = 0
    for old, new, equal in _stretches(base, version):
        if equal:
            paired[old.start : old.stop] = base[old.start : old.stop]
            gap = old.stop
            continue
        for i, j in _paired(base, version, old, new, in_order=False):
            if i is not None:
                gap = i + 1
                paired[i] = None if j is None else version[j]
            elif j is not None:
                inserted[gap] += (version[j],)
    return Alignment(tuple(paired), tuple(inserted))


def similarity(one: str, other: str) -> float:
    """Return the share of words that two wordings have in common and in the same order, 0 to 1: twice it over both."""
    return float(Indel.normalized_similarity(words(one), words(other)))


def pairs(base: Sequence[str], version: Sequence[str], *, in_order: bool = False) -> Iterator[Pair]:
    """
    Yield the index pairs of paragraphs that stand for each other, None for a deleted or an inserted one.

    Args:
        in_order: paragraphs that are not alike pair as well, the first with the first, as far as they go.
    """
    for old, new, equal in _stretches(base, version):
        yield from zip(old, new, strict=True) if equal else _paired(base, version, old, new, in_order=in_order)


def _stretches(base: Sequence[str], version: Sequence[str]) -> Iterator[tuple[range, range, bool]]:
    """Yield stretches of equal paragraphs, and those between them that have no equal ones."""
    old_start = new_start = 0
    for op in Indel.opcodes(base, version):
        if op.tag == "equal":
            yield range(old_start, op.src_start), range(new_start, op.dest_start), False
            yield range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), True
            old_start, new_start = op.src_end, op.dest_end
    yield range(old_start, len(base)), range(new_start, len(version)), False


def _paired(base: Sequence[str], version: Sequence[str], old: range, new: range, *, in_order: bool) -> Iterator[Pair]:
    """Pair paragraphs of a stretch that has no equal ones: from both ends while close, then the best in between."""
    if len(old) <= 1 and len(new) <= 1:
        yield from _leftover(old, new, in_order)
        return
    least = SHARED if len(old) == len(new) else _CLOSE
    front = 0
    while front < min(len(old), len(new)) and similarity(base[old[front]], version[new[front]]) >= least:
        yield old[front], new[front]
        front += 1
    old, new = old[front:], new[front:]
    back = 0
    while back < min(len(old), len(new)) and similarity(base[old[-1 - back]], version[new[-1 - back]]) >= least:
        back += 1
    yield from _middle(base, version, old[: len(old) - back], new[: len(new) - back], in_order)
    yield from zip(old[len(old) - back :], new[len(new) - back :], strict=True)


def _middle(base: Sequence[str], version: Sequence[str], old: range, new: range, in_order: bool) -> Iterator[Pair]:
    anchors = _best(base, version, old, new) if len(old) * len(new) <= _EXHAUSTIVE else []
    old_start = new_start = 0
    for i, j in [*anchors, (len(old), len(new))]:
        yield from _leftover(old[old_start:i], new[new_start:j], in_order)
        if i < len(old):
            yield old[i], new[j]
        old_start, new_start = i + 1, j + 1


def _leftover(old: range, new: range, in_order: bool) -> Iterator[Pair]:
    paired = min(len(old), len(new)) if in_order or len(old) == len(new) else 0
    yield from zip(old[:paired], new[:paired], strict=True)
    yield from ((i, None) for i in old[paired:])
    yield from ((None, j) for j in new[paired:])


def _best(base: Sequence[str], version: Sequence[str], old: range, new: range) -> list[tuple[int, int]]:
    """Return the order-keeping pairs, as offsets, with the greatest sum of similarities; ties go to the earlier."""
    weight = [[similarity(base[i], version[j]) for j in new] for i in old]
    score = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            pair = weight[i][j] + score[i + 1][j + 1] if weight[i][j] >= SHARED else 0.0
            score[i][j] = max(pair, score[i + 1][j], score[i][j + 1])
    return list(_trace(weight, score))


def _trace(weight: list[list[float]], score: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(weight) and j < len(weight[i]):
        if weight[i][j] >= SHARED and score[i][j] == weight[i][j] + score[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif score[i][j] == score[i + 1][j]:
            i += 1
        else:
            j += 1
