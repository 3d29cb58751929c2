"""What the acts on an agenda share: an item is added, changed or taken off, and the stage of the agenda is kept."""

from __future__ import annotations

from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject
from accord.engine.text.naming import plain_name
from accord.meetings import queries
from accord.meetings.agenda import ItemWish
from accord.meetings.choices import AgendaStage, Proposed
from accord.meetings.models import Agenda, AgendaChange, AgendaItem, Meeting, Sitting
from accord.members.basis import Basis
from accord.members.errors import Unfit
from accord.record import acts as record

LONGEST_ITEM = 1440
"""Minutes: no item takes longer than a day."""


def applied(
    act: record.Act,
    meeting: Meeting,
    what: str,
    item: AgendaItem | None,
    values: dict[str, Any],
    *,
    reason: str,
    stage: str,
) -> AgendaItem | None:
    """Add, change or take off an item; in an adopted agenda the change is kept with its reason. Returns the item."""
    if stage == AgendaStage.ADOPTED and not reason.strip():
        raise Unfit("reason", _("The agenda is adopted. Say why it is changed."))
    before = item.title if item else ""
    if stage == "":
        set_stage(meeting, AgendaStage.DRAFT)
    if what == Proposed.ADD:
        item = _added(meeting, values)
    elif item is not None and what == Proposed.CHANGE:
        _change(item, values)
    elif item is not None:
        item = _removed(item)
    if stage == AgendaStage.ADOPTED and item is not None:
        AgendaChange.objects.create(item=item, what=what, before=before, reason=line(reason, 500), at=act.at)
    return item


def _added(meeting: Meeting, values: dict[str, Any]) -> AgendaItem:
    last = AgendaItem.objects.filter(meeting=meeting).aggregate(order=Max("order"), number=Max("number"))
    cleared = queries.stage_of(meeting.pk) in (AgendaStage.PROVISIONAL, AgendaStage.ADOPTED)
    return AgendaItem.objects.create(
        meeting=meeting,
        audience=meeting.whole,
        order=(last["order"] or 0) + 1,
        number=(last["number"] or 0) + 1 if cleared else None,
        **values,
        **Basis().columns(),
    )


def _change(item: AgendaItem, values: dict[str, Any]) -> None:
    """Give an item what is said of it; what is not said stays."""
    for name, value in values.items():
        if value not in ("", None):
            setattr(item, name, value)
    item.save()


def _removed(item: AgendaItem) -> AgendaItem | None:
    """Take an item off. One that has a number, papers, statements or guests stays in sight, and says so."""
    kept = (item.notes, item.statements, item.invitations, item.floors)
    if item.number is None and item.guests_id is None and not any(rows.exists() for rows in kept):
        item.delete()
        return None
    item.removed = True
    item.save(update_fields=["removed"])
    return item


def set_stage(meeting: Meeting, stage: str, **values: Any) -> None:
    """Keep the stage of an agenda, with what is known of it."""
    first = {"stage": stage, **values, **Basis().columns()}
    Agenda.objects.update_or_create(meeting=meeting, defaults={"stage": stage, **values}, create_defaults=first)


def what_of(wish: ItemWish) -> str:
    """Return what is wanted. Raises Unfit: nothing that can be done, or nothing that is said."""
    said = (wish.title.strip(), wish.rapporteur.strip(), wish.minutes, wish.sitting)
    if wish.what not in Proposed.values:
        raise Unfit("what", _("An item is added, changed or taken off."))
    if wish.what == Proposed.ADD and not wish.title.strip():
        raise Unfit("title", _("An item needs a title."))
    if wish.what != Proposed.ADD and not wish.item:
        raise Unfit("item", _("Say which item."))
    if wish.what == Proposed.CHANGE and not any(said):
        raise Unfit("title", _("Say what is to be changed."))
    return wish.what


def columns_of(meeting: Meeting, wish: ItemWish) -> dict[str, Any]:
    """Return what is said of an item, by its columns. Raises Unfit: too long; NotVisible: no such sitting."""
    if wish.minutes is not None and not 1 <= wish.minutes <= LONGEST_ITEM:
        raise Unfit("minutes", _("An item takes between 1 and %d minutes.") % LONGEST_ITEM)
    return {
        "title": line(wish.title, 300),
        "rapporteur": line(wish.rapporteur, 120),
        "minutes": wish.minutes,
        "sitting": Sitting.objects.get(pk=queries.sitting_id(meeting, wish.sitting)) if wish.sitting else None,
    }


def item_of(by: Subject, meeting: Meeting, handle: str) -> AgendaItem:
    """Return an item that stands on the agenda. Raises Unfit: there is none of this handle."""
    row = queries.visible_items(by).filter(meeting=meeting, removed=False, handle=handle).first()
    if row is None:
        raise Unfit("item", _("The agenda has no such item."))
    return row


def found(rows: Any, **named: Any) -> Any:
    """Return the row that is named so. Raises NotVisible."""
    row = rows.filter(**named).first()
    if row is None:
        raise NotVisible
    return row


def line(words: str, longest: int) -> str:
    """Return words as one line that a reader can tell from another; "" for none. Raises TextError."""
    return plain_name(words, longest=longest) if words.strip() else ""
