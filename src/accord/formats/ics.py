"""
Appointments as iCalendar (RFC 5545), for calendar programs that follow an address.

An appointment keeps its UID whatever changes; SEQUENCE and LAST-MODIFIED tell programs that it has changed, STATUS that
it is cancelled. Hours are written in the zone of the place, with the zone's rules beside. Words are one line each: a
character that ends a line, turns its direction or cannot be seen never gets into the file.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event


@dataclass(frozen=True, slots=True)
class Appointment:
    """
    What a calendar program shows.

    Attributes:
        uid: the same for as long as it is the same appointment.
        first, last: its days, where it has no hours. begins, ends: instants, where it has.
        zone: IANA zone in which the hours are written. revision: how often it was changed.
    """

    uid: str
    title: str
    first: date
    last: date
    begins: datetime | None = None
    ends: datetime | None = None
    zone: str = "UTC"
    place: str = ""
    cancelled: bool = False
    revision: int = 0
    changed_at: datetime | None = None


def write_calendar(name: str, appointments: Iterable[Appointment], *, stamp: datetime) -> bytes:
    """
    Return a calendar as bytes of iCalendar; the same appointments and stamp give the same bytes.

    Args:
        name: how the calendar is called. stamp: when it is written.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Accord//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _line(name))
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    for each in appointments:
        calendar.add_component(_event(each, stamp))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(each: Appointment, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", each.uid)
    event.add("dtstamp", (each.changed_at or stamp).astimezone(UTC))
    event.add("summary", _line(each.title))
    event.add("sequence", each.revision)
    event.add("status", "CANCELLED" if each.cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if each.begins else "TRANSPARENT")
    if each.changed_at:
        event.add("last-modified", each.changed_at.astimezone(UTC))
    if each.place:
        event.add("location", _line(each.place))
    _add_time(event, each)
    return event


def _line(words: str) -> str:
    """Return words as one line: separators of lines and controls are spaces, and what cannot be seen is left out."""
    kept = (_UNSEEN.get(unicodedata.category(char), char) for char in words)
    return " ".join("".join(kept).split())


_UNSEEN = {"Cc": " ", "Zl": " ", "Zp": " ", "Cf": "", "Cs": "", "Cn": ""}
"""What stands for a character of these categories of Unicode."""


def _add_time(event: Event, each: Appointment) -> None:
    """Write the hours in the zone of the place; without hours whole days, whose end is the day behind the last."""
    if each.begins is None:
        event.add("dtstart", each.first)
        event.add("dtend", each.last + timedelta(days=1))
        return
    zone = ZoneInfo(each.zone)
    event.add("dtstart", each.begins.astimezone(zone))
    if each.ends and each.ends > each.begins:
        event.add("dtend", each.ends.astimezone(zone))
