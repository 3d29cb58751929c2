"""Entering the rows of the list of members."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accord.lists.queries.declared.common import (
    basis_of,
    names_in,
    of_row,
    picked,
)
from accord.lists.values import Planned, Scope
from accord.members.actions import within
from accord.members.values import StateEntry
from accord.record.acts import Act


def enter(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    for planned in rows:
        with of_row(planned):
            _enter_row(scope, planned.whole)
    within.require_sound_states(scope.organisation, sorted({each.values["code"] for each in rows}))


def _enter_row(scope: Scope, values: Mapping[str, object]) -> None:
    code, name = str(values["code"]), str(values.get("name") or "")
    basis = basis_of(values)
    further = {"names": names_in(values, "name"), "aliases": tuple(values.get("aliases") or ())}
    within.put_member(scope.organisation, code, name, basis=basis, **further)
    if values.get("status"):
        dated = picked(values, "when", "note")
        status = str(values["status"])
        within.put_state(scope.organisation, StateEntry(code, status, values["since"], name, **dated, basis=basis))
