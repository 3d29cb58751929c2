"""The programme of the facts: areas, priorities with what is reported of them, joint activities and operations."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from accord.access import Subject
from accord.formats.facts import Facts
from accord.members.models import Organisation
from accord.programme import actions
from accord.programme.values import (
    ActivityEntry,
    AreaEntry,
    OperationEntry,
    PriorityEntry,
    ProgrammeEntry,
    ReportEntry,
    SeriesEntry,
    TieEntry,
    TurnEntry,
)
from accord.project.demo.register import basis_of, entries


def enter_programme(facts: Facts, organisation: Organisation, *, by: Subject) -> None:
    """Enter areas, the programme with its priorities and what is reported of them, joint activities and operations."""
    pk = organisation.pk
    actions.set_priorities(pk, entries(AreaEntry, facts["areas"]), (), by=by, key=uuid4())
    announced = ProgrammeEntry(**facts["programme"].values, basis=basis_of(facts["programme"]))
    actions.announce_programme(pk, announced, entries(PriorityEntry, facts["priorities"]), by=by, key=uuid4())
    reports = entries(ReportEntry, facts["progress"])
    actions.report_progress(pk, [replace(one, term=announced.term) for one in reports], by=by, key=uuid4())
    enter_activities(facts, organisation, by=by)
    actions.enter_operations(pk, entries(OperationEntry, facts["operations"]), by=by, key=uuid4())


def enter_activities(facts: Facts, organisation: Organisation, *, by: Subject) -> None:
    """Enter the series, their editions, what became of each, and how they are tied to one another."""
    pk = organisation.pk
    actions.enter_series(pk, entries(SeriesEntry, facts["series"]), by=by, key=uuid4())
    actions.enter_activities(pk, entries(ActivityEntry, facts["activities"]), by=by, key=uuid4())
    actions.enter_turns(pk, entries(TurnEntry, facts["turns"]), by=by, key=uuid4())
    actions.tie_activities(pk, entries(TieEntry, facts["ties"]), by=by, key=uuid4())
