"""From places of the engine's map to dots of a picture: both axes alike, members at one place in one dot. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.engine.alignment import Place

WIDTH, HEIGHT, MARGIN = 640, 400, 64
NEAR = 16
"""Units of the picture; dots nearer than this are drawn as one."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot in units of the picture (y downwards) with the members that stand there."""

    members: tuple[str, ...]
    x: float
    y: float
    moves: float


def dots(places: Sequence[Place]) -> tuple[Spot, ...]:
    """Return the dots of a map. Equal distances are equal in both directions; the middle of the picture is the mean."""
    reach = max(max(abs(each.x) / (WIDTH / 2 - MARGIN), abs(each.y) / (HEIGHT / 2 - MARGIN)) for each in places)
    scale = 1 / reach if reach > 1e-9 else 0.0
    out: list[Spot] = []
    for each in places:
        spot = Spot((each.member,), WIDTH / 2 + each.x * scale, HEIGHT / 2 - each.y * scale, (each.moves or 0) * scale)
        near = next((at for at, other in enumerate(out) if _near(spot, other)), None)
        if near is None:
            out.append(spot)
        else:
            out[near] = _joined(out[near], spot)
    return tuple(out)


def _near(one: Spot, other: Spot) -> bool:
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < NEAR**2


def _joined(one: Spot, other: Spot) -> Spot:
    return Spot((*one.members, *other.members), one.x, one.y, max(one.moves, other.moves))
