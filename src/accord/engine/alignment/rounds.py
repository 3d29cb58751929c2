"""
Two rounds: what changed on the points, and among the members, that both of them have.

A new point in the second round would look like divergence, a new member like either; so neither is counted.

Source: docs/reference/alignment.md, "Rounds".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from accord.engine.alignment.chance import mean_interval
from accord.engine.alignment.model import Approaches, NotComparable
from accord.engine.alignment.standing import similarities
from accord.engine.said import say


@dataclass(frozen=True, slots=True)
class Change:
    """
    Attributes:
        before, after: similarity in the two rounds. difference: after - before.
        interval: of the difference, 90 %, over points; None under eight points.
        points, members: how many were compared.
    """

    before: float
    after: float
    difference: float
    interval: tuple[float, float] | None
    points: int
    members: int


def change(old: Approaches, new: Approaches) -> Change:
    """
    Return how similarity changed from ``old`` to ``new``; points weigh as in the new round.

    Only members that are in both rounds are compared, on points that both rounds have; and on each point only those of
    them that are known in both.

    Raises:
        NotComparable: the rounds have no point in common on which two members are known in both.
    """
    members = [member for member in new.members if member in set(old.members)]
    here = {point.id for point in old.points}
    points = [point.id for point in new.points if point.id in here]
    first, second = old.only(members, points), new.only(members, points)
    both = (first.levels >= 0) & (second.levels >= 0)
    first, second = (_masked(each, both) for each in (first, second))
    values = np.stack([similarities(first), similarities(second)])
    known = ~np.isnan(values).any(axis=0) & (second.weights > 0)
    if not known.any():
        raise NotComparable(say("The two rounds have no point in common on which two members are known in both."))
    weights = second.weights[known]
    before, after = (float(each @ weights / weights.sum()) for each in values[:, known])
    topics = [each.topic or f"\0{each.id}" for each, counted in zip(second.points, known, strict=True) if counted]
    interval = mean_interval(values[1, known] - values[0, known], weights, topics)
    return Change(before, after, after - before, interval, int(known.sum()), len(members))


def _masked(found: Approaches, known: np.typing.NDArray[np.bool_]) -> Approaches:
    levels = np.where(known, found.levels, np.int8(-1))
    return Approaches(found.members, found.points, levels, found.objected)
