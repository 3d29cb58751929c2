"""
What members have said on each point, as numbers that can be compared.

Support is 1, what a member can live with is 1/2, opposition is 0; kept as 2, 1, 0, so that sums stay whole. A point may
also be a choice between wordings: then the number is that of the wording, and two members are alike where they want the
same one. What is not known (absent, not voting, left out) is -1: it is never counted as any position.

Source: docs/reference/alignment.md, "Positions".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from accord.engine.said import say

Table: TypeAlias = NDArray[np.int8]
Real: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
UNKNOWN, OPPOSES, BETWEEN, SUPPORTS = -1, 0, 1, 2
LEVELS = (OPPOSES, BETWEEN, SUPPORTS)


class NotComparable(ValueError):
    """These positions cannot be compared; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Stance:
    """
    What one member says on one point.

    Attributes:
        level: OPPOSES, BETWEEN, SUPPORTS or UNKNOWN; on a choice between wordings, the number of the wording, from 0.
        objects: it is a formal objection.
    """

    point: str
    member: str
    level: int
    objects: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """
    A point on which positions are taken; those of one topic are not independent of each other ("": its own).

    Attributes:
        wordings: between how many wordings it is a choice; 0 for a point that is supported or opposed.
    """

    id: str
    weight: float = 1.0
    topic: str = ""
    wordings: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Approaches:
    """
    Attributes:
        members: codes, sorted. points: in the order in which they were given.
        levels: one row a point, one column a member; -1 where it is not known.
        objected: ids of the points to which a member formally objects.
    """

    members: tuple[str, ...]
    points: tuple[Point, ...]
    levels: Table
    objected: frozenset[str] = frozenset()

    @property
    def weights(self) -> Real:
        """The weight of each point."""
        return np.array([point.weight for point in self.points], dtype=np.float64)

    @property
    def choosing(self) -> Flags:
        """Which points are choices between wordings."""
        return np.array([point.wordings > 0 for point in self.points], dtype=np.bool_)

    def only(self, members: Iterable[str], points: Iterable[str]) -> Approaches:
        """Return these members and points alone, in the order in which they are given."""
        rows = {point.id: row for row, point in enumerate(self.points)}
        columns = {member: column for column, member in enumerate(self.members)}
        chosen, kept = tuple(members), [rows[point] for point in points]
        levels = self.levels[np.ix_(kept, [columns[member] for member in chosen])]
        ids = frozenset(self.points[row].id for row in kept)
        return Approaches(chosen, tuple(self.points[row] for row in kept), levels, self.objected & ids)


def approaches(stances: Iterable[Stance], points: Iterable[Point]) -> Approaches:
    """
    Return the table of what each member says on each point; what no stance says is unknown.

    Args:
        stances: at most one for each point and member. points: every point that a stance speaks of.

    Raises:
        NotComparable: fewer than two members, no point, or weights that are below zero or all zero.
    """
    given, spoken = tuple(points), tuple(stances)
    members = sorted({stance.member for stance in spoken})
    rows = {point.id: row for row, point in enumerate(given)}
    columns = {member: column for column, member in enumerate(members)}
    levels = np.full((len(given), len(members)), UNKNOWN, dtype=np.int8)
    places = [rows[stance.point] for stance in spoken], [columns[stance.member] for stance in spoken]
    levels[places] = [stance.level for stance in spoken]
    return table_of(members, given, levels, {stance.point for stance in spoken if stance.objects})


def table_of(members: Iterable[str], points: Iterable[Point], levels: Table, objected: Iterable[str]) -> Approaches:
    """Return the approaches that this table holds; raises as ``approaches`` does."""
    codes, given = tuple(members), tuple(points)
    if len(codes) < 2 or not given:
        raise NotComparable(say("Similarity needs at least two members and one point."))
    _require_weights(given)
    return Approaches(codes, given, levels, frozenset(objected))


def _require_weights(points: Iterable[Point]) -> None:
    weights = {point.id: point.weight for point in points}
    for point, weight in weights.items():
        if not 0 <= weight < float("inf"):
            raise NotComparable(
                say(
                    "Point {point} has the weight {weight:g}. A weight is a number from 0 up.",
                    point=point,
                    weight=weight,
                )
            )
    if not any(weights.values()):
        raise NotComparable(say("Every point has the weight 0: nothing is compared."))


def counts(found: Approaches) -> NDArray[np.int64]:
    """Return for each point how many members oppose, stand between, support; or how many want each wording."""
    width = max([len(LEVELS), *(point.wordings for point in found.points)])
    return np.stack([(found.levels == level).sum(axis=1) for level in range(width)], axis=1).astype(np.int64)
