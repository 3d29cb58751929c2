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
from accord.inbox.queries.doubts import doubt_line, doubt_lines
from accord.inbox.queries.links import ROW_KINDS, row_links
from accord.inbox.queries.matching import Known, known_rows, match_of
from accord.inbox.queries.reading import exact_day, of_same_event, read
from accord.inbox.queries.rows import visible_report_items, visible_reports
from accord.inbox.spans import Mark, pieces_of
from accord.inbox.wording import KINDS, ONE, told_of
from accord.members.models import Organ, Organisation
from accord.members.queries.naming import reader_names

AROUND = 400
"""Characters of the report that stand before and after the words of an item on its page."""


@dataclass(frozen=True, slots=True)
class Context:
    """
    What the lines of a report need.

    Attributes:
        known: what there is to compare with. links: rows by their names. names: of organs and areas by key.
        meeting: id of the meeting that the report is about, "" where the register has none; ``day`` of it.
    """

    known: Known
    links: dict[str, RowLink]
    names: dict[str, str]
    meeting: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A report: its words, "council" or "other", its day (None: not known), and the reports it is compared with."""

    text: str
    about: str
    day: date | None
    beside: Sequence[StoredReport]


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
    day = exact_day(document["date"]["value"])
    told = Told(text, document["about"], day, of_same_event(by, organisation, document, ""))
    return _reading(told, rows, _context(by, organisation, rows))


def reports_page(by: Subject, organisation: Organisation) -> ReportsPage:
    """Return the stored reports. Raises Refused: they are not for this person."""
    require(may_keep_reports(by, organisation))
    lines = tuple(map(_source, _counted(visible_reports(by).filter(organisation=organisation))))
    return ReportsPage(lines, sum(line.waits for line in lines))


def stored_page(by: Subject, report_id: str) -> StoredPage:
    """Return a stored report with its items and what became of them. Raises NotVisible."""
    row = report_row(by, report_id)
    items = [*row.items.all()]
    told = Told(row.text, row.about, row.read_day, _beside(by, row, items))
    lines = _counted(visible_reports(by).filter(pk__in=[each.pk for each in told.beside]))
    return StoredPage(
        source=_source(row),
        reading=_reading(told, items, _context(by, row.organisation, items)),
        sha256=row.sha256,
        file_sha256=row.file_sha256,
        stored_at=row.stored_at,
        stored_by=row.stored_by,
        read_at=row.read_at,
        beside=tuple(map(_source, lines)),
        newer=any(each.stored_at > row.read_at for each in told.beside),
    )


def _beside(by: Subject, row: StoredReport, items: Sequence[Item]) -> list[StoredReport]:
    """Return the other stored reports of the meeting that a stored report is about."""
    document = {"meetings": [item.data for item in items if item.kind == "meetings"]}
    return of_same_event(by, row.organisation, document, row.pk)


def item_page(by: Subject, report_id: str, mark: str) -> ItemPage:
    """Return one item of a stored report beside its words. Raises NotVisible."""
    row = report_row(by, report_id)
    items = [*row.items.all()]
    item = next((each for each in items if each.mark == mark), None)
    if item is None:
        raise NotVisible
    start, end = item.data["start"], item.data["end"]
    after = [*items[items.index(item) + 1 :], *items[: items.index(item)]]
    context = _context(by, row.organisation, items)
    match = _match(item, context)
    return ItemPage(
        source=_source(row),
        id=item.mark,
        kind=item.kind,
        kind_name=str(ONE[item.kind]),
        before=_before(row.text, start) if end else "",
        words=row.text[start:end],
        after=_after(row.text, end) if end else "",
        line=None if item.kind == DOUBTS else _line("", item, context),
        doubt=doubt_line("", item, row.text, _beside(by, row, items)) if item.kind == DOUBTS else None,
        decided_by=item.decided_by,
        decided_at=item.decided_at,
        following=next((each.mark for each in after if not each.decision and not each.gone), ""),
        meeting=context.meeting,
        meeting_day=context.day,
        same_first=_says_no_more(item, match),
        undone_by=_undone_by(item),
    )


def _says_no_more(item: Item, match: str) -> bool:
    """Whether what an item seems to be is all that it says: not who did not come, nor the series of a new edition."""
    gone = item.kind == "people" and item.data["attendance"] == "absent" and match.startswith("person ")
    return not gone and not match.startswith("series ")


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


def _own_meeting(items: Sequence[Item], known: Known, links: dict[str, RowLink]) -> tuple[str, date | None]:
    """Return the meeting that a report is about, where it is in the register: as decided, else as it seems; its day."""
    for item in items:
        if item.kind == "meetings" and item.data["role"] == "main":
            row = item.row or match_of(item.kind, item.data, known)
            if row in links:
                pk = row.removeprefix("meeting ")
                return pk, next((day for _organ, day, meeting in known.meetings if meeting == pk), None)
    return "", None


def report_row(by: Subject, report_id: str) -> StoredReport:
    """Return the row of a stored report, its items counted. Raises NotVisible."""
    found = _counted(visible_reports(by).filter(pk=report_id)).select_related("organisation").first()
    if found is None:
        raise NotVisible
    return found


def item_row(by: Subject, report_id: str, mark: str) -> Item:
    """Return the row of an item, by its mark. Raises NotVisible."""
    rows = visible_report_items(by).filter(report=report_id, mark=mark)
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
    said = (row.pk, row.publisher, row.title, row.url, day, row.language)
    return SourceLine(*said, council, row.waits, row.entered, row.sample)


def _context(by: Subject, organisation: Organisation, items: Sequence[Item]) -> Context:
    called = reader_names(organisation)
    links = row_links(by, organisation, *ROW_KINDS, names=called)
    areas = {key.removeprefix("area "): link.words for key, link in links.items() if key.startswith("area ")}
    organs = {
        key: called.get(f"organ {key}", name)
        for key, name in Organ.objects.filter(organisation=organisation).values_list("key", "name")
    }
    known = known_rows(by, organisation)
    return Context(known, links, {**areas, **organs}, *_own_meeting(items, known, links))


def _reading(told: Told, items: Sequence[Item], context: Context) -> ReportPage:
    drafts = [item for item in items if item.kind != DOUBTS]
    groups = tuple(_groups(drafts, context))
    doubts = tuple(doubt_lines([item for item in items if item.kind == DOUBTS], told.text, told.beside))
    lines = [line for group in groups for line in group.lines]
    ordered = [item for key in KINDS for item in drafts if item.kind == key]
    return ReportPage(
        council=told.about == "council",
        day=told.day,
        pieces=pieces_of(told.text, [*_marks(lines, ordered), *_doubt_marks(doubts, items)]),
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
    match = _match(item, context)
    return DraftLine(
        label=label,
        words=called(item.data),
        quote=item.data["quote"],
        stated=item.data["status"] == "stated",
        why=why_of(item.data),
        told=told_of(item.kind, item.data, context.names),
        id=item.mark if item.pk else "",
        match=context.links.get(match),
        match_key=match if match in context.links else "",
        decision=item.decision,
        decided=str(Decision(item.decision).label) if item.decision else "",
        row=context.links.get(item.row) or (RowLink(item.label, "") if item.label else None),
        note=item.note,
        gone=item.gone,
    )


def _match(item: Item, context: Context) -> str:
    """Return the row that an item seems to be, "" for something new; of who did not come, the empty seat first."""
    if item.kind == "people" and item.data["attendance"] == "absent":
        seat = f"seat {context.meeting}/{item.data['member']}"
        if seat in context.links:
            return seat
    return match_of(item.kind, item.data, context.known)


def _marks(lines: Iterable[DraftLine], items: Iterable[Item]) -> Iterator[Mark]:
    for line, item in zip(lines, items, strict=True):
        if not item.gone:
            yield Mark(line.label, item.data["start"], item.data["end"], doubt=False)


def _doubt_marks(doubts: Sequence[DoubtLine], items: Sequence[Item]) -> Iterator[Mark]:
    rows = [item for item in items if item.kind == DOUBTS]
    for line, item in zip(doubts, rows, strict=True):
        if not item.gone:
            yield Mark(line.label, item.data["start"], item.data["end"], doubt=True)
