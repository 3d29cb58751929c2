"""Who settles on which days the secretariat works."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.members.models import Organisation


def may_settle_days(by: Subject, organisation: Organisation) -> Decision:
    """The secretariat settles on which days it works."""
    if by.organisation_id != organisation.pk or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat settles on which days it works."))
    return Allow()
