"""Inviting a partner or a guest: proposed, agreed or refused by the members, sent, answered, withdrawn."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Role, Subject, require
from accord.access.queries import council_audience
from accord.meetings import access, queries
from accord.meetings.actions.admitting import admit
from accord.meetings.actions.entering import enter
from accord.meetings.choices import Consent, Format, Invited, Word
from accord.meetings.models import LIVE, AgendaItem, Invitation, InvitationWord, Meeting, Sitting
from accord.meetings.registration import InvitationEntry
from accord.members import checks
from accord.members.errors import Unfit
from accord.members.models import Member, Partner
from accord.members.queries import own_basis, shown_day
from accord.record import acts as record


def _by_id(pk: str) -> Invitation:
    return Invitation.objects.get(pk=pk)


@record.action(answers=_by_id)
def invite(meeting_id: str, entry: InvitationEntry, *, by: Subject, key: UUID) -> Invitation:
    """
    Propose to invite somebody to a meeting, a sitting or an item. A member that proposes consents.

    Raises:
        Unfit: nobody is named, the guest is invited to this already, the deadline or the meeting is over; NotVisible:
        no such part; Refused.
    """
    with record.act("proposed to invite", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(access.may_invite(by, meeting))
        _require_ahead(meeting, entry, act.at)
        invitation = Invitation(
            meeting=meeting,
            proposed_by=by.delegation if by.role == Role.DELEGATE else "",
            proposed_at=act.at,
            **_part(by, meeting, entry.part),
            **_guest(meeting, entry),
            **_plain(entry, by),
        )
        _require_new(invitation)
        invitation.save(force_insert=True)
        if invitation.proposed_by:
            _keep(invitation, invitation.proposed_by, Word.CONSENT, "", act.at)
        _enter(act, invitation)
        return invitation


@record.action(answers=_by_id)
def say(invitation_id: str, word: str, reason: str = "", *, by: Subject, key: UUID) -> Invitation:
    """
    Say for the own member that it consents, or objects. One objection refuses.

    Raises:
        Unfit: no such word; NotVisible; Refused: the members have answered already, or the deadline is over.
    """
    with record.act("answered the proposal to invite", by=by, key=key) as act:
        invitation, state = _locked(act, invitation_id)
        members = queries.asked_members(invitation)
        if word not in Word.values:
            raise Unfit("word", _("“%s” is no answer: a member consents or objects.") % word)
        objects = word == Word.OBJECTION
        require(access.may_say(by, invitation, members, state=state, objects=objects))
        reason = checks.name("reason", reason, longest=300, optional=True)
        _keep(invitation, by.delegation, word, reason, act.at)
        _settle(invitation, act.at)
        _enter(act, invitation, word=word)
        return invitation


@record.action(answers=_by_id)
def send(invitation_id: str, *, by: Subject, key: UUID) -> Invitation:
    """Send an invitation to which the members agreed: from now on the guest sees its part of the meeting."""
    with record.act("sent the invitation of", by=by, key=key) as act:
        invitation, state = _locked(act, invitation_id)
        require(access.may_send(by, invitation, state=state))
        invitation.state, invitation.sent_at = Invited.SENT, act.at
        return _changed(act, invitation)


@record.action(answers=_by_id)
def answer(invitation_id: str, accepts: bool, words: str = "", *, by: Subject, key: UUID) -> Invitation:
    """Accept or decline an invitation. Who declines is admitted no more."""
    with record.act("answered the invitation of", by=by, key=key) as act:
        invitation, _state = _locked(act, invitation_id)
        require(access.may_answer(by, invitation))
        invitation.state = Invited.ACCEPTED if accepts else Invited.DECLINED
        invitation.answered_at = act.at
        invitation.ended = "" if accepts else checks.name("words", words, longest=300, optional=True)
        return _changed(act, invitation)


@record.action(answers=_by_id)
def withdraw_invitation(invitation_id: str, why: str, *, by: Subject, key: UUID) -> Invitation:
    """Withdraw an invitation, with the reason. The guest is admitted no more. Raises Unfit: no reason; Refused."""
    with record.act("withdrew the invitation of", by=by, key=key) as act:
        invitation, state = _locked(act, invitation_id)
        require(access.may_withdraw_invitation(by, invitation, state=state))
        if not why.strip():
            raise Unfit("why", _("Say why the invitation is withdrawn."))
        invitation.state, invitation.ended = Invited.WITHDRAWN, checks.name("why", why, longest=300)
        return _changed(act, invitation)


def _locked(act: record.Act, invitation_id: str) -> tuple[Invitation, str]:
    """Return an invitation and how it stands; its meeting is locked too, since the audiences follow all of them."""
    found = queries.visible_invitations(act.by).filter(pk=invitation_id).values_list("meeting", flat=True).first()
    if found is None:
        raise NotVisible
    act.lock(Meeting.objects.all(), found)
    rows = queries.visible_invitations(act.by).select_related("meeting", "partner", "sitting", "item")
    invitation = act.lock(rows, invitation_id)
    return invitation, queries.state_of(invitation, act.at)


def _changed(act: record.Act, invitation: Invitation) -> Invitation:
    invitation.save()
    admit(invitation.meeting)
    _enter(act, invitation)
    return invitation


def _settle(invitation: Invitation, at: datetime) -> None:
    """Store what the words of the members come to."""
    state = queries.state_of(invitation, at)
    if state != invitation.state:
        invitation.state = state
        invitation.save(update_fields=["state"])


def _keep(invitation: Invitation, code: str, word: str, reason: str, at: datetime) -> None:
    member = Member.objects.get(organisation=invitation.meeting.organisation_id, code=code)
    values = {"word": word, "reason": reason, "at": at}
    InvitationWord.objects.update_or_create(invitation=invitation, member=member, defaults=values)


def _enter(act: record.Act, invitation: Invitation, **more: str) -> None:
    """Write the entry. Who is proposed, and what members say to it, is for the council alone."""
    meeting = invitation.meeting
    data: dict[str, Any] = {"what": meeting.title, "whom": queries.whom(invitation), "state": invitation.state, **more}
    enter(act, meeting, council_audience(meeting.organisation_id), data, answer=invitation.pk)


# What is entered


def _plain(entry: InvitationEntry, by: Subject) -> dict[str, Any]:
    if entry.way not in Consent.values:
        raise Unfit("way", _("“%s” is no way of consent.") % entry.way)
    return {
        "way": entry.way,
        "deadline": entry.deadline if entry.way == Consent.SILENCE else None,
        "purpose": checks.name("purpose", entry.purpose, longest=300, optional=True),
        "sample": entry.sample,
        **own_basis(by, entry.basis).columns(),
    }


def _require_ahead(meeting: Meeting, entry: InvitationEntry, at: datetime) -> None:
    """Refuse what is over, or would end too late."""
    if meeting.day and meeting.day < shown_day(meeting.organisation):
        raise Unfit("part", _("The meeting is over: nobody is invited to it any more."))
    if entry.way != Consent.SILENCE:
        return
    if entry.deadline is None:
        raise Unfit("deadline", _("Give the day and the hour until which an objection counts."))
    if entry.deadline <= at:
        raise Unfit("deadline", _("The deadline is over. Give one that is still to come."))
    if meeting.day and entry.deadline.date() > meeting.day:
        raise Unfit("deadline", _("The deadline comes after the meeting."))


def _part(by: Subject, meeting: Meeting, part: str) -> dict[str, Any]:
    """Return the sitting or the item that is meant; neither for the meeting. Raises NotVisible."""
    kind, _dash, key = part.partition("-")
    if not part:
        return {}
    found: Sitting | AgendaItem | None = None
    if kind == "sitting":
        found = queries.visible_sittings(by).filter(meeting=meeting, code=key).first()
    elif kind == "item":
        found = queries.visible_items(by).filter(meeting=meeting, handle=key).first()
    if found is None:
        raise NotVisible
    return {kind: found}


def _guest(meeting: Meeting, entry: InvitationEntry) -> dict[str, Any]:
    if entry.partner and entry.guest:
        raise Unfit("guest", _("Choose a partner, or name a guest that is none; not both."))
    partner = Partner.objects.filter(organisation=meeting.organisation_id, code=entry.partner).first()
    if entry.partner and partner is None:
        raise Unfit("partner", _("“%s” is not in the register.") % entry.partner)
    if partner is None and not entry.guest.strip():
        raise Unfit("partner", _("Say who is invited: a partner, or a guest by name."))
    named = {name: checks.name(name, getattr(entry, name), longest=200, optional=True) for name in ("guest", "body")}
    return {"partner": partner, **named}


def _require_new(new: Invitation) -> None:
    """Refuse a second invitation of one guest to one part, or to a part of what it is invited to."""
    rows = Invitation.objects.filter(meeting=new.meeting, partner=new.partner, guest=new.guest, state__in=LIVE)
    for known in rows.select_related("partner", "sitting", "item"):
        if _covers(known, new.sitting, new.item):
            values = {
                "whom": queries.whom(known),
                "part": queries.part_words(known),
                "state": known.get_state_display(),
            }
            raise Unfit("partner", _("%(whom)s is invited to %(part)s already: %(state)s.") % values)


def _covers(known: Invitation, sitting: Sitting | None, item: AgendaItem | None) -> bool:
    """Whether an invitation admits to this part as well; one to the meeting admits to no narrow sitting."""
    if (known.sitting_id, known.item_id) == (sitting and sitting.pk, item and item.pk):
        return True
    place = sitting or (item and item.sitting)
    if known.item_id or known.sitting_id:
        return known.item_id is None and place is not None and known.sitting_id == place.pk
    return place is None or place.format != Format.NARROW
