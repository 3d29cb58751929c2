"""Deciding what becomes of the items of a report: entered, known already, left out, kept; and of what does not fit."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.inbox.access import may_keep_reports
from accord.inbox.actions.entering import enter, enter_taken
from accord.inbox.actions.taking import TAKERS, basis_of, entry_of
from accord.inbox.choices import DOUBTS, OF_DOUBTS, Decision
from accord.inbox.items import called
from accord.inbox.models import Item
from accord.inbox.queries.links import SAME, row_links
from accord.inbox.queries.rows import visible_report_items
from accord.inbox.values import Taking, Verdict
from accord.members import checks
from accord.members.errors import Unfit
from accord.members.queries import visible_organisations
from accord.record import acts as record


def item_by_id(pk: str) -> Item:
    """Load the answer of an act on an item."""
    return Item.objects.get(pk=pk)


@record.action(answers=item_by_id)
def take(item_id: int, taking: Taking, *, by: Subject, key: UUID) -> Item:
    """
    Enter what an item says, on the basis of its report.

    Raises:
        Unfit: it is decided already, or cannot be entered so; nothing is entered then; NotVisible.
    """
    with record.act("entered from a report", by=by, key=key) as act:
        item = locked_item(act, item_id, by)
        taker = TAKERS.get(item.kind)
        if taker is None:
            raise Unfit("", _("This has no place in the register yet. It is kept on the report."))
        basis = basis_of(item.report, taking.standing, taking.why)
        taken = taker(item.report.organisation, entry_of(item.report, taking.entry), basis, act, by)
        decide(item, Decision.TAKEN, act.at, by, row=taken.row, label=taken.label)
        told = {"what": taken.label, "kind": item.kind}
        enter_taken(act, item.report, told, readers=taken.readers, answer=str(item.pk))
        return item


@record.action(answers=item_by_id)
def match(item_id: int, row: str, *, by: Subject, key: UUID) -> Item:
    """
    Say which row of the register an item is. Nothing is entered.

    Args:
        row: "<kind> <key>", as accord.inbox.queries.links names it.

    Raises:
        Unfit: there is no such row, or the item is decided already; NotVisible.
    """
    with record.act("matched an item of a report", by=by, key=key) as act:
        item = locked_item(act, item_id, by)
        link = row_links(by, item.report.organisation, *SAME.get(item.kind, ())).get(row)
        if link is None:
            raise Unfit("row", _("Choose what it is in the register."))
        decide(item, Decision.SAME, act.at, by, row=row, label=link.words[:400])
        _record(act, item, {"row": link.words})
        return item


@record.action(answers=item_by_id)
def leave(item_id: int, note: str, *, by: Subject, key: UUID) -> Item:
    """Leave an item out, with a note or without. Raises Unfit: it is decided already; NotVisible."""
    return _set_aside("left out an item of a report", Decision.LEFT, item_id, note, by=by, key=key)


@record.action(answers=item_by_id)
def keep(item_id: int, note: str, *, by: Subject, key: UUID) -> Item:
    """Keep an item on its report, without entering it. Raises Unfit: it is decided already; NotVisible."""
    return _set_aside("kept an item on a report", Decision.NOTED, item_id, note, by=by, key=key)


def _set_aside(verb: str, decision: Decision, item_id: int, note: str, *, by: Subject, key: UUID) -> Item:
    with record.act(verb, by=by, key=key) as act:
        item = locked_item(act, item_id, by)
        decide(item, decision, act.at, by, note=_note(note))
        _record(act, item, {})
        return item


@record.action(answers=item_by_id)
def settle(item_id: int, verdict: Verdict, *, by: Subject, key: UUID) -> Item:
    """
    Decide what does not fit: kept as said, corrected, or open. The report stays as it was published.

    Raises:
        Unfit: no such decision, corrected to nothing, or it is decided already; NotVisible.
    """
    with record.act("settled a doubt in a report", by=by, key=key) as act:
        item = locked_item(act, item_id, by, of_doubts=True)
        if verdict.decision not in OF_DOUBTS:
            raise Unfit("decision", _("Choose what becomes of it."))
        corrected = verdict.decision == Decision.CORRECTED
        if corrected and not verdict.to.strip():
            raise Unfit("to", _("Say what it is corrected to."))
        label = checks.name("to", verdict.to, longest=300, optional=True) if corrected else ""
        decide(item, Decision(verdict.decision), act.at, by, label=label, note=_note(verdict.note))
        _record(act, item, {})
        return item


@record.action(answers=item_by_id)
def reopen(item_id: int, *, by: Subject, key: UUID) -> Item:
    """
    Take a decision back, so that another can be made.

    Raises:
        Unfit: nothing is decided, or the item was entered: what is in the register is corrected there; NotVisible.
    """
    with record.act("took back a decision on a report", by=by, key=key) as act:
        item = locked_item(act, item_id, by, of_doubts=None, decided=True)
        if item.decision == Decision.TAKEN:
            raise Unfit("", _("It was entered. What is in the register is corrected on its own page."))
        _record(act, item, {})
        take_back(item)
        return item


def locked_item(
    act: record.Act, item_id: int, by: Subject, *, of_doubts: bool | None = False, decided: bool = False
) -> Item:
    """Lock the organisation and an item of one of its reports. Raises NotVisible, Refused, Unfit."""
    organisation = act.lock(visible_organisations(by), by.organisation_id or "")
    item = act.lock(visible_report_items(by).filter(report__organisation=organisation), item_id)
    require(may_keep_reports(by, organisation))
    if of_doubts is not None and of_doubts != (item.kind == DOUBTS):
        raise Unfit("", _("That cannot be done with it."))
    if decided != bool(item.decision):
        raise Unfit("", _already(item) if item.decision else _("Nothing is decided of it."))
    return item


def _already(item: Item) -> str:
    """Say what was decided already, and by whom: often another secretary, on the same page at the same time."""
    told = {"what": Decision(item.decision).label, "who": item.decided_by}
    return _("It is decided already: %(what)s, by %(who)s. Nothing was done a second time.") % told


def decide(
    item: Item,
    decision: str,
    at: datetime | None,
    by: Subject | None,
    *,
    row: str = "",
    label: str = "",
    note: str = "",
) -> None:
    """Store what became of an item, and which row."""
    item.decision, item.row, item.label, item.note = decision, row, label, note
    item.decided_at, item.decided_by = at, by.name if by else ""
    item.save()


def take_back(item: Item) -> None:
    """Take the decision on an item back; one that its decision alone kept goes with it."""
    if item.gone:
        item.delete()
    else:
        decide(item, "", None, None)


def _record(act: record.Act, item: Item, data: dict[str, Any]) -> None:
    told = item.data["quote"] or item.data["why"] if item.kind == DOUBTS else called(item.data)
    enter(act, item.report, {"item": told[:200], **data}, answer=str(item.pk))


def _note(words: str) -> str:
    return checks.name("note", words, longest=500, optional=True)
