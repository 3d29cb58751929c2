"""The tables of positions."""

from accord.positions.models.positions import Position, Settling
from accord.positions.models.situations import Assessment, Situation, SituationPoint
from accord.positions.models.wishes import Showing, Wish

__all__ = ["Assessment", "Position", "Settling", "Showing", "Situation", "SituationPoint", "Wish"]
