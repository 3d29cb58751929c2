"""Who may have a report read."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.members.models import Organisation


def may_read_report(by: Subject, organisation: Organisation) -> Decision:
    """The secretariat has reports read."""
    if by.organisation_id != organisation.pk or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat has reports read."))
    return Allow()
