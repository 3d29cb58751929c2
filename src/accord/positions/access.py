"""Who may enter situations."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.members.models import Organisation


def may_enter_situations(by: Subject, organisation: Organisation) -> Decision:
    """The secretariat enters what is reported; members' own assessments are acts of the members."""
    if by.organisation_id != organisation.pk or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat enters situations."))
    return Allow()
