"""Who may enter the programme."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.members.models import Organisation


def may_enter_programme(by: Subject, organisation: Organisation) -> Decision:
    """The secretariat keeps areas, priorities, activities and operations."""
    if by.organisation_id != organisation.pk or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat keeps the programme."))
    return Allow()


def may_announce(by: Subject, organisation: Organisation) -> Decision:
    """Whoever presides announces its programme of priorities, and the secretariat enters one that was announced."""
    if by.organisation_id != organisation.pk or by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("The chair or the secretariat enters the programme of a chairmanship."))
    return Allow()
