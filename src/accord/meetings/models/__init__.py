"""The tables of meetings. Sittings own an audience; papers and notes point to an audience, never up to a sitting."""

from accord.meetings.models.invitations import ADMITTED, LIVE, Invitation, InvitationWord
from accord.meetings.models.meeting import (
    AgendaItem,
    Circumstance,
    Meeting,
    Seat,
    Sitting,
    TabledNote,
)
from accord.meetings.models.papers import Paper, Station, Step
from accord.meetings.models.participants import Attending, Participant, StaffAdmission

__all__ = [
    "ADMITTED",
    "LIVE",
    "AgendaItem",
    "Attending",
    "Circumstance",
    "Invitation",
    "InvitationWord",
    "Meeting",
    "Paper",
    "Participant",
    "Seat",
    "Sitting",
    "StaffAdmission",
    "Station",
    "Step",
    "TabledNote",
]
