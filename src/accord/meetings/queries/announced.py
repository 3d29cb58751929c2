"""Meetings that were announced as the next ones, and are not convened yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import F, Q, QuerySet

from accord.access import Subject
from accord.meetings.choices import State
from accord.meetings.minuting import AnnouncedLine
from accord.meetings.models import Meeting, NextMeeting
from accord.meetings.queries.rows import visible_meetings, whole_meetings


def announced(by: Subject, organisation_id: str, day: date) -> tuple[AnnouncedLine, ...]:
    """
    Return the next meetings that meetings up to ``day`` announced and that ``by`` sees not convened, by their day.

    One whose day is over is not ahead any more; one without a day is not, once its organ is convened after it.
    """
    told = whole_meetings(by, day).filter(organisation=organisation_id).exclude(state=State.CANCELLED)
    rows = NextMeeting.objects.filter(Q(day=None) | Q(day__gt=day), meeting__in=told, meeting__day__lte=day)
    ahead = rows.filter(convened=None).select_related("meeting").order_by(F("day").asc(nulls_last=True), "pk")
    return tuple(_lines(ahead, visible_meetings(by, day).filter(organisation=organisation_id, state=State.CONVENED)))


def _lines(rows: QuerySet[NextMeeting], known: QuerySet[Meeting]) -> Iterator[AnnouncedLine]:
    """Yield what no meeting of the same organ has answered."""
    convened = list(known.filter(day__isnull=False).values_list("organ", "day"))
    for row in rows:
        own = {day for organ, day in convened if organ == row.meeting.organ_id}
        answered = row.day in own if row.day else any(day > row.meeting.day for day in own if row.meeting.day)
        if not answered:
            yield AnnouncedLine(row.meeting_id, row.meeting.title, row.day, row.when, row.place)
