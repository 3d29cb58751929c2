"""The agenda of a meeting: arranged and cleared by the secretariat, adopted at the opening, then changed by acts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.drafting.queries.rows import visible_texts
from accord.meetings import conduct, queries
from accord.meetings.actions.entering import enter, meeting_by_id
from accord.meetings.actions.items import applied, columns_of, found, item_of, line, set_stage, what_of
from accord.meetings.agenda import ItemWish
from accord.meetings.choices import AgendaStage, Proposed
from accord.meetings.models import AgendaItem, ItemDocument, Meeting
from accord.members.errors import Unfit
from accord.record import acts as record


@record.action(answers=meeting_by_id)
def arrange(meeting_id: str, wish: ItemWish, *, by: Subject, key: UUID) -> Meeting:
    """
    Add an item, change one, or take one off. In an adopted agenda this is an act of its own, with its reason.

    An item keeps its number from the clearance on; a further one gets the next number, whatever was taken off.

    Raises:
        Unfit: no title, no such item or sitting, no reason where one is needed; NotVisible; Refused; TextError.
    """
    with record.act("arranged the agenda of", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        stage = queries.stage_of(meeting_id)
        require(conduct.may_arrange(by, meeting, stage))
        what = what_of(wish)
        item = item_of(by, meeting, wish.item) if what != Proposed.ADD else None
        item = applied(act, meeting, what, item, columns_of(meeting, wish), reason=wish.reason, stage=stage)
        data = {"what": meeting.title, "how": what, "item": item.title if item else wish.title}
        enter(act, meeting, meeting.audience, data, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def place_item(meeting_id: str, item: str, place: int, *, by: Subject, key: UUID) -> Meeting:
    """
    Take an item at another place of the agenda; its number stays.

    Args:
        place: from 1, among the items as they stand. Raises Unfit: no such place; NotVisible; Refused.
    """
    with record.act("placed an item of", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(conduct.may_arrange(by, meeting, queries.stage_of(meeting_id)))
        moved = item_of(by, meeting, item)
        rows = [row for row in AgendaItem.objects.filter(meeting=meeting) if row.pk != moved.pk]
        if not 1 <= place <= len(rows) + 1:
            raise Unfit("place", _("The agenda has %d places.") % (len(rows) + 1))
        rows.insert(place - 1, moved)
        for order, row in enumerate(rows, 1):
            AgendaItem.objects.filter(pk=row.pk).update(order=order)
        enter(act, meeting, meeting.audience, {"what": meeting.title, "item": moved.title}, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def clear_agenda(meeting_id: str, *, by: Subject, key: UUID) -> Meeting:
    """Clear the provisional agenda: each item has its number from then on. Raises Unfit: no item; NotVisible."""
    with record.act("cleared the agenda of", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(conduct.may_clear(by, meeting, queries.stage_of(meeting_id)))
        items = list(AgendaItem.objects.filter(meeting=meeting))
        if not items:
            raise Unfit("agenda", _("An agenda without items is not cleared."))
        for number, item in enumerate(items, 1):
            item.number = number
            item.save(update_fields=["number"])
        set_stage(meeting, AgendaStage.PROVISIONAL, cleared_at=act.at)
        enter(act, meeting, meeting.audience, {"what": meeting.title, "items": len(items)}, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def adopt_agenda(meeting_id: str, note: str = "", *, by: Subject, key: UUID) -> Meeting:
    """
    Enter that the provisional agenda was adopted at the opening of the meeting.

    Args:
        note: how, in words ("without objection", "as amended by the chair"), maybe nothing.

    Raises:
        Refused: it is not cleared, or adopted already; NotVisible; TextError.
    """
    with record.act("adopted the agenda of", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(conduct.may_adopt_agenda(by, meeting, queries.stage_of(meeting_id)))
        set_stage(meeting, AgendaStage.ADOPTED, adopted_at=act.at, note=line(note, 300))
        enter(act, meeting, meeting.audience, {"what": meeting.title}, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def add_document(
    meeting_id: str, item: str, *, text: str = "", paper: int | None = None, title: str = "", by: Subject, key: UUID
) -> Meeting:
    """
    Name a document of an item: a text that ``by`` can see, a paper before the meeting by its number there, or a title
    alone.

    Raises:
        Unfit: none of them, or more than one; NotVisible: no such item, text or paper; Refused; TextError.
    """
    with record.act("named a document of an item of", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(conduct.may_arrange(by, meeting, queries.stage_of(meeting_id)))
        row = item_of(by, meeting, item)
        if sum(map(bool, (text, paper, title.strip()))) != 1:
            raise Unfit("title", _("Name one document: a text, a paper of the meeting, or a title."))
        values: dict[str, Any] = {"title": line(title, 300)}
        if text:
            values["text"] = found(visible_texts(by), pk=text)
        if paper:
            values["paper"] = found(queries.visible_papers(by).filter(meeting=meeting), number=paper)
        ItemDocument.objects.create(item=row, **values)
        enter(act, meeting, meeting.audience, {"what": meeting.title, "item": row.title}, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def drop_document(meeting_id: str, document: str, *, by: Subject, key: UUID) -> Meeting:
    """Take a document from an item. Raises NotVisible; Refused."""
    with record.act("took a document from an item of", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(conduct.may_arrange(by, meeting, queries.stage_of(meeting_id)))
        items = queries.visible_items(by).filter(meeting=meeting)
        row = found(ItemDocument.objects.filter(item__in=items), handle=document)
        title = row.item.title
        row.delete()
        enter(act, meeting, meeting.audience, {"what": meeting.title, "item": title}, answer=meeting.pk)
        return meeting
