"""
Who may do what to a text. Who may see it at all is decided by the audience, in ``queries``.

Every predicate answers :class:`Allow` or :class:`Deny` with the reason that the page shows.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.drafting.models import Closing, Proposal, Text
from accord.engine import text as engine


def may_begin(by: Subject) -> Decision:
    """A text is begun by the secretariat."""
    return Allow() if by.role == Role.SECRETARIAT else Deny(_("A text is begun by the secretariat."))


def may_draft(by: Subject, text: Text, body: engine.Text) -> Decision:
    """Any person of a delegation of this text drafts, while the text is open."""
    if by.delegation not in body.delegations or by.role != Role.DELEGATE:
        return Deny(_("Wording is proposed by delegations."))
    return _while_open(text)


def may_table(by: Subject, text: Text, body: engine.Text) -> Decision:
    """A person with that mandate tables, supports, withdraws and reserves."""
    drafts = may_draft(by, text, body)
    if isinstance(drafts, Deny):
        return drafts
    return Allow() if by.may_table else Deny(_("Your mandate is to draft. Somebody of your delegation tables it."))


def may_preside(by: Subject, text: Text) -> Decision:
    """The chair proposes to close, asks, writes compromises, agrees and reopens, while the text is open."""
    return _while_open(text) if by.role == Role.CHAIR else Deny(_("This is for the chair."))


def may_call_roll(by: Subject, text: Text) -> Decision:
    """The secretariat or the chair records whose seats are taken."""
    if by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("The roll is taken by the secretariat or the chair."))
    return Deny(_("The text is adopted.")) if text.state == Text.State.ADOPTED else Allow()


def may_object(by: Subject, text: Text, body: engine.Text) -> Decision:
    """Any person of a delegation objects; an objection needs no mandate to table."""
    if by.role != Role.DELEGATE or by.delegation not in body.delegations:
        return Deny(_("An objection is raised by a delegation."))
    return Deny(_("The text is adopted.")) if text.state == Text.State.ADOPTED else Allow()


def may_change(by: Subject, proposal: Proposal) -> Decision:
    """A proposal that is not tabled is changed by its own delegation alone."""
    if by.role == Role.DELEGATE and by.delegation == proposal.code:
        return Allow()
    return Deny(_("This proposal is another delegation's."))


def may_close(by: Subject, text: Text, closing: Closing, hindrance: str) -> Decision:
    """Nothing closes over an objection, nor while a holder neither joined nor was asked in the room."""
    presides = may_preside(by, text)
    if isinstance(presides, Deny):
        return presides
    if closing.state not in (Closing.State.PROPOSED, Closing.State.ASKED):
        return Deny(_("This proposal to close is no longer open."))
    return Deny(hindrance) if hindrance else Allow()


def may_adopt(by: Subject, text: Text, hindrance: str) -> Decision:
    """The chair adopts a text that is before the council and over which nobody objects."""
    if by.role != Role.CHAIR:
        return Deny(_("This is for the chair."))
    if text.state != Text.State.COUNCIL:
        return Deny(_("The text is not before the council."))
    return Deny(hindrance) if hindrance else Allow()


def _while_open(text: Text) -> Decision:
    if text.state == Text.State.OPEN:
        return Allow()
    if text.state == Text.State.COUNCIL:
        return Deny(_("The text is before the council: wording stands still until it is adopted or taken back."))
    return Deny(_("The text is adopted."))
