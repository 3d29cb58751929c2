"""Who may enter a list."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.members.models import Organisation


def may_enter_list(by: Subject, organisation: Organisation) -> Decision:
    """The secretariat enters lists; whoever sees the register takes them out."""
    if by.organisation_id != organisation.pk or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat enters lists."))
    return Allow()
