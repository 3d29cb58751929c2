"""The list of speakers: opened, asked for, arranged, called, closed; and the statements that were made."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from accord.access import Role, Subject, require
from accord.access.models import Audience
from accord.engine.text.naming import plain_name
from accord.engine.text.wording import negotiated
from accord.meetings import conduct, queries
from accord.meetings.actions.entering import enter
from accord.meetings.choices import Turn
from accord.meetings.floor import StatementEntry
from accord.meetings.models import AgendaItem, Floor, Meeting, Sitting, Speaker, Statement
from accord.members.errors import Unfit
from accord.members.models import Member, Partner
from accord.record import acts as record

LONGEST_TURN = 240
"""Minutes: no limit is longer than four hours."""


def _floor(pk: str) -> Floor:
    return Floor.objects.get(pk=pk)


def _statement(pk: str) -> Statement:
    return Statement.objects.get(pk=pk)


@record.action(answers=_floor)
def open_floor(
    meeting_id: str, sitting: str, *, item: str = "", limit: int | None = None, by: Subject, key: UUID
) -> Floor:
    """
    Open a list of speakers, of a sitting or of one item in it. It exists for those admitted to the sitting.

    Args:
        sitting: its code. item: handle of an item of that sitting, or of none. limit: minutes for each speaker.

    Raises:
        Unfit: there is such a list already, or no such item, or a limit that is none; NotVisible; Refused.
    """
    with record.act("opened a list of speakers in", by=by, key=key) as act:
        meeting, place = _admitted(act, by, meeting_id, sitting)
        require(conduct.may_preside(by, meeting))
        on = _on(by, place, item)
        if Floor.objects.filter(sitting=place, item=on).exists():
            raise Unfit("sitting", _("There is such a list of speakers already."))
        made = Floor.objects.create(
            meeting=meeting, sitting=place, item=on, audience=place.audience, limit=_limit(limit), opened_at=act.at
        )
        enter(act, meeting, place.audience, {"what": meeting.title, "in": sitting}, answer=made.pk)
        return made


@record.action(answers=_floor)
def set_floor(floor_id: str, *, limit: int | None, closed: bool, by: Subject, key: UUID) -> Floor:
    """Set the limit of a list of speakers, and close or reopen it. Raises Unfit: no such limit; NotVisible; Refused."""
    with record.act("set the list of speakers in", by=by, key=key) as act:
        floor = act.lock(queries.visible_floors(by), floor_id)
        require(conduct.may_preside(by, floor.meeting))
        floor.limit, floor.closed = _limit(limit), closed
        floor.save(update_fields=["limit", "closed"])
        return _entered(act, floor, {"how": "closed" if closed else "open"})


@record.action(answers=_floor)
def ask_for_floor(floor_id: str, *, code: str = "", name: str = "", by: Subject, key: UUID) -> Floor:
    """
    Put a speaker at the end of a list: a delegation or partner itself, the chair and the secretariat anybody.

    Args:
        code: of the member or partner; a delegation's own, whatever is given. name: who speaks, as printed.

    Raises:
        Unfit: it waits or speaks already, or is not in the register; NotVisible; Refused; TextError.
    """
    with record.act("put a speaker on the list in", by=by, key=key) as act:
        floor = act.lock(queries.visible_floors(by), floor_id)
        require(conduct.may_ask_for_floor(by, floor))
        code = _voice(by, floor.meeting, code)
        name = plain_name(name, longest=120) if name.strip() else ""
        if not (code or name):
            raise Unfit("name", _("Say who speaks."))
        turns = Speaker.objects.filter(floor=floor)
        if turns.filter(code=code, name=name, state__in=(Turn.WAITS, Turn.SPEAKS)).exists():
            raise Unfit("code", _("%s is on the list already.") % (name or code))
        last = turns.aggregate(last=Max("order"))["last"] or 0
        Speaker.objects.create(floor=floor, code=code, name=name, order=last + 1, asked_at=act.at)
        return _entered(act, floor, {"who": code or name})


@record.action(answers=_floor)
def leave_list(speaker_id: str, *, by: Subject, key: UUID) -> Floor:
    """Take a speaker who waits from the list. Raises NotVisible; Refused."""
    with record.act("took a speaker from the list in", by=by, key=key) as act:
        speaker = act.lock(queries.visible_speakers(by), speaker_id)
        require(conduct.may_leave_list(by, speaker))
        speaker.state = Turn.WITHDREW
        speaker.save(update_fields=["state"])
        return _entered(act, speaker.floor, {"who": speaker.code or speaker.name})


@record.action(answers=_floor)
def place_speaker(speaker_id: str, place: int, *, by: Subject, key: UUID) -> Floor:
    """
    Give a speaker who waits another place among those who wait; the chair's order then holds.

    Args:
        place: from 1. Raises Unfit: no such place, or the speaker does not wait; NotVisible; Refused.
    """
    with record.act("set the order of speakers in", by=by, key=key) as act:
        speaker = act.lock(queries.visible_speakers(by), speaker_id)
        floor = act.lock(queries.visible_floors(by), speaker.floor_id)
        require(conduct.may_preside(by, floor.meeting))
        waiting = list(Speaker.objects.filter(floor=floor, state=Turn.WAITS))
        if speaker not in waiting or not 1 <= place <= len(waiting):
            raise Unfit("place", _("The list has no such place."))
        orders = [each.order for each in waiting]
        waiting.remove(speaker)
        waiting.insert(place - 1, speaker)
        for order, each in zip(orders, waiting, strict=True):
            Speaker.objects.filter(pk=each.pk).update(order=order)
        floor.arranged_at = act.at
        floor.save(update_fields=["arranged_at"])
        return _entered(act, floor, {"who": speaker.code or speaker.name})


@record.action(answers=_floor)
def give_floor(floor_id: str, *, speaker: str = "", by: Subject, key: UUID) -> Floor:
    """
    Give the floor to a speaker who waits; whoever had it has spoken. Without a speaker nobody has it any more.

    Raises:
        Unfit: this speaker does not wait; NotVisible; Refused.
    """
    with record.act("gave the floor in", by=by, key=key) as act:
        floor = act.lock(queries.visible_floors(by), floor_id)
        require(conduct.may_preside(by, floor.meeting))
        turns = Speaker.objects.filter(floor=floor)
        turns.filter(state=Turn.SPEAKS).update(state=Turn.SPOKE, ended_at=act.at)
        if not speaker:
            return _entered(act, floor, {"who": ""})
        following = turns.filter(pk=speaker, state=Turn.WAITS).first()
        if following is None:
            raise Unfit("speaker", _("This speaker does not wait on the list."))
        following.state, following.begun_at = Turn.SPEAKS, act.at
        following.save(update_fields=["state", "begun_at"])
        return _entered(act, floor, {"who": following.code or following.name})


@record.action(answers=_statement)
def enter_statement(meeting_id: str, entry: StatementEntry, *, by: Subject, key: UUID) -> Statement:
    """
    Enter what somebody said. It exists for those admitted to the sitting; where it was made public, for all who see
    the whole meeting.

    Raises:
        Unfit: no words, nobody who said them, no sitting; NotVisible; Refused; TextError.
    """
    with record.act("entered a statement in", by=by, key=key) as act:
        place = None
        if entry.sitting:
            meeting, place = _admitted(act, by, meeting_id, entry.sitting)
        else:
            meeting = act.lock(queries.every_whole_meeting(by), meeting_id)
        require(conduct.may_enter_statement(by, meeting))
        code = _voice(by, meeting, entry.code)
        audience = _audience(meeting, place, entry)
        made = Statement.objects.create(
            meeting=meeting,
            sitting=place,
            item=_on(by, place, entry.item) if place else None,
            audience=audience,
            code=code,
            wording=_words(entry, code),
            name=plain_name(entry.name, longest=120) if entry.name.strip() else "",
            post=plain_name(entry.post, longest=160) if entry.post.strip() else "",
            sample=entry.sample,
            at=entry.at,
            entered_at=act.at,
            **entry.basis.columns(),
        )
        enter(act, meeting, audience, {"what": meeting.title, "in": entry.sitting}, answer=made.pk)
        return made


def _audience(meeting: Meeting, place: Sitting | None, entry: StatementEntry) -> Audience:
    if entry.public:
        return meeting.whole
    if place is None:
        raise Unfit("sitting", _("Say in which sitting it was said, or that it was made public."))
    return place.audience


def _words(entry: StatementEntry, code: str) -> str:
    if not (code or entry.name.strip()):
        raise Unfit("name", _("Say who spoke."))
    words = negotiated(entry.wording).strip()
    if not words:
        raise Unfit("wording", _("The statement has no words yet."))
    return words


def _admitted(act: record.Act, by: Subject, meeting_id: str, sitting: str) -> tuple[Meeting, Sitting]:
    """Return a meeting and one of its sittings to which ``by`` is admitted. Raises NotVisible."""
    meeting = act.lock(queries.every_meeting(by), meeting_id)
    rows = queries.admitted_sittings(by).filter(meeting=meeting)
    return meeting, act.lock(rows, queries.sitting_id(meeting, sitting))


def _on(by: Subject, place: Sitting, item: str) -> AgendaItem | None:
    """Return the item of a handle, which belongs to this sitting or to none. Raises Unfit."""
    if not item:
        return None
    row = queries.visible_items(by).filter(meeting=place.meeting_id, handle=item).first()
    if row is None or row.sitting_id not in (None, place.pk):
        raise Unfit("item", _("The sitting has no such item."))
    return row


def _voice(by: Subject, meeting: Meeting, code: str) -> str:
    """Return for whom it is said: a delegation or partner speaks for itself. Raises Unfit: not in the register."""
    if by.role in (Role.DELEGATE, Role.PARTNER):
        return by.delegation
    known = (rows.objects.filter(organisation=meeting.organisation_id, code=code) for rows in (Member, Partner))
    if code and not any(rows.exists() for rows in known):
        raise Unfit("code", _("“%s” is not in the register.") % code)
    return code


def _limit(minutes: int | None) -> int | None:
    if minutes is not None and not 1 <= minutes <= LONGEST_TURN:
        raise Unfit("limit", _("A speaker has between 1 and %d minutes.") % LONGEST_TURN)
    return minutes


def _entered(act: record.Act, floor: Floor, data: dict[str, object]) -> Floor:
    told = {"what": floor.meeting.title, "in": floor.sitting.code, **data}
    enter(act, floor.meeting, floor.audience, told, answer=floor.pk)
    return floor
