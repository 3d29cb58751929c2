"""
Similarity of two members: the mean over the points where both are known.

Source: docs/reference/alignment.md, "Pairs".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from accord.engine.alignment.model import LEVELS, Approaches, Real, Table

FEWEST = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """
    Attributes:
        similarity: weighted mean of 1 - distance. n: points on which both are known.
        same: of these, those with equal positions (both between, too). opposite: those at the two ends.
    """

    a: str
    b: str
    similarity: float
    n: int
    same: int
    opposite: int


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """For each pair of members: the sum of distances, the weight of the points where both are known, and counts."""

    distance: Real
    weight: Real
    n: Real
    same: Real
    opposite: Real

    @classmethod
    def of(cls, levels: Table, weights: Real) -> Sums:
        """Return the sums over points; ``levels`` has one row a point, ``weights`` one number a point."""
        at = [(levels == level).astype(np.float64) for level in LEVELS]
        weighted = [each * weights[:, None] for each in at]
        ends, near = weighted[0].T @ at[2], weighted[1].T @ (at[0] + at[2])
        known = at[0] + at[1] + at[2]
        return cls(
            distance=ends + ends.T + (near + near.T) / 2,
            weight=(known * weights[:, None]).T @ known,
            n=known.T @ known,
            same=sum((each.T @ each for each in at), start=np.zeros_like(ends)),
            opposite=at[0].T @ at[2] + at[2].T @ at[0],
        )

    def without(self, other: Sums) -> Sums:
        """Return the sums over the points that ``other`` leaves."""
        return Sums(
            self.distance - other.distance,
            self.weight - other.weight,
            self.n - other.n,
            self.same - other.same,
            self.opposite - other.opposite,
        )

    @property
    def distances(self) -> Real:
        """The mean distance of each pair, 0 to 1; the mean of all where two are never known together."""
        known = self.weight > 1e-12
        np.fill_diagonal(known, val=False)
        whole = self.weight[known].sum()
        mean = float(self.distance[known].sum() / whole) if whole else 0.0
        found = np.where(known, self.distance / np.where(known, self.weight, 1.0), mean)
        np.fill_diagonal(found, 0.0)
        return np.asarray(found)


def sums(found: Approaches) -> Sums:
    """Return the sums of every pair over all points."""
    return Sums.of(found.levels, found.weights)


def pairs(found: Approaches, fewest: int = FEWEST) -> list[Pair]:
    """Return every pair that is known together on at least ``fewest`` points, in the order of the codes."""
    whole = sums(found)
    one, other = np.triu_indices(len(found.members), k=1)
    shown = (whole.n[one, other] >= fewest) & (whole.weight[one, other] > 0)
    one, other = one[shown], other[shown]
    columns = (
        1 - whole.distance[one, other] / whole.weight[one, other],
        whole.n[one, other].astype(int),
        whole.same[one, other].astype(int),
        whole.opposite[one, other].astype(int),
    )
    rows = zip(one.tolist(), other.tolist(), *(column.tolist() for column in columns), strict=True)
    return [Pair(found.members[a], found.members[b], *figures) for a, b, *figures in rows]


def similarity_of(found: Approaches, a: str, b: str) -> float | None:
    """Return the similarity of two members; None where they are never known together."""
    shown = pairs(found.only([a, b], [point.id for point in found.points]), fewest=1)
    return shown[0].similarity if shown else None
