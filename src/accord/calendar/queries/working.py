"""On which days the secretariat works, and what a number of its working days ends at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from accord.access import Allow, NotVisible, Subject
from accord.calendar.access import may_settle_days
from accord.calendar.models import OwnDay
from accord.calendar.pages import Deadline, OwnDayLine, Skipped, WorkingPage, ZoneClock
from accord.calendar.resting import holidays_of, working_in
from accord.engine.rules.periods import WorkingCalendar, in_zones, instant, working_days_after
from accord.members.models import Organisation
from accord.members.pages import ClockLine
from accord.members.queries import clocks_of, visible_organisations
from accord.record import clock

END_OF_WORK = time(18)
"""The hour at which a period ends where none is given."""
YEARS_AHEAD = 3
"""Years in which the end of a period is looked for; it is at most 250 working days."""
UNSETTLED = ClockLine("", "UTC", "UTC")
"""Where nothing is entered of the secretariat."""


def deadline(
    by: Subject, organisation_id: str, days: int, *, at: time = END_OF_WORK, start: date | None = None
) -> Deadline:
    """
    Return the end of a number of working days of the secretariat, as a clock in each zone involved shows it.

    Args:
        days: 1 to 250. at: the hour of the end, as the clock of the secretariat shows it.
        start: the day on which the period begins, which is not counted; today at the secretariat without it.

    Raises:
        NotVisible: ``by`` sees no such organisation.
        RulesError: the clock of the secretariat skips that hour on the last day, or shows it twice.
    """
    return _Ground(by, organisation_id).deadline(days, at, start)


def offers(by: Subject, organisation_id: str, numbers: tuple[int, ...] = (3, 5, 10)) -> tuple[Deadline, ...]:
    """Return the ends of some usual numbers of working days from today. Raises NotVisible."""
    ground = _Ground(by, organisation_id)
    return tuple(ground.deadline(days, END_OF_WORK, None) for days in numbers)


def working_page(by: Subject, organisation_id: str) -> WorkingPage:
    """Return on which days the secretariat works, and the days that it settled itself. Raises NotVisible."""
    ground = _Ground(by, organisation_id)
    lines = tuple(OwnDayLine(row.pk, row.day, row.works, row.name) for row in ground.own)
    settles = isinstance(may_settle_days(by, ground.organisation), Allow)
    weekend = tuple(sorted(ground.calendar.weekend))
    return WorkingPage(ground.seat.city, ground.seat.zone, ground.seat.country, weekend, lines, ground.today, settles)


class _Ground:
    """What a period of one organisation is counted on, read once."""

    def __init__(self, by: Subject, organisation_id: str) -> None:
        organisation = visible_organisations(by).filter(pk=organisation_id).first()
        if organisation is None:
            raise NotVisible
        self.organisation: Organisation = organisation
        clocks = clocks_of(organisation)
        self.seat = next((line for line in clocks if not line.code), UNSETTLED)
        self.members = tuple(line for line in clocks if line.code)
        self.today = clock.now().astimezone(ZoneInfo(self.seat.zone)).date()
        self.own = list(OwnDay.objects.filter(organisation=organisation))

    @property
    def calendar(self) -> WorkingCalendar:
        """On which days the secretariat works."""
        return self.calendar_from(self.today)

    def calendar_from(self, start: date) -> WorkingCalendar:
        """Return on which days it works from a day on: as its country does, but for the days that it settled."""
        country = working_in(self.seat.country, start.year, start.year + YEARS_AHEAD)
        worked = frozenset(row.day for row in self.own if row.works)
        closed = frozenset(row.day for row in self.own if not row.works)
        return replace(
            country, holidays=(country.holidays | closed) - worked, worked=(country.worked | worked) - closed
        )

    def deadline(self, days: int, at: time, start: date | None) -> Deadline:
        """Return the end of a period."""
        begins = start or self.today
        calendar = self.calendar_from(begins)
        last = working_days_after(begins, days, calendar)
        end = instant(last, at, self.seat.zone)
        return Deadline(days, begins, last, end, self.seat.zone, self.seat.city, self._zones(end),
                        self._skipped(begins, last, calendar), bool(self.seat.country))  # fmt: skip

    def _zones(self, end: datetime) -> tuple[ZoneClock, ...]:
        """Return the end in each zone involved: the secretariat's first, its members' in their order, UTC last."""
        places = [self.seat, *self.members]
        cities = {line.zone: line.city for line in reversed(places)}
        codes = {zone: tuple(line.code for line in places if line.code and line.zone == zone) for zone in cities}
        local = ((each.zone, each.at.replace(tzinfo=None)) for each in in_zones(end, [line.zone for line in places]))
        return tuple(ZoneClock(zone, cities.get(zone, zone), at, codes.get(zone, ())) for zone, at in local)

    def _skipped(self, begins: date, last: date, calendar: WorkingCalendar) -> tuple[Skipped, ...]:
        """Return the days within the period that do not count, weekends apart, each with its name where it has one."""
        names = {row.day: row.name for row in self.own}
        for holiday in holidays_of([self.seat.country], begins, last):
            names.setdefault(holiday.day, holiday.names[0][1])
        between = (begins + timedelta(days=ahead) for ahead in range(1, (last - begins).days))
        return tuple(
            Skipped(day, names.get(day, ""))
            for day in between
            if not calendar.works_on(day) and (day.weekday() not in calendar.weekend or day in names)
        )
