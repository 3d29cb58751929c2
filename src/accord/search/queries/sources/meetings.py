"""Meetings with their facts, agenda, papers and seats; papers tabled in a sitting, for those admitted to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from accord.access import Subject
from accord.meetings.models import AgendaItem, Circumstance, Meeting, Paper, Seat, TabledNote
from accord.meetings.queries.rows import visible_items, visible_meetings, visible_notes, visible_papers
from accord.search.values import Found, Source


def _scopes(organisation_id: str) -> Iterator[str]:
    for pk in Meeting.objects.filter(organisation=organisation_id).values_list("pk", flat=True):
        yield f"meeting:{pk}"


def _touched(_organisation_id: str, stream: str) -> Iterator[str]:
    yield ":".join(stream.split(":")[:2])


def _passages(organisation_id: str, scope: str) -> Iterator[Found]:
    rows = Meeting.objects.filter(pk=scope.partition(":")[2], organisation=organisation_id)
    row = rows.select_related("organ").prefetch_related("organs").first()
    if row is None:
        return
    known: dict[str, Any] = {
        "kind": "meetings",
        "title": row.title,
        "day": row.day,
        "since": row.shown_from,
        "until": row.shown_until,
    }
    of_meeting = {**known, "place": "meeting", "thing": row.pk, "key": row.pk}
    yield Found(words=_line(row), named=True, audience=row.audience_id, **of_meeting)
    whole = {**of_meeting, "audience": row.whole_id, "beside": row.audience_id}
    yield Found(words=_facts(row), **whole)
    for fact in Circumstance.objects.filter(meeting=row):
        since = max(filter(None, (fact.shown_from, row.shown_from)), default=None)
        yield Found(words=f"{fact.label}: {fact.fact}", **{**whole, "since": since})
    yield Found(words="; ".join(_seat(seat) for seat in Seat.objects.filter(meeting=row)), label="seats", **whole)
    for item in AgendaItem.objects.filter(meeting=row).select_related("sitting"):
        yield _item(item, {**of_meeting, "beside": row.audience_id})
    for paper in Paper.objects.filter(meeting=row).exclude(title=""):
        place = {**of_meeting, "place": "paper", "thing": str(paper.pk), "anchor": "papers", "label": "paper"}
        yield Found(words=paper.title, audience=paper.audience_id, beside=row.whole_id, **place)
    for note in TabledNote.objects.filter(meeting=row).select_related("item"):
        yield _note(note, known)


def _line(row: Meeting) -> str:
    """Return what a list says of a meeting: the organ, the place, the time where no day is fixed."""
    place = ", ".join(filter(None, (row.city, row.country)))
    return " · ".join(filter(None, (row.organ.name if row.organ else "", place, row.when, row.note)))


def _facts(row: Meeting) -> str:
    """Return what else is known of it: who presided, and which organs met."""
    return " · ".join(filter(None, (row.chair_name, *(organ.name for organ in row.organs.all()))))


def _item(row: AgendaItem, known: dict[str, Any]) -> Found:
    sitting = row.sitting.audience_id if row.sitting else None
    place = {"place": "item", "thing": str(row.pk), "anchor": "sittings", "label": "item"}
    words = " · ".join(filter(None, (row.title, row.rapporteur)))
    return Found(**{**known, **place}, words=words, audience=row.audience_id, other=sitting, third=row.guests_id)


def _seat(row: Seat) -> str:
    return ", ".join(filter(None, (row.person, row.role)))


def _note(row: TabledNote, known: dict[str, Any]) -> Found:
    place = {"place": "note", "thing": row.pk, "key": row.pk, "label": "note", "title": row.title}
    guests = row.item.guests_id if row.item else None
    return Found(**{**known, **place}, words=row.wording, named=True, audience=row.audience_id, other=guests)


def _meetings(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_meetings(by).filter(pk__in=things).values_list("pk", flat=True)


def _items(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    rows = visible_items(by).filter(meeting__in=visible_meetings(by), pk__in=things)
    return map(str, rows.values_list("pk", flat=True))


def _papers(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return map(str, visible_papers(by).filter(pk__in=things).values_list("pk", flat=True))


def _notes(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_notes(by).filter(pk__in=things).values_list("pk", flat=True)


SOURCE = Source(
    streams=("meeting",),
    prefixes=("meeting",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"meeting": _meetings, "item": _items, "paper": _papers, "note": _notes},
)
