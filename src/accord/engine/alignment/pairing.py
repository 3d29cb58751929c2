"""
Similarity of two members: the mean over the points where both are known.

Source: docs/reference/alignment.md, "Pairs".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from accord.engine.alignment.model import LEVELS, Approaches, Flags, Real, Table

FEWEST = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """
    Attributes:
        similarity: weighted mean of 1 - distance. n: points on which both are known.
        same: of these, those with equal positions (both between, too). opposite: those at the two ends, or with two
            wordings.
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
    def of(cls, levels: Table, weights: Real, choosing: Flags) -> Sums:
        """Return the sums over points; ``levels`` has one row a point, the others one value a point."""
        scaled = cls._of_scales(levels[~choosing], weights[~choosing])
        return scaled.with_(cls._of_wordings(levels[choosing], weights[choosing])) if choosing.any() else scaled

    @classmethod
    def _of_scales(cls, levels: Table, weights: Real) -> Sums:
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

    @classmethod
    def _of_wordings(cls, levels: Table, weights: Real) -> Sums:
        at = [(levels == level).astype(np.float64) for level in range(int(levels.max(initial=0)) + 1)]
        known = (levels >= 0).astype(np.float64)
        none = np.zeros((levels.shape[1], levels.shape[1]))
        alike = sum(((each * weights[:, None]).T @ each for each in at), start=none)
        same, n, weight = sum((each.T @ each for each in at), start=none), known.T @ known, known * weights[:, None]
        return cls(distance=weight.T @ known - alike, weight=weight.T @ known, n=n, same=same, opposite=n - same)

    def with_(self, other: Sums) -> Sums:
        """Return the sums over the points of both."""
        return Sums(
            self.distance + other.distance,
            self.weight + other.weight,
            self.n + other.n,
            self.same + other.same,
            self.opposite + other.opposite,
        )

    def without(self, other: Sums) -> Sums:
        """Return the sums over the points that ``other`` leaves."""
        return self.with_(Sums(-other.distance, -other.weight, -other.n, -other.same, -other.opposite))

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
    return Sums.of(found.levels, found.weights, found.choosing)


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
