"""
Two halves of the members: exact for any additive game of few members, however many tests it has.

Every coalition is one from the first half and one from the second. Where a size and one weight decide (the double
majority of a union), the coalitions of a half are sorted by weight within each size, and one binary search says how
many of them complete one of the other half. Where several weights decide, the tests are evaluated for whole blocks of
pairs at once.

Source: docs/reference/power.md, "How it is computed".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from accord.engine.rules.power_counts import Counts, from_winning
from accord.engine.rules.power_games import AllOf, Game, Quota, Test, Wins, quotas

Whole: TypeAlias = NDArray[np.int64]
Real: TypeAlias = NDArray[np.float64]
Passing: TypeAlias = NDArray[np.bool_]
MOST_WEIGHT = 2**62
BLOCK = 2**21


@dataclass(frozen=True, slots=True)
class _Half:
    """
    All coalitions of some of the members.

    Attributes:
        sizes: how many members each has, sorted. members: a column of ones, then one for each member: is it in?
        sums: their weights under each quota.
    """

    sizes: Whole
    members: Real
    sums: tuple[Whole, ...]

    @classmethod
    def of(cls, game: Game, places: range) -> _Half:
        inside = [(np.arange(2 ** len(places)) >> place) & 1 for place in range(len(places))]
        sizes = np.asarray(np.sum(inside, axis=0, dtype=np.int64)) if inside else np.zeros(1, dtype=np.int64)
        order = np.argsort(sizes, kind="stable")
        members = np.stack([np.ones(len(order)), *inside], axis=1)[order]
        sums = [_sums([quota.weights[place] for place in places])[order] for quota in quotas(game.test)]
        return cls(sizes[order], members, tuple(sums))

    @property
    def by_size(self) -> list[slice]:
        """The stretch of coalitions of each size."""
        ends = np.asarray(np.searchsorted(self.sizes, np.arange(self.members.shape[1] + 1)))
        return [slice(start, end) for start, end in pairwise(ends.tolist())]

    def tally(self, completions: Real, largest: int) -> Real:
        """
        Return winning coalitions by size, in all and with each member of this half.

        Args:
            completions: for each coalition of this half, how many of the other half, by their size, make it win.
            largest: number of members of the game.
        """
        found = np.zeros((self.members.shape[1], largest + 1))
        for size, part in enumerate(self.by_size):
            found[:, size : size + completions.shape[1]] += self.members[part].T @ completions[part]
        return found


def _sums(weights: Sequence[int]) -> Whole:
    """Return the weight of every coalition; member k is in those whose number has bit k."""
    sums = np.zeros(1, dtype=np.int64)
    for weight in weights:
        sums = np.concatenate([sums, sums + weight])
    return sums


def fits(game: Game) -> bool:
    """Whether the weights of an additive game fit what is computed with here."""
    return all(max(sum(quota.weights), quota.quota) < MOST_WEIGHT for quota in quotas(game.test))


def decisive_weight(game: Game) -> int | None:
    """Return the place of the one quota that tells members apart (0 where none does); None where several do."""
    telling = [place for place, quota in enumerate(quotas(game.test)) if len(set(quota.weights)) > 1]
    return (telling or [0])[0] if len(telling) <= 1 else None


def count_by_halves(game: Game) -> Counts:
    """Return the exact counts of an additive game whose weights fit (40 members; 28 where several weights decide)."""
    members = len(game.members)
    first, second = (_Half.of(game, places) for places in (range(members // 2), range(members // 2, members)))
    decisive = decisive_weight(game)
    if decisive is None:
        completions = _by_blocks(game.test, first, second)
    else:
        needed = _needed(game, decisive)
        completions = _by_search(first, second, decisive, needed), _by_search(second, first, decisive, needed)
    tallies = first.tally(completions[0], members), second.tally(completions[1], members)
    containing = [[int(count) for count in row] for tally in tallies for row in tally[1:]]
    return from_winning([int(count) for count in tallies[0][0]], containing)


# A size and one weight: sorted, and searched.


def _needed(game: Game, decisive: int) -> list[int | None]:
    """Return the weight that a coalition of each size needs; None where no weight is enough."""
    found = list(quotas(game.test))
    most = sum(found[decisive].weights)

    def wins(size: int, weight: int) -> bool:
        sums = [size * (quota.weights[0] if quota.weights else 0) for quota in found]
        sums[decisive] = weight
        return bool(evaluate(game.test, [np.array(each) for each in sums]))

    sizes = range(len(game.members) + 1)
    return [0 if wins(size, 0) else found[decisive].quota if wins(size, most) else None for size in sizes]


def _by_search(half: _Half, other: _Half, decisive: int, needed: Sequence[int | None]) -> Real:
    """Return for each coalition of ``half`` how many of ``other``, by size, complete it."""
    completions = np.zeros((len(half.sizes), other.members.shape[1]))
    ordered = [np.sort(other.sums[decisive][part]) for part in other.by_size]
    for size, part in enumerate(half.by_size):
        held = half.sums[decisive][part]
        order = np.argsort(held)[::-1]
        for more, weights in enumerate(ordered):
            need = needed[size + more]
            if need is not None:
                completions[part.start + order, more] = len(weights) - np.searchsorted(weights, need - held[order])
    return completions


# Several weights: whole blocks of pairs.


def _by_blocks(test: Test, first: _Half, second: _Half) -> tuple[Real, Real]:
    """Return for each coalition of either half how many of the other, by size, complete it."""
    sizes = [np.eye(half.members.shape[1], dtype=np.float32)[half.sizes] for half in (first, second)]
    of_first = np.zeros((len(first.sizes), sizes[1].shape[1]))
    of_second = np.zeros((len(second.sizes), sizes[0].shape[1]))
    step = max(1, BLOCK // len(second.sizes))
    for start in range(0, len(first.sizes), step):
        block = slice(start, start + step)
        sums = [one[block, None] + other[None, :] for one, other in zip(first.sums, second.sums, strict=True)]
        wins = evaluate(test, sums).astype(np.float32)
        of_first[block] = wins @ sizes[1]
        of_second += wins.T @ sizes[0][block]
    return of_first, of_second


def evaluate(test: Test, sums: Sequence[Whole]) -> Passing:
    """Return where an additive test passes, from the weights under each of its quotas in order."""
    left = iter(sums)

    def passing(part: Test) -> Passing:
        if isinstance(part, Quota):
            return np.asarray(next(left) >= part.quota)
        if isinstance(part, Wins):
            raise TypeError("This test is not additive.")
        join = np.logical_and if isinstance(part, AllOf) else np.logical_or
        return np.asarray(join.reduce([passing(each) for each in part.tests]))

    return passing(test)
