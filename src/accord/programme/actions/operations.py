"""What is done with joint operations, as programmes: who takes part, phases, published results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject
from accord.members import checks
from accord.members.actions.entering import call
from accord.members.errors import Unfit
from accord.members.models import Member, Organisation
from accord.programme.actions.entering import area_of, entering, key_of, members_of, organ_of, organisation_of
from accord.programme.choices import Exactness, Holding
from accord.programme.models import STANDS, Operation, Phase, Result, Taking
from accord.programme.values import OperationEntry, PhaseEntry, ResultEntry, TakingEntry
from accord.record import acts as record


@record.action(answers=organisation_of)
def enter_operations(
    organisation_id: str, operations: Sequence[OperationEntry], *, by: Subject, key: UUID
) -> Organisation:
    """
    Enter joint operations as programmes; one of the same key, or without a key of the same name, is changed.

    Raises:
        Unfit: a name cannot be used or another operation has it, or there is no such organ or area.
    """
    data = {"operations": len(operations)}
    with entering("entered joint operations", organisation_id, data, by=by, key=key) as organisation:
        for entry in operations:
            put_operation(organisation, entry)
        return organisation


@record.action(answers=organisation_of)
def enter_takings(organisation_id: str, takings: Sequence[TakingEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter which members a source names as taking part in operations; the others stay as they were.

    Raises:
        Unfit: there is no such operation or member, or none is named.
    """
    data = {"names": [entry.operation for entry in takings]}
    with entering("entered who takes part in", organisation_id, data, by=by, key=key) as organisation:
        members = members_of(organisation)
        for entry in takings:
            put_taking(operation_of(organisation, entry.operation), entry, members)
        return organisation


@record.action(answers=organisation_of)
def enter_phases(organisation_id: str, phases: Sequence[PhaseEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter phases of operations; one of the same name is corrected.

    Raises:
        Unfit: there is no such operation, or something in an entry cannot be so.
    """
    data = {"names": [entry.name for entry in phases]}
    with entering("entered phases of operations", organisation_id, data, by=by, key=key) as organisation:
        members = members_of(organisation)
        for entry in phases:
            put_phase(operation_of(organisation, entry.operation), entry, members)
        return organisation


@record.action(answers=organisation_of)
def enter_results(organisation_id: str, results: Sequence[ResultEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter published results of operations; one of the same thing, phase and day is corrected.

    Raises:
        Unfit: there is no such operation or phase, or something in an entry cannot be so.
    """
    told = dict.fromkeys(entry.operation for entry in results)
    with entering("entered results of operations", organisation_id, {"names": [*told]}, by=by, key=key) as organisation:
        for entry in results:
            put_result(operation_of(organisation, entry.operation), entry)
        return organisation


def operation_of(organisation: Organisation, name: str) -> Operation:
    """Return the operation of this name. Raises Unfit."""
    found = Operation.objects.filter(organisation=organisation, name=name).first()
    if found is None:
        raise Unfit("operation", _("“%s” is not among the operations. Enter it first.") % name)
    return found


def put_operation(organisation: Organisation, entry: OperationEntry) -> None:
    """
    Enter a joint operation, or change the one of this key or name.

    Within an act of another room, which locks, checks who may, and writes the one entry. Raises Unfit.
    """
    rows = Operation.objects.filter(organisation=organisation)
    row = rows.filter(key=entry.key).first() if entry.key else rows.filter(name=entry.name).first()
    if entry.key and row is None:
        raise Unfit("key", _("“%s” is not among the operations. Enter it first.") % entry.key)
    if row is None:
        row = Operation(organisation=organisation, key=key_of(entry.name, rows.values_list("key", flat=True)))
    elif rows.filter(name=entry.name).exclude(pk=row.pk).exists():
        raise Unfit("name", _("Another operation is called “%s”.") % entry.name)
    organ_of(organisation, entry.organ)
    row.name = checks.name("name", entry.name, longest=120)
    row.purpose = checks.name("purpose", entry.purpose, longest=300)
    row.area, row.organ, row.since = area_of(organisation, entry.area), entry.organ, entry.since
    for name, longest in (("kind", 200), ("observers", 300)):
        setattr(row, name, checks.name(name, getattr(entry, name), longest=longest, optional=True))
    for name, value in entry.basis.columns().items():
        setattr(row, name, value)
    row.save()
    call(organisation, f"operation {row.key}", entry.names, entry.aliases)


def put_taking(operation: Operation, entry: TakingEntry, members: Mapping[str, Member]) -> None:
    """
    Enter which members are named as taking part in an operation.

    Within an act, also of another room, which locks, checks who may, and writes the one entry. Raises Unfit.
    """
    if not entry.members:
        raise Unfit("members", _("Name at least one member."))
    _require_known("members", entry.members, members)
    values = {"known": entry.known, **entry.basis.columns(), **STANDS}
    for code in entry.members:
        Taking.objects.update_or_create(operation=operation, member=members[code], defaults=values)


def put_phase(operation: Operation, entry: PhaseEntry, members: Mapping[str, Member]) -> None:
    """
    Enter a phase of an operation, or correct the one of this name.

    Within an act, also of another room, which locks, checks who may, and writes the one entry. Raises Unfit.
    """
    if entry.state not in Holding.values:
        raise Unfit("state", _("“%s” is no state of a phase.") % entry.state)
    if entry.ends and (entry.begins is None or entry.ends < entry.begins):
        raise Unfit("ends", _("The last day comes before the first.") if entry.begins else _("Say the first day too."))
    _require_known("participants", entry.participants, members)
    words = {"place": 120, "when": 300, "observers": 300}
    told = {name: checks.name(name, getattr(entry, name), longest=most, optional=True) for name, most in words.items()}
    plain = {name: getattr(entry, name) for name in ("state", "begins", "ends", "known")}
    name = checks.name("name", entry.name, longest=120)
    row, _made = Phase.objects.update_or_create(
        operation=operation, name=name, defaults={**plain, **told, **entry.basis.columns(), **STANDS}
    )
    row.participants.set(members[code] for code in entry.participants)


def put_result(operation: Operation, entry: ResultEntry) -> None:
    """
    Enter a result of an operation, or correct the one of the same thing, phase and day.

    Within an act, also of another room, which locks, checks who may, and writes the one entry. Raises Unfit.
    """
    if entry.exactness not in Exactness.values:
        raise Unfit("exactness", _("“%s” is no way to say how exact a figure is.") % entry.exactness)
    if not entry.figure.is_finite() or entry.figure < 0 or entry.figure >= 10**14:
        raise Unfit("figure", _("A figure is a number that is not less than nothing."))
    phase = Phase.objects.filter(operation=operation, name=entry.phase, **STANDS).first() if entry.phase else None
    if entry.phase and phase is None:
        raise Unfit("phase", _("“%s” is no phase of this operation. Enter it first.") % entry.phase)
    what = checks.name("what", entry.what, longest=160)
    told = {name: checks.name(name, getattr(entry, name), longest=most, optional=True) for name, most in _WORDS}
    values = {"figure": entry.figure, "exactness": entry.exactness, **told, **entry.basis.columns(), **STANDS}
    Result.objects.update_or_create(operation=operation, phase=phase, what=what, known=entry.known, defaults=values)


_WORDS = (("unit", 60), ("note", 300))
"""What of a result is words, and how long each can be."""


def _require_known(field: str, codes: Sequence[str], members: Mapping[str, Member]) -> None:
    for code in codes:
        if code not in members:
            raise Unfit(field, _("“%s” is not in the register.") % code)
