"""
Each point: agreed, divided or open, how similar, and who stands apart.

Source: docs/reference/alignment.md, "Points".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from accord.engine.alignment.model import OPPOSES, SUPPORTS, Approaches, Real, counts


@dataclass(frozen=True, slots=True)
class Standing:
    """
    Attributes:
        state: "agreed": every member is known and says the same. "divided": one supports and one opposes, or
            two want different wordings. "open": else.
        similarity: mean over the pairs that are known; None where there is none.
        known: how many members are known.
        outliers: those that are not where more than half of the known are; nobody where there is no such place.
    """

    point: str
    state: str
    similarity: float | None
    known: int
    outliers: tuple[str, ...]


def similarities(found: Approaches) -> Real:
    """Return the similarity on each point over the known pairs; not a number where there is no pair."""
    at = counts(found).astype(np.float64)
    known = at.sum(axis=1)
    pairs = known * (known - 1) / 2
    on_a_scale = at[:, 0] * at[:, 2] + at[:, 1] * (at[:, 0] + at[:, 2]) / 2
    of_wordings = pairs - (at * (at - 1) / 2).sum(axis=1)
    distance = np.where(found.choosing, of_wordings, on_a_scale)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(pairs > 0, 1 - distance / pairs, np.nan))


def standings(found: Approaches) -> list[Standing]:
    """Return where each point stands, in the order of the points."""
    at = counts(found)
    values = similarities(found)
    out = []
    for row, point in enumerate(found.points):
        known = int(at[row].sum())
        similarity = None if np.isnan(values[row]) else float(values[row])
        state = _state(at[row].tolist(), len(found.members), choosing=point.wordings > 0)
        out.append(Standing(point.id, state, similarity, known, _outliers(found, row)))
    return out


def _state(at: list[int], members: int, *, choosing: bool) -> str:
    if sum(map(bool, at)) > 1 if choosing else at[OPPOSES] and at[SUPPORTS]:
        return "divided"
    return "agreed" if max(at) == members else "open"


def _outliers(found: Approaches, row: int) -> tuple[str, ...]:
    levels = found.levels[row]
    known = levels >= 0
    for level in range(int(levels.max()) + 1):
        here = levels == level
        if 2 * int(here.sum()) > int(known.sum()):
            return tuple(found.members[place] for place in np.flatnonzero(known & ~here))
    return ()
