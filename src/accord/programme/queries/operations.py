"""Joint operations as programmes."""

from __future__ import annotations

from accord.access import Subject
from accord.members.basis import Basis
from accord.members.models import Organ
from accord.members.pages import Called
from accord.members.queries.naming import book_of
from accord.programme.models import Operation
from accord.programme.pages import OperationLine
from accord.programme.queries.priorities import name_of
from accord.programme.queries.visible import visible_operations


def operation_list(by: Subject, organisation_id: str) -> tuple[OperationLine, ...]:
    """Return the joint operations of an organisation."""
    book = book_of(organisation_id)
    organs = {row.key: book.organ(row) for row in Organ.objects.filter(organisation=organisation_id)}
    rows = visible_operations(by).filter(organisation=organisation_id).select_related("area")
    return tuple(_operation(row, organs) for row in rows)


def _operation(row: Operation, organs: dict[str, Called]) -> OperationLine:
    return OperationLine(
        name=row.name,
        variants=row.variants,
        area=name_of(row.area),
        organ=organs.get(row.organ, Called("")),
        since=row.since,
        purpose=row.purpose,
        kind=row.kind,
        phases=row.phases,
        observers=row.observers,
        basis=Basis.of(row),
    )
