"""Planning the measures of a priority."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.commitments.access import may_plan
from accord.commitments.actions.steps import member_named, priority_of
from accord.commitments.models import Measure
from accord.commitments.values import MeasureEntry
from accord.members import checks
from accord.members.actions.entering import everybody
from accord.members.errors import Unfit
from accord.members.models import Organisation
from accord.members.queries import visible_organisations
from accord.programme.actions.entering import area_of, organ_of
from accord.record import acts as record
from accord.record import clock


def measure_by_id(pk: str) -> Measure:
    """Load the answer of an act on a measure."""
    return Measure.objects.get(pk=pk)


@record.action(answers=measure_by_id)
def plan_measure(organisation_id: str, entry: MeasureEntry, *, by: Subject, key: UUID) -> Measure:
    """
    Enter a measure of a priority.

    Raises:
        Unfit: no such priority, owner or area, or days, figures or words that cannot be; Refused.
    """
    with record.act("planned a measure", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(may_plan(by, organisation))
        row = _put(organisation, entry)
        write(act, row)
        return row


def write(act: record.Act, row: Measure, **more: str) -> None:
    """Write the entry of an act on a measure, in a stream of its own, for whoever sees the register."""
    audience = everybody(row.organisation)
    act.entry(
        organisation_id=row.organisation_id,
        stream=f"measure:{row.pk}:{audience.pk}",
        audience=audience,
        data={"what": row.words, "measure": row.pk, **more},
        answer=row.pk,
    )


# Within an act of another room, which locks, checks who may, and writes the one entry


def put_measures(organisation: Organisation, entries: Sequence[MeasureEntry]) -> tuple[Measure, ...]:
    """Enter measures. Raises Unfit."""
    return tuple(_put(organisation, entry) for entry in entries)


def _put(organisation: Organisation, entry: MeasureEntry) -> Measure:
    priority = priority_of(organisation, entry.priority)
    if priority is None:
        raise Unfit("priority", _("Say of which priority it is a measure."))
    return Measure.objects.create(
        organisation=organisation,
        priority=priority,
        sample=entry.sample,
        known=entry.known,
        at=clock.now(),
        **planned(organisation, entry),
    )


def planned(organisation: Organisation, entry: MeasureEntry) -> dict[str, Any]:
    """Return the columns of what is planned, checked. Raises Unfit."""
    return {
        "words": checks.name("words", entry.words, longest=500),
        "area": area_of(organisation, entry.area),
        **_owner(organisation, entry.owner),
        **_period(entry),
        **_indicator(entry),
        **entry.basis.columns(),
    }


def _owner(organisation: Organisation, owner: str) -> dict[str, Any]:
    nobody: dict[str, Any] = {"member": None, "organ": None, "office": ""}
    kind, _space, which = owner.partition(" ")
    if kind == "member" and which:
        return {**nobody, "member": member_named(organisation, which, "owner")}
    if kind == "organ" and which:
        return {**nobody, "organ": organ_of(organisation, which, "owner")}
    return {**nobody, "office": checks.name("office", owner, longest=160, optional=True)}


def _period(entry: MeasureEntry) -> dict[str, Any]:
    if entry.begins and entry.due and entry.due < entry.begins:
        raise Unfit("due", _("The last day comes before the first."))
    when = checks.name("when", entry.when, longest=80, optional=True)
    return {"begins": entry.begins, "due": entry.due, "when": when}


def _indicator(entry: MeasureEntry) -> dict[str, Any]:
    if (entry.target is None) != (not entry.unit):
        raise Unfit("unit", _("A target needs its unit, and a unit its target."))
    if entry.target is not None and not entry.indicator:
        raise Unfit("indicator", _("Say what the target counts."))
    return {
        "indicator": checks.name("indicator", entry.indicator, longest=200, optional=True),
        "unit": checks.name("unit", entry.unit, longest=60, optional=True),
        "target": entry.target,
    }
