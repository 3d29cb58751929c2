"""Who may convene a meeting and keep its papers."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.meetings.choices import State
from accord.meetings.models import Meeting
from accord.members.models import Organisation


def may_convene(by: Subject, organisation: Organisation) -> Decision:
    """The chair and the secretariat of an organisation convene its meetings."""
    if by.organisation_id != organisation.pk or by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("The chair or the secretariat convenes a meeting."))
    return Allow()


def may_move(by: Subject, meeting: Meeting) -> Decision:
    """The chair and the secretariat move and cancel a meeting that is not cancelled."""
    if by.organisation_id != meeting.organisation_id or by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("The chair or the secretariat moves a meeting."))
    if meeting.state == State.CANCELLED:
        return Deny(_("The meeting is cancelled. Convene another one."))
    return Allow()


def may_keep(by: Subject, meeting: Meeting) -> Decision:
    """The secretariat enters agenda, attendance and papers."""
    if by.organisation_id != meeting.organisation_id or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat enters agenda, attendance and papers."))
    return Allow()


def may_table_note(by: Subject, meeting: Meeting) -> Decision:
    """Members, the chair and the secretariat table papers in a sitting to which they are admitted."""
    if by.organisation_id != meeting.organisation_id or by.role not in (Role.DELEGATE, Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("Delegations, the chair and the secretariat table papers."))
    if by.role == Role.DELEGATE and not by.may_table:
        return Deny(_("Your mandate is to draft; somebody with the mandate to table does this."))
    return Allow()
