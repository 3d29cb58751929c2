"""Entering the rows of the list of organs."""

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
from accord.members.choices import OrganKind
from accord.members.values import OrganEntry
from accord.record.acts import Act

_PLAIN = ("level", "parent", "role", "founded", "dissolved")


def enter(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    for planned in rows:
        values = planned.whole
        plain = {"kind": str(values.get("kind") or OrganKind.OTHER), **picked(values, *_PLAIN)}
        names = {"names": names_in(values, "name"), "aliases": tuple(values.get("aliases") or ())}
        with of_row(planned):
            entry = OrganEntry(values["key"], values["name"], **plain, **names, basis=basis_of(values))
            within.put_organ(scope.organisation, entry)
    within.require_sound_organs(scope.organisation)
