"""The tables of positions."""

from accord.positions.models.positions import Correction, Position, Settling
from accord.positions.models.situations import Assessment, DrawnUp, Situation, SituationPoint
from accord.positions.models.wishes import Showing, Wish

__all__ = [
    "Assessment",
    "Correction",
    "DrawnUp",
    "Position",
    "Settling",
    "Showing",
    "Situation",
    "SituationPoint",
    "Wish",
]
