"""Documents on their way: titles in every language, symbols, what the draft is about, and what is reported of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from accord.access import Subject
from accord.documents.models import Document, GivenSymbol, Report
from accord.documents.queries.rows import visible_documents
from accord.search.values import Found, Source


def _scopes(organisation_id: str) -> Iterator[str]:
    for pk in Document.objects.filter(organisation=organisation_id).values_list("pk", flat=True):
        yield f"document:{pk}"


def _touched(organisation_id: str, stream: str) -> Iterable[str]:
    """Return the document of a stream of its own; all of them for the stream in which they are begun."""
    first, key = stream.split(":")[:2]
    return [f"document:{key}"] if first == "document" else _scopes(organisation_id)


def _passages(organisation_id: str, scope: str) -> Iterator[Found]:
    row = Document.objects.filter(pk=scope.partition(":")[2], organisation=organisation_id).first()
    title = (row.title or next(iter(row.titles.values()), "") or row.symbol) if row else ""
    if row is None or not title:
        return
    known: dict[str, Any] = {"kind": "documents", "place": "document", "thing": row.pk, "key": row.pk, "title": title}
    told = {**known, "audience": row.audience_id, "since": row.begun}
    words = " · ".join(filter(None, (row.symbol, *row.titles.values(), row.period)))
    yield Found(words=words, named=True, language=row.tongue, day=row.begun, **told)
    yield Found(words=row.outline, label="outline", language=row.tongue, day=row.begun, **told)
    for symbol in GivenSymbol.objects.filter(document=row):
        of_symbol = {**told, "audience": symbol.audience_id, "beside": row.audience_id, "since": symbol.day}
        yield Found(words=f"{symbol.symbol} {symbol.words}".strip(), day=symbol.day, **of_symbol)
    for report in Report.objects.filter(document=row):
        yield Found(words=report.words, label="report", day=report.day, **{**told, "since": report.day})


def _documents(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_documents(by).filter(pk__in=things).values_list("pk", flat=True)


SOURCE = Source(
    streams=("document", "documents"),
    prefixes=("document",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"document": _documents},
)
