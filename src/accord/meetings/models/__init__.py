"""The tables of meetings. Sittings own an audience; papers and notes point to an audience, never up to a sitting."""

from accord.meetings.models.meeting import (
    AgendaItem,
    Circumstance,
    Meeting,
    Seat,
    Sitting,
    TabledNote,
)
from accord.meetings.models.papers import Paper, Station, Step

__all__ = [
    "AgendaItem",
    "Circumstance",
    "Meeting",
    "Paper",
    "Seat",
    "Sitting",
    "Station",
    "Step",
    "TabledNote",
]
