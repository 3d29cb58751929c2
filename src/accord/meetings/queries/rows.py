"""The only doors to the rows of meetings: what this subject can see, and nothing else."""

from __future__ import annotations

from django.db.models import QuerySet

from accord.access import NotVisible, Subject
from accord.access.queries import visible_audiences
from accord.meetings.models import Format, Meeting, Paper, Sitting, TabledNote


def visible_meetings(by: Subject) -> QuerySet[Meeting]:
    """Meetings whose audience admits ``by``, newest first, those without a day at the head."""
    return Meeting.objects.filter(audience__in=visible_audiences(by))


def admitted_sittings(by: Subject) -> QuerySet[Sitting]:
    """Sittings in which ``by`` may hear and table: those whose own audience admits it."""
    return Sitting.objects.filter(audience__in=visible_audiences(by))


def visible_notes(by: Subject) -> QuerySet[TabledNote]:
    """Papers tabled in sittings to which ``by`` is admitted."""
    return TabledNote.objects.filter(audience__in=visible_audiences(by))


def visible_papers(by: Subject) -> QuerySet[Paper]:
    """Papers before meetings that ``by`` can see, whose audience admits it."""
    return Paper.objects.filter(meeting__in=visible_meetings(by), audience__in=visible_audiences(by))


def sitting_id(meeting: Meeting, form: str) -> int:
    """Return the key of the meeting's sitting of this format. Raises NotVisible where there is none."""
    found = Sitting.objects.filter(meeting=meeting, format=form).values_list("pk", flat=True).first()
    if found is None:
        raise NotVisible
    return found


def narrow_audience(by: Subject, meeting_id: str) -> str:
    """Return the id of the audience of a meeting's narrow sitting. Raises NotVisible for who is not admitted to it."""
    rows = admitted_sittings(by).filter(meeting__in=visible_meetings(by), meeting=meeting_id, format=Format.NARROW)
    found = rows.values_list("audience_id", flat=True).first()
    if found is None:
        raise NotVisible
    return found
