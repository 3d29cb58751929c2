"""Entering the rows of the list of terms."""

from __future__ import annotations

from collections.abc import Sequence

from accord.lists.queries.declared.common import basis_of, of_row, picked
from accord.lists.values import Planned, Scope
from accord.members.actions import within
from accord.members.values import TermEntry
from accord.record.acts import Act


def enter(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    for planned in rows:
        values = planned.whole
        with of_row(planned):
            plain = picked(values, "ends", "exception", "when", "decided")
            entry = TermEntry(values["member"], values["begins"], **plain, basis=basis_of(values))
            within.put_term(scope.organisation, entry)
    within.require_one_presides(scope.organisation, {each.whole["begins"] for each in rows})
