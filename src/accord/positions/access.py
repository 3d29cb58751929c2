"""Who may enter situations, and who sees how near the members are."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
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
