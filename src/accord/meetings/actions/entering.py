"""What the acts on a meeting share: their entry in the record, and who sees the meeting."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.access.ids import new_id
from accord.access.models import Audience
from accord.access.queries import audience_of, is_public, named_audience, public_audience
from accord.access.subjects import member_seat
from accord.meetings.models import Meeting
from accord.members.errors import Unfit
from accord.members.models import Organisation
from accord.record import acts as record


def meeting_by_id(pk: str) -> Meeting:
    """Load the answer of an act on a meeting."""
    return Meeting.objects.get(pk=pk)


def enter(act: record.Act, meeting: Meeting, audience: Audience, data: dict[str, Any], *, answer: str) -> None:
    """
    Write the entry of an act in the meeting's stream of this audience.

    An entry names who acted and counts what there is: guests see none of it, whatever they are admitted to.
    """
    told = audience if is_public(audience) else named_audience(audience)
    act.entry(
        organisation_id=meeting.organisation_id,
        stream=f"meeting:{meeting.pk}:{told.pk}",
        audience=told,
        data=data,
        answer=answer,
    )


def require_begun(act: record.Act, meeting: Meeting) -> None:
    """Refuse what can be told only of a meeting whose day has come, by the clock of its place. Raises Unfit."""
    if meeting.day is None or meeting.day <= act.at.astimezone(ZoneInfo(meeting.zone)).date():
        return
    words = _("The meeting is on %(day)s by the clock of its place: what happened there is entered from that day on.")
    raise Unfit("day", words % {"day": date_format(meeting.day, "j E Y")})


def meeting_audience(organisation: Organisation, name: str) -> Audience:
    """
    Return a new audience of who sees a meeting, or sees the whole of it; for a public organisation, everybody.

    Args:
        name: of the audience, "meeting <id>".
    """
    if organisation.public:
        return public_audience(organisation.pk)
    return audience_of(organisation.pk, name, [member_seat(organisation.pk)], open_=True)


def sitting_audience(organisation: Organisation, form: str) -> Audience:
    """
    Return a new audience of a sitting: all delegations, the chair, the secretariat; no guest before it is invited.

    That a sitting took place is as public as its meeting. What is tabled in it exists for those admitted alone.
    """
    return audience_of(organisation.pk, f"{form} sitting {new_id()}", [member_seat(organisation.pk)], open_=True)
