"""
Any game of any size, estimated: coalitions and orders are drawn, and an interval says how far off the figures can be.

The draws are the same each time (fixed seed). The interval is Wilson's for each share by itself, at 99 %.

Source: docs/reference/power.md, "Estimates".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from accord.engine.rules.power_games import Game, is_additive, passes, quotas
from accord.engine.rules.power_halves import evaluate, fits

DRAWS = 100_000
DRAWS_BY_CALL = 2_000
SEED = 20_240_621
BLOCK = 500
QUANTILE = 2.5758293035489
Interval: TypeAlias = tuple[float, float]
_Passing: TypeAlias = Callable[[NDArray[np.bool_]], NDArray[np.bool_]]


@dataclass(frozen=True, slots=True)
class Estimate:
    """
    Attributes:
        share: the share of the draws. interval: where the true share is, at 99 %.
    """

    share: float
    interval: Interval

    @classmethod
    def of(cls, hits: int, draws: int) -> Estimate:
        """Return the estimate from the draws that hit (Wilson's interval)."""
        share, square = hits / draws, QUANTILE**2 / draws
        middle = (share + square / 2) / (1 + square)
        reach = QUANTILE / (1 + square) * sqrt(share * (1 - share) / draws + square / (4 * draws))
        return cls(share, (max(0.0, middle - reach), min(1.0, middle + reach)))


def estimate_swings(game: Game, draws: int = 0) -> tuple[Estimate, list[Estimate]]:
    """Return the share of coalitions that win, and for each member the share of those of the others that it swings."""
    passing, draws = _passing(game), draws or draws_for(game)
    random = np.random.Generator(np.random.PCG64(SEED))
    winning, swings = 0, np.zeros(len(game.members), dtype=np.int64)
    for size in _blocks(draws):
        drawn = random.random((size, len(game.members))) < 0.5
        winning += int(passing(drawn).sum())
        for place in range(len(game.members)):
            with_it, without = drawn.copy(), drawn.copy()
            with_it[:, place], without[:, place] = True, False
            swings[place] += int((passing(with_it) & ~passing(without)).sum())
    return Estimate.of(winning, draws), [Estimate.of(int(hits), draws) for hits in swings]


def estimate_shapley(game: Game, draws: int = 0) -> list[Estimate]:
    """Return for each member the share of orders in which it turns those before it into a winning coalition."""
    passing, draws = _passing(game), draws or draws_for(game)
    random = np.random.Generator(np.random.PCG64(SEED))
    hits = np.zeros(len(game.members), dtype=np.int64)
    for size in _blocks(draws):
        ranks = np.argsort(np.argsort(random.random((size, len(game.members))), axis=1), axis=1)
        low, high = np.zeros(size, dtype=np.int64), np.full(size, len(game.members), dtype=np.int64)
        while np.any(high - low > 1):
            middle = (low + high) // 2
            wins = passing(ranks < middle[:, None])
            low, high = np.where(wins, low, middle), np.where(wins, middle, high)
        hits += (ranks == low[:, None]).sum(axis=0)
    return [Estimate.of(int(each), draws) for each in hits]


def draws_for(game: Game) -> int:
    """Return how many draws an estimate of this game takes."""
    return DRAWS if is_additive(game.test) and fits(game) else DRAWS_BY_CALL


def _blocks(draws: int) -> list[int]:
    return [min(BLOCK, draws - start) for start in range(0, draws, BLOCK)]


def _passing(game: Game) -> _Passing:
    """Return the test of a whole block of coalitions, one a row."""
    if is_additive(game.test) and fits(game):
        weights = np.array([quota.weights for quota in quotas(game.test)], dtype=np.int64).T.astype(np.float64)
        exact = bool(np.all(weights.sum(axis=0) < 2**53))

        def by_weight(drawn: NDArray[np.bool_]) -> NDArray[np.bool_]:
            sums = drawn.astype(np.float64) @ weights if exact else drawn @ weights.astype(np.int64)
            return evaluate(game.test, list(sums.T.astype(np.int64)))

        return by_weight

    def by_call(drawn: NDArray[np.bool_]) -> NDArray[np.bool_]:
        return np.array([passes(game.test, frozenset(map(int, np.flatnonzero(row)))) for row in drawn])

    return by_call
