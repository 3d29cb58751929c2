"""The tables of meetings. Sittings own an audience; papers and notes point to an audience, never up to a sitting."""

from accord.meetings.models.agenda import Agenda, AgendaChange, AgendaProposal, ItemDocument
from accord.meetings.models.credentials import Credential, CredentialsNeeded
from accord.meetings.models.floor import Floor, Speaker, Statement
from accord.meetings.models.invitations import ADMITTED, LIVE, Invitation, InvitationWord
from accord.meetings.models.meeting import (
    AgendaItem,
    Circumstance,
    Meeting,
    Seat,
    Sitting,
    TabledNote,
)
from accord.meetings.models.minutes import Correction, Minutes, NextMeeting
from accord.meetings.models.papers import Paper
from accord.meetings.models.participants import Attending, Participant, StaffAdmission

__all__ = [
    "ADMITTED",
    "LIVE",
    "Agenda",
    "AgendaChange",
    "AgendaItem",
    "AgendaProposal",
    "Attending",
    "Circumstance",
    "Correction",
    "Credential",
    "CredentialsNeeded",
    "Floor",
    "Invitation",
    "InvitationWord",
    "ItemDocument",
    "Meeting",
    "Minutes",
    "NextMeeting",
    "Paper",
    "Participant",
    "Seat",
    "Sitting",
    "Speaker",
    "StaffAdmission",
    "Statement",
    "TabledNote",
]
