"""What is done with the programme. Each action is one transaction and one entry of the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.access.queries import council_audience, public_audience
from accord.members.errors import Unfit
from accord.members.models import ChairmanshipTerm, Member, Organ, Organisation
from accord.members.queries import visible_organisations
from accord.programme.access import may_enter_programme
from accord.programme.models import Activity, Area, Operation, Priority, Programme, Report
from accord.programme.values import (
    ActivityEntry,
    AreaEntry,
    OperationEntry,
    PriorityEntry,
    ProgrammeEntry,
    ReportEntry,
)
from accord.record import acts as record


def _organisation(pk: str) -> Organisation:
    return Organisation.objects.get(pk=pk)


@record.action(answers=_organisation)
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
    with _entering("entered areas and priorities", organisation_id, data, by=by, key=key) as organisation:
        known = {
            area.key: Area.objects.create(
                organisation=organisation, key=area.key, name=area.name, order=order, **area.basis.columns()
            )
            for order, area in enumerate(areas)
        }
        Priority.objects.bulk_create(_priority(organisation, one, known) for one in priorities)
        return organisation


@record.action(answers=_organisation)
def announce_programme(
    organisation_id: str, entry: ProgrammeEntry, priorities: Sequence[PriorityEntry] = (), *, by: Subject, key: UUID
) -> Organisation:
    """
    Enter the programme of a term as it was announced, with its priorities; it takes the place of one entered before.

    Raises:
        Unfit: no such term or organ.
    """
    data = {"what": entry.term.isoformat(), "priorities": len(priorities)}
    with _entering("entered the programme", organisation_id, data, by=by, key=key) as organisation:
        term = _term(organisation, entry.term)
        plain = {name: getattr(entry, name) for name in ("announced", "place", "speaker", "procedure")}
        programme, _made = Programme.objects.update_or_create(
            organisation=organisation,
            term=term,
            defaults={**plain, "organ": _organ(organisation, entry.organ), **entry.basis.columns()},
        )
        areas = {area.key: area for area in Area.objects.filter(organisation=organisation)}
        for one in priorities:
            _enter_priority(programme, one, areas)
        return organisation


@record.action(answers=_organisation)
def add_priority(organisation_id: str, term: date, entry: PriorityEntry, *, by: Subject, key: UUID) -> Organisation:
    """
    Enter a priority of the programme of a term; it takes the place of one of the same number.

    Raises:
        Unfit: the term has no programme.
    """
    data = {"what": entry.name, "number": entry.number}
    with _entering("entered a priority", organisation_id, data, by=by, key=key) as organisation:
        programme = Programme.objects.filter(organisation=organisation, term__begins=term).first()
        if programme is None:
            raise Unfit("term", _("There is no programme for that term. Enter it first."))
        areas = {area.key: area for area in Area.objects.filter(organisation=organisation)}
        _enter_priority(programme, entry, areas)
        return organisation


@record.action(answers=_organisation)
def report_progress(organisation_id: str, reports: Sequence[ReportEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter what is reported about priorities. A report is evidence, not a measure.

    Raises:
        Unfit: no such priority, or no programme that a report on the whole could be about.
    """
    data = {"reports": len(reports)}
    with _entering("entered reported progress", organisation_id, data, by=by, key=key) as organisation:
        for one in reports:
            programme = _programme_of(organisation, one)
            priority = _priority_of(organisation, programme, one.priority) if one.priority else None
            if priority is None and programme is None:
                raise Unfit("priority", _("There is no programme for that day. Enter it first."))
            Report.objects.create(
                priority=priority,
                programme=None if priority else programme,
                **{name: getattr(one, name) for name in ("day", "state", "fact")},
                **one.basis.columns(),
            )
        return organisation


@record.action(answers=_organisation)
def enter_activities(
    organisation_id: str, activities: Sequence[ActivityEntry], *, by: Subject, key: UUID
) -> Organisation:
    """Enter editions of joint activities, held or planned."""
    data = {"activities": len(activities)}
    with _entering("entered joint activities", organisation_id, data, by=by, key=key) as organisation:
        members = {member.code: member for member in Member.objects.filter(organisation=organisation)}
        areas = {area.key: area for area in Area.objects.filter(organisation=organisation)}
        for entry in activities:
            activity = _activity(organisation, entry, members, areas)
            activity.participants.set(members[code] for code in entry.participants)
        return organisation


@record.action(answers=_organisation)
def enter_operations(
    organisation_id: str, operations: Sequence[OperationEntry], *, by: Subject, key: UUID
) -> Organisation:
    """Enter joint operations as programmes."""
    data = {"operations": len(operations)}
    with _entering("entered joint operations", organisation_id, data, by=by, key=key) as organisation:
        areas = {area.key: area for area in Area.objects.filter(organisation=organisation)}
        Operation.objects.bulk_create(_operation(organisation, one, areas) for one in operations)
        return organisation


@contextmanager
def _entering(
    verb: str, organisation_id: str, data: dict[str, Any], *, by: Subject, key: UUID
) -> Iterator[Organisation]:
    """Open the act of entering a part of the programme: lock and check first, record at the end."""
    with record.act(verb, by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(may_enter_programme(by, organisation))
        yield organisation
        everybody = public_audience(organisation.pk) if organisation.public else council_audience(organisation.pk)
        stream = f"register:{organisation.pk}:{everybody.pk}"
        act.entry(organisation_id=organisation.pk, stream=stream, audience=everybody, data=data, answer=organisation.pk)


def _term(organisation: Organisation, begins: date) -> ChairmanshipTerm:
    found = ChairmanshipTerm.objects.filter(organisation=organisation, begins=begins).first()
    if found is None:
        raise Unfit("term", _("No term of the chairmanship begins on that day."))
    return found


def _organ(organisation: Organisation, key: str) -> Organ | None:
    if not key:
        return None
    found = Organ.objects.filter(organisation=organisation, key=key).first()
    if found is None:
        raise Unfit("organ", _("“%s” is not in the register.") % key)
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


def _activity(
    organisation: Organisation, entry: ActivityEntry, members: dict[str, Member], areas: dict[str, Area]
) -> Activity:
    plain = ("series", "edition", "state", "place", "begins", "ends", "when", "note")
    return Activity.objects.create(
        organisation=organisation,
        area=areas.get(entry.area),
        host=members.get(entry.host),
        **{name: getattr(entry, name) for name in plain},
        **entry.basis.columns(),
    )


def _operation(organisation: Organisation, entry: OperationEntry, areas: dict[str, Area]) -> Operation:
    plain = ("name", "purpose", "organ", "variants", "since", "kind", "phases", "observers")
    values = {name: getattr(entry, name) for name in plain}
    return Operation(organisation=organisation, area=areas.get(entry.area), **values, **entry.basis.columns())


# Within an act of another room, which locks, checks who may, and writes the one entry


def put_area(organisation: Organisation, entry: AreaEntry) -> None:
    """Enter an area of cooperation, or change the one with this key; a new one comes behind the others."""
    rows = Area.objects.filter(organisation=organisation)
    values = {"name": entry.name, **entry.basis.columns()}
    if not rows.filter(key=entry.key).update(**values):
        last = rows.aggregate(last=Max("order"))["last"]
        Area.objects.create(organisation=organisation, key=entry.key, order=0 if last is None else last + 1, **values)


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


def put_activity(organisation: Organisation, entry: ActivityEntry) -> None:
    """Enter an edition of a joint activity, or change the one of this series and edition."""
    members = {row.code: row for row in Member.objects.filter(organisation=organisation)}
    plain = {name: getattr(entry, name) for name in ("state", "place", "begins", "ends", "when", "note")}
    area = Area.objects.get(organisation=organisation, key=entry.area) if entry.area else None
    activity, _made = Activity.objects.update_or_create(
        organisation=organisation,
        series=entry.series,
        edition=entry.edition,
        defaults={**plain, "area": area, "host": members.get(entry.host), **entry.basis.columns()},
    )
    activity.participants.set(members[code] for code in entry.participants)
