"""What is done with the areas of cooperation: a small tree, and what belongs to each of them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from accord.access import Subject
from accord.members import checks
from accord.members.errors import Unfit
from accord.members.models import Organisation
from accord.programme.actions.entering import area_of, entering, key_of, organisation_of
from accord.programme.models import Area
from accord.programme.values import AreaEntry
from accord.record import acts as record


@record.action(answers=organisation_of)
def enter_area(organisation_id: str, entry: AreaEntry, *, by: Subject, key: UUID) -> Organisation:
    """
    Enter an area, or change or move the one with this key; without a key one is made from the name.

    Raises:
        Unfit: another area is called so, there is no such parent, or the area would be a part of itself.
    """
    with entering("entered an area", organisation_id, {"what": entry.name}, by=by, key=key) as organisation:
        put_area(organisation, entry)
        return organisation


# Within an act of another room, which locks, checks who may, and writes the one entry


def put_areas(organisation: Organisation, entries: Sequence[AreaEntry]) -> None:
    """Enter areas in any order, new ones behind the others: one may name a parent that comes after it. Raises Unfit."""
    rows = [(entry, _put(organisation, entry)) for entry in entries]
    for entry, row in rows:
        if entry.parent is not None:
            _place(row, entry.parent)


def put_area(organisation: Organisation, entry: AreaEntry) -> None:
    """Enter an area of cooperation, or change the one with this key. Raises Unfit."""
    put_areas(organisation, [entry])


def _put(organisation: Organisation, entry: AreaEntry) -> Area:
    rows = Area.objects.filter(organisation=organisation)
    name = checks.name("name", entry.name, longest=200)
    if rows.filter(name=name).exclude(key=entry.key).exists():
        raise Unfit("name", _("“%s” is in the register already.") % name)
    values = {"name": name, **entry.basis.columns()}
    if rows.filter(key=entry.key).update(**values):
        return rows.get(key=entry.key)
    key = entry.key or key_of(name, rows.values_list("key", flat=True))
    last = rows.aggregate(last=Max("order"))["last"]
    return Area.objects.create(organisation=organisation, key=key, order=0 if last is None else last + 1, **values)


def _place(row: Area, parent: str) -> None:
    """Make an area a part of another one. Raises Unfit."""
    above = area_of(row.organisation, parent, "parent")
    step = above
    while step is not None:
        if step.pk == row.pk:
            raise Unfit("parent", _("“%s” would be a part of itself.") % row.name)
        step = step.parent
    row.parent = above
    row.save(update_fields=["parent"])
