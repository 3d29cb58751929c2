"""What is done with positions as they are reported. Each action is one transaction and one entry of the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.documents.models import Document
from accord.meetings.models import Meeting
from accord.members import checks
from accord.members.actions.entering import enter, everybody, organisation_by_id
from accord.members.errors import Unfit
from accord.members.models import Member, Organ, Organisation
from accord.members.queries import visible_organisations
from accord.positions import queries
from accord.positions.access import may_keep_positions
from accord.positions.choices import Holding
from accord.positions.models import Correction, Position, Settling, Situation
from accord.positions.values import PositionEntry, Whose
from accord.record import acts as record

ORGANISATION = "organisation"


def _position(pk: str) -> Position:
    return Position.objects.get(pk=pk)


@record.action(answers=organisation_by_id)
def enter_positions(
    organisation_id: str, positions: Sequence[PositionEntry], *, by: Subject, key: UUID
) -> Organisation:
    """
    Enter positions as they are reported.

    Raises:
        Unfit: something in an entry cannot be so, or the position is there already.
    """
    with record.act("entered positions", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(may_keep_positions(by, organisation))
        for entry in positions:
            put_position(organisation, entry, at=act.at)
        enter(act, organisation, everybody(organisation), {"count": len(positions)}, answer=organisation.pk)
        return organisation


@record.action(answers=_position)
def correct_position(position_id: str, entry: PositionEntry, reason: str, *, by: Subject, key: UUID) -> Position:
    """
    Correct how a position is written down. What stood before stays, with who corrected it, when and why.

    Raises:
        Unfit: something in the entry cannot be so, nothing is changed by it, or no reason is given.
    """
    with record.act("corrected a position", by=by, key=key) as act:
        position = act.lock(queries.visible_positions(by).select_related("organisation"), position_id)
        organisation = position.organisation
        require(may_keep_positions(by, organisation))
        values = _values(organisation, entry, other_than=position.pk)
        before = {name: getattr(position, name) for name in values}
        if values == before:
            raise Unfit("words", _("This is what stands there already. Nothing was changed."))
        told = checks.name("reason", reason, longest=500)
        Correction.objects.create(position=position, reason=told, actor=by.name, at=act.at, **before)
        _write(position, values)
        data = {"what": _short(before["words"]), "reason": told}
        enter(act, organisation, everybody(organisation), data, answer=position.pk)
        return position


@record.action(answers=_position)
def settle_position(position_id: str, whose: Whose, why: str, *, by: Subject, key: UUID) -> Position:
    """
    Say whose a position is that was entered as ambiguous. Who said so, when and why stays, and what was said before.

    Args:
        whose: national or collective; or ambiguous, where it is not settled after all.

    Raises:
        Unfit: it was never ambiguous, there is no such member or organ, or no reason is given.
    """
    with record.act("settled whose a position is", by=by, key=key) as act:
        position = act.lock(queries.visible_positions(by).select_related("organisation"), position_id)
        require(may_keep_positions(by, position.organisation))
        if position.kind != Holding.AMBIGUOUS:
            raise Unfit("whose", _("Whose this position is was stated from the beginning. Correct the entry instead."))
        columns = _whose(position.organisation, whose)
        del columns["candidates"]
        reason = checks.name("why", why, longest=500)
        Settling.objects.create(position=position, why=reason, actor=by.name, at=act.at, **columns)
        holder = whose.member or whose.organ
        told = {"what": _short(position.words), "holding": whose.kind, "holder": holder}
        enter(act, position.organisation, everybody(position.organisation), told, answer=position.pk)
        return position


def put_position(organisation: Organisation, entry: PositionEntry, *, at: datetime) -> Position:
    """
    Enter a position.

    Within an act of another room, which locks, checks who may, and writes the one entry. Raises Unfit.
    """
    return _write(Position(organisation=organisation, at=at), _values(organisation, entry))


def _write(row: Position, values: Mapping[str, Any]) -> Position:
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return row


def _values(organisation: Organisation, entry: PositionEntry, *, other_than: str = "") -> dict[str, Any]:
    """Return the columns of a position, checked. Raises Unfit, also where another position says the same."""
    values = {**_whose(organisation, entry.whose), **_about(organisation, entry), **_said(organisation, entry)}
    rows = Position.objects.filter(organisation=organisation)
    same = {name: values[name] for name in ("kind", "member", "organ", "words", "topic", "situation", "day")}
    if rows.filter(**_as_filter(same)).exclude(pk=other_than).exists():
        raise Unfit("words", _("This position is in the register already."))
    return values


def _as_filter(values: dict[str, Any]) -> dict[str, Any]:
    return {
        f"{name}__isnull" if value is None else name: True if value is None else value for name, value in values.items()
    }


def _whose(organisation: Organisation, whose: Whose) -> dict[str, Any]:
    """Return the columns of whose a position is, checked. Raises Unfit."""
    if whose.kind not in Holding.values:
        raise Unfit("whose", _("A position is a member’s, collective, or not settled yet."))
    if whose.kind != Holding.AMBIGUOUS:
        whose = replace(whose, candidates=())
    member = _member(organisation, whose.member) if whose.kind == Holding.NATIONAL else None
    organ = _organ(organisation, whose.organ) if whose.kind == Holding.COLLECTIVE and whose.organ else None
    for candidate in whose.candidates:
        _candidate(organisation, candidate)
    return {"kind": whose.kind, "member": member, "organ": organ, "candidates": [*dict.fromkeys(whose.candidates)]}


def _candidate(organisation: Organisation, candidate: str) -> None:
    kind, _space, which = candidate.partition(" ")
    if kind == "member":
        _member(organisation, which)
    elif kind == "organ":
        _organ(organisation, which)
    elif candidate != ORGANISATION:
        raise Unfit("candidates", _("“%s” is not in the register.") % candidate)


def _member(organisation: Organisation, code: str) -> Member:
    found = Member.objects.filter(organisation=organisation, code=code).first()
    if found is None:
        raise Unfit("whose", _("“%s” is no member in the register.") % code if code else _("Say whose position it is."))
    return found


def _organ(organisation: Organisation, key: str) -> Organ:
    found = Organ.objects.filter(organisation=organisation, key=key).first()
    if found is None:
        raise Unfit("whose", _("“%s” is not in the register.") % key)
    return found


def _about(organisation: Organisation, entry: PositionEntry) -> dict[str, Any]:
    """Return the columns of what a position is about, checked. Raises Unfit."""
    topic = checks.name("topic", entry.topic, longest=160, optional=True)
    situation = None
    if entry.situation:
        situation = Situation.objects.filter(organisation=organisation, name=entry.situation).first()
        if situation is None:
            raise Unfit("situation", _("“%s” is not in the register.") % entry.situation)
    if not topic and situation is None:
        raise Unfit("topic", _("Say what it is about: a topic, a situation, or both."))
    return {"topic": topic, "situation": situation, "area": entry.area[:40]}


def _said(organisation: Organisation, entry: PositionEntry) -> dict[str, Any]:
    """Return the columns of what was said, when and where, checked. Raises Unfit."""
    words = checks.name("words", " ".join(entry.words.split()), longest=1000)
    meeting = _own(Meeting, organisation, "meeting", entry.meeting)
    document = _own(Document, organisation, "document", entry.document)
    if entry.day and entry.known and entry.known < entry.day:
        raise Unfit("known", _("It is known from the day on which it was said, or later."))
    return {
        "words": words,
        "verbatim": entry.verbatim,
        "day": entry.day,
        "when": checks.name("when", entry.when, longest=80, optional=True),
        "speaker": checks.name("speaker", entry.speaker, longest=160, optional=True),
        "meeting": meeting,
        "document": document,
        "occasion": checks.name("occasion", entry.occasion, longest=200, optional=True),
        "known": entry.known,
        **entry.basis.columns(),
    }


def _own(table: Any, organisation: Organisation, field: str, pk: str) -> Any:
    if not pk:
        return None
    found = table.objects.filter(organisation=organisation, pk=pk).first()
    if found is None:
        raise Unfit(field, _("“%s” is not in the register.") % pk)
    return found


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:79].rstrip()}…"
