"""Entering the rows of the list of partners."""

from __future__ import annotations

from collections.abc import Sequence

from accord.lists.queries.declared.common import (
    basis_of,
    names_in,
    of_row,
    picked,
)
from accord.lists.values import Planned, Scope
from accord.members.actions import within
from accord.members.values import PartnerEntry
from accord.record.acts import Act


def enter(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    for planned in rows:
        values = planned.whole
        plain = picked(values, "structures", "rests_on", "kind", "parent")
        names = {"names": names_in(values, "name"), "aliases": tuple(values.get("aliases") or ())}
        with of_row(planned):
            entry = PartnerEntry(values["code"], values["name"], **plain, **names, basis=basis_of(values))
            within.put_partner(scope.organisation, entry)
    within.require_sound_partners(scope.organisation)
