"""Stored reports: their titles and their words, for the secretariat whose they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from accord.access import Subject
from accord.access.models import Audience
from accord.inbox.models import StoredReport
from accord.inbox.queries.rows import visible_reports
from accord.search.values import Found, Source

MOST_PARAGRAPHS = 500
"""Paragraphs of one report that are searched; a report has a few dozen."""


def _scopes(organisation_id: str) -> Iterator[str]:
    for pk in StoredReport.objects.filter(organisation=organisation_id).values_list("pk", flat=True):
        yield f"report:{pk}"


def _touched(organisation_id: str, _stream: str) -> Iterator[str]:
    yield from _scopes(organisation_id)


def _passages(organisation_id: str, scope: str) -> Iterator[Found]:
    rows = StoredReport.objects.filter(organisation=organisation_id, pk=scope.partition(":")[2])
    readers = Audience.objects.filter(organisation_id=organisation_id, name="secretariat").first()
    for row in rows if readers else ():
        place = {"place": "stored-report", "thing": row.pk, "key": row.pk, "audience": readers.pk if readers else None}
        told = {"kind": "reports", "language": row.language, "day": row.day or row.read_day, **place}
        yield Found(title=row.title, words=row.publisher, named=True, **told)
        paragraphs = filter(None, map(str.strip, row.text.split("\n")))
        for words in islice(paragraphs, MOST_PARAGRAPHS):
            yield Found(title=row.title, words=words, **told)


def _reports(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_reports(by).filter(pk__in=things).values_list("pk", flat=True)


SOURCE = Source(
    streams=("reports",),
    prefixes=("report",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"stored-report": _reports},
)
