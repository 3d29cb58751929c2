"""A meeting that a member proposes: the chair or the secretariat convenes it, or declines it with the reason."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.access.queries import council_audience
from accord.meetings import access, queries
from accord.meetings.actions.convening import make_meeting
from accord.meetings.actions.entering import enter, meeting_audience, meeting_by_id
from accord.meetings.choices import State
from accord.meetings.models import Meeting
from accord.meetings.values import Convocation
from accord.members.basis import Basis
from accord.members.errors import Unfit
from accord.members.models import Member, Organisation
from accord.members.queries import own_basis, visible_organisations
from accord.record import acts as record


@record.action(answers=meeting_by_id)
def propose(organisation_id: str, convocation: Convocation, *, by: Subject, key: UUID) -> Meeting:
    """
    Propose a meeting for one's delegation. It is seen by the council alone until it is convened.

    Raises:
        Unfit: as of a meeting that is convened; Refused.
    """
    with record.act("proposed the meeting", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(access.may_propose(by, organisation))
        member = Member.objects.get(organisation=organisation, code=by.delegation)
        own = replace(convocation, proposed_by=member.code, basis=own_basis(by, Basis()))
        meeting = _proposed(organisation, own, by)
        enter(act, meeting, meeting.audience, {"what": meeting.title}, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def enter_proposal(organisation_id: str, convocation: Convocation, *, by: Subject, key: UUID) -> Meeting:
    """
    Enter the meeting that a member proposed otherwise than here; ``convocation.proposed_by`` is the code of the member.

    Raises:
        Unfit: no such member; else as of a meeting that is convened; Refused.
    """
    with record.act("entered the proposal", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(access.may_enter_proposal(by, organisation))
        if not Member.objects.filter(organisation=organisation, code=convocation.proposed_by).exists():
            raise Unfit("proposed_by", _("“%s” is not in the register.") % convocation.proposed_by)
        meeting = _proposed(organisation, convocation, by)
        data = {"what": meeting.title, "code": meeting.proposed_by}
        enter(act, meeting, meeting.audience, data, answer=meeting.pk)
        return meeting


def _proposed(organisation: Organisation, convocation: Convocation, by: Subject) -> Meeting:
    """Make a meeting that is proposed: the council alone sees it. Raises Unfit, NotVisible."""
    meeting = make_meeting(organisation, convocation, by)
    meeting.audience = meeting.whole = council_audience(organisation.pk)
    meeting.state = State.PROPOSED
    meeting.save(update_fields=["audience", "whole", "state"])
    return meeting


@record.action(answers=meeting_by_id)
def convene_proposed(meeting_id: str, *, by: Subject, key: UUID) -> Meeting:
    """Convene a meeting as it was proposed; from now on it is seen by whoever sees meetings. Raises Refused."""
    with record.act("convened as proposed", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(access.may_settle(by, meeting))
        organisation = meeting.organisation
        meeting.audience = meeting_audience(organisation, f"meeting {meeting.pk}")
        meeting.whole = meeting_audience(organisation, f"whole of meeting {meeting.pk}")
        meeting.state = State.CONVENED
        meeting.save(update_fields=["audience", "whole", "state"])
        data = {"what": meeting.title, "code": meeting.proposed_by}
        enter(act, meeting, meeting.audience, data, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def decline_proposed(meeting_id: str, reason: str, *, by: Subject, key: UUID) -> Meeting:
    """Decline a proposed meeting, with the reason. It stays in the council's list. Raises Unfit: no reason; Refused."""
    with record.act("declined the meeting", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(access.may_settle(by, meeting))
        if not reason.strip():
            raise Unfit("why", _("Say why the meeting is not convened."))
        meeting.state, meeting.reason = State.DECLINED, reason.strip()
        meeting.save(update_fields=["state", "reason"])
        enter(act, meeting, meeting.audience, {"what": meeting.title, "reason": meeting.reason}, answer=meeting.pk)
        return meeting
