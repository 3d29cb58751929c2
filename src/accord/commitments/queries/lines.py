"""Measures and commitments as they stand on a day. The number of queries does not grow with their number."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import chain

from django.db.models import Prefetch, QuerySet

from accord.access import Role, Subject
from accord.access.queries import visible_audiences
from accord.commitments.access import owners_of
from accord.commitments.models import Commitment, Correction, Measure, ProgressReport
from accord.commitments.models.followed import Planned
from accord.commitments.pages import FollowedLine, Place
from accord.commitments.queries.visible import visible_commitments, visible_measures
from accord.commitments.righting import planned_by
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
    by: Subject, organisation_id: str, day: date, priorities: Iterable[str] | None = None
) -> tuple[FollowedLine, ...]:
    """Return the measures that ``by`` sees on a day, of these priorities (by handle); without any, all."""
    rows = visible_measures(by, day).filter(organisation=organisation_id)
    rows = rows if priorities is None else rows.filter(priority__handle__in=priorities)
    return lines_of(by, organisation_id, list(with_corrections(rows)), day)


def with_corrections(rows: QuerySet[Measure]) -> QuerySet[Measure]:
    """Return measures with all that their lines need; the same number of queries for any number of them."""
    before = Correction.objects.select_related("member", "organ", "area")
    return rows.prefetch_related("reports", Prefetch("corrections", before))


def commitments_on(by: Subject, organisation_id: str, day: date, adoption: str = "") -> tuple[FollowedLine, ...]:
    """Return the commitments that ``by`` sees on a day, of one adopted text or of all."""
    rows = visible_commitments(by, day).filter(organisation=organisation_id)
    rows = rows.filter(adoption=adoption) if adoption else rows
    found = rows.select_related("adoption__version").prefetch_related("reports")
    return lines_of(by, organisation_id, list(found), day)


def lines_of(
    by: Subject, organisation_id: str, rows: Sequence[Measure | Commitment], day: date
) -> tuple[FollowedLine, ...]:
    """Return rows, whose reports and corrections are read, as pages show them on a day."""
    if not rows:
        return ()
    inside = _admitted(by, rows)
    told = {row.pk: _open_to(row, inside) for row in rows}
    seen, book = seen_evidence(by, chain(*told.values())), book_of(organisation_id)
    return tuple(
        _line(by, row, report_lines(told[row.pk], day, seen), book, day, whole=_is_whole(row, inside)) for row in rows
    )


def _admitted(by: Subject, rows: Sequence[Measure | Commitment]) -> frozenset[str]:
    """Return the audiences of commitments that admit ``by``; the others are read in released texts alone."""
    wanted = {row.audience_id for row in rows if isinstance(row, Commitment)}
    found = visible_audiences(by).filter(pk__in=wanted).values_list("pk", flat=True) if wanted else ()
    return frozenset(found)


def _is_whole(row: Measure | Commitment, inside: Collection[str]) -> bool:
    """Whether the reader sees all that is reported of something."""
    return isinstance(row, Measure) or row.audience_id in inside


def _open_to(row: Measure | Commitment, inside: Collection[str]) -> list[ProgressReport]:
    """Return the reports that the reader sees."""
    every = list(row.reports.all())
    return every if _is_whole(row, inside) else [report for report in every if report.open]


def _line(
    by: Subject,
    row: Measure | Commitment,
    reports: tuple[ReportLine, ...],
    book: NameBook,
    day: date,
    *,
    whole: bool,
) -> FollowedLine:
    stand = stand_on(row, day) if isinstance(row, Measure) else row
    standing, owners = standing_of(reports, stand.due, day, whole=whole), owners_of(stand)
    area = stand.area or (row.priority.area if row.priority else None)
    return FollowedLine(
        id=row.pk,
        kind="measure" if isinstance(row, Measure) else "commitment",
        words=stand.words,
        owners=owners,
        owner=_owner(stand, book),
        begins=None if isinstance(stand, Commitment) else stand.begins,
        due=stand.due,
        period=period_of(stand),
        indicator=indicator_of(stand),
        area=area.name if area else "",
        area_key=area.key if area else "",
        priority=_priority(row.priority),
        priority_id=row.priority.handle if row.priority else "",
        status=standing.value,
        state=str(standing.label),
        mark=MARKS[standing],
        said=str(said_of(reports).label),
        reports=reports,
        place=_place(row) if isinstance(row, Commitment) else None,
        sample=row.sample,
        whole=whole,
        mine=by.role == Role.DELEGATE and by.organisation_id == row.organisation_id and by.delegation in owners,
        basis=Basis.of(stand),
    )


def stand_on(row: Measure, day: date) -> Measure | Correction:
    """Return what was planned by a day, with what was later found to be a mistake put right."""
    return planned_by((*row.corrections.all(), row), day)


def period_of(stand: Planned | Commitment) -> str:
    """Return the period in words; "" where nothing is known."""
    return period_told(None if isinstance(stand, Commitment) else stand.begins, stand.due, stand.when)


def indicator_of(stand: Planned | Commitment) -> str:
    """Return the indicator with its target; "" for none."""
    return "" if isinstance(stand, Commitment) else indicator_told(stand.indicator, stand.target, stand.unit)


def _owner(stand: Planned | Commitment, book: NameBook) -> Called:
    if isinstance(stand, Commitment):
        return Called(stand.binds) if stand.binds else NO_NAME
    return book.organ(stand.organ) if stand.organ else Called(stand.office)


def _priority(row: Priority | None) -> tuple[int, str] | None:
    return (row.number, row.name) if row else None


def _place(row: Commitment) -> Place:
    body = row.adoption.version.body
    named = dict(zip((block.id for block in body.blocks), engine.labels(body), strict=True))
    wording = next((engine.project_block(each, None) for each in body.blocks if each.id == row.block), row.words)
    title = f"{row.adoption.text.symbol} {row.adoption.text.title}".strip()
    return Place(row.adoption_id, title, named.get(row.block, ""), wording[: row.start], wording[row.end :])
