"""
The headline: mean pairwise similarity, never without how much is known and how far it could be off.

Source: docs/reference/alignment.md, "Headline".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from accord.engine.alignment.bounding import Bounds, bounds
from accord.engine.alignment.chance import krippendorff_alpha, mean_interval
from accord.engine.alignment.model import Approaches
from accord.engine.alignment.standing import similarities

LARGE_EXTENT = 0.75
ENOUGH_KNOWN = 2 / 3
SURE_FROM = 15


@dataclass(frozen=True, slots=True)
class Headline:
    """
    Attributes:
        value: weighted mean of the similarity over the points where a pair is known; None where there is none.
        coverage: share of all pairs on all points that are known.
        lower, upper: over every way to fill what is not known.
        interval: 90 %, over points; None under eight points. indicative: it is there, and of fewer than 15 points.
        alpha: agreement beyond chance; None where all known positions are equal.
        similar: points that stay similar (0.75) whatever the unknown positions are. points: how many there are.
        objected: points with a formal objection.
    """

    value: float | None
    coverage: float
    lower: float
    upper: float
    interval: tuple[float, float] | None
    indicative: bool
    alpha: float | None
    similar: int
    points: int
    objected: tuple[str, ...]

    @property
    def is_large_extent(self) -> bool:
        """Whether "similar to a large extent" may be said: lower bound, enough known, no formal objection."""
        return self.lower >= LARGE_EXTENT and self.coverage >= ENOUGH_KNOWN and not self.objected


def headline(found: Approaches, within: Bounds | None = None) -> Headline:
    """Return the headline of these approaches; ``within`` are their bounds, where they are already there."""
    limits = within or bounds(found)
    values = similarities(found)
    known = ~np.isnan(values) & (found.weights > 0)
    weights = found.weights[known]
    topics = [point.topic or f"\0{point.id}" for point, counted in zip(found.points, known, strict=True) if counted]
    interval = mean_interval(values[known], weights, topics)
    if interval:
        interval = max(0.0, interval[0]), min(1.0, interval[1])
    return Headline(
        value=float(values[known] @ weights / weights.sum()) if known.any() else None,
        coverage=_coverage(found),
        lower=limits.lower,
        upper=limits.upper,
        interval=interval,
        indicative=interval is not None and int(known.sum()) < SURE_FROM,
        alpha=krippendorff_alpha(found),
        similar=int((limits.lowest >= LARGE_EXTENT).sum()),
        points=len(found.points),
        objected=tuple(point.id for point in found.points if point.id in found.objected),
    )


def _coverage(found: Approaches) -> float:
    known = (found.levels >= 0).sum(axis=1).astype(np.int64)
    members = len(found.members)
    return float((known * (known - 1)).sum() / (len(found.points) * members * (members - 1)))
