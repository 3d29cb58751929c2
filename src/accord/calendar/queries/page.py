"""The calendar as a page: a month, a year, or a list, with what clashes in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accord.access import NotVisible, Subject
from accord.calendar.grid import clashes, month, neighbours, span
from accord.calendar.models import FeedAddress
from accord.calendar.pages import CalendarPage, Happening, Holiday, MonthBlock
from accord.calendar.queries.happenings import happenings, in_order
from accord.calendar.resting import holidays_of
from accord.meetings.queries import announced
from accord.members.queries import members_of, shown_day, visible_organisations

VIEWS = ("month", "year", "list")


def calendar_page(by: Subject, organisation_id: str, view: str = "month", day: date | None = None) -> CalendarPage:
    """
    Return the calendar of an organisation as ``by`` sees it.

    Args:
        view: one of :data:`VIEWS`; anything else is a month.
        day: a day in what is shown; without one, the day that the pages show.

    Raises:
        NotVisible: ``by`` sees no such organisation.
    """
    organisation = visible_organisations(by).filter(pk=organisation_id).first()
    if organisation is None:
        raise NotVisible
    view = view if view in VIEWS else "month"
    today = shown_day(organisation)
    day = day or today
    first, last = span(view, day)
    everything = in_order((*happenings(by, organisation_id), *_announced(by, organisation_id, today)))
    shown = tuple(each for each in everything if _within(each, first, last))
    rest = holidays_of((member.code for member in members_of(organisation)), first, last)
    before, after = neighbours(view, day)
    return CalendarPage(
        organisation=organisation.name,
        view=view,
        day=day,
        months=_months(view, day, shown, rest, today),
        listed=shown,
        undated=tuple(each for each in everything if each.first is None and not each.cancelled),
        clashes=clashes(shown, rest),
        holidays=rest,
        before=before,
        after=after,
        has_address=FeedAddress.objects.filter(user=by.person_id).exists() if by.person_id else False,
    )


def _announced(by: Subject, organisation_id: str, today: date) -> Iterator[Happening]:
    """Yield the next meetings that are announced and not convened; no feed has them, as they may still change."""
    for line in announced(by, organisation_id, today):
        yield Happening(
            uid=f"next-{line.meeting_id}",
            kind="meeting",
            title=line.title,
            first=line.day,
            last=line.day,
            when=line.when,
            place=line.place,
            meeting=line.meeting_id,
        )


def _within(each: Happening, first: date, last: date) -> bool:
    return each.first is not None and each.first <= last and (each.last or each.first) >= first


def _months(
    view: str, day: date, shown: tuple[Happening, ...], rest: tuple[Holiday, ...], today: date
) -> tuple[MonthBlock, ...]:
    if view == "list":
        return ()
    firsts = [date(day.year, number, 1) for number in range(1, 13)] if view == "year" else [day.replace(day=1)]
    return tuple(month(first, shown, rest, today) for first in firsts)
