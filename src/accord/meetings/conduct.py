"""Who may do what in the course of a meeting: its agenda, its speakers, its record."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.meetings.choices import AgendaStage, Approval, ItemState, State, Turn
from accord.meetings.models import AgendaProposal, Floor, Meeting, Minutes, Speaker

PRESIDING = (Role.CHAIR, Role.SECRETARIAT)


def may_propose_item(by: Subject, meeting: Meeting) -> Decision:
    """Delegations, the chair and the secretariat propose items and changes of the agenda."""
    if not _of(by, meeting, (*PRESIDING, Role.DELEGATE)):
        return Deny(_("Delegations, the chair and the secretariat propose items."))
    if by.role == Role.DELEGATE and not by.may_table:
        return Deny(_("Your mandate is to draft; somebody with the mandate to table does this."))
    return _takes_place(meeting)


def may_withdraw_proposal(by: Subject, proposal: AgendaProposal) -> Decision:
    """Whoever proposed it withdraws it while it is not answered."""
    same = by.role == proposal.authority and (by.delegation if by.role == Role.DELEGATE else "") == proposal.code
    if not (same and _of(by, proposal.meeting, (*PRESIDING, Role.DELEGATE)) and _binds(by)):
        return Deny(_("Whoever proposed it withdraws it."))
    return _waits(proposal)


def may_answer_proposal(by: Subject, proposal: AgendaProposal, stage: str) -> Decision:
    """The secretariat takes proposals up or not; once the agenda is adopted, the chair does as well."""
    answer = may_arrange(by, proposal.meeting, stage)
    return _waits(proposal) if isinstance(answer, Allow) else answer


def may_arrange(by: Subject, meeting: Meeting, stage: str) -> Decision:
    """The secretariat arranges the agenda; once it is adopted, chair and secretariat enter what is changed in it."""
    allowed = PRESIDING if stage == AgendaStage.ADOPTED else (Role.SECRETARIAT,)
    if not _of(by, meeting, allowed):
        return Deny(_("The secretariat arranges the agenda; once it is adopted, the chair changes it as well."))
    return _takes_place(meeting)


def may_clear(by: Subject, meeting: Meeting, stage: str) -> Decision:
    """The secretariat clears the provisional agenda, once."""
    if not _of(by, meeting, (Role.SECRETARIAT,)):
        return Deny(_("The secretariat clears the provisional agenda."))
    if stage in (AgendaStage.PROVISIONAL, AgendaStage.ADOPTED):
        return Deny(_("The agenda is cleared already."))
    return _takes_place(meeting)


def may_adopt_agenda(by: Subject, meeting: Meeting, stage: str) -> Decision:
    """The chair or the secretariat enters that the provisional agenda was adopted at the opening."""
    if not _of(by, meeting, PRESIDING):
        return Deny(_("The chair or the secretariat enters that the agenda was adopted."))
    if stage == AgendaStage.ADOPTED:
        return Deny(_("The agenda is adopted already."))
    if stage != AgendaStage.PROVISIONAL:
        return Deny(_("The secretariat clears a provisional agenda first."))
    return _takes_place(meeting)


def may_preside(by: Subject, meeting: Meeting) -> Decision:
    """The chair and the secretariat keep the list of speakers."""
    if not _of(by, meeting, PRESIDING):
        return Deny(_("The chair or the secretariat keeps the list of speakers."))
    return _takes_place(meeting)


def may_ask_for_floor(by: Subject, floor: Floor) -> Decision:
    """Whoever has a seat in the sitting, and partners admitted to it, ask for the floor while the list is open."""
    if not _of(by, floor.meeting, (*PRESIDING, Role.DELEGATE, Role.PARTNER)):
        return Deny(_("Delegations and invited partners ask for the floor."))
    if floor.closed:
        return Deny(_("The list of speakers is closed."))
    return Allow()


def may_leave_list(by: Subject, speaker: Speaker) -> Decision:
    """A speaker who waits takes the name back; so does the chair or the secretariat."""
    own = by.role in (Role.DELEGATE, Role.PARTNER) and by.delegation == speaker.code
    if not (own or by.role in PRESIDING) or by.organisation_id != speaker.floor.meeting.organisation_id:
        return Deny(_("A delegation takes its own name from the list; the chair or the secretariat any."))
    if speaker.state != Turn.WAITS:
        return Deny(_("Only who waits is taken from the list."))
    return Allow()


def may_enter_statement(by: Subject, meeting: Meeting) -> Decision:
    """The secretariat enters what was said; a delegation or an admitted partner its own statement."""
    if not _of(by, meeting, (*PRESIDING, Role.DELEGATE, Role.PARTNER)):
        return Deny(_("Whoever spoke, or the secretariat, enters a statement."))
    if by.role == Role.DELEGATE and not by.may_table:
        return Deny(_("Your mandate is to draft; somebody with the mandate to table does this."))
    return _takes_place(meeting)


def may_draw_up(by: Subject, meeting: Meeting) -> Decision:
    """The secretariat draws up the record of a meeting."""
    if not _of(by, meeting, (Role.SECRETARIAT,)):
        return Deny(_("The secretariat draws up the record."))
    return _takes_place(meeting)


def may_see_drafts(by: Subject) -> Decision:
    """The secretariat alone sees a record that is not circulated."""
    return Allow() if by.role == Role.SECRETARIAT else Deny(_("The secretariat draws up the record."))


def may_edit_minutes(by: Subject, minutes: Minutes) -> Decision:
    """The secretariat edits, circulates and approves a record that is not approved yet."""
    if not _of(by, minutes.meeting, (Role.SECRETARIAT,)):
        return Deny(_("The secretariat keeps the record."))
    if minutes.state == Approval.APPROVED:
        return Deny(_("The record is approved: it does not change any more."))
    return Allow()


def may_correct(by: Subject, minutes: Minutes) -> Decision:
    """Delegations and the chair ask for corrections of a circulated record."""
    if not _of(by, minutes.meeting, (Role.CHAIR, Role.DELEGATE)):
        return Deny(_("Delegations and the chair ask for corrections."))
    if by.role == Role.DELEGATE and not by.may_table:
        return Deny(_("Your mandate is to draft; somebody with the mandate to table does this."))
    if minutes.state != Approval.CIRCULATED:
        return Deny(_("Corrections are taken while the record is circulated."))
    return Allow()


def may_propose_next(by: Subject, meeting: Meeting) -> Decision:
    """The chair or the secretariat enters when and where the next meeting is proposed."""
    if not _of(by, meeting, PRESIDING):
        return Deny(_("The chair or the secretariat enters the next meeting."))
    return Allow()


def _of(by: Subject, meeting: Meeting, roles: tuple[Role, ...]) -> bool:
    return by.organisation_id == meeting.organisation_id and by.role in roles


def _binds(by: Subject) -> bool:
    return by.role != Role.DELEGATE or by.may_table


def _takes_place(meeting: Meeting) -> Decision:
    return Deny(_("The meeting is cancelled.")) if meeting.state == State.CANCELLED else Allow()


def _waits(proposal: AgendaProposal) -> Decision:
    return Allow() if proposal.state == ItemState.PROPOSED else Deny(_("The proposal is answered already."))
