"""A report read with all that the council knows, beside the other reports of the same event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from accord.access import Subject
from accord.engine.reading import as_json, read_report
from accord.inbox.models import Item, StoredReport
from accord.inbox.queries.lexica import lexica_of
from accord.inbox.queries.register import register_of
from accord.inbox.queries.rows import visible_reports
from accord.members.models import Organisation

MOST_BESIDE = 5
"""Other reports of the same event that one is compared with."""
_SAME_EVENT = 10
"""Days within which two reports of a meeting of one organ are of the same event."""


def read(
    by: Subject, organisation: Organisation, text: str, *, day: date | None = None, of: str = ""
) -> dict[str, Any]:
    """
    Return what a report says, as docs/reference/reading.md describes it. Nothing is stored.

    Args:
        day: of the report, where its words say none. of: id under which it is stored, "" for none.

    Raises:
        TooLong: the text is longer than a report.
    """
    lexica, given = lexica_of(organisation), day.isoformat() if day else ""
    register = register_of(by, organisation, day)
    document = as_json(read_report(text, lexica, register, day=given))
    told = exact_day(document["date"]["value"])
    if told and told != day:
        register = register_of(by, organisation, told)
    beside = [row.text for row in of_same_event(by, organisation, document, of)]
    if beside or (told and told != day):
        document = as_json(read_report(text, lexica, register, beside, given))
    return document


def of_same_event(by: Subject, organisation: Organisation, document: dict[str, Any], of: str) -> list[StoredReport]:
    """Return the other stored reports of the meeting that a report is about."""
    own = next(iter(_mains(document["meetings"])), None)
    if own is None:
        return []
    rows = Item.objects.filter(report__in=visible_reports(by).filter(organisation=organisation), kind="meetings")
    found = [
        item.report
        for item in rows.exclude(report=of).select_related("report").order_by("-report__stored_at")
        if any(_is_same(own, main) for main in _mains([item.data]))
    ]
    return found[:MOST_BESIDE]


def _mains(meetings: Sequence[dict[str, Any]]) -> Iterator[tuple[str, date]]:
    """Yield organ and first day of the meetings that a report is about."""
    for each in meetings:
        first = exact_day(each["from"]["from"] if isinstance(each["from"], dict) else each["from"])
        if each["role"] == "main" and first:
            yield each["organ"]["id"] or each["organ"]["name"], first


def _is_same(one: tuple[str, date], other: tuple[str, date]) -> bool:
    return one[0] == other[0] and abs((one[1] - other[1]).days) <= _SAME_EVENT


def exact_day(words: str | None) -> date | None:
    """Return a day that is written ``YYYY-MM-DD``, None for none."""
    return date.fromisoformat(words) if words else None
