"""What changed of all that a subject may see, from the record, folded thing by thing."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.db.models import Count, F, Max, QuerySet, Window
from django.db.models.functions import RowNumber

from accord.access import Subject
from accord.drafting.models import Text
from accord.drafting.queries.entering import NAMED
from accord.drafting.queries.rows import visible_texts
from accord.notices.pages import Change
from accord.record.models import Entry
from accord.record.queries import entry_line, visible_entries

SHOWN = 8
"""Things that are shown; the others are counted."""
LINES = 2
"""Entries that are read of each thing; the others are counted."""


def changes_since(by: Subject, since: datetime | None, until: datetime) -> tuple[tuple[Change, ...], int]:
    """
    Return what others did since an instant, the thing that changed last first, and how many things more there are.

    Texts under negotiation are left out for those who read them by paragraphs: their page has its own mark
    (accord.drafting.queries.since).

    Args:
        since: None for everything. until: what came later is left for the next time.
    """
    rows = _rows(by, since, until)
    streams = rows.order_by().values_list("stream").annotate(count=Count("pk"), last=Max("at"))
    counts: Counter[str] = Counter()
    last: dict[str, datetime] = {}
    for stream, count, at in streams:
        thing = _thing(stream)
        counts[thing] += count
        last[thing] = max(at, last.get(thing, at))
    things = sorted(last, key=lambda thing: (last[thing], thing), reverse=True)
    lines = _lines(rows, {stream for stream, _count, _at in streams if _thing(stream) in things[:SHOWN]})
    shown = tuple(Change(tuple(map(entry_line, lines[thing][:LINES])), counts[thing]) for thing in things[:SHOWN])
    return shown, max(len(things) - SHOWN, 0)


def _rows(by: Subject, since: datetime | None, until: datetime) -> QuerySet[Entry]:
    rows = visible_entries(by).filter(organisation_id=by.organisation_id or "", at__lte=until).exclude(actor=by.name)
    if since:
        rows = rows.filter(at__gt=since)
    if by.role in NAMED:
        texts = visible_texts(by).exclude(state=Text.State.ADOPTED)
        rows = rows.exclude(stream__in=[text.stream for text in texts.only("pk", "audience_id")])
    return rows


def _thing(stream: str) -> str:
    """Return the kind and id of what a stream is about; its audience is left out."""
    return ":".join(stream.split(":")[:2])


def _lines(rows: QuerySet[Entry], streams: set[str]) -> dict[str, list[Entry]]:
    place = Window(RowNumber(), partition_by=F("stream"), order_by=F("number").desc())
    latest = rows.filter(stream__in=streams).annotate(place=place).filter(place__lte=LINES)
    out: dict[str, list[Entry]] = {}
    for row in sorted(latest, key=lambda row: (row.at, row.number), reverse=True):
        out.setdefault(_thing(row.stream), []).append(row)
    return out
