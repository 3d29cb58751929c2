"""What of the programme a subject can see: that of its own organisation, and of organisations that are public."""

from __future__ import annotations

from django.db.models import QuerySet

from accord.access import Subject
from accord.members.basis import Basis
from accord.members.models import Organ
from accord.members.queries import visible_organisations
from accord.programme.models import Activity, Area, Holding, Operation, Priority, Progress, Report
from accord.programme.pages import ActivityLine, AreaLine, OperationLine, PriorityLine, ProgrammePage, ReportLine

MARKS = {Progress.WISH: "compromise", Progress.PLANNED: "unknown", Progress.RUNNING: "adref", Progress.DONE: "agreed"}


def visible_areas(by: Subject) -> QuerySet[Area]:
    """Areas of organisations that ``by`` can see."""
    return Area.objects.filter(organisation__in=visible_organisations(by))


def visible_priorities(by: Subject) -> QuerySet[Priority]:
    """Priorities of organisations that ``by`` can see."""
    return Priority.objects.filter(organisation__in=visible_organisations(by))


def visible_activities(by: Subject) -> QuerySet[Activity]:
    """Joint activities of organisations that ``by`` can see."""
    return Activity.objects.filter(organisation__in=visible_organisations(by))


def visible_operations(by: Subject) -> QuerySet[Operation]:
    """Operations of organisations that ``by`` can see."""
    return Operation.objects.filter(organisation__in=visible_organisations(by))


def programme_page(by: Subject, organisation_id: str) -> ProgrammePage:
    """Return the programme of an organisation as ``by`` sees it; empty where there is none."""
    own = {"organisation": organisation_id}
    organs = dict(Organ.objects.filter(**own).values_list("key", "name"))
    return ProgrammePage(
        areas=tuple(AreaLine(row.name, Basis.of(row)) for row in visible_areas(by).filter(**own)),
        priorities=priority_list(by, organisation_id),
        activities=activity_list(by, organisation_id),
        operations=tuple(
            _operation(row, organs) for row in visible_operations(by).filter(**own).select_related("area")
        ),
    )


def priority_list(by: Subject, organisation_id: str, *, reported: bool = True) -> tuple[PriorityLine, ...]:
    """Return the priorities of the chairmanship, with their reports unless they are not asked for."""
    rows = visible_priorities(by).filter(organisation=organisation_id).select_related("area")
    return tuple(_priority(row, reported) for row in (rows.prefetch_related("reports") if reported else rows))


def activity_list(by: Subject, organisation_id: str) -> tuple[ActivityLine, ...]:
    """Return the editions of joint activities: those held first, in order of time, then those planned."""
    rows = visible_activities(by).filter(organisation=organisation_id)
    lines = [_activity(row) for row in rows.select_related("area", "host").prefetch_related("participants")]
    return tuple(sorted(lines, key=lambda line: not line.held))


def _priority(row: Priority, reported: bool) -> PriorityLine:
    reports = tuple(_report(report) for report in row.reports.all()) if reported else ()
    return PriorityLine(row.number, row.name, _name(row.area), row.announced, reports, Basis.of(row))


def _report(row: Report) -> ReportLine:
    state = Progress(row.state)
    return ReportLine(row.day, row.fact, str(state.label), MARKS[state], Basis.of(row))


def _activity(row: Activity) -> ActivityLine:
    return ActivityLine(
        series=row.series,
        edition=row.edition,
        area=_name(row.area),
        host=row.host.code if row.host else "",
        place=row.place,
        begins=row.begins,
        ends=row.ends,
        when=row.when,
        held=row.state == Holding.HELD,
        state=str(Holding(row.state).label),
        participants=tuple(member.code for member in row.participants.all()),
        note=row.note,
        basis=Basis.of(row),
    )


def _operation(row: Operation, organs: dict[str, str]) -> OperationLine:
    return OperationLine(
        name=row.name,
        variants=row.variants,
        area=_name(row.area),
        organ=organs.get(row.organ, ""),
        since=row.since,
        purpose=row.purpose,
        kind=row.kind,
        phases=row.phases,
        observers=row.observers,
        basis=Basis.of(row),
    )


def _name(area: Area | None) -> str:
    return area.name if area else ""
