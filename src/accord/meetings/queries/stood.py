"""What the record tells of how the pages of a meeting stood on a day that is over."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from accord.meetings.models import Meeting, Sitting
from accord.record.models import Entry


@dataclass(frozen=True, slots=True)
class Act:
    """An act on a meeting, as its entry tells of it: the verb, when, on what (an id) and the entry's data."""

    verb: str
    at: datetime
    answer: str
    data: dict[str, Any]


def acts_on(meeting: Meeting, verbs: Collection[str]) -> tuple[Act, ...]:
    """
    Return the acts on a meeting by their verbs, the oldest first, in one query.

    They are read for a reader who has passed the door to the rows, whether or not it sees the entries themselves: from
    them comes when something was done to what it sees, and nothing that it does not see.
    """
    rows = Entry.objects.filter(organisation_id=meeting.organisation_id, verb__in=verbs)
    found = rows.filter(stream__startswith=f"meeting:{meeting.pk}:").order_by("at", "number")
    return tuple(Act(*row) for row in found.values_list("verb", "at", "answer", "data"))


def held_on(meeting: Meeting, sitting: Sitting) -> date:
    """Return the day of a sitting by the clock of its place; where none is known, the first day there is."""
    begins = sitting.begins.astimezone(ZoneInfo(meeting.zone)).date() if sitting.begins else None
    return begins or meeting.day or date.min
