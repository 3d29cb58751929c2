"""
How low and how high similarity can be, whatever the positions that are not known turn out to be.

The positions on one point decide the similarity on that point alone, so each point is bounded by itself. Let n members
stand on it, c0, c1, c2 of them known to oppose, to stand between, to support, and u unknown. With N0 members at the
lower end and N0 + N1 not at the upper, the sum of all pairwise distances is

    D = [ N0 (n - N0) + (N0 + N1)(n - N0 - N1) ] / 2,

for each of the two gaps between positions parts those below from those above, and every pair parted by it adds 1/2.

*Lowest similarity* is the largest D. With all others fixed, D is a sum of distances to one unknown member, which is
convex in its position: it is largest at an end. So nobody unknown stands between, N1 = c1, and D is a concave parabola
in N0, symmetric about (n - c1) / 2; of the whole numbers c0 to c0 + u the one nearest to that is the best.

*Highest similarity* is the smallest D. Distances among the unknown are 0 when they stand together, and each one's
distance to the known is smallest at a position that minimises it; one position does so for all of them at once. So all
unknown stand at one of the three.

Source: docs/reference/alignment.md, "Bounds".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from accord.engine.alignment.model import Approaches, Real, counts


@dataclass(frozen=True, slots=True, eq=False)
class Bounds:
    """
    Attributes:
        lowest, highest: of each point. lower, upper: of the headline, the weighted mean over all points.
    """

    lowest: Real
    highest: Real
    lower: float
    upper: float


def bounds(found: Approaches) -> Bounds:
    """Return the lowest and highest similarity over every way to fill what is not known with 0, 1/2 or 1; exact."""
    known = counts(found.levels)
    members = len(found.members)
    unknown = members - known.sum(axis=1)
    opposing, between = known[:, 0], known[:, 1]
    apart = np.clip((members - between) // 2, opposing, opposing + unknown)
    together = [
        _distance(opposing + unknown * (level == 0), between + unknown * (level == 1), members) for level in range(3)
    ]
    pairs = members * (members - 1) / 2
    lowest = 1 - _distance(apart, between, members) / pairs
    highest = 1 - np.minimum.reduce(together) / pairs
    weights = found.weights / found.weights.sum()
    return Bounds(lowest, highest, float(weights @ lowest), float(weights @ highest))


def _distance(opposing: np.typing.NDArray[np.int64], between: np.typing.NDArray[np.int64], members: int) -> Real:
    """Return the sum of distances over all pairs."""
    lower = opposing + between
    return np.asarray((opposing * (members - opposing) + lower * (members - lower)) / 2, dtype=np.float64)
