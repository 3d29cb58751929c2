"""
Rows of the register by what an item calls them, "<kind> <key>": how they are called, and where their pages are.

"person 3f9a", "meeting …", "document …", "partner UN", "series skala", "activity skala/2024", "operation kanal",
"area drugs", "priority c0de", "measure 5b1c", "proposal 77ab", "seat <id of the meeting>/XAA" for an empty one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from django.utils.translation import gettext as _

from accord.access import Subject
from accord.commitments.queries.visible import visible_measures, visible_voiced
from accord.documents.queries.rows import visible_documents
from accord.inbox.pages import RowLink
from accord.meetings.choices import Attendance
from accord.meetings.models import Seat
from accord.meetings.queries.rows import every_meeting, every_whole_meeting
from accord.members.models import Organisation, Partner, Person
from accord.members.queries.naming import WORDS
from accord.positions.queries.positions import visible_positions
from accord.programme.models import Priority
from accord.programme.queries.visible import visible_activities, visible_areas, visible_operations, visible_series

Rows = Iterator[tuple[str, RowLink]]
Names = Mapping[str, str]
TITLE_UNKNOWN = "…"
LONGEST_WORDS = 80
"""Characters of a position by which it is told from others."""


def row_links(
    by: Subject, organisation: Organisation, *kinds: str, names: Mapping[str, str] | None = None
) -> dict[str, RowLink]:
    """
    Return the rows of these kinds, in the order of their room.

    Args:
        names: in the reader's language, by what they name; without them rows are called as the register has them.
    """
    return {key: link for kind in kinds for key, link in _ROWS[kind](by, organisation, names or {})}


def _meetings(by: Subject, organisation: Organisation, names: Names) -> Rows:
    for row in every_meeting(by).filter(organisation=organisation):
        title, day = names.get(f"meeting {row.pk}", row.title), row.day.isoformat() if row.day else row.when
        words = ", ".join(filter(None, (title, day, row.city)))
        yield f"meeting {row.pk}", RowLink(words, "meeting", (row.pk,))


def _people(_by: Subject, organisation: Organisation, names: Names) -> Rows:
    for row in Person.objects.filter(organisation=organisation):
        yield f"person {row.pk}", RowLink(names.get(f"person {row.pk}", row.name), "person", (row.pk,))


def _documents(by: Subject, organisation: Organisation, names: Names) -> Rows:
    for row in visible_documents(by).filter(organisation=organisation):
        title = names.get(f"document {row.pk}", row.title)
        words = f"{row.symbol} {title}".strip() or TITLE_UNKNOWN
        yield f"document {row.pk}", RowLink(words, "document", (row.pk,))


def _partners(_by: Subject, organisation: Organisation, names: Names) -> Rows:
    for row in Partner.objects.filter(organisation=organisation):
        yield f"partner {row.code}", RowLink(names.get(f"partner {row.code}", row.name), "partner", (row.code,))


def _activities(by: Subject, organisation: Organisation, names: Names) -> Rows:
    for row in visible_activities(by).filter(organisation=organisation).select_related("series"):
        series = names.get(f"series {row.series.key}", row.series.name)
        link = RowLink(f"{series} {row.edition}", "activity", (row.series.key, row.key))
        yield f"activity {row.series.key}/{row.key}", link


def _series(by: Subject, organisation: Organisation, names: Names) -> Rows:
    for row in visible_series(by).filter(organisation=organisation):
        yield f"series {row.key}", RowLink(names.get(f"series {row.key}", row.name), "series", (row.key,))


def _operations(by: Subject, organisation: Organisation, names: Names) -> Rows:
    for row in visible_operations(by).filter(organisation=organisation):
        yield f"operation {row.key}", RowLink(names.get(f"operation {row.key}", row.name), "operation", (row.key,))


def _areas(by: Subject, organisation: Organisation, names: Names) -> Rows:
    for row in visible_areas(by).filter(organisation=organisation):
        yield f"area {row.key}", RowLink(names.get(f"{WORDS}{row.name}", row.name), "area", (row.key,))


def _priorities(_by: Subject, organisation: Organisation, names: Names) -> Rows:
    for row in Priority.objects.filter(organisation=organisation).select_related("programme__term"):
        term = f" ({row.programme.term.begins.year})" if row.programme else ""
        name = names.get(f"{WORDS}{row.name}", row.name)
        yield f"priority {row.handle}", RowLink(f"{row.number}. {name}{term}", "chairmanship")


def _measures(by: Subject, organisation: Organisation, _names: Names) -> Rows:
    for row in visible_measures(by).filter(organisation=organisation):
        yield f"measure {row.pk}", RowLink(_short(row.words), "followed", (row.pk,))


def _proposals(by: Subject, organisation: Organisation, _names: Names) -> Rows:
    for row in visible_voiced(by).filter(organisation=organisation):
        yield f"proposal {row.pk}", RowLink(f"{row.code or row.who}: {_short(row.words)}", "proposal", (row.pk,))


def _seats(by: Subject, organisation: Organisation, names: Names) -> Rows:
    """Yield the empty seats of members at meetings of which ``by`` sees the whole."""
    whole = every_whole_meeting(by).filter(organisation=organisation)
    rows = Seat.objects.filter(meeting__in=whole, attendance=Attendance.EMPTY, member__isnull=False)
    for row in rows.select_related("meeting", "member"):
        if row.member:
            told = {
                "member": names.get(f"member {row.member.code}", row.member.name),
                "meeting": names.get(f"meeting {row.meeting_id}", row.meeting.title),
            }
            words = _("seat of %(member)s empty: %(meeting)s") % told
            link = RowLink(words, "meeting", (row.meeting_id,), "attendance")
            yield f"seat {row.meeting_id}/{row.member.code}", link


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else f"{words[: LONGEST_WORDS - 1].rstrip()}…"


def _positions(by: Subject, organisation: Organisation, _names: Names) -> Rows:
    for row in visible_positions(by).filter(organisation=organisation):
        yield f"position {row.pk}", RowLink(_short(row.words), "position", (str(row.pk),))


_ROWS: dict[str, Callable[[Subject, Organisation, Names], Rows]] = {
    "meetings": _meetings,
    "people": _people,
    "documents": _documents,
    "partners": _partners,
    "activities": _activities,
    "series": _series,
    "operations": _operations,
    "areas": _areas,
    "priorities": _priorities,
    "positions": _positions,
    "measures": _measures,
    "proposals": _proposals,
    "seats": _seats,
}
ROW_KINDS = tuple(_ROWS)

SAME = {
    "meetings": ("meetings",),
    "people": ("people", "seats"),
    "documents": ("documents",),
    "partners": ("partners",),
    "activities": ("activities", "series"),
    "operations": ("operations",),
    "areas": ("areas",),
    "priorities": ("priorities",),
    "positions": ("positions",),
    "promises": ("measures", "proposals"),
}
"""What an item of a kind can be in the register."""
