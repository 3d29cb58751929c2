"""What the record tells of how the pages of a meeting stood on a day that is over."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from accord.access import Subject
from accord.meetings.models import Meeting, Sitting
from accord.record.queries import visible_entries


@dataclass(frozen=True, slots=True)
class Act:
    """An act on a meeting, as its entry tells of it: the verb, when, on what (an id) and the entry's data."""

    verb: str
    at: datetime
    answer: str
    data: dict[str, Any]


def acts_on(by: Subject, meeting: Meeting, verbs: Collection[str]) -> tuple[Act, ...]:
    """Return the acts on a meeting that ``by`` can see in the record, by their verbs, the oldest first; one query."""
    rows = visible_entries(by).filter(organisation_id=meeting.organisation_id, verb__in=verbs)
    found = rows.filter(stream__startswith=f"meeting:{meeting.pk}:").order_by("at", "number")
    return tuple(Act(*row) for row in found.values_list("verb", "at", "answer", "data"))


def held_on(meeting: Meeting, sitting: Sitting) -> date:
    """Return the day of a sitting by the clock of its place; where none is known, the first day there is."""
    begins = sitting.begins.astimezone(ZoneInfo(meeting.zone)).date() if sitting.begins else None
    return begins or meeting.day or date.min
