"""What is done with areas, the programme of a term, its priorities, and what is reported of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject
from accord.members.errors import Unfit
from accord.members.models import ChairmanshipTerm, Organisation
from accord.programme.actions.areas import put_areas
from accord.programme.actions.entering import areas_of, entering, organ_of, organisation_of
from accord.programme.actions.reporting import reported
from accord.programme.models import Area, Priority, Programme, Report
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
    """Enter the areas of cooperation and the priorities of the chairmanship."""
    data = {"areas": len(areas), "priorities": len(priorities)}
    with entering("entered areas and priorities", organisation_id, data, by=by, key=key) as organisation:
        put_areas(organisation, areas)
        known = areas_of(organisation)
        Priority.objects.bulk_create(_priority(organisation, one, known) for one in priorities)
        return organisation


@record.action(answers=organisation_of)
def announce_programme(
    organisation_id: str, entry: ProgrammeEntry, priorities: Sequence[PriorityEntry] = (), *, by: Subject, key: UUID
) -> Organisation:
    """
    Enter the programme of a term as it was announced, with its priorities; it takes the place of one entered before.

    Raises:
        Unfit: no such term or organ.
    """
    data = {"what": entry.term.isoformat(), "priorities": len(priorities)}
    with entering("entered the programme", organisation_id, data, by=by, key=key) as organisation:
        term = _term(organisation, entry.term)
        plain = {name: getattr(entry, name) for name in ("announced", "place", "speaker", "procedure")}
        programme, _made = Programme.objects.update_or_create(
            organisation=organisation,
            term=term,
            defaults={**plain, "organ": organ_of(organisation, entry.organ), **entry.basis.columns()},
        )
        areas = areas_of(organisation)
        for one in priorities:
            _enter_priority(programme, one, areas)
        return organisation


@record.action(answers=organisation_of)
def add_priority(organisation_id: str, term: date, entry: PriorityEntry, *, by: Subject, key: UUID) -> Organisation:
    """
    Enter a priority of the programme of a term; it takes the place of one of the same number.

    Raises:
        Unfit: the term has no programme.
    """
    data = {"what": entry.name, "number": entry.number}
    with entering("entered a priority", organisation_id, data, by=by, key=key) as organisation:
        programme = Programme.objects.filter(organisation=organisation, term__begins=term).first()
        if programme is None:
            raise Unfit("term", _("There is no programme for that term. Enter it first."))
        areas = areas_of(organisation)
        _enter_priority(programme, entry, areas)
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
                **reported(
                    organisation,
                    by,
                    day=one.day,
                    state=one.state,
                    fact=one.fact,
                    evidence=one.evidence,
                    basis=one.basis,
                ),
            )
        return organisation


def _term(organisation: Organisation, begins: date) -> ChairmanshipTerm:
    found = ChairmanshipTerm.objects.filter(organisation=organisation, begins=begins).first()
    if found is None:
        raise Unfit("term", _("No term of the chairmanship begins on that day."))
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


def _enter_priority(programme: Programme, entry: PriorityEntry, areas: dict[str, Area]) -> None:
    values = {"name": entry.name, "area": areas.get(entry.area), "announced": entry.announced or programme.announced}
    Priority.objects.update_or_create(
        organisation=programme.organisation,
        programme=programme,
        number=entry.number,
        defaults={**values, **entry.basis.columns()},
    )


def _priority(organisation: Organisation, entry: PriorityEntry, areas: dict[str, Area]) -> Priority:
    plain = {name: getattr(entry, name) for name in ("number", "name", "announced")}
    area = areas.get(entry.area)
    return Priority(organisation=organisation, area=area, **plain, **entry.basis.columns())


# Within an act of another room, which locks, checks who may, and writes the one entry


def put_priority(organisation: Organisation, term: date | None, entry: PriorityEntry) -> None:
    """
    Enter a priority of the programme of a term (by its first day), or one of none; or change the one of this number.

    Raises:
        Unfit: the term has no programme.
    """
    programme = None
    if term is not None:
        programme = Programme.objects.filter(organisation=organisation, term__begins=term).first()
        if programme is None:
            raise Unfit("term", _("There is no programme for that term. Enter it first."))
    area = Area.objects.get(organisation=organisation, key=entry.area) if entry.area else None
    Priority.objects.update_or_create(
        organisation=organisation,
        programme=programme,
        number=entry.number,
        defaults={"name": entry.name, "announced": entry.announced, "area": area, **entry.basis.columns()},
    )
