"""Months as weeks of days, and what clashes. Pure: no database, no clock."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from accord.calendar.pages import Clash, DayCell, Happening, Holiday, MonthBlock

SATURDAY = 5
_WEEKS = Calendar(firstweekday=0)


def month(first: date, happenings: Sequence[Happening], holidays: Sequence[Holiday], today: date) -> MonthBlock:
    """Return a month as whole weeks from Monday, each day with what takes place on it."""
    rest = {holiday.day: holiday for holiday in holidays}
    weeks = tuple(
        tuple(_cell(day, first, happenings, rest.get(day), today) for day in week)
        for week in _WEEKS.monthdatescalendar(first.year, first.month)
    )
    return MonthBlock(date(first.year, first.month, 1), weeks)


def _cell(day: date, first: date, happenings: Sequence[Happening], holiday: Holiday | None, today: date) -> DayCell:
    within = (day.year, day.month) == (first.year, first.month)
    here = tuple(each for each in happenings if each.on(day))
    return DayCell(day, within, day == today, day.weekday() >= SATURDAY, here, holiday)


def span(view: str, day: date) -> tuple[date, date]:
    """Return the first and the last day that a view shows: whole weeks of a month, a year, a year from the day on."""
    if view == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if view == "list":
        return day, day + timedelta(days=365)
    weeks = _WEEKS.monthdatescalendar(day.year, day.month)
    return weeks[0][0], weeks[-1][-1]


def neighbours(view: str, day: date) -> tuple[date, date]:
    """Return days in what stands before and behind what a view shows."""
    if view == "year":
        return date(day.year - 1, 1, 1), date(day.year + 1, 1, 1)
    if view == "list":
        return day - timedelta(days=365), day + timedelta(days=365)
    first = day.replace(day=1)
    return (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=31)).replace(day=1)


def clashes(happenings: Sequence[Happening], holidays: Sequence[Holiday]) -> tuple[Clash, ...]:
    """
    Return what clashes, in order of time.

    Two meetings clash where one organ would sit in both at once, or one person is registered for both; two things
    where one member would receive both; a meeting and an activity where members take part in that; a meeting with a
    holiday of a member, its host first. Nothing that is cancelled clashes.
    """
    standing = sorted(
        (each for each in happenings if each.first and not each.cancelled and each.kind in ("meeting", "activity")),
        key=lambda each: (each.first or date.max, each.uid),
    )
    found = [clash for place, one in enumerate(standing) for clash in _with_later(one, standing[place + 1 :])]
    found += [clash for one in standing for clash in _with_rest(one, holidays)]
    return tuple(sorted(found, key=lambda clash: clash.day))


def _with_later(one: Happening, later: Sequence[Happening]) -> Iterator[Clash]:
    last = one.last or one.first or date.min
    for other in later:
        day = other.first or date.max
        if day > last:
            return
        reason = _shared(one, other)
        if reason and _same_hours(one, other):
            yield Clash(day, reason)


def _shared(one: Happening, other: Happening) -> str:
    named = {"one": one.title, "other": other.title}
    organ = next(iter(sorted(set(one.organs) & set(other.organs))), "")
    if organ:
        return _("%(one)s and %(other)s: the %(organ)s sits in both.") % {**named, "organ": organ}
    if one.host and one.host == other.host:
        return _("%(one)s and %(other)s: %(host)s receives both.") % {**named, "host": one.host}
    return _same_people(one, other, named)


def _same_people(one: Happening, other: Happening, named: dict[str, str]) -> str:
    people = sorted(set(one.people) & set(other.people))
    if people:
        return _("%(one)s and %(other)s: registered for both: %(people)s.") % {**named, "people": ", ".join(people)}
    if {one.kind, other.kind} == {"meeting", "activity"}:
        activity = one if one.kind == "activity" else other
        if activity.members:
            codes = ", ".join(activity.members)
            return _("%(one)s and %(other)s at one time: taking part in the activity: %(codes)s.") % {
                **named, "codes": codes,
            }  # fmt: skip
    return ""


def _same_hours(one: Happening, other: Happening) -> bool:
    """Whether the hours overlap; where one has none, its whole days count."""
    if not (one.begins and one.ends and other.begins and other.ends):
        return True
    return one.begins < other.ends and other.begins < one.ends


def _with_rest(one: Happening, holidays: Sequence[Holiday]) -> Iterator[Clash]:
    if one.kind != "meeting":
        return
    for holiday in (each for each in holidays if one.on(each.day)):
        names = dict(holiday.names)
        if one.host in names:
            words = _("%(one)s is on a public holiday of its host, %(host)s: %(holiday)s.")
            yield Clash(holiday.day, words % {"one": one.title, "host": one.host, "holiday": names[one.host]})
        others = ", ".join(f"{code} ({name})" for code, name in holiday.names if code != one.host)
        if others:
            words = _("%(one)s is on a public holiday of: %(others)s.")
            yield Clash(holiday.day, words % {"one": one.title, "others": others})
