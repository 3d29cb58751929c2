"""What the secretariat keeps of a meeting: agenda, attendance, papers; and what is tabled in a sitting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.engine.text.naming import plain_name
from accord.engine.text.wording import negotiated
from accord.meetings import access, queries
from accord.meetings.actions.entering import enter, meeting_by_id, require_begun
from accord.meetings.choices import AgendaStage
from accord.meetings.models import (
    AgendaItem,
    Circumstance,
    Meeting,
    Seat,
    Sitting,
    TabledNote,
)
from accord.meetings.values import (
    AgendaEntry,
    CircumstanceEntry,
    SeatEntry,
)
from accord.members.errors import Unfit
from accord.members.models import Member
from accord.record import acts as record


def _note(pk: str) -> TabledNote:
    return TabledNote.objects.get(pk=pk)


@record.action(answers=meeting_by_id)
def set_agenda(
    meeting_id: str,
    items: Sequence[AgendaEntry],
    circumstances: Sequence[CircumstanceEntry] = (),
    *,
    by: Subject,
    key: UUID,
) -> Meeting:
    """
    Enter the agenda and the circumstances of a meeting, in place of those entered before.

    Raises:
        Unfit: the agenda is cleared, or papers are tabled under an item, or somebody is invited to it.
    """
    with record.act("entered the agenda of", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(access.may_keep(by, meeting))
        sittings = {sitting.code: sitting for sitting in Sitting.objects.filter(meeting=meeting)}
        if queries.stage_of(meeting_id) in (AgendaStage.PROVISIONAL, AgendaStage.ADOPTED):
            raise Unfit("items", _("The agenda is cleared. Change it item by item."))
        before = AgendaItem.objects.filter(meeting=meeting)
        if before.filter(Q(guests__isnull=False) | Q(notes__isnull=False)).exists():
            raise Unfit("items", _("An item has papers or guests. Change the agenda item by item."))
        before.delete()
        Circumstance.objects.filter(meeting=meeting).delete()
        AgendaItem.objects.bulk_create(_item(meeting, order, item, sittings) for order, item in enumerate(items, 1))
        Circumstance.objects.bulk_create(
            Circumstance(
                meeting=meeting,
                **{name: getattr(one, name) for name in ("label", "fact", "told", "shown_from")},
                **one.basis.columns(),
            )
            for one in circumstances
        )
        enter(act, meeting, meeting.audience, {"what": meeting.title, "items": len(items)}, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def set_attendance(meeting_id: str, seats: Sequence[SeatEntry], *, by: Subject, key: UUID) -> Meeting:
    """
    Enter who sat at the table. A member that is not present keeps its seat, which is then empty.

    Raises:
        Unfit: the meeting is still to come.
    """
    with record.act("entered the attendance of", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(access.may_keep(by, meeting))
        require_begun(act, meeting)
        members = {member.code: member for member in Member.objects.filter(organisation=meeting.organisation_id)}
        Seat.objects.filter(meeting=meeting).delete()
        Seat.objects.bulk_create(_seat(meeting, order, one, members) for order, one in enumerate(seats))
        enter(act, meeting, meeting.audience, {"what": meeting.title, "seats": len(seats)}, answer=meeting.pk)
        return meeting


@record.action(answers=_note)
def table_note(
    meeting_id: str,
    sitting: str,
    *,
    title: str,
    wording: str,
    sample: bool,
    item: str = "",
    by: Subject,
    key: UUID,
) -> TabledNote:
    """
    Table a paper in a sitting, maybe under an item; it exists for those admitted to that sitting, and for nobody else
    but those who are invited to the item.

    Raises:
        TextError: title or wording holds characters that are not allowed; NotVisible, Refused.
    """
    with record.act("tabled", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(access.may_table_note(by, meeting))
        place = act.lock(queries.admitted_sittings(by).filter(meeting=meeting), queries.sitting_id(meeting, sitting))
        values = {"title": plain_name(title), "wording": negotiated(wording).strip(), "sample": sample}
        under = _under(by, place, item)
        note = TabledNote.objects.create(
            meeting=meeting, audience=place.audience, item=under, tabled_at=act.at, **values
        )
        enter(act, meeting, place.audience, {"what": note.title, "in": sitting}, answer=note.pk)
        return note


def _under(by: Subject, sitting: Sitting, item: str) -> AgendaItem | None:
    """Return the item under which a paper is tabled. Raises NotVisible: the sitting has no such item."""
    if not item:
        return None
    rows = queries.visible_items(by).filter(Q(sitting=sitting) | Q(sitting=None), meeting=sitting.meeting_id)
    found = rows.filter(handle=item).first()
    if found is None:
        raise NotVisible
    return found


def _item(meeting: Meeting, order: int, item: AgendaEntry, sittings: Mapping[str, Sitting]) -> AgendaItem:
    """Return an item. An item is as public as its meeting: only what is tabled under it follows the sitting."""
    place = sittings[item.sitting] if item.sitting else None
    said = {"title": item.title, "rapporteur": item.rapporteur, "minutes": item.minutes, **item.basis.columns()}
    return AgendaItem(meeting=meeting, audience=meeting.whole, order=order, sitting=place, **said)


def _seat(meeting: Meeting, order: int, entry: SeatEntry, members: Mapping[str, Member]) -> Seat:
    plain = {name: getattr(entry, name) for name in ("person", "role", "attendance", "note")}
    member = members[entry.member] if entry.member else None
    return Seat(meeting=meeting, member=member, order=order, **plain, **entry.basis.columns())
