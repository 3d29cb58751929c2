"""Who may have a report read, store it, and decide what of it enters the register."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.members.models import Organisation


def may_read_report(by: Subject, organisation: Organisation) -> Decision:
    """The secretariat has reports read."""
    if by.organisation_id != organisation.pk or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat has reports read."))
    return Allow()


def may_keep_reports(by: Subject, organisation: Organisation) -> Decision:
    """The secretariat stores reports and decides, item by item, what of them enters the register."""
    if by.organisation_id != organisation.pk or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat keeps reports."))
    return Allow()
