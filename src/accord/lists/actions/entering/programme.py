"""Entering the rows of the list of areas, priorities and joint activities."""

from __future__ import annotations

from collections.abc import Sequence

from accord.lists.queries.declared.common import basis_of, of_row, picked
from accord.lists.values import Planned, Scope
from accord.programme.actions import put_activity, put_areas, put_priority, put_programme
from accord.programme.choices import Holding
from accord.programme.values import ActivityEntry, AreaEntry, PriorityEntry, ProgrammeEntry
from accord.record.acts import Act

_PLAIN = ("place", "begins", "ends", "when", "note", "reason", "known")


def enter_areas(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    entries = [
        AreaEntry(each.whole["key"], each.whole["name"], basis_of(each.whole), each.whole.get("parent"))
        for each in rows
    ]
    put_areas(scope.organisation, entries)


def enter_programmes(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    for planned in rows:
        values = planned.whole
        plain = picked(values, "organ", "place", "speaker", "procedure")
        with of_row(planned):
            entry = ProgrammeEntry(values["term"], values["announced"], **plain, basis=basis_of(values))
            put_programme(scope.organisation, entry)


def enter_priorities(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    for planned in rows:
        values = planned.whole
        plain = picked(values, "area", "announced")
        with of_row(planned):
            entry = PriorityEntry(values["number"], values["name"], **plain, basis=basis_of(values))
            put_priority(scope.organisation, values.get("term"), entry)


def enter_activities(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    for planned in rows:
        values = planned.whole
        plain = picked(values, *_PLAIN, "area", "host", "participants", "absent")
        state = str(values.get("state") or Holding.PLANNED)
        with of_row(planned):
            entry = ActivityEntry(values["series"], values["edition"], state, **plain, basis=basis_of(values))
            put_activity(scope.organisation, entry)
