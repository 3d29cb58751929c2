"""What of the programme a subject can see: that of its own organisation, and of organisations that are public."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, QuerySet

from accord.access import Subject
from accord.members.basis import Basis
from accord.members.models import Organ
from accord.members.pages import Called
from accord.members.queries import shown_day, visible_organisations
from accord.members.queries.naming import NameBook, book_of
from accord.programme.choices import Holding, Progress
from accord.programme.models import Activity, Area, Operation, Priority, Programme, Report
from accord.programme.pages import (
    ActivityLine,
    AreaLine,
    OperationLine,
    PriorityLine,
    ProgrammeLine,
    ProgrammePage,
    ReportLine,
)

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


def visible_programmes(by: Subject) -> QuerySet[Programme]:
    """Programmes of the chairmanship of organisations that ``by`` can see."""
    return Programme.objects.filter(organisation__in=visible_organisations(by))


def programme_page(by: Subject, organisation_id: str, on: date | None = None) -> ProgrammePage:
    """Return the programme of an organisation as ``by`` sees it on a day; empty where there is none."""
    own = {"organisation": organisation_id}
    book = book_of(organisation_id)
    organs = {row.key: book.organ(row) for row in Organ.objects.filter(**own)}
    return ProgrammePage(
        areas=tuple(AreaLine(row.name, Basis.of(row)) for row in visible_areas(by).filter(**own)),
        priorities=priority_list(by, organisation_id, on=on),
        activities=activity_list(by, organisation_id),
        operations=tuple(
            _operation(row, organs) for row in visible_operations(by).filter(**own).select_related("area")
        ),
    )


def priority_list(
    by: Subject, organisation_id: str, *, reported: bool = True, on: date | None = None
) -> tuple[PriorityLine, ...]:
    """
    Return the priorities of the term that runs on a day; where it has no programme, those that stand in none.

    Args:
        reported: with what is reported of each by that day.
        on: the day; without one, the day that the pages of the organisation show.
    """
    day = on or _shown(by, organisation_id)
    terms = visible_programmes(by).filter(organisation=organisation_id, term__begins__lte=day, announced__lte=day)
    running = terms.exclude(term__ends__lt=day).values_list("pk", flat=True).first()
    rows = visible_priorities(by).filter(organisation=organisation_id, programme=running).select_related("area")
    return tuple(_priority(row, day, reported) for row in (rows.prefetch_related("reports") if reported else rows))


def programme_list(by: Subject, organisation_id: str, on: date | None = None) -> tuple[ProgrammeLine, ...]:
    """Return the programmes announced by a day, the newest first, each with what was reported of it by then."""
    day, book = on or _shown(by, organisation_id), book_of(organisation_id)
    rows = visible_programmes(by).filter(organisation=organisation_id, announced__lte=day)
    priorities = visible_priorities(by).select_related("area").prefetch_related("reports")
    found = rows.select_related("term__member", "organ").prefetch_related(Prefetch("priorities", priorities), "reports")
    return tuple(_programme(row, book, day) for row in found)


def _shown(by: Subject, organisation_id: str) -> date:
    row = visible_organisations(by).filter(pk=organisation_id).first()
    return shown_day(row) if row else date.min


def _programme(row: Programme, book: NameBook, day: date) -> ProgrammeLine:
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
        priorities=tuple(_priority(each, day, True) for each in row.priorities.all()),
        reports=_reports(row, day),
        basis=Basis.of(row),
    )


def activity_list(by: Subject, organisation_id: str) -> tuple[ActivityLine, ...]:
    """Return the editions of joint activities: those held first, in order of time, then those planned."""
    rows = visible_activities(by).filter(organisation=organisation_id)
    lines = [_activity(row) for row in rows.select_related("area", "host").prefetch_related("participants")]
    return tuple(sorted(lines, key=lambda line: not line.held))


def _reports(row: Priority | Programme, day: date) -> tuple[ReportLine, ...]:
    """Return what was reported by a day."""
    return tuple(_report(report) for report in row.reports.all() if report.day <= day)


def _priority(row: Priority, day: date, reported: bool) -> PriorityLine:
    reports = _reports(row, day) if reported else ()
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


def _operation(row: Operation, organs: dict[str, Called]) -> OperationLine:
    return OperationLine(
        name=row.name,
        variants=row.variants,
        area=_name(row.area),
        organ=organs.get(row.organ, Called("")),
        since=row.since,
        purpose=row.purpose,
        kind=row.kind,
        phases=row.phases,
        observers=row.observers,
        basis=Basis.of(row),
    )


def _name(area: Area | None) -> str:
    return area.name if area else ""
