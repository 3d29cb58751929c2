"""Who plans measures, marks commitments, reports on them, and registers what was proposed in a meeting."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.commitments.models import Commitment, Measure
from accord.commitments.models.followed import Planned
from accord.members.models import Organisation

OFFICE = (Role.CHAIR, Role.SECRETARIAT)


def may_plan(by: Subject, organisation: Organisation) -> Decision:
    """The chair and the secretariat plan measures, mark commitments, and register proposals voiced."""
    if by.organisation_id != organisation.pk or by.role not in OFFICE:
        return Deny(_("The chair or the secretariat enters this."))
    return Allow()


def may_report(by: Subject, row: Measure | Commitment) -> Decision:
    """The chair and the secretariat report, and the delegation of a member that owns the measure or is bound."""
    if by.organisation_id != row.organisation_id:
        return Deny(_("The chair or the secretariat enters this."))
    if by.role in OFFICE:
        return Allow()
    if by.role != Role.DELEGATE or by.delegation not in owners_of(row):
        return Deny(_("Whoever it is of reports on it, or the chair or the secretariat."))
    return Allow() if by.may_table else Deny(_("Your mandate is to draft. Somebody of your delegation does this."))


def owners_of(row: Planned | Commitment) -> tuple[str, ...]:
    """Return the codes of the members to whom it belongs."""
    if isinstance(row, Commitment):
        return tuple(row.bound)
    return (row.member.code,) if row.member else ()
