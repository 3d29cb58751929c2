"""Days without an hour as instants: they end with their last minute."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from accord.access import Subject
from accord.members.queries import clocks_of, organisation_of

LAST_MINUTE = time(23, 59)


def end_of(day: date, zone: str) -> datetime:
    """Return the last minute of a day in a zone (IANA)."""
    return datetime.combine(day, LAST_MINUTE, ZoneInfo(zone))


def zone_of_secretariat(by: Subject) -> str:
    """Return the zone of the secretariat of the subject's organisation, UTC where it is not entered."""
    clocks = clocks_of(organisation_of(by))
    return clocks[0].zone if clocks and not clocks[0].code else "UTC"
