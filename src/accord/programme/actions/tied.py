"""Saying what serves a priority, and what belongs to an area."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject
from accord.documents.queries import visible_documents
from accord.members.errors import Unfit
from accord.members.models import Organ, Organisation, Partner
from accord.positions.queries.situations import visible_situations
from accord.programme.actions.activities import edition_of
from accord.programme.actions.entering import area_named, entering, organisation_of
from accord.programme.actions.operations import operation_of
from accord.programme.models import STANDS, Belonging, Priority, Service
from accord.programme.values import BelongingEntry, ServiceEntry
from accord.record import acts as record


@record.action(answers=organisation_of)
def tie_to_priorities(organisation_id: str, entries: Sequence[ServiceEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Say which joint activities and operations serve which priority.

    Raises:
        Unfit: there is no such priority, activity or operation, or an entry names none or two.
    """
    data = {"count": len(entries)}
    with entering("tied to a priority", organisation_id, data, by=by, key=key) as organisation:
        for entry in entries:
            _serve(organisation, entry)
        return organisation


@record.action(answers=organisation_of)
def tie_to_area(organisation_id: str, entry: BelongingEntry, *, by: Subject, key: UUID) -> Organisation:
    """
    Say that an organ, a partner, a document or a situation belongs to an area.

    Raises:
        Unfit: there is no such area, or nothing of that kind that ``by`` can see.
    """
    with entering("tied to an area", organisation_id, {"what": entry.area}, by=by, key=key) as organisation:
        area = area_named(organisation, entry.area)
        found = FINDING[entry.kind](organisation, by, entry.which) if entry.kind in FINDING else None
        if found is None:
            raise Unfit("which", _("There is nothing of that name to tie."))
        values = {**entry.basis.columns(), **STANDS}
        Belonging.objects.update_or_create(area=area, **{entry.kind: found}, defaults=values)
        return organisation


def _organ(organisation: Organisation, _by: Subject, key: str) -> Any:
    return Organ.objects.filter(organisation=organisation, key=key).first()


def _partner(organisation: Organisation, _by: Subject, code: str) -> Any:
    return Partner.objects.filter(organisation=organisation, code=code).first()


def _document(organisation: Organisation, by: Subject, pk: str) -> Any:
    return visible_documents(by).filter(organisation=organisation, pk=pk).first()


def _situation(organisation: Organisation, by: Subject, name: str) -> Any:
    return visible_situations(by).filter(organisation=organisation, name=name).first()


FINDING: Mapping[str, Callable[[Organisation, Subject, str], Any]] = {
    "organ": _organ,
    "partner": _partner,
    "document": _document,
    "situation": _situation,
}
"""How each kind is found: an organ by its key, a partner by its code, a document by its id, a situation by its name."""


def _serve(organisation: Organisation, entry: ServiceEntry) -> None:
    if bool(entry.series) == bool(entry.operation):
        raise Unfit("activity", _("Say which activity or which operation, one of them."))
    activity = edition_of(organisation, entry.series, entry.edition) if entry.series else None
    operation = operation_of(organisation, entry.operation) if entry.operation else None
    values = {"known": entry.known, **entry.basis.columns(), **STANDS}
    priority = _priority(organisation, entry.priority, entry.term)
    Service.objects.update_or_create(priority=priority, activity=activity, operation=operation, defaults=values)


def _priority(organisation: Organisation, number: int, term: date | None) -> Priority:
    rows = Priority.objects.filter(organisation=organisation, number=number)
    rows = rows.filter(programme__term__begins=term) if term else rows.filter(programme=None)
    if (found := rows.first()) is None:
        raise Unfit("priority", _("There is no priority %d.") % number)
    return found
