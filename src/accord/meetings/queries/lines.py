"""Meetings in lists: a line each, with what is counted of it. The number of queries does not grow with the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, Count, F, Q, QuerySet, When
from django.utils.translation import get_language

from accord.access import Subject
from accord.formats.places import place_name
from accord.meetings.choices import Attendance, Kind, State
from accord.meetings.models import Meeting, Seat, Sitting
from accord.meetings.pages import MeetingLine, MeetingsPage
from accord.meetings.queries.rows import visible_meetings, whole_meetings
from accord.meetings.wording import meeting_sentence
from accord.members.basis import Basis
from accord.members.pages import Called
from accord.members.queries.naming import NameBook, reader_book

PAGE_LENGTH = 200
COLUMNS = (
    "pk", "title", "organ__name", "day", "when", "city", "country", "note", "kind", "state", "reason",
    "source_name", "source_url", "source_date", "standing", "why", "sample", "organ__key", "organisation",
)  # fmt: skip
"""What a line is made of, besides its figures."""


@dataclass(slots=True)
class Figures:
    """What the sentence of a meeting counts."""

    present: int = 0
    members: int = 0
    formats: list[str] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """The sentence."""
        return meeting_sentence(present=self.present, members=self.members, formats=tuple(self.formats))


def meeting_list(by: Subject, organisation_id: str, *, number: int = 1, on: date | None = None) -> MeetingsPage:
    """
    Return a page of the meetings of an organisation that ``by`` can see: without a day first, then newest first.

    Args:
        number: page, from 1; a number beyond the last shows the last. on: as known on this day.
    """
    rows = visible_meetings(by, on).filter(organisation=organisation_id).order_by(F("day").desc(nulls_first=True), "pk")
    paginator = Paginator(rows.values_list(*COLUMNS), PAGE_LENGTH)
    page = paginator.get_page(number)
    return MeetingsPage(lines_of(by, list(page.object_list), on), paginator.count, page.number, paginator.num_pages)


def meeting_names(by: Subject, organisation_id: str, on: date | None = None) -> dict[str, str]:
    """Return the titles of the meetings of an organisation that ``by`` can see, by id, newest first."""
    return dict(visible_meetings(by, on).filter(organisation=organisation_id).values_list("pk", "title"))


def meetings_around(by: Subject, organisation_id: str, day: date) -> tuple[MeetingLine | None, MeetingLine | None]:
    """
    Return the two meetings that a home opens with.

    Returns:
        The meeting of ``day``, else the last one before it; and the first one after it, else one that has no day yet; a
        working group's only where none of another organ is ahead.
    """
    rows = visible_meetings(by).filter(organisation=organisation_id)
    coming = rows.filter(Q(day__gt=day) | Q(day__isnull=True))
    found = [
        _first(rows.filter(day__lte=day).exclude(kind=Kind.SIDE).order_by("-day", "pk")),
        _first(
            coming.exclude(state__in=(State.PROPOSED, State.DECLINED)).order_by(
                Case(When(kind=Kind.GROUP, then=1), default=0), F("day").asc(nulls_last=True), "pk"
            )
        ),
    ]
    lines = iter(lines_of(by, [row for row in found if row]))
    at_hand, following = (next(lines) if row else None for row in found)
    return at_hand, following


def lines_of(by: Subject, rows: Collection[tuple[Any, ...]], on: date | None = None) -> tuple[MeetingLine, ...]:
    """Return meetings, each as its ``COLUMNS``, as lines in the same order."""
    whole = set(whole_meetings(by, on).filter(pk__in=[row[0] for row in rows]).values_list("pk", flat=True))
    book = reader_book(next(iter(rows))[-1]) if rows else NameBook()
    figures = _figures(whole)
    return tuple(_line(row, figures[row[0]], book, whole=row[0] in whole) for row in rows)


def _line(row: tuple[Any, ...], figures: Figures, book: NameBook, *, whole: bool) -> MeetingLine:
    """Return a meeting as a line; for who is invited to a part of it, no more than title, place and day."""
    pk, title, organ, day, when, city, country, note, kind, state, reason, *basis, sample, key, _organisation = row
    held = book.called(f"organ {key}", organ) if organ else Called("")
    return MeetingLine(
        id=pk,
        title=title,
        organ=str(held),
        day=day,
        when=when,
        place=place_name(city, country, get_language() or "en"),
        sentence=figures.sentence,
        note=note if whole else "",
        kind="" if kind == Kind.REGULAR else str(Kind(kind).label),
        state=state,
        reason=reason,
        basis=Basis(*basis),
        name=book.called(f"meeting {pk}", title),
        held_by=held,
        organ_key=key or "",
        sample=sample,
    )


def _first(rows: QuerySet[Meeting]) -> tuple[Any, ...] | None:
    return rows.values_list(*COLUMNS).first()


def _figures(ids: Collection[str]) -> Mapping[str, Figures]:
    """Return what is counted of each of these meetings, in two queries."""
    found: dict[str, Figures] = defaultdict(Figures)
    counts = {"taken": Count("pk", filter=Q(attendance=Attendance.PRESENT)), "places": Count("pk")}
    seats = Seat.objects.filter(meeting__in=ids, member__isnull=False).order_by()
    for pk, present, members in seats.values("meeting").annotate(**counts).values_list("meeting", *counts):
        found[pk].present, found[pk].members = present, members
    for pk, form in Sitting.objects.filter(meeting__in=ids).values_list("meeting", "format"):
        found[pk].formats.append(form)
    return found
