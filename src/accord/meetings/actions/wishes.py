"""What members propose for the agenda of a meeting, and what becomes of it."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Role, Subject, require
from accord.access.queries import named_audience
from accord.meetings import conduct, queries
from accord.meetings.actions.entering import enter
from accord.meetings.actions.items import applied, columns_of, found, item_of, line, what_of
from accord.meetings.agenda import ItemWish
from accord.meetings.choices import ItemState, Proposed
from accord.meetings.models import AgendaProposal
from accord.members.errors import Unfit
from accord.record import acts as record


def _proposal(pk: str) -> AgendaProposal:
    return AgendaProposal.objects.get(pk=pk)


@record.action(answers=_proposal)
def propose_item(meeting_id: str, wish: ItemWish, *, by: Subject, key: UUID) -> AgendaProposal:
    """
    Propose a further item, another wording of one, or that it is taken off. The council sees it, and nobody else.

    Raises:
        Unfit: a proposal without a title, of no item, or that changes nothing; NotVisible; Refused; TextError.
    """
    with record.act("proposed for the agenda of", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(conduct.may_propose_item(by, meeting))
        made = AgendaProposal.objects.create(
            meeting=meeting,
            audience=named_audience(meeting.whole),
            code=by.delegation if by.role == Role.DELEGATE else "",
            authority=by.role,
            what=what_of(wish),
            item=item_of(by, meeting, wish.item) if wish.what != Proposed.ADD else None,
            reason=line(wish.reason, 500),
            at=act.at,
            **columns_of(meeting, wish),
        )
        enter(act, meeting, made.audience, {"what": meeting.title, "item": _called(made)}, answer=made.pk)
        return made


@record.action(answers=_proposal)
def withdraw_proposal(proposal_id: str, *, by: Subject, key: UUID) -> AgendaProposal:
    """Withdraw a proposal for the agenda that is not answered yet. Raises NotVisible; Refused."""
    with record.act("withdrew a proposal for the agenda of", by=by, key=key) as act:
        proposal = _locked(act, by, proposal_id)
        require(conduct.may_withdraw_proposal(by, proposal))
        return _answered(act, proposal, ItemState.WITHDRAWN, "")


@record.action(answers=_proposal)
def take_up(proposal_id: str, answer: str = "", *, by: Subject, key: UUID) -> AgendaProposal:
    """
    Take a proposal up: the item is added, changed or taken off as it says.

    Args:
        answer: what is said to it, maybe nothing; in an adopted agenda it is the reason of the change.

    Raises:
        Unfit: the item is gone, or an adopted agenda is changed without a reason; NotVisible; Refused.
    """
    with record.act("took up for the agenda of", by=by, key=key) as act:
        proposal = _locked(act, by, proposal_id)
        stage = queries.stage_of(proposal.meeting_id)
        require(conduct.may_answer_proposal(by, proposal, stage))
        if proposal.what != Proposed.ADD and proposal.item is None:
            raise Unfit("proposal", _("The item is not on the agenda any more."))
        values = {name: getattr(proposal, name) for name in ("title", "rapporteur", "minutes", "sitting")}
        reason = answer.strip() or proposal.reason
        proposal.item = applied(act, proposal.meeting, proposal.what, proposal.item, values, reason=reason, stage=stage)
        return _answered(act, proposal, ItemState.TAKEN, answer)


@record.action(answers=_proposal)
def decline_proposal(proposal_id: str, answer: str, *, by: Subject, key: UUID) -> AgendaProposal:
    """Do not take a proposal up, and say why. Raises Unfit: no reason; NotVisible; Refused."""
    with record.act("did not take up for the agenda of", by=by, key=key) as act:
        proposal = _locked(act, by, proposal_id)
        require(conduct.may_answer_proposal(by, proposal, queries.stage_of(proposal.meeting_id)))
        if not answer.strip():
            raise Unfit("answer", _("Say why it is not taken up."))
        return _answered(act, proposal, ItemState.DECLINED, answer)


def _locked(act: record.Act, by: Subject, proposal_id: str) -> AgendaProposal:
    """Return a proposal, its meeting locked before it, so that changes of the agenda wait. Raises NotVisible."""
    meeting_id = found(queries.visible_proposals(by), pk=proposal_id).meeting_id
    act.lock(queries.every_meeting(by), meeting_id)
    return act.lock(queries.visible_proposals(by), proposal_id)


def _answered(act: record.Act, proposal: AgendaProposal, state: str, answer: str) -> AgendaProposal:
    proposal.state, proposal.answer = state, line(answer, 500)
    proposal.save(update_fields=["state", "answer", "item"])
    meeting = proposal.meeting
    data = {"what": meeting.title, "item": _called(proposal)}
    enter(act, meeting, proposal.audience, data, answer=proposal.pk)
    return proposal


def _called(proposal: AgendaProposal) -> str:
    return proposal.title or (proposal.item.title if proposal.item else "")
