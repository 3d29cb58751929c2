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

*A choice between wordings.* The pairs that are alike are those within each wording, a convex function of the numbers
that want it. So similarity is highest where all unknown want the wording that most want already, and lowest where each
of them in turn takes the wording that fewest want. "Every way" means every wording that is on the table; a wording that
nobody has proposed yet is not among them.

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
    lowest, highest = _of_scales(found)
    for row, point in enumerate(found.points):
        if point.wordings:
            lowest[row], highest[row] = _of_wordings(found, row)
    weights = found.weights / found.weights.sum()
    return Bounds(lowest, highest, float(weights @ lowest), float(weights @ highest))


def _of_scales(found: Approaches) -> tuple[Real, Real]:
    known = counts(found)[:, :3]
    members = len(found.members)
    unknown = members - known.sum(axis=1)
    opposing, between = known[:, 0], known[:, 1]
    apart = np.clip((members - between) // 2, opposing, opposing + unknown)
    together = [
        _distance(opposing + unknown * (level == 0), between + unknown * (level == 1), members) for level in range(3)
    ]
    pairs = members * (members - 1) / 2
    lowest = 1 - _distance(apart, between, members) / pairs
    return np.asarray(lowest), np.asarray(1 - np.minimum.reduce(together) / pairs)


def _of_wordings(found: Approaches, row: int) -> tuple[float, float]:
    """Return the lowest and highest similarity on a choice between wordings."""
    levels, members = found.levels[row], len(found.members)
    known = [int((levels == wording).sum()) for wording in range(found.points[row].wordings)]
    unknown = members - sum(known)
    together = sorted(known)
    together[-1] += unknown
    apart = known
    for _each in range(unknown):
        apart[apart.index(min(apart))] += 1
    return _alike(apart, members), _alike(together, members)


def _alike(wanting: list[int], members: int) -> float:
    """Return the share of all pairs that want the same wording."""
    return sum(each * (each - 1) for each in wanting) / (members * (members - 1))


def _distance(opposing: np.typing.NDArray[np.int64], between: np.typing.NDArray[np.int64], members: int) -> Real:
    """Return the sum of distances over all pairs."""
    lower = opposing + between
    return np.asarray((opposing * (members - opposing) + lower * (members - lower)) / 2, dtype=np.float64)
