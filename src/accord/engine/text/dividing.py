"""
Which paragraphs were split off from one, or merged with one.

A paragraph next to a pair belongs to it where at least 60 % of its words, and two, stand in the other half of the pair
in the same order and are not accounted for by the pair alone. Where no paragraph is paired, one of one side stands for
several of the other if that holds for each of them and 40 % of all words are shared.

Source: docs/reference/notation.md, "Paragraphs".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from rapidfuzz.distance import Indel, LCSseq

from accord.engine.text.tokens import Tokens, words

BELONGS = 0.6
"""A paragraph that has this part of its words from a neighbour's pair was split off from it, or merged with it."""

SHARED = 0.4
"""A paragraph that shares less than this part of its words with the base is an alternative paragraph."""

_FEWEST = 2

Group = tuple[range, range]
"""Paragraphs of the base and those of the version that stand for them; one may be empty."""


@dataclass(slots=True)
class _Stretch:
    """Base paragraphs ``[old, old_end)`` and version paragraphs ``[new, new_end)``: a pair, or what no pair has yet."""

    old: int
    old_end: int
    new: int
    new_end: int


def divided(
    base: Sequence[str], version: Sequence[str], pairs: Iterable[tuple[int | None, int | None]], start: tuple[int, int]
) -> Iterator[Group]:
    """
    Yield the groups of a stretch of two documents, whose likely pairs are given in order.

    Args:
        pairs: index of a base and of a version paragraph that are alike; None where there is none.
        start: the first paragraph of the stretch in both.

    Returns:
        pairs with what was split off or merged; and what is left, paired in order where it is as many on both sides,
        else deleted paragraphs first and then inserted ones.
    """
    loose, paired = _alternating(pairs, start)
    for index, stretch in enumerate(loose):
        if index:
            _extend(base, version, paired[index - 1], stretch, forward=True)
        if index < len(paired):
            _extend(base, version, paired[index], stretch, forward=False)
    for index, stretch in enumerate(loose):
        yield from _left_over(base, version, stretch)
        if index < len(paired):
            pair = paired[index]
            yield range(pair.old, pair.old_end), range(pair.new, pair.new_end)


def _alternating(
    pairs: Iterable[tuple[int | None, int | None]], start: tuple[int, int]
) -> tuple[list[_Stretch], list[_Stretch]]:
    """Return what stands before, between and behind the pairs, and the pairs."""
    loose, paired = [_Stretch(start[0], start[0], start[1], start[1])], []
    for i, j in pairs:
        last = loose[-1]
        if i is not None and j is not None:
            paired.append(_Stretch(i, i + 1, j, j + 1))
            loose.append(_Stretch(i + 1, i + 1, j + 1, j + 1))
        elif i is not None:
            last.old_end = i + 1
        elif j is not None:
            last.new_end = j + 1
    return loose, paired


def _extend(base: Sequence[str], version: Sequence[str], pair: _Stretch, loose: _Stretch, *, forward: bool) -> None:
    """Let the pair take of the loose paragraphs beside it those that belong to it."""
    if base[pair.old : pair.old_end] == version[pair.new : pair.new_end]:
        return
    while loose.new < loose.new_end:
        at = loose.new if forward else loose.new_end - 1
        if not _belongs(_words(base[pair.old : pair.old_end]), version, pair.new, pair.new_end, at):
            break
        pair.new, pair.new_end = min(pair.new, at), max(pair.new_end, at + 1)
        loose.new, loose.new_end = (at + 1, loose.new_end) if forward else (loose.new, at)
    while loose.old < loose.old_end:
        at = loose.old if forward else loose.old_end - 1
        if not _belongs(_words(version[pair.new : pair.new_end]), base, pair.old, pair.old_end, at):
            break
        pair.old, pair.old_end = min(pair.old, at), max(pair.old_end, at + 1)
        loose.old, loose.old_end = (at + 1, loose.old_end) if forward else (loose.old, at)


def _belongs(whole: Tokens, others: Sequence[str], start: int, end: int, at: int) -> bool:
    """Whether paragraph ``at``, beside ``others[start:end]``, holds what these lack of ``whole``."""
    piece = words(others[at])
    if len(piece) < _FEWEST:
        return False
    before = LCSseq.similarity(whole, _words(others[start:end]))
    gain = LCSseq.similarity(whole, _words(others[min(start, at) : max(end, at + 1)])) - before
    return gain >= max(_FEWEST, BELONGS * len(piece))


def _left_over(base: Sequence[str], version: Sequence[str], loose: _Stretch) -> Iterator[Group]:
    old, new = range(loose.old, loose.old_end), range(loose.new, loose.new_end)
    if _is_one(base, version, old, new) or _is_one(version, base, new, old):
        yield old, new
        return
    paired = len(old) if len(old) == len(new) else 0
    yield from ((range(i, i + 1), range(j, j + 1)) for i, j in zip(old[:paired], new[:paired], strict=True))
    if old[paired:]:
        yield old[paired:], range(new.start, new.start)
    if new[paired:]:
        yield range(old.stop, old.stop), new[paired:]


def _is_one(one_side: Sequence[str], other_side: Sequence[str], one: range, several: range) -> bool:
    """Whether the only paragraph of one side stands for all those of the other."""
    if len(one) != 1 or len(several) < 2:
        return False
    whole, pieces = words(one_side[one.start]), [words(other_side[each]) for each in several]
    held = all(LCSseq.similarity(whole, piece) >= max(_FEWEST, BELONGS * len(piece)) for piece in pieces)
    return held and Indel.normalized_similarity(whole, tuple(chain.from_iterable(pieces))) >= SHARED


def _words(paragraphs: Sequence[str]) -> Tokens:
    return words(paragraphs[0]) if len(paragraphs) == 1 else tuple(chain.from_iterable(map(words, paragraphs)))
