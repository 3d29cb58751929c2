"""What was said in meetings and what their records say, for those admitted; nobody finds the draft of one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from accord.access import Subject
from accord.meetings.choices import Approval
from accord.meetings.models import Meeting, Minutes, Statement
from accord.meetings.queries.floor import visible_statements
from accord.meetings.queries.minutes import visible_minutes
from accord.search.values import Found, Source


def _scopes(organisation_id: str) -> Iterator[str]:
    for pk in Meeting.objects.filter(organisation=organisation_id).values_list("pk", flat=True):
        yield f"course:{pk}"


def _touched(_organisation_id: str, stream: str) -> Iterator[str]:
    yield f"course:{stream.split(':')[1]}"


def _passages(organisation_id: str, scope: str) -> Iterator[Found]:
    row = Meeting.objects.filter(pk=scope.partition(":")[2], organisation=organisation_id).first()
    if row is None:
        return
    known: dict[str, Any] = {
        "kind": "meetings",
        "title": row.title,
        "key": row.pk,
        "day": row.day,
        "since": row.shown_from,
        "until": row.shown_until,
    }
    for one in Statement.objects.filter(meeting=row):
        place = {"place": "statement", "thing": one.pk, "label": "speech", "anchor": "statements-head"}
        speaker = ", ".join(filter(None, (one.name, one.post)))
        words = f"{speaker}: {one.wording}" if speaker else one.wording
        yield Found(words=words, audience=one.audience_id, beside=row.audience_id, **place, **known)
    for minutes in Minutes.objects.filter(meeting=row).exclude(state=Approval.DRAFT):
        place = {"place": "minutes", "thing": minutes.pk, "label": "minutes"}
        for heading, words in minutes.parts:
            told = f"{heading}: {words}".strip(": ")
            yield Found(words=told, audience=minutes.audience_id, beside=row.whole_id, **place, **known)


def _statements(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_statements(by).filter(pk__in=things).values_list("pk", flat=True)


def _minutes(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_minutes(by).filter(pk__in=things).values_list("pk", flat=True)


SOURCE = Source(
    streams=("meeting",),
    prefixes=("course",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"statement": _statements, "minutes": _minutes},
)
