"""What is done with areas, the programme of a term, its priorities, and what is reported of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Role, Subject
from accord.members.basis import Basis
from accord.members.errors import Unfit
from accord.members.models import ChairmanshipTerm, Organisation
from accord.programme.access import may_announce
from accord.programme.actions.areas import put_areas
from accord.programme.actions.entering import area_of, entering, organ_of, organisation_of
from accord.programme.actions.reporting import reported
from accord.programme.models import Priority, Programme, Report
from accord.programme.values import AreaEntry, PriorityEntry, ProgrammeEntry, ReportEntry
from accord.record import acts as record


@record.action(answers=organisation_of)
def set_priorities(
    organisation_id: str,
    areas: Sequence[AreaEntry],
    priorities: Sequence[PriorityEntry],
    *,
    by: Subject,
    key: UUID,
) -> Organisation:
    """Enter the areas of cooperation and the priorities of the chairmanship. Raises Unfit: there is no such area."""
    data = {"areas": len(areas), "priorities": len(priorities)}
    with entering("entered areas and priorities", organisation_id, data, by=by, key=key) as organisation:
        put_areas(organisation, areas)
        Priority.objects.bulk_create(_priority(organisation, one) for one in priorities)
        return organisation


@record.action(answers=organisation_of)
def announce_programme(
    organisation_id: str, entry: ProgrammeEntry, priorities: Sequence[PriorityEntry] = (), *, by: Subject, key: UUID
) -> Organisation:
    """
    Enter the programme of a term as it was announced, with its priorities; it takes the place of one entered before.

    Raises:
        Unfit: no such term, organ or area.
    """
    data = {"what": entry.term.isoformat(), "priorities": len(priorities)}
    with entering("entered the programme", organisation_id, data, by=by, key=key, may=may_announce) as organisation:
        term = _term(organisation, entry.term)
        programme = put_programme(organisation, replace(entry, basis=_said(entry.basis, term, by)))
        for one in priorities:
            _enter_priority(programme, replace(one, basis=_said(one.basis, term, by)))
        return organisation


@record.action(answers=organisation_of)
def add_priority(organisation_id: str, term: date, entry: PriorityEntry, *, by: Subject, key: UUID) -> Organisation:
    """
    Enter a priority of the programme of a term; it takes the place of one of the same number.

    Raises:
        Unfit: the term has no programme, or there is no such area.
    """
    data = {"what": entry.name, "number": entry.number}
    with entering("entered a priority", organisation_id, data, by=by, key=key, may=may_announce) as organisation:
        programme = _programme(organisation, term)
        _enter_priority(programme, replace(entry, basis=_said(entry.basis, programme.term, by)))
        return organisation


@record.action(answers=organisation_of)
def report_progress(organisation_id: str, reports: Sequence[ReportEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter what is reported about priorities. A report is evidence, not a measure.

    Raises:
        Unfit: no such priority, no programme that a report on the whole could be about, or a report that cannot be.
    """
    data = {"reports": len(reports)}
    with entering("entered reported progress", organisation_id, data, by=by, key=key) as organisation:
        for one in reports:
            programme = _programme_of(organisation, one)
            priority = _priority_of(organisation, programme, one.priority) if one.priority else None
            if priority is None and programme is None:
                raise Unfit("priority", _("There is no programme for that day. Enter it first."))
            Report.objects.create(
                priority=priority,
                programme=None if priority else programme,
                **reported(organisation, by, one),
            )
        return organisation


def _said(basis: Basis, term: ChairmanshipTerm, by: Subject) -> Basis:
    """Return on what an entry rests: what the chair enters without a source, the presiding member says."""
    own = by.role == Role.CHAIR and basis.source_name == Basis().source_name
    return replace(basis, source_name=term.member.name) if own else basis


def _term(organisation: Organisation, begins: date) -> ChairmanshipTerm:
    found = ChairmanshipTerm.objects.filter(organisation=organisation, begins=begins).first()
    if found is None:
        raise Unfit("term", _("No term of the chairmanship begins on that day."))
    return found


def _programme(organisation: Organisation, term: date) -> Programme:
    found = Programme.objects.filter(organisation=organisation, term__begins=term).first()
    if found is None:
        raise Unfit("term", _("There is no programme for that term. Enter it first."))
    return found


def _programme_of(organisation: Organisation, report: ReportEntry) -> Programme | None:
    """Return the programme that a report is about: of the named term, else of the one that ran on its day."""
    rows = Programme.objects.filter(organisation=organisation)
    if report.term:
        return rows.filter(term__begins=report.term).first()
    running = rows.filter(term__begins__lte=report.day).order_by("-term__begins")
    return running.exclude(term__ends__lt=report.day).first()


def _priority_of(organisation: Organisation, programme: Programme | None, number: int) -> Priority:
    rows = Priority.objects.filter(organisation=organisation, number=number)
    found = rows.filter(programme=programme).first() or rows.filter(programme=None).first()
    if found is None:
        raise Unfit("priority", _("There is no priority %d.") % number)
    return found


def _enter_priority(programme: Programme, entry: PriorityEntry) -> None:
    """Enter a priority of a programme; where it says no day of its own, it was announced with the programme."""
    _put(programme.organisation, programme, replace(entry, announced=entry.announced or programme.announced))


def _put(organisation: Organisation, programme: Programme | None, entry: PriorityEntry) -> None:
    values = _columns(organisation, entry)
    Priority.objects.update_or_create(
        organisation=organisation, programme=programme, number=entry.number, defaults=values
    )


def _priority(organisation: Organisation, entry: PriorityEntry) -> Priority:
    return Priority(organisation=organisation, number=entry.number, **_columns(organisation, entry))


def _columns(organisation: Organisation, entry: PriorityEntry) -> dict[str, Any]:
    area = area_of(organisation, entry.area)
    return {"name": entry.name, "announced": entry.announced, "area": area, **entry.basis.columns()}


# Within an act of another room, which locks, checks who may, and writes the one entry


def put_programme(organisation: Organisation, entry: ProgrammeEntry) -> Programme:
    """Enter the programme of a term, or change it. Raises Unfit: no such term or organ."""
    plain = {name: getattr(entry, name) for name in ("announced", "place", "speaker", "procedure")}
    found, _made = Programme.objects.update_or_create(
        organisation=organisation,
        term=_term(organisation, entry.term),
        defaults={**plain, "organ": organ_of(organisation, entry.organ), **entry.basis.columns()},
    )
    return found


def put_priority(organisation: Organisation, term: date | None, entry: PriorityEntry) -> None:
    """
    Enter a priority of the programme of a term (by its first day), or one of none; or change the one of this number.

    Raises:
        Unfit: the term has no programme, or there is no such area.
    """
    _put(organisation, _programme(organisation, term) if term else None, entry)
