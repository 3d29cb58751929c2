"""What is done with joint operations, as programmes."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from accord.access import Subject
from accord.members.models import Organisation
from accord.programme.actions.entering import areas_of, entering, organisation_of
from accord.programme.models import Area, Operation
from accord.programme.values import OperationEntry
from accord.record import acts as record


@record.action(answers=organisation_of)
def enter_operations(
    organisation_id: str, operations: Sequence[OperationEntry], *, by: Subject, key: UUID
) -> Organisation:
    """Enter joint operations as programmes."""
    data = {"operations": len(operations)}
    with entering("entered joint operations", organisation_id, data, by=by, key=key) as organisation:
        areas = areas_of(organisation)
        Operation.objects.bulk_create(_operation(organisation, one, areas) for one in operations)
        return organisation


def _operation(organisation: Organisation, entry: OperationEntry, areas: dict[str, Area]) -> Operation:
    plain = ("name", "purpose", "organ", "variants", "since", "kind", "phases", "observers")
    values = {name: getattr(entry, name) for name in plain}
    return Operation(organisation=organisation, area=areas.get(entry.area), **values, **entry.basis.columns())
