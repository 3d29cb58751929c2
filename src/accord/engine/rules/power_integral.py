"""
One quota of large weights: Shapley-Shubik as an integral over the chance that a member is in, in double precision.

Let every member join with chance t. The Shapley value of a member is the integral over t of the chance that the others
lose without it and win with it; that chance is a polynomial in t of degree n - 1, which Gauss-Legendre integrates
exactly with n/2 nodes. Fewer are taken where the indices of all members already sum to 1. The distribution of the
weight is built with positive terms only, and a member's factor is taken out from the end at which errors shrink (for t
above one half that of the dual game, in which everybody joins with chance 1 - t).

Source: docs/reference/power.md, "How it is computed".
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from accord.engine.rules.power_games import Quota

Real: TypeAlias = NDArray[np.float64]
FIRST_NODES = 32
ENOUGH = 1e-10


def steps_of_integral(quota: Quota) -> int:
    """Return how many additions the integral takes, about: what decides whether this way is open."""
    nodes = min(FIRST_NODES, len(quota.weights) // 2 + 1)
    return nodes * len(quota.weights) * (sum(quota.weights) // 2 + 1)


def shapley_by_integral(quota: Quota) -> tuple[float, ...]:
    """Return the Shapley-Shubik index of each member of a game of one quota, to about 1e-10."""
    weights = sorted(set(quota.weights))
    counts = np.array([quota.weights.count(weight) for weight in weights])
    exact, nodes = len(quota.weights) // 2 + 1, FIRST_NODES
    values = _integral(quota, weights, min(nodes, exact))
    while nodes < exact and abs(float(values @ counts) - 1) > ENOUGH:
        nodes *= 2
        values = _integral(quota, weights, min(nodes, exact))
    per_weight = dict(zip(weights, map(float, values), strict=True))
    return tuple(per_weight[weight] for weight in quota.weights)


def _integral(quota: Quota, weights: list[int], nodes: int) -> Real:
    dual = Quota(quota.weights, sum(quota.weights) - quota.quota + 1)
    places, parts = np.polynomial.legendre.leggauss(nodes)
    values = np.zeros(len(weights))
    for place, part in zip(places, parts, strict=True):
        chance = float(place + 1) / 2
        found = _swings(quota, weights, chance) if chance <= 0.5 else _swings(dual, weights, 1 - chance)
        values += part / 2 * found
    return values


def _swings(quota: Quota, weights: list[int], chance: float) -> Real:
    """Return for each weight the chance (at most one half for each to join) that the others lose, and win with it."""
    below = np.cumsum(_distribution(quota, chance))
    return np.array([_swing(below, weight, chance) if weight else 0.0 for weight in weights])


def _distribution(quota: Quota, chance: float) -> Real:
    """Return the chances of the weights 0 to quota - 1 when each member joins with this chance."""
    found, moved = np.zeros(quota.quota), np.empty(quota.quota)
    found[0], reached = 1.0, 0
    for weight in sorted(quota.weights):
        reached = min(reached + weight, quota.quota - 1)
        stretch = max(reached + 1 - weight, 0)
        np.multiply(found[:stretch], chance, out=moved[:stretch])
        found[: reached + 1] *= 1 - chance
        found[weight : weight + stretch] += moved[:stretch]
    return found


def _swing(below: Real, weight: int, chance: float) -> float:
    """
    Return the chance that the others stay below the quota by less than ``weight``.

    With D the same sums without the member, below(w) = (1 - t) D(w) + t D(w - weight): solved from the small end.
    """
    terms = below[len(below) - 1 - weight :: -weight] if weight < len(below) else below[:0]
    without = float(terms @ (-chance / (1 - chance)) ** np.arange(len(terms))) / (1 - chance)
    return (float(below[-1]) - without) / (1 - chance)
