"""
What chance allows to say: an interval over points, and agreement beyond chance.

Source: docs/reference/alignment.md, "Interval" and "Agreement beyond chance".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import atan, cos, pi, sin, sqrt

import numpy as np

from accord.engine.alignment.model import OPPOSES, SUPPORTS, Approaches, Real, counts

FEWEST_POINTS = 8
CONFIDENCE = 0.90


def mean_interval(values: Real, weights: Real, topics: Sequence[str]) -> tuple[float, float] | None:
    """
    Return the 90 % t-interval of a weighted mean over points, those of one topic taken as one draw.

    None under eight points, or where all are of one topic.
    """
    if len(values) < FEWEST_POINTS or not weights.sum():
        return None
    shares = weights / weights.sum()
    mean = float(shares @ values)
    numbers = {name: number for number, name in enumerate(dict.fromkeys(topics))}
    drawn = np.bincount([numbers[topic] for topic in topics], weights=shares * (values - mean))
    if len(drawn) < 2:
        return None
    error = sqrt(len(drawn) / (len(drawn) - 1) * float(drawn @ drawn))
    reach = t_quantile(len(drawn) - 1, (1 + CONFIDENCE) / 2) * error
    return mean - reach, mean + reach


@cache
def t_quantile(freedom: int, share: float) -> float:
    """Return below which value of Student's t with these degrees of freedom this share (over one half) lies."""
    low, high = 0.0, 1e4
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if _t_share(middle, freedom) < share else (low, middle)
    return (low + high) / 2


def _t_share(value: float, freedom: int) -> float:
    """Return the share of Student's t below ``value`` >= 0 (Abramowitz and Stegun 26.7.3 and 26.7.4)."""
    angle = atan(value / sqrt(freedom))
    term = cos(angle) if freedom % 2 else 1.0
    whole, step = 0.0, 1 if freedom % 2 else 0
    for number in range(step, freedom - 1, 2):
        whole += term
        term *= cos(angle) ** 2 * (number + 1) / (number + 2)
    within = 2 / pi * (angle + sin(angle) * whole) if freedom % 2 else sin(angle) * whole
    return 0.5 + within / 2


def krippendorff_alpha(found: Approaches) -> float | None:
    """
    Return Krippendorff's alpha for positions on an interval scale; None where all known positions are equal.

    A choice between wordings is read as one: keep the first of them, or not.
    """
    at = _scaled(found)
    at = at[at.sum(axis=1) >= 2]
    values = np.arange(3) / 2
    squares = (values[:, None] - values[None, :]) ** 2
    known, totals = at.sum(axis=1), at.sum(axis=0)
    whole = float(totals.sum())
    expected = float(totals @ squares @ totals)
    if not expected:
        return None
    observed = float((((at @ squares) * at).sum(axis=1) / (known - 1)).sum())
    return 1 - (whole - 1) * observed / expected


def _scaled(found: Approaches) -> Real:
    """Return for each point how many oppose, stand between, support; on a choice, support is its first wording."""
    at, choosing = counts(found).astype(np.float64), found.choosing
    out = at[:, :3].copy()
    out[choosing] = 0
    out[choosing, SUPPORTS] = at[choosing, 0]
    out[choosing, OPPOSES] = at[choosing, 1:].sum(axis=1)
    return np.asarray(out)
