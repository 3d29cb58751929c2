"""What is done with the programme. Each action is one transaction and one entry of the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from accord.access import Subject, require
from accord.access.queries import council_audience, public_audience
from accord.members.models import Member, Organisation
from accord.members.queries import visible_organisations
from accord.programme.access import may_enter_programme
from accord.programme.models import Activity, Area, Operation, Priority, Report
from accord.programme.values import ActivityEntry, AreaEntry, OperationEntry, PriorityEntry, ReportEntry
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
def report_progress(organisation_id: str, reports: Sequence[ReportEntry], *, by: Subject, key: UUID) -> Organisation:
    """Enter what is reported about priorities. A report is evidence, not a measure."""
    data = {"reports": len(reports)}
    with _entering("entered reported progress", organisation_id, data, by=by, key=key) as organisation:
        numbered = {priority.number: priority for priority in Priority.objects.filter(organisation=organisation)}
        Report.objects.bulk_create(
            Report(
                priority=numbered[one.priority], day=one.day, state=one.state, fact=one.fact, **one.basis.columns()
            )
            for one in reports
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
        act.entry(
            organisation_id=organisation.pk, stream=stream, audience=everybody, data=data, answer=organisation.pk
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
