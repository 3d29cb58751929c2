"""Who may convene a meeting and keep its papers."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.meetings.choices import Invited, State
from accord.meetings.models import ADMITTED, LIVE, Invitation, Meeting
from accord.members.models import Organisation

COUNCIL = (Role.DELEGATE, Role.CHAIR, Role.SECRETARIAT)
"""Who has a seat in the council; partners and staff are guests."""


def may_convene(by: Subject, organisation: Organisation) -> Decision:
    """The chair and the secretariat of an organisation convene its meetings."""
    if by.organisation_id != organisation.pk or by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("The chair or the secretariat convenes a meeting."))
    return Allow()


def may_propose(by: Subject, organisation: Organisation) -> Decision:
    """A delegation proposes a meeting; the chair and the secretariat convene one without proposing it."""
    if by.organisation_id != organisation.pk or by.role != Role.DELEGATE:
        return Deny(_("A delegation proposes a meeting."))
    if not by.may_table:
        return Deny(_("Your mandate is to draft; somebody with the mandate to table does this."))
    return Allow()


def may_enter_proposal(by: Subject, organisation: Organisation) -> Decision:
    """The chair and the secretariat enter the meeting that a member proposed by letter or by word of mouth."""
    if by.organisation_id != organisation.pk or by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("The chair or the secretariat enters the meeting that a member proposed."))
    return Allow()


def may_settle(by: Subject, meeting: Meeting) -> Decision:
    """The chair or the secretariat convenes a proposed meeting, or declines it."""
    if by.organisation_id != meeting.organisation_id or by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("The chair or the secretariat answers the proposal of a meeting."))
    if meeting.state != State.PROPOSED:
        return Deny(_("The meeting is not proposed any more: it is %s.") % State(meeting.state).label)
    return Allow()


def may_move(by: Subject, meeting: Meeting) -> Decision:
    """The chair and the secretariat move and cancel a meeting that is not cancelled."""
    if by.organisation_id != meeting.organisation_id or by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("The chair or the secretariat moves a meeting."))
    if meeting.state == State.CANCELLED:
        return Deny(_("The meeting is cancelled. Convene another one."))
    if meeting.state in (State.PROPOSED, State.DECLINED):
        return Deny(_("The meeting is not convened."))
    return Allow()


def may_keep(by: Subject, meeting: Meeting) -> Decision:
    """The secretariat enters agenda, attendance and papers."""
    if by.organisation_id != meeting.organisation_id or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat enters agenda, attendance and papers."))
    return Allow()


def may_table_note(by: Subject, meeting: Meeting) -> Decision:
    """Members, the chair and the secretariat table papers in a sitting to which they are admitted."""
    if by.organisation_id != meeting.organisation_id or by.role not in COUNCIL:
        return Deny(_("Delegations, the chair and the secretariat table papers."))
    if by.role == Role.DELEGATE and not by.may_table:
        return Deny(_("Your mandate is to draft; somebody with the mandate to table does this."))
    return Allow()


def may_invite(by: Subject, meeting: Meeting) -> Decision:
    """A member, the chair or the secretariat proposes to invite somebody to a meeting that takes place."""
    if by.organisation_id != meeting.organisation_id or by.role not in COUNCIL:
        return Deny(_("A member, the chair or the secretariat proposes an invitation."))
    if by.role == Role.DELEGATE and not by.may_table:
        return Deny(_("Your mandate is to draft; somebody with the mandate to table does this."))
    if meeting.state == State.CANCELLED:
        return Deny(_("The meeting is cancelled: nobody is invited to it."))
    return Allow()


def may_say(by: Subject, invitation: Invitation, members: Collection[str], *, state: str, objects: bool) -> Decision:
    """A delegation says whether its member consents; an objection needs no mandate to table."""
    if by.organisation_id != invitation.meeting.organisation_id or by.role != Role.DELEGATE:
        return Deny(_("A delegation says whether its member consents."))
    if by.delegation not in members:
        return Deny(_("Your delegation is not of a member on this day."))
    if state != Invited.PROPOSED:
        return Deny(_("The members have answered: the invitation is %s.") % Invited(state).label)
    if not (objects or by.may_table):
        return Deny(_("Your mandate is to draft; somebody with the mandate to table does this."))
    return Allow()


def may_send(by: Subject, invitation: Invitation, *, state: str) -> Decision:
    """The chair or the secretariat sends what the members have agreed to."""
    if not _presides(by, invitation.meeting):
        return Deny(_("The chair or the secretariat sends an invitation."))
    if invitation.meeting.state == State.CANCELLED:
        return Deny(_("The meeting is cancelled: nobody is invited to it."))
    if state == Invited.PROPOSED:
        return Deny(_("The members have not agreed yet."))
    return Allow() if state == Invited.AGREED else Deny(_("The invitation is %s.") % Invited(state).label)


def may_withdraw_invitation(by: Subject, invitation: Invitation, *, state: str) -> Decision:
    """The chair or the secretariat withdraws an invitation that stands; a member its own proposal before it is sent."""
    own = by.role == Role.DELEGATE and by.may_table and by.delegation == invitation.proposed_by
    own = own and by.organisation_id == invitation.meeting.organisation_id and state not in ADMITTED
    if not (own or _presides(by, invitation.meeting)):
        return Deny(_("The chair or the secretariat withdraws an invitation; a member its own proposal."))
    return Allow() if state in LIVE else Deny(_("The invitation is %s.") % Invited(state).label)


def may_answer(by: Subject, invitation: Invitation) -> Decision:
    """The partner answers; for a guest that has no sign-in, the secretariat enters the answer."""
    here = by.organisation_id == invitation.meeting.organisation_id
    partner = invitation.partner
    own = by.role == Role.PARTNER and partner is not None and partner.code == by.delegation
    if not here or not (own or by.role == Role.SECRETARIAT):
        return Deny(_("Whoever is invited answers; the secretariat enters what was answered to it."))
    if invitation.state not in ADMITTED:
        return Deny(_("The invitation is %s.") % Invited(invitation.state).label)
    return Allow()


def may_register(by: Subject, meeting: Meeting, side: str, *, invited: Collection[str]) -> Decision:
    """
    A delegation registers its own people, a partner that is invited too, and the secretariat any.

    Args:
        side: "member-<code>", "partner-<code>", "guest-<id>" or "secretariat". invited: codes of partners admitted.
    """
    if by.organisation_id != meeting.organisation_id:
        return Deny(_("A delegation registers its own people, the secretariat any."))
    if meeting.state == State.CANCELLED:
        return Deny(_("The meeting is cancelled: nobody takes part in it."))
    partner = by.role == Role.PARTNER and by.delegation in invited and side == f"partner-{by.delegation}"
    member = by.role == Role.DELEGATE and side == f"member-{by.delegation}"
    if by.role == Role.SECRETARIAT or partner or member:
        return Allow()
    return Deny(_("A delegation registers its own people, the secretariat any."))


def may_order(by: Subject, meeting: Meeting) -> Decision:
    """The chair and the secretariat set the order of precedence."""
    return Allow() if _presides(by, meeting) else Deny(_("The chair or the secretariat sets the order of precedence."))


def may_admit_staff(by: Subject, meeting: Meeting) -> Decision:
    """The secretariat admits interpreters, note-takers and technical staff to a sitting."""
    if by.organisation_id != meeting.organisation_id or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat admits interpreters and staff."))
    return Allow()


def _presides(by: Subject, meeting: Meeting) -> bool:
    return by.organisation_id == meeting.organisation_id and by.role in (Role.CHAIR, Role.SECRETARIAT)


def may_keep_credentials(by: Subject, meeting: Meeting) -> Decision:
    """The chair and the secretariat receive and check credentials."""
    if by.organisation_id != meeting.organisation_id or by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("The chair or the secretariat receives and checks credentials."))
    return Allow()


def may_see_credentials(by: Subject, meeting: Meeting) -> Decision:
    """The chair and the secretariat see all credentials, a delegation its own."""
    if by.organisation_id != meeting.organisation_id or by.role not in (Role.CHAIR, Role.SECRETARIAT, Role.DELEGATE):
        return Deny(_("Credentials are seen by the chair, the secretariat and the delegation whose they are."))
    return Allow()
