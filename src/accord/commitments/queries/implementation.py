"""The course of implementation of the priorities by a day: planned, reported, overdue, and what is not known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.access import Subject
from accord.commitments.pages import FollowedLine, ImplementationPage, PriorityCourse, ServiceLine
from accord.commitments.queries.lines import commitments_on, measures_on
from accord.commitments.queries.page import organisation_row
from accord.commitments.wording import course_sentence, not_known
from accord.members.basis import Basis
from accord.members.queries import shown_day
from accord.members.queries.naming import book_of
from accord.programme.models import Service
from accord.programme.pages import PriorityLine, ProgrammeLine
from accord.programme.queries import activity_list, priority_list, programme_list
from accord.programme.queries.visible import stands_by, visible_operations, visible_priorities


def implementation_page(by: Subject, organisation_id: str, on: date | None = None) -> ImplementationPage:
    """Return the course of implementation of the priorities of the term that runs on a day. Raises NotVisible."""
    organisation = organisation_row(by, organisation_id)
    day = on or shown_day(organisation)
    running = _running(programme_list(by, organisation_id, day), day)
    priorities = running.priorities if running else priority_list(by, organisation_id, on=day)
    planned = (*measures_on(by, organisation_id, day, [line.id for line in priorities]),)
    bound = commitments_on(by, organisation_id, day)
    serving = services_of(by, organisation_id, day)
    courses = tuple(_course(each, (*planned, *bound), serving.get(each.id, ()), day) for each in priorities)
    known = {line.id for line in priorities}
    return ImplementationPage(
        day=day,
        organisation=organisation.name,
        title=_title(running),
        sentence=course_sentence(courses),
        courses=courses,
        whole=running.reports if running else (),
        loose=tuple(line for line in bound if line.priority_id not in known),
        sample=any(line.sample for line in (*planned, *bound)),
    )


def services_of(by: Subject, organisation_id: str, day: date) -> dict[str, tuple[ServiceLine, ...]]:
    """Return what serves each priority, by its handle: activities and operations that are known by a day."""
    rows = Service.objects.filter(
        stands_by(day), priority__in=visible_priorities(by).filter(organisation=organisation_id)
    )
    known = list(rows.select_related("operation", "priority"))
    found: dict[str, list[ServiceLine]] = defaultdict(list)
    if known:
        editions = {line.id: line for line in activity_list(by, organisation_id, day)}
        book = book_of(organisation_id)
        operations = set(visible_operations(by).values_list("pk", flat=True))
        for row in known:
            if row.activity_id in editions:
                line = editions[row.activity_id]
                place = ("activity", line.series_key, line.key)
                told = ServiceLine(line.title, line.state, line.mark, line.days, place, Basis.of(row))
                found[row.priority.handle].append(told)
            elif row.operation is not None and row.operation_id in operations:
                title = str(book.called(f"operation {row.operation.key}", row.operation.name))
                address = ("operation", row.operation.key)
                found[row.priority.handle].append(ServiceLine(title, _("operation"), "", "", address, Basis.of(row)))
    return {handle: tuple(lines) for handle, lines in found.items()}


def _running(programmes: Sequence[ProgrammeLine], day: date) -> ProgrammeLine | None:
    """Return the programme of the term that runs; programmes stand with the newest first."""
    return next((line for line in programmes if line.term <= day), None)


def _title(line: ProgrammeLine | None) -> str:
    if line is None:
        return ""
    return _("Programme %(year)s, %(member)s") % {"year": date_format(line.term, "Y"), "member": line.member}


def _course(
    line: PriorityLine, every: Sequence[FollowedLine], services: tuple[ServiceLine, ...], day: date
) -> PriorityCourse:
    planned = tuple(_of_priority(line, every))
    return PriorityCourse(
        number=line.number,
        name=line.name,
        area=line.area,
        announced=line.announced,
        planned=planned,
        reports=line.reports,
        services=services,
        unknown=tuple(not_known(planned, line.reports, day)),
        basis=line.basis,
    )


def _of_priority(line: PriorityLine, every: Sequence[FollowedLine]) -> Iterator[FollowedLine]:
    return (each for each in every if each.priority_id == line.id)
