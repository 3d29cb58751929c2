"""The programme of a term as it was announced, its priorities, and what was reported of them by a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Prefetch

from accord.access import Subject
from accord.members.basis import Basis
from accord.members.queries.naming import NameBook, book_of
from accord.programme.models import Area, Priority, Programme, Report
from accord.programme.pages import PriorityLine, ProgrammeLine
from accord.programme.queries.reporting import Seen, report_lines, seen_evidence
from accord.programme.queries.visible import shown, visible_priorities, visible_programmes


def priority_list(
    by: Subject, organisation_id: str, *, reported: bool = True, on: date | None = None
) -> tuple[PriorityLine, ...]:
    """
    Return the priorities of the term that runs on a day; where it has no programme, those that stand in none.

    Args:
        reported: with what is reported of each by that day.
        on: the day; without one, the day that the pages of the organisation show.
    """
    day = on or shown(by, organisation_id)
    terms = visible_programmes(by).filter(organisation=organisation_id, term__begins__lte=day, announced__lte=day)
    running = terms.exclude(term__ends__lt=day).values_list("pk", flat=True).first()
    rows = visible_priorities(by).filter(organisation=organisation_id, programme=running).select_related("area")
    found = list(rows.prefetch_related("reports")) if reported else list(rows)
    seen = seen_evidence(by, (each for row in found for each in row.reports.all())) if reported else None
    return tuple(_priority(row, day, seen) for row in found)


def priority_choices(by: Subject, organisation_id: str, on: date | None = None) -> tuple[tuple[str, str], ...]:
    """Return the priorities of the programmes announced by a day as choices: handle and number with name and term."""
    return tuple((row.handle, _chosen(row)) for row in _announced(by, organisation_id, on))


def served_choices(by: Subject, organisation_id: str, on: date | None = None) -> tuple[tuple[str, str], ...]:
    """Return the same choices by number and first day of the term: "3 2024-01-01", "3 " for one of no programme."""
    rows = _announced(by, organisation_id, on)
    return tuple((f"{row.number} {row.programme.term.begins if row.programme else ''}", _chosen(row)) for row in rows)


def _announced(by: Subject, organisation_id: str, on: date | None) -> list[Priority]:
    """Return the priorities of the programmes announced by a day, those of the newest term first."""
    day = on or shown(by, organisation_id)
    rows = visible_priorities(by).filter(organisation=organisation_id).select_related("programme__term__member")
    known = [row for row in rows if row.programme is None or row.programme.announced <= day]
    return sorted(known, key=_newest_first)


def _newest_first(row: Priority) -> tuple[int, int]:
    return (-row.programme.term.begins.toordinal() if row.programme else 1, row.number)


def _chosen(row: Priority) -> str:
    term = row.programme.term if row.programme else None
    return f"{term.member.code} {term.begins.year}: {row.number}. {row.name}" if term else f"{row.number}. {row.name}"


def programme_list(by: Subject, organisation_id: str, on: date | None = None) -> tuple[ProgrammeLine, ...]:
    """Return the programmes announced by a day, the newest first, each with what was reported of it by then."""
    day, book = on or shown(by, organisation_id), book_of(organisation_id)
    rows = visible_programmes(by).filter(organisation=organisation_id, announced__lte=day)
    priorities = visible_priorities(by).select_related("area").prefetch_related("reports")
    found = rows.select_related("term__member", "organ").prefetch_related(Prefetch("priorities", priorities), "reports")
    seen = seen_evidence(by, _every_report(found))
    return tuple(_programme(row, book, day, seen) for row in found)


def _every_report(rows: Iterable[Programme]) -> Iterator[Report]:
    for row in rows:
        yield from row.reports.all()
        for each in row.priorities.all():
            yield from each.reports.all()


def _programme(row: Programme, book: NameBook, day: date, seen: Seen) -> ProgrammeLine:
    return ProgrammeLine(
        term=row.term.begins,
        code=row.term.member.code,
        member=book.member(row.term.member),
        announced=row.announced,
        organ=book.organ(row.organ),
        organ_key=row.organ.key if row.organ else "",
        place=row.place,
        speaker=row.speaker,
        procedure=row.procedure,
        priorities=tuple(_priority(each, day, seen) for each in row.priorities.all()),
        reports=report_lines(row.reports.all(), day, seen),
        basis=Basis.of(row),
    )


def _priority(row: Priority, day: date, seen: Seen | None) -> PriorityLine:
    reports = report_lines(row.reports.all(), day, seen) if seen else ()
    return PriorityLine(row.handle, row.number, row.name, name_of(row.area), row.announced, reports, Basis.of(row))


def name_of(area: Area | None) -> str:
    """Return how an area is called, "" for none."""
    return area.name if area else ""
