"""
Blocs that the positions suggest: groups of members nearer to each other than to the rest. A suggestion, no finding.

Source: docs/reference/alignment.md, "Blocs".
"""

from __future__ import annotations

import numpy as np

from accord.engine.alignment.model import Approaches, Real
from accord.engine.alignment.pairing import sums

FEWEST_MEMBERS = 12
MOST_BLOCS = 8
LEAST_SILHOUETTE = 0.25


def suggested_blocs(found: Approaches) -> list[tuple[str, ...]]:
    """
    Return the blocs, the largest first; none under 12 members, or where no division is better than a weak one.

    Average linkage on the pairwise distances; the number of blocs (2 to 8) is the one with the best mean silhouette.
    """
    if len(found.members) < FEWEST_MEMBERS:
        return []
    distances = sums(found).distances
    best, groups = LEAST_SILHOUETTE, [list[int]()]
    for division in _divisions(distances):
        value = _silhouette(distances, division)
        if value > best:
            best, groups = value, division
    named = [tuple(found.members[place] for place in sorted(group)) for group in groups if group]
    return sorted(named, key=lambda group: (-len(group), group))


def _divisions(distances: Real) -> list[list[list[int]]]:
    """Return the divisions into 2 to 8 groups that merging the nearest two again and again goes through."""
    groups = [[place] for place in range(len(distances))]
    between = distances.copy()
    np.fill_diagonal(between, np.inf)
    out = []
    while len(groups) > 2:
        one, other = sorted(divmod(int(np.argmin(between)), len(groups)))
        sizes = len(groups[one]), len(groups[other])
        merged = (between[one] * sizes[0] + between[other] * sizes[1]) / sum(sizes)
        between[one], between[:, one] = merged, merged
        between[one, one] = np.inf
        between = np.delete(np.delete(between, other, axis=0), other, axis=1)
        groups[one] = groups[one] + groups.pop(other)
        if len(groups) <= MOST_BLOCS:
            out.append([list(group) for group in groups])
    return out[::-1]


def _silhouette(distances: Real, groups: list[list[int]]) -> float:
    """Return the mean over members of how much nearer its own group is than the next (-1 to 1; alone: 0)."""
    means = np.stack([distances[:, group].sum(axis=1) for group in groups], axis=1)
    sizes = np.array([len(group) for group in groups])
    values = []
    for number, group in enumerate(groups):
        for place in group if len(group) > 1 else []:
            own = means[place, number] / (len(group) - 1)
            other = min(means[place, each] / sizes[each] for each in range(len(groups)) if each != number)
            values.append((other - own) / max(own, other, 1e-12))
    return float(sum(values) / len(distances))
