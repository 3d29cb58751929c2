"""Entering the rows of the lists of series, joint operations, who takes part in them, their phases and results."""

from __future__ import annotations

from collections.abc import Sequence

from accord.lists.queries.declared.common import basis_of, names_in, of_row, picked
from accord.lists.values import Planned, Scope
from accord.programme.actions import put_operation, put_phase, put_result, put_series, put_taking
from accord.programme.actions.entering import members_of
from accord.programme.actions.operations import operation_of
from accord.programme.values import OperationEntry, PhaseEntry, ResultEntry, SeriesEntry, TakingEntry
from accord.record.acts import Act


def enter_series(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    for planned in rows:
        values = planned.whole
        plain = picked(values, "area", "kind", "subject", "first", "note")
        with of_row(planned):
            entry = SeriesEntry(values["name"], **plain, **_called(planned), basis=basis_of(values))
            put_series(scope.organisation, entry)


def enter_operations(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    for planned in rows:
        values = planned.whole
        plain = picked(values, "area", "organ", "since", "kind", "observers")
        with of_row(planned):
            entry = OperationEntry(
                values["name"], values["purpose"], **plain, **_called(planned), basis=basis_of(values)
            )
            put_operation(scope.organisation, entry)


def _called(planned: Planned) -> dict[str, object]:
    """Return how a thing is called besides, and by which key it is found where it is entered."""
    names = names_in(planned.whole, "name")
    key = planned.known.id if planned.known else ""
    return {"names": names, "aliases": tuple(planned.whole.get("aliases") or ()), "key": key}


def enter_takings(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    members = members_of(scope.organisation)
    for planned in rows:
        values = planned.whole
        with of_row(planned):
            entry = TakingEntry(values["operation"], (values["member"],), values.get("known"), basis=basis_of(values))
            put_taking(operation_of(scope.organisation, entry.operation), entry, members)


def enter_phases(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    members = members_of(scope.organisation)
    for planned in rows:
        values = planned.whole
        plain = picked(values, "place", "begins", "ends", "when", "observers", "participants", "known")
        named = (values["operation"], values["name"], str(values["state"]))
        with of_row(planned):
            entry = PhaseEntry(*named, **plain, basis=basis_of(values))
            put_phase(operation_of(scope.organisation, entry.operation), entry, members)


def enter_results(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    for planned in rows:
        values = planned.whole
        exactness = str(values.get("exactness") or "exact")
        told = (values["operation"], values["what"], values["figure"], values["known"])
        with of_row(planned):
            plain = picked(values, "phase", "unit", "note")
            entry = ResultEntry(*told, **plain, exactness=exactness, basis=basis_of(values))
            put_result(operation_of(scope.organisation, entry.operation), entry)
