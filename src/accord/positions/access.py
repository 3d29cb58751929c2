"""Who may enter situations, who sees how near the members are, and who says what it can live with."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.drafting.models import Text
from accord.engine import text as engine
from accord.members.models import Organisation
from accord.positions.models import Showing


def may_enter_situations(by: Subject, organisation: Organisation) -> Decision:
    """The secretariat enters what is reported; members' own assessments are acts of the members."""
    if by.organisation_id != organisation.pk or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat enters situations."))
    return Allow()


def may_see_alignment(by: Subject, organisation_id: str, circle: str) -> Decision:
    """Delegations, the chair and the secretariat of the organisation, or the last two, as it has set; nobody else."""
    office = (Role.CHAIR, Role.SECRETARIAT)
    roles = office if circle == Showing.Circle.OFFICE else (*office, Role.DELEGATE)
    if by.organisation_id != organisation_id or by.role not in roles:
        return Deny(_("How near the members are is not shown to you."))
    return Allow()


def may_set_showing(by: Subject, organisation: Organisation) -> Decision:
    """The secretariat sets who sees how near the members are."""
    if by.organisation_id != organisation.pk or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat sets who sees this."))
    return Allow()


def may_put_points(by: Subject, organisation_id: str) -> Decision:
    """The chair and the secretariat put the points on which a situation is assessed."""
    if by.organisation_id != organisation_id or by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("The chair or the secretariat puts the points of a situation."))
    return Allow()


def may_assess(by: Subject, organisation_id: str) -> Decision:
    """A member's assessment is an act of its delegation: of a person with the mandate to table."""
    if by.organisation_id != organisation_id or by.role != Role.DELEGATE:
        return Deny(_("A situation is assessed by delegations."))
    return Allow() if by.may_table else Deny(_("Your mandate is to draft. Somebody of your delegation says this."))


def may_draw_up(by: Subject, organisation_id: str) -> Decision:
    """The secretariat, or the chair, sees what was released to both side by side."""
    if by.organisation_id != organisation_id or by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("The secretariat draws up the synchronised assessment."))
    return Allow()


def may_wish(by: Subject, text: Text, body: engine.Text) -> Decision:
    """To say what one can live with binds the delegation: a person with the mandate to table says it."""
    if by.role != Role.DELEGATE or by.delegation not in body.delegations or by.organisation_id != text.organisation_id:
        return Deny(_("What it can live with is said by a delegation of this text."))
    if not by.may_table:
        return Deny(_("Your mandate is to draft. Somebody of your delegation says this."))
    return _while_open(text)


def may_seek(by: Subject, text: Text) -> Decision:
    """The chair looks for what could close the open choices."""
    if by.role != Role.CHAIR or by.organisation_id != text.organisation_id:
        return Deny(_("This is for the chair."))
    return Allow()


def _while_open(text: Text) -> Decision:
    return Allow() if text.state == Text.State.OPEN else Deny(_("The text is no longer under negotiation."))


def may_keep_positions(by: Subject, organisation: Organisation) -> Decision:
    """The secretariat enters what is reported of positions, and settles whose an ambiguous one is."""
    if by.organisation_id != organisation.pk or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat keeps the positions."))
    return Allow()
