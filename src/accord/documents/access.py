"""Who begins a document, moves it, clears it, and sets the way of all."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.documents.models import Document
from accord.members.models import Organisation

OFFICE = (Role.CHAIR, Role.SECRETARIAT)


def may_set_way(by: Subject, organisation: Organisation) -> Decision:
    """The secretariat sets the way of documents and the pattern of their symbols."""
    if by.organisation_id != organisation.pk or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat sets the way of documents."))
    return Allow()


def may_begin(by: Subject, organisation: Organisation) -> Decision:
    """Delegations, the chair and the secretariat bring documents in."""
    if by.organisation_id != organisation.pk or by.role not in (*OFFICE, Role.DELEGATE):
        return Deny(_("Delegations, the chair and the secretariat bring documents in."))
    if by.role == Role.DELEGATE and not by.may_table:
        return Deny(_("Your mandate is to draft; somebody with the mandate to table does this."))
    return Allow()


def may_enter(by: Subject, organisation: Organisation) -> Decision:
    """The secretariat enters documents and stops that are reported."""
    if by.organisation_id != organisation.pk or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat enters what is reported of documents."))
    return Allow()


def may_move(by: Subject, document: Document) -> Decision:
    """The chair and the secretariat send a document on, return, split, merge and withdraw it."""
    if by.organisation_id != document.organisation_id or by.role not in OFFICE:
        return Deny(_("The chair or the secretariat moves documents."))
    return Allow()


def may_withdraw(by: Subject, document: Document) -> Decision:
    """Who brought a document in withdraws it: the delegation that proposed it, or the chair or the secretariat."""
    own = by.role == Role.DELEGATE and by.may_table and by.delegation == document.proposed_by
    if by.organisation_id == document.organisation_id and own:
        return Allow()
    return may_move(by, document)


def may_clear(by: Subject, document: Document, asked: Collection[str]) -> Decision:
    """A member clears by its delegation: by a person with the mandate to table, while it is asked."""
    if by.organisation_id != document.organisation_id or by.role != Role.DELEGATE:
        return Deny(_("A document is cleared by delegations."))
    if by.delegation not in asked:
        return Deny(_("Your delegation is not asked to clear this document now."))
    return Allow() if by.may_table else Deny(_("Your mandate is to draft. Somebody of your delegation does this."))
