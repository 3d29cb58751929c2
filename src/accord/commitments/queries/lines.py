"""Measures and commitments as they stand on a day. The number of queries does not grow with their number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from accord.access import Role, Subject
from accord.commitments.access import owners_of
from accord.commitments.models import Commitment, Measure, ProgressReport
from accord.commitments.pages import FollowedLine, Place
from accord.commitments.queries.visible import visible_commitments, visible_measures
from accord.commitments.standing import MARKS, said_of, standing_of
from accord.commitments.wording import indicator_told, period_told
from accord.engine import text as engine
from accord.members.basis import Basis
from accord.members.pages import NO_NAME, Called
from accord.members.queries.naming import NameBook, book_of
from accord.programme.models import Priority
from accord.programme.pages import ReportLine
from accord.programme.queries.reporting import report_lines, seen_evidence


def measures_on(
    by: Subject, organisation_id: str, day: date, priorities: Iterable[int] | None = None
) -> tuple[FollowedLine, ...]:
    """Return the measures that ``by`` sees on a day, of these priorities; without any, all."""
    rows = visible_measures(by, day).filter(organisation=organisation_id)
    rows = rows if priorities is None else rows.filter(priority__in=priorities)
    return lines_of(by, organisation_id, list(rows.prefetch_related("reports")), day)


def commitments_on(by: Subject, organisation_id: str, day: date, adoption: str = "") -> tuple[FollowedLine, ...]:
    """Return the commitments that ``by`` sees on a day, of one adopted text or of all."""
    rows = visible_commitments(by, day).filter(organisation=organisation_id)
    rows = rows.filter(adoption=adoption) if adoption else rows
    found = rows.select_related("adoption__version").prefetch_related("reports")
    return lines_of(by, organisation_id, list(found), day)


def lines_of(
    by: Subject, organisation_id: str, rows: Sequence[Measure | Commitment], day: date
) -> tuple[FollowedLine, ...]:
    """Return rows, whose reports are read, as pages show them on a day."""
    every: list[ProgressReport] = [report for row in rows for report in row.reports.all()]
    seen, book = seen_evidence(by, every), book_of(organisation_id)
    return tuple(_line(by, row, report_lines(row.reports.all(), day, seen), book, day) for row in rows)


def _line(
    by: Subject, row: Measure | Commitment, reports: tuple[ReportLine, ...], book: NameBook, day: date
) -> FollowedLine:
    standing, owners = standing_of(reports, row.due, day), owners_of(row)
    area = row.area or (row.priority.area if row.priority else None)
    measure = row if isinstance(row, Measure) else None
    return FollowedLine(
        id=row.pk,
        kind="measure" if measure else "commitment",
        words=row.words,
        owners=owners,
        owner=_owner(row, book),
        begins=measure.begins if measure else None,
        due=row.due,
        period=period_told(measure.begins if measure else None, row.due, row.when),
        indicator=indicator_told(measure.indicator, measure.target, measure.unit) if measure else "",
        area=area.name if area else "",
        area_key=area.key if area else "",
        priority=_priority(row.priority),
        priority_id=row.priority_id,
        status=standing.value,
        state=str(standing.label),
        mark=MARKS[standing],
        said=str(said_of(reports).label),
        reports=reports,
        place=_place(row) if isinstance(row, Commitment) else None,
        sample=row.sample,
        mine=by.role == Role.DELEGATE and by.organisation_id == row.organisation_id and by.delegation in owners,
        basis=Basis.of(row),
    )


def _owner(row: Measure | Commitment, book: NameBook) -> Called:
    if isinstance(row, Commitment):
        return Called(row.binds) if row.binds else NO_NAME
    return book.organ(row.organ) if row.organ else Called(row.office)


def _priority(row: Priority | None) -> tuple[int, str] | None:
    return (row.number, row.name) if row else None


def _place(row: Commitment) -> Place:
    body = row.adoption.version.body
    named = dict(zip((block.id for block in body.blocks), engine.labels(body), strict=True))
    wording = next((engine.project_block(each, None) for each in body.blocks if each.id == row.block), row.words)
    title = f"{row.adoption.text.symbol} {row.adoption.text.title}".strip()
    return Place(row.adoption_id, title, named.get(row.block, ""), wording[: row.start], wording[row.end :])
