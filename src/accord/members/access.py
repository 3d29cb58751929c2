"""Who may found an organisation, give mandates and keep its register."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.members.models import Organisation


def may_found(by: Subject) -> Decision:
    """Somebody who acts for no organisation founds one; who has a mandate acts within it and nowhere else."""
    if by.organisation_id is not None:
        return Deny(_("Your sign-in belongs to a council. Sign out to begin another one."))
    return Allow()


def may_give_mandate(by: Subject, organisation: Organisation) -> Decision:
    """The secretariat gives mandates; the first come with the founding."""
    if by.organisation_id != organisation.pk or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat gives mandates."))
    return Allow()


def may_keep_register(by: Subject, organisation: Organisation) -> Decision:
    """The secretariat keeps organs, partners and the terms of the chairmanship."""
    if by.organisation_id != organisation.pk or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat keeps the register."))
    return Allow()


def may_hand_over(by: Subject, organisation: Organisation) -> Decision:
    """Whoever presides hands the chairmanship over."""
    if by.organisation_id != organisation.pk or by.role != Role.CHAIR:
        return Deny(_("The chair hands the chairmanship over."))
    return Allow()


def may_take_over(by: Subject, organisation: Organisation, code: str) -> Decision:
    """The delegation of the member that presides next confirms that it has taken over."""
    if by.organisation_id != organisation.pk or by.role != Role.DELEGATE or by.delegation != code:
        return Deny(_("The delegation of the member that presides next confirms the hand-over."))
    if not by.may_table:
        return Deny(_("Your mandate is to draft; somebody with the mandate to table does this."))
    return Allow()
