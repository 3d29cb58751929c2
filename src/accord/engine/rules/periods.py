"""
Periods and deadlines: working days, local times that exist once, and the same instant in every zone.

A deadline is one instant (UTC) with the zone in which it was set; what people read is always built from both.

Source: docs/reference/silence.md, "Deadlines".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from accord.engine.rules.gathering import RulesError
from accord.engine.said import say

MOST_DAYS = 3_660
"""Days in which the working days of a period must be found; a calendar without any never answers."""


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """
    On which days the secretariat works.

    Attributes:
        weekend: days of the week without work, Monday is 0.
        holidays: days without work besides.
        worked: days with work all the same, for instance a Saturday that is worked for a holiday.
    """

    weekend: frozenset[int] = frozenset({5, 6})
    holidays: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def works_on(self, day: date) -> bool:
        """Whether the secretariat works on this day."""
        return day in self.worked or (day.weekday() not in self.weekend and day not in self.holidays)


@dataclass(frozen=True, slots=True)
class LocalTime:
    """
    An instant as a clock in one zone shows it.

    Attributes:
        at: the local time, aware.
        zone: its IANA name.
        code: what the zone is called at that time, for instance "+05" or "CET".
    """

    at: datetime
    zone: str
    code: str


def zone_of(name: str) -> ZoneInfo:
    """Return the zone with this IANA name. Raises :class:`RulesError` when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise RulesError(
            say("{name!r} is no time zone; write a name such as Asia/Almaty or Europe/Vienna.", name=name)
        ) from None


def instant(day: date, at: time, zone: str) -> datetime:
    """
    Return the instant (UTC) of a local time.

    Raises:
        RulesError: the clocks of the zone skip this time on that day, or show it twice; the message says which.
    """
    local = datetime.combine(day, at)
    first, second = (local.replace(tzinfo=zone_of(zone), fold=fold) for fold in (0, 1))
    if first.astimezone(UTC).astimezone(first.tzinfo).replace(tzinfo=None) != local:
        raise RulesError(
            say("{local:%Y-%m-%d %H:%M} does not exist in {zone}: its clocks go forward then.", local=local, zone=zone)
        )
    if first.utcoffset() != second.utcoffset():
        raise RulesError(
            say(
                "{local:%Y-%m-%d %H:%M} comes twice in {zone}: its clocks go back then. Take another hour.",
                local=local,
                zone=zone,
            )
        )
    return first.astimezone(UTC)


def in_zones(at: datetime, zones: Iterable[str]) -> tuple[LocalTime, ...]:
    """Return an instant as each zone shows it, in the given order, UTC last and once."""
    names = [*dict.fromkeys(name for name in zones if name != "UTC"), "UTC"]
    local = ((at.astimezone(zone_of(name)), name) for name in names)
    return tuple(LocalTime(each, name, each.tzname() or "") for each, name in local)


def working_days_after(start: date, days: int, calendar: WorkingCalendar) -> date:
    """
    Return the last day of a period of ``days`` working days; the day on which it begins is not counted.

    Raises:
        RulesError: ``days`` is not at least 1, or the calendar has not as many working days within ten years.
    """
    if days < 1:
        raise RulesError(say("a period has at least one working day, not {days}.", days=days))
    left = days
    for ahead in range(1, MOST_DAYS):
        day = start + timedelta(days=ahead)
        left -= calendar.works_on(day)
        if not left:
            return day
    raise RulesError(
        say("the calendar has no {days} working days within ten years of {start}.", days=days, start=start.isoformat())
    )
