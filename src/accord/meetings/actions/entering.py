"""What the acts on a meeting share: their entry in the record, and who sees the meeting."""

from __future__ import annotations

from typing import Any

from accord.access import Role
from accord.access.models import Audience
from accord.access.queries import audience_of, council_audience, public_audience
from accord.access.subjects import seat
from accord.meetings.choices import Format
from accord.meetings.models import Meeting
from accord.members.models import Organisation
from accord.record import acts as record


def meeting_by_id(pk: str) -> Meeting:
    """Load the answer of an act on a meeting."""
    return Meeting.objects.get(pk=pk)


def enter(act: record.Act, meeting: Meeting, audience: Audience, data: dict[str, Any], *, answer: str) -> None:
    """Write the entry of an act in the meeting's stream of this audience."""
    act.entry(
        organisation_id=meeting.organisation_id,
        stream=f"meeting:{meeting.pk}:{audience.pk}",
        audience=audience,
        data=data,
        answer=answer,
    )


def meeting_audience(organisation: Organisation) -> Audience:
    """Return who sees that a meeting takes place."""
    return public_audience(organisation.pk) if organisation.public else council_audience(organisation.pk)


def sitting_audience(organisation: Organisation, meeting: Meeting, form: str) -> Audience:
    """
    Return for whom what is tabled in a sitting exists: all delegations, the chair, the secretariat; no partner.

    That a sitting took place is as public as its meeting. A narrow one has an audience of its own, so that it can
    admit fewer.
    """
    if form != Format.NARROW:
        return council_audience(organisation.pk)
    presiding = [seat(organisation.pk, role) for role in (Role.CHAIR, Role.SECRETARIAT)]
    return audience_of(organisation.pk, f"narrow {meeting.pk}", [f"{organisation.pk}:member-seat", *presiding])
