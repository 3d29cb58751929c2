"""
Who may do what to a text. Who may see it at all is decided by the audience, in ``queries``.

Every predicate answers :class:`Allow` or :class:`Deny` with the reason that the page shows.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.access.models import Audience
from accord.access.queries import is_public
from accord.drafting.models import LanguageVersion, Proposal, Text, Translation
from accord.engine import text as engine


def may_begin(by: Subject) -> Decision:
    """A text is begun by the secretariat."""
    return Allow() if by.role == Role.SECRETARIAT else Deny(_("A text is begun by the secretariat."))


def may_admit(audience: Audience) -> Decision:
    """The public never sees a text under negotiation; releasing is an act of its own, on the adopted text."""
    if is_public(audience):
        return Deny(_("Everybody is admitted there. A text under negotiation is for those at the table alone."))
    return Allow()


def may_issue(by: Subject, text: Text) -> Decision:
    """The secretariat gives the current state a name, until the text is adopted."""
    if by.role != Role.SECRETARIAT or not _of_the_house(by, text):
        return Deny(_("A revision is issued by the secretariat."))
    return Deny(_("The text is adopted.")) if text.state == Text.State.ADOPTED else Allow()


def may_draft(by: Subject, text: Text, body: engine.Text) -> Decision:
    """Any person of a delegation of this text drafts, while the text is open."""
    speaks = _may_speak(by, text, body, _("Wording is proposed by delegations."))
    return speaks if isinstance(speaks, Deny) else _while_open(text)


def may_table(by: Subject, text: Text, body: engine.Text) -> Decision:
    """A person with that mandate tables, supports, withdraws, reserves and confirms."""
    drafts = may_draft(by, text, body)
    if isinstance(drafts, Deny):
        return drafts
    return Allow() if by.may_table else Deny(_("Your mandate is to draft. Somebody of your delegation tables it."))


def may_stage(stage: str) -> Decision:
    """A proposal begins with the own delegation, with the chair, or on the table."""
    if stage in (Proposal.Stage.PRIVATE, Proposal.Stage.CHAIR, Proposal.Stage.TABLED):
        return Allow()
    return Deny(_("A proposal is kept, shown to the chair, or tabled."))


def may_change(by: Subject, proposal: Proposal) -> Decision:
    """A proposal that is not tabled is changed by its own delegation alone."""
    if by.role == Role.DELEGATE and by.delegation == proposal.code:
        return Allow()
    return Deny(_("This proposal is another delegation's."))


def may_drop(by: Subject, text: Text, body: engine.Text) -> Decision:
    """A delegation drops its own draft at any time; it never was part of the text."""
    return _may_speak(by, text, body, _("Wording is proposed by delegations."))


def may_preside(by: Subject, text: Text) -> Decision:
    """The chair proposes to close, asks, writes compromises, agrees and reopens, while the text is open."""
    if by.role != Role.CHAIR or not _of_the_house(by, text):
        return Deny(_("This is for the chair."))
    return _while_open(text)


def may_call_roll(by: Subject, text: Text) -> Decision:
    """The secretariat or the chair records whose seats are taken."""
    if by.role not in (Role.CHAIR, Role.SECRETARIAT) or not _of_the_house(by, text):
        return Deny(_("The roll is taken by the secretariat or the chair."))
    return Deny(_("The text is adopted.")) if text.state == Text.State.ADOPTED else Allow()


def may_object(by: Subject, text: Text, body: engine.Text) -> Decision:
    """Any person of a delegation objects, present or from afar; an objection needs no mandate to table."""
    speaks = _may_speak(by, text, body, _("An objection is raised by a delegation."))
    if isinstance(speaks, Deny):
        return speaks
    return Deny(_("The text is adopted.")) if text.state == Text.State.ADOPTED else Allow()


def may_withdraw_objection(by: Subject, text: Text, body: engine.Text) -> Decision:
    """To give way binds the delegation: a person with the mandate to table withdraws its objection."""
    objects = may_object(by, text, body)
    if isinstance(objects, Deny):
        return objects
    return Allow() if by.may_table else Deny(_("Your mandate is to draft. Somebody of your delegation withdraws it."))


def may_close(by: Subject, text: Text, hindrance: str) -> Decision:
    """Nothing closes over an objection, nor while a holder neither joined nor was asked in the room."""
    presides = may_preside(by, text)
    if isinstance(presides, Deny):
        return presides
    return Deny(hindrance) if hindrance else Allow()


def may_adopt(by: Subject, text: Text, hindrance: str) -> Decision:
    """The chair adopts a text that is before the council and over which nobody objects."""
    if by.role != Role.CHAIR or not _of_the_house(by, text):
        return Deny(_("This is for the chair."))
    before = before_council(text)
    if isinstance(before, Deny):
        return before
    return Deny(hindrance) if hindrance else Allow()


def may_enter_language(by: Subject, text: Text) -> Decision:
    """The secretariat begins language versions, until the text is adopted."""
    if by.role != Role.SECRETARIAT or not _of_the_house(by, text):
        return Deny(_("A language version is begun by the secretariat."))
    return _until_adopted(text)


def may_translate(by: Subject, text: Text, language: LanguageVersion) -> Decision:
    """The secretariat and the language group enter wordings, until the text is adopted."""
    if by.role == Role.SECRETARIAT and _of_the_house(by, text):
        return _until_adopted(text)
    return _for_the_group(by, text, language)


def may_check(by: Subject, text: Text, language: LanguageVersion, translation: Translation | None) -> Decision:
    """Somebody of the language group checks what another person has entered."""
    of_group = _for_the_group(by, text, language)
    if isinstance(of_group, Deny):
        return of_group
    if translation is not None and translation.person == by.person_id:
        return Deny(_("You entered this wording; somebody else of the language group checks it."))
    return Allow()


def _for_the_group(by: Subject, text: Text, language: LanguageVersion) -> Decision:
    belongs = not language.group or by.delegation in language.group
    if by.role != Role.DELEGATE or not belongs or not _of_the_house(by, text):
        return Deny(_("This is for the language group."))
    return _until_adopted(text)


def _until_adopted(text: Text) -> Decision:
    return Deny(_("The text is adopted.")) if text.state == Text.State.ADOPTED else Allow()


def before_council(text: Text) -> Decision:
    """Whether the text is before the council, so that it can be adopted or objected to."""
    return Allow() if text.state == Text.State.COUNCIL else Deny(_("The text is not before the council."))


def _may_speak(by: Subject, text: Text, body: engine.Text, reason: str) -> Decision:
    if by.role == Role.DELEGATE and by.delegation in body.delegations and _of_the_house(by, text):
        return Allow()
    return Deny(reason)


def _of_the_house(by: Subject, text: Text) -> bool:
    """Whether the mandate is in the organisation whose text it is: being admitted to it is not enough."""
    return by.organisation_id == text.organisation_id


def _while_open(text: Text) -> Decision:
    if text.state == Text.State.OPEN:
        return Allow()
    if text.state == Text.State.COUNCIL:
        return Deny(_("The text is before the council: wording stands still until it is adopted or taken back."))
    return Deny(_("The text is adopted."))
