"""The programme of the facts: areas, priorities with what is reported of them, joint activities and operations."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

from accord.access import Subject
from accord.formats.facts import Fact, Facts
from accord.members.models import Organisation
from accord.programme import actions
from accord.programme.values import (
    ActivityEntry,
    AreaEntry,
    OperationEntry,
    PhaseEntry,
    PriorityEntry,
    ProgrammeEntry,
    ReportEntry,
    ResultEntry,
    SeriesEntry,
    ServiceEntry,
    TakingEntry,
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
    enter_operations(facts, organisation, by=by)
    services = entries(ServiceEntry, facts["services"])
    actions.tie_to_priorities(pk, [replace(one, term=announced.term) for one in services], by=by, key=uuid4())


def enter_activities(facts: Facts, organisation: Organisation, *, by: Subject) -> None:
    """Enter the series, their editions, what became of each, and how they are tied to one another."""
    pk = organisation.pk
    actions.enter_series(pk, entries(SeriesEntry, facts["series"]), by=by, key=uuid4())
    actions.enter_activities(pk, entries(ActivityEntry, facts["activities"]), by=by, key=uuid4())
    actions.enter_turns(pk, entries(TurnEntry, facts["turns"]), by=by, key=uuid4())
    actions.tie_activities(pk, entries(TieEntry, facts["ties"]), by=by, key=uuid4())


def enter_operations(facts: Facts, organisation: Organisation, *, by: Subject) -> None:
    """Enter the operations, who takes part, their phases, and what was published of their results."""
    pk = organisation.pk
    actions.enter_operations(pk, [_operation(fact) for fact in facts["operations"]], by=by, key=uuid4())
    actions.enter_takings(pk, entries(TakingEntry, facts["takings"]), by=by, key=uuid4())
    actions.enter_phases(pk, entries(PhaseEntry, facts["phases"]), by=by, key=uuid4())
    results = entries(ResultEntry, facts["results"])
    told = [replace(one, figure=Decimal(str(one.figure))) for one in results]
    actions.enter_results(pk, told, by=by, key=uuid4())


def _operation(fact: Fact) -> OperationEntry:
    """Return an operation; its Russian name and its other spellings go into the name book."""
    known = {name: value for name, value in fact.values.items() if name not in ("ru", "variants")}
    names = {"ru": fact["ru"]} if fact.get("ru") else {}
    return OperationEntry(**known, names=names, aliases=tuple(fact.get("variants", ())), basis=basis_of(fact))
