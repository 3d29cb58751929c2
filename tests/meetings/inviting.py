"""Meetings to which somebody is invited, made through the actions that people use."""

from __future__ import annotations

from typing import Any

from accord.access import Subject
from accord.meetings import actions
from accord.meetings.models import AgendaItem, Invitation, Meeting
from accord.meetings.registration import InvitationEntry
from accord.meetings.values import AgendaEntry
from tests import factories
from tests.factories import MEMBERS, Council, key

CODES = [code for code, _name in MEMBERS]


def meeting_of(council: Council) -> Meeting:
    """Return a meeting with an agenda of two items of the extended sitting."""
    meeting = factories.meeting_of(council)
    items = [AgendaEntry("Clear water", "extended"), AgendaEntry("Next meeting", "extended")]
    actions.set_agenda(meeting.pk, items, by=council.secretariat, key=key())
    return meeting


def invite(council: Council, meeting: Meeting, by: Subject | None = None, **values: Any) -> Invitation:
    entry = InvitationEntry(**{"partner": "XPP", **values})
    return actions.invite(meeting.pk, entry, by=by or council.secretariat, key=key())


def agreed(council: Council, meeting: Meeting, **values: Any) -> Invitation:
    made = invite(council, meeting, **values)
    for code in CODES:
        actions.say(made.pk, "consent", by=council.delegate(code), key=key())
    return made


def sent(council: Council, meeting: Meeting, **values: Any) -> Invitation:
    made = agreed(council, meeting, **values)
    return actions.send(made.pk, by=council.chair, key=key())


def item_of(meeting: Meeting, title: str = "Clear water") -> str:
    return f"item-{AgendaItem.objects.get(meeting=meeting, title=title).handle}"
