"""
A report for the secretariat: the text with its evidence, draft records, and what does not fit.

Source: docs/reference/reading.md, "On a page".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from accord.access import NotVisible, Subject, require
from accord.inbox.access import may_keep_reports, may_read_report
from accord.inbox.choices import DOUBTS, Decision
from accord.inbox.items import called, items_of, why_of
from accord.inbox.models import Item, StoredReport
from accord.inbox.pages import (
    DoubtLine,
    DraftGroup,
    DraftLine,
    ItemPage,
    ReportPage,
    ReportsPage,
    RowLink,
    SourceLine,
    StoredPage,
)
from accord.inbox.queries.links import ROW_KINDS, row_links
from accord.inbox.queries.matching import Known, known_rows, match_of
from accord.inbox.queries.reading import of_same_event, read
from accord.inbox.queries.rows import visible_report_items, visible_reports
from accord.inbox.spans import Mark, pieces_of
from accord.inbox.wording import KINDS, ONE, SEVERITIES, told_of
from accord.members.models import Organ, Organisation

AROUND = 400
"""Characters of the report that stand before and after the words of an item on its page."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the lines of a report need: what there is to compare with, rows by their names, organs and areas by key."""

    known: Known
    links: dict[str, RowLink]
    names: dict[str, str]


def report_page(by: Subject, organisation: Organisation, text: str) -> ReportPage:
    """
    Return what a report says. Nothing is stored.

    Raises:
        Forbidden: it is not for this person to have reports read.
        TooLong: the text is longer than a report.
    """
    require(may_read_report(by, organisation))
    document = read(by, organisation, text)
    rows = [Item(kind=each.kind, data=dict(each.data)) for each in items_of(document)]
    return _reading(text, document["about"], document["date"]["value"] or "", rows, _context(by, organisation))


def reports_page(by: Subject, organisation: Organisation) -> ReportsPage:
    """Return the stored reports. Raises Refused: they are not for this person."""
    require(may_keep_reports(by, organisation))
    lines = tuple(map(_source, _counted(visible_reports(by).filter(organisation=organisation))))
    return ReportsPage(lines, sum(line.waits for line in lines))


def stored_page(by: Subject, report_id: str) -> StoredPage:
    """Return a stored report with its items and what became of them. Raises NotVisible."""
    row = report_row(by, report_id)
    items = [*row.items.all()]
    day = row.read_day.isoformat() if row.read_day else ""
    document = {"meetings": [item.data for item in items if item.kind == "meetings"]}
    beside = of_same_event(by, row.organisation, document, row.pk)
    return StoredPage(
        source=_source(row),
        reading=_reading(row.text, row.about, day, items, _context(by, row.organisation)),
        sha256=row.sha256,
        file_sha256=row.file_sha256,
        stored_at=row.stored_at,
        stored_by=row.stored_by,
        read_at=row.read_at,
        beside=tuple(map(_source, _counted(visible_reports(by).filter(pk__in=[each.pk for each in beside])))),
    )


def item_page(by: Subject, report_id: str, item_id: int) -> ItemPage:
    """Return one item of a stored report beside its words. Raises NotVisible."""
    row = report_row(by, report_id)
    items = [*row.items.all()]
    item = next((each for each in items if each.pk == item_id), None)
    if item is None:
        raise NotVisible
    start, end = item.data["start"], item.data["end"]
    after = [*items[items.index(item) + 1 :], *items[: items.index(item)]]
    context = _context(by, row.organisation)
    meeting, day = _own_meeting(items, context)
    return ItemPage(
        source=_source(row),
        id=item.pk,
        kind=item.kind,
        kind_name=str(ONE[item.kind]),
        before=_before(row.text, start) if end else "",
        words=row.text[start:end],
        after=_after(row.text, end) if end else "",
        line=None if item.kind == DOUBTS else _line("", item, context),
        doubt=_doubt("", item) if item.kind == DOUBTS else None,
        decided_by=item.decided_by,
        decided_at=item.decided_at,
        following=next((each.pk for each in after if not each.decision and not each.gone), 0),
        meeting=meeting,
        meeting_day=day,
        undone_by=_undone_by(item),
    )


def _undone_by(item: Item) -> str:
    """Return the verb that takes a decision back. What was entered is corrected in its room; an empty seat is not."""
    if item.decision != Decision.TAKEN:
        return "reopen" if item.decision else ""
    return "unseat" if item.row.startswith("seat ") else ""


def _before(text: str, start: int) -> str:
    """Return what stands before a place, from a whole word on."""
    words = text[max(0, start - AROUND) : start]
    return words if start <= AROUND else words.partition(" ")[2]


def _after(text: str, end: int) -> str:
    """Return what stands behind a place, up to a whole word."""
    words = text[end : end + AROUND]
    return words if end + AROUND >= len(text) else words.rpartition(" ")[0]


def _own_meeting(items: Sequence[Item], context: Context) -> tuple[str, date | None]:
    """Return the meeting that a report is about, where it is in the register: as decided, else as it seems; its day."""
    for item in items:
        if item.kind == "meetings" and item.data["role"] == "main":
            row = item.row or match_of(item.kind, item.data, context.known)
            if row in context.links:
                pk = row.removeprefix("meeting ")
                return pk, next((day for _organ, day, known in context.known.meetings if known == pk), None)
    return "", None


def report_row(by: Subject, report_id: str) -> StoredReport:
    """Return the row of a stored report, its items counted. Raises NotVisible."""
    found = _counted(visible_reports(by).filter(pk=report_id)).select_related("organisation").first()
    if found is None:
        raise NotVisible
    return found


def item_row(by: Subject, report_id: str, item_id: int) -> Item:
    """Return the row of an item. Raises NotVisible."""
    rows = visible_report_items(by).filter(report=report_id, pk=item_id)
    found = rows.select_related("report__organisation").first()
    if found is None:
        raise NotVisible
    return found


def _counted(rows: Any) -> Any:
    return rows.annotate(
        waits=Count("items", Q(items__decision="", items__gone=False)),
        entered=Count("items", Q(items__decision=Decision.TAKEN)),
    )


def _source(row: Any) -> SourceLine:
    council = row.about == "council"
    day = row.day or row.read_day
    return SourceLine(row.pk, row.publisher, row.title, row.url, day, row.language, council, row.waits, row.entered)


def _context(by: Subject, organisation: Organisation) -> Context:
    links = row_links(by, organisation, *ROW_KINDS)
    areas = {key.removeprefix("area "): link.words for key, link in links.items() if key.startswith("area ")}
    organs = dict(Organ.objects.filter(organisation=organisation).values_list("key", "name"))
    return Context(known_rows(by, organisation), links, {**areas, **organs})


def _reading(text: str, about: str, day: str, items: Sequence[Item], context: Context) -> ReportPage:
    drafts = [item for item in items if item.kind != DOUBTS]
    groups = tuple(_groups(drafts, context))
    doubts = tuple(_doubts([item for item in items if item.kind == DOUBTS]))
    lines = [line for group in groups for line in group.lines]
    ordered = [item for key in KINDS for item in drafts if item.kind == key]
    return ReportPage(
        council=about == "council",
        day=day,
        pieces=pieces_of(text, [*_marks(lines, ordered), *_doubt_marks(doubts, items)]),
        groups=groups,
        doubts=doubts,
        records=len(lines),
        open_records=sum(not line.decision and not line.gone for line in lines),
        open_doubts=sum(not line.decision and not line.gone for line in doubts),
    )


def _groups(drafts: Sequence[Item], context: Context) -> Iterator[DraftGroup]:
    number = 0
    for key, title in KINDS.items():
        items = [item for item in drafts if item.kind == key]
        if items:
            lines = tuple(_line(str(number + place), item, context) for place, item in enumerate(items, 1))
            number += len(items)
            yield DraftGroup(key, str(title), lines)


def _line(label: str, item: Item, context: Context) -> DraftLine:
    match = match_of(item.kind, item.data, context.known)
    return DraftLine(
        label=label,
        words=called(item.data),
        quote=item.data["quote"],
        stated=item.data["status"] == "stated",
        why=why_of(item.data),
        told=told_of(item.kind, item.data, context.names),
        id=item.pk or 0,
        match=context.links.get(match),
        match_key=match if match in context.links else "",
        decision=item.decision,
        decided=str(Decision(item.decision).label) if item.decision else "",
        row=context.links.get(item.row) or (RowLink(item.label, "") if item.label else None),
        note=item.note,
        gone=item.gone,
    )


def _marks(lines: Iterable[DraftLine], items: Iterable[Item]) -> Iterator[Mark]:
    for line, item in zip(lines, items, strict=True):
        if not item.gone:
            yield Mark(line.label, item.data["start"], item.data["end"], doubt=False)


def _doubts(items: Sequence[Item]) -> Iterator[DoubtLine]:
    number = 0
    for item in items:
        placed = bool(item.data["end"])
        number += placed
        yield _doubt(_letters(number) if placed else "", item)


def _doubt(label: str, item: Item) -> DoubtLine:
    return DoubtLine(
        label=label,
        severity=str(SEVERITIES[item.data["severity"]]),
        quote=item.data["quote"],
        why=why_of(item.data),
        expected=str(item.data["expected"] or ""),
        id=item.pk or 0,
        decision=item.decision,
        decided=str(Decision(item.decision).label) if item.decision else "",
        note=" – ".join(filter(None, (item.label, item.note))),
        gone=item.gone,
    )


def _doubt_marks(doubts: Sequence[DoubtLine], items: Sequence[Item]) -> Iterator[Mark]:
    rows = [item for item in items if item.kind == DOUBTS]
    for line, item in zip(doubts, rows, strict=True):
        if not item.gone:
            yield Mark(line.label, item.data["start"], item.data["end"], doubt=True)


def _letters(number: int) -> str:
    """Return A to Z, then AA, AB and on."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
