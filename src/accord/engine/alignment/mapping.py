"""
A map on which near is similar: classical scaling of the pairwise distances, two axes.

The axes have no meaning of their own. Their signs are fixed by the members' codes, or by an earlier map, and each
member's place says how far it moves when points are left out.

Source: docs/reference/alignment.md, "Map".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from accord.engine.alignment.model import Approaches, Real
from accord.engine.alignment.pairing import Sums, sums

BLOCKS = 20
FEWEST_POINTS = 8
FEWEST_MEMBERS = 3
LEAST_EXPLAINED = 0.3
LEAST_KNOWN = 0.25


@dataclass(frozen=True, slots=True)
class Place:
    """Where a member is, and the standard error of that place in both directions (None under two points)."""

    member: str
    x: float
    y: float
    moves: float | None


@dataclass(frozen=True, slots=True)
class Map:
    """
    Attributes:
        explained: share of the spread that each axis shows.
        left_out: members that are known on fewer than a quarter of the points; they have no place.
        few_points, weak: reasons not to trust it: fewer than eight points; the first axis shows less than 30 %.
    """

    places: tuple[Place, ...]
    explained: tuple[float, float]
    left_out: tuple[str, ...]
    few_points: bool
    weak: bool


def draw_map(found: Approaches, earlier: Map | None = None) -> Map:
    """Return the map, turned as near as can be to an ``earlier`` one where there is one."""
    drawn = _well_known(found)
    whole = sums(drawn)
    places, explained = _scaled(whole.distances)
    places = _signed(places)
    if earlier:
        places = _turned_to(places, drawn.members, earlier)
    moves = _moves(drawn, whole, places)
    rows = zip(drawn.members, places.tolist(), moves, strict=True)
    return Map(
        places=tuple(Place(member, x, y, move) for member, (x, y), move in rows),
        explained=explained,
        left_out=tuple(member for member in found.members if member not in set(drawn.members)),
        few_points=len(found.points) < FEWEST_POINTS,
        weak=explained[0] < LEAST_EXPLAINED,
    )


def _well_known(found: Approaches) -> Approaches:
    """Return those members whose place is more than a guess; everybody where that is nobody."""
    shares = (found.levels >= 0).mean(axis=0)
    kept = [member for member, share in zip(found.members, shares, strict=True) if share >= LEAST_KNOWN]
    return found.only(kept or found.members, [point.id for point in found.points])


def _scaled(distances: Real) -> tuple[Real, tuple[float, float]]:
    """Return two coordinates a member, from the two largest axes of the doubly centred squares."""
    squares = distances**2
    centred = -(squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean()) / 2
    values, axes = np.linalg.eigh(centred)
    values, axes = np.clip(values[::-1], 0, None), axes[:, ::-1]
    values[values < 1e-12] = 0
    whole = float(values.sum())
    kept = np.zeros((len(distances), 2))
    shown = min(2, len(distances))
    kept[:, :shown] = axes[:, :shown] * np.sqrt(values[:shown])
    shares = [float(values[axis]) / whole if whole and axis < len(values) else 0.0 for axis in range(2)]
    return kept, (shares[0], shares[1])


def _signed(places: Real) -> Real:
    """Return the places with the first member that is off the middle on the positive side of each axis."""
    out = places.copy()
    for axis in range(2):
        off = np.flatnonzero(np.abs(out[:, axis]) > 1e-6 * max(float(np.abs(out).max()), 1e-12))
        if len(off) and out[off[0], axis] < 0:
            out[:, axis] *= -1
    return out + 0.0


def _turned(places: Real, onto: Real) -> Real:
    """Return the rotation (or mirror) that brings ``places`` nearest to ``onto``."""
    left, _, right = np.linalg.svd(places.T @ onto)
    return np.asarray(left @ right)


def _turned_to(places: Real, members: tuple[str, ...], earlier: Map) -> Real:
    before = {place.member: (place.x, place.y) for place in earlier.places}
    common = [row for row, member in enumerate(members) if member in before]
    if len(common) < FEWEST_MEMBERS:
        return places
    onto = np.array([before[members[row]] for row in common])
    here = places[common]
    return np.asarray(places @ _turned(here - here.mean(axis=0), onto - onto.mean(axis=0)))


def _moves(found: Approaches, whole: Sums, places: Real) -> list[float | None]:
    """Return for each member the standard error of its place: a jack-knife over up to 20 blocks of points."""
    blocks = min(BLOCKS, len(found.points))
    if blocks < 2:
        return [None] * len(found.members)
    weights, choosing, drawn = found.weights, found.choosing, []
    for block in range(blocks):
        left_out = Sums.of(found.levels[block::blocks], weights[block::blocks], choosing[block::blocks])
        again, _ = _scaled(whole.without(left_out).distances)
        drawn.append(again @ _turned(again, places))
    spread = ((np.array(drawn) - np.mean(drawn, axis=0)) ** 2).sum(axis=(0, 2))
    return [float(each) for each in np.sqrt((blocks - 1) / blocks * spread)]
