"""Who enters signatures and stances, who answers for a member, and who makes it known."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.members.models import Organisation
from accord.signing.models import Instrument

OFFICE = (Role.CHAIR, Role.SECRETARIAT)


def may_enter(by: Subject, organisation: Organisation) -> Decision:
    """The chair and the secretariat enter a decision that is known by its title."""
    if by.organisation_id != organisation.pk or by.role not in OFFICE:
        return Deny(_("The chair or the secretariat enters this."))
    return Allow()


def may_keep(by: Subject, instrument: Instrument) -> Decision:
    """The chair and the secretariat enter signatures, originals, copies, and stances on a member's authority."""
    if by.organisation_id != instrument.organisation_id or by.role not in OFFICE:
        return Deny(_("The chair or the secretariat enters this."))
    return Allow()


def may_answer(by: Subject, instrument: Instrument, members: Collection[str]) -> Decision:
    """A delegation answers for its own member, by somebody with the mandate to bind it."""
    if by.organisation_id != instrument.organisation_id or by.role != Role.DELEGATE or by.delegation not in members:
        return Deny(_("A delegation answers for its own member."))
    return Allow() if by.may_table else Deny(_("Your mandate is to draft. Somebody of your delegation does this."))


def may_confirm(by: Subject, instrument: Instrument, member: str) -> Decision:
    """A delegation confirms the signature of its own member."""
    return may_answer(by, instrument, [member])


def may_make_known(by: Subject, instrument: Instrument) -> Decision:
    """The chair makes known who signed and who takes part in an adopted text, together with the text."""
    if by.organisation_id != instrument.organisation_id or by.role != Role.CHAIR:
        return Deny(_("The chair makes this known."))
    if instrument.adoption_id is None:
        return Deny(_("Only what stands to an adopted text is made known with it."))
    return Deny(_("It is made known already.")) if instrument.known else Allow()
