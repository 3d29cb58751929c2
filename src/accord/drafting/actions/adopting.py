"""The text before the council: put to consensus, objected to, taken back, adopted and sealed."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Allow, Deny, Subject, require
from accord.drafting.access import before_council, may_adopt, may_object, may_preside, may_withdraw_objection
from accord.drafting.actions.steps import Step, step, version_by_id
from accord.drafting.models import Adoption, Objection, Text, Version
from accord.drafting.queries.decisions import hindrance_to_council
from accord.drafting.queries.languages import hindrance_of_languages, sealed_languages
from accord.engine import text as engine
from accord.record import acts as record


@dataclass(frozen=True, slots=True)
class Sealing:
    """
    The decision that adopts a text.

    Attributes:
        rule: its id. sentence, reasons: the outcome as the record says it. present, absent: codes.
        question: id of the question under which statements are attached.
    """

    rule: str
    sentence: str
    reasons: tuple[tuple[str, str], ...]
    present: tuple[str, ...]
    absent: tuple[str, ...]
    question: str


@record.action(answers=version_by_id)
def put_to_council(text_id: str, *, by: Subject, seen: str, key: UUID) -> Version:
    """
    Put a text in which nothing is open to the council and ask "any objection?".

    Raises:
        engine.StillOpen: a choice or a reservation is open; Stale: the text is not what the chair saw.
    """
    with step("put to the council", text_id, by=by, seen=seen, key=key) as at:
        require(may_preside(by, at.text))
        at.require_unchanged()
        hindrance = hindrance_to_council(at.body)
        if hindrance:
            raise engine.StillOpen(hindrance)
        at.text.state = Text.State.COUNCIL
        return at.save(at.body)


@record.action(answers=version_by_id)
def take_back(text_id: str, *, by: Subject, key: UUID) -> Version:
    """Take the text back from the council into negotiation; objections to its adoption are settled by that."""
    with step("took back", text_id, by=by, seen=None, key=key) as at:
        require(may_adopt(by, at.text, ""))
        at.text.state = Text.State.OPEN
        objections = Objection.objects.filter(text=at.text, closing=None)
        settled = sorted(objections.values_list("code", flat=True))
        objections.delete()
        return at.save(at.body, settled=settled)


@record.action(answers=version_by_id)
def object_to_adoption(text_id: str, *, by: Subject, key: UUID) -> Version:
    """Object to the adoption of a text that is before the council; it cannot be adopted over it."""
    with step("objected to adoption", text_id, by=by, seen=None, key=key) as at:
        require(may_object(by, at.text, at.body))
        require(before_council(at.text))
        _objection, new = Objection.objects.get_or_create(
            text=at.text, closing=None, code=by.delegation, defaults={"at": at.act.at}
        )
        if not new:
            raise engine.NothingToDo(_("Your delegation has objected already."))
        return at.save(at.body, code=by.delegation)


@record.action(answers=version_by_id)
def withdraw_objection_to_adoption(text_id: str, *, by: Subject, key: UUID) -> Version:
    """Withdraw the own delegation's objection to the adoption."""
    with step("withdrew the objection to adoption", text_id, by=by, seen=None, key=key) as at:
        require(may_withdraw_objection(by, at.text, at.body))
        require(before_council(at.text))
        gone, _rows = Objection.objects.filter(text=at.text, closing=None, code=by.delegation).delete()
        if not gone:
            raise engine.NothingToDo(_("Your delegation has no objection here."))
        return at.save(at.body, code=by.delegation)


def seal(at: Step, sealing: Sealing) -> Adoption:
    """
    Seal the text of this step as adopted by its fingerprint; the entry of the step says so.

    It is called by the act that decides (``accord.decisions.actions``), inside its transaction.

    Raises:
        Refused: the text is not before the council, or an authentic language version is out of step.
    """
    require(before_council(at.text))
    hindrance = hindrance_of_languages(at.text, at.body)
    require(Deny(hindrance) if hindrance else Allow())
    at.text.state = Text.State.ADOPTED
    adoption = Adoption(
        text=at.text,
        rule=sealing.rule,
        outcome={
            "sentence": sealing.sentence,
            "reasons": [list(reason) for reason in sealing.reasons],
            "present": list(sealing.present),
            "absent": list(sealing.absent),
            "languages": sealed_languages(at.text, at.body),
            "question": sealing.question,
        },
        sample=at.text.sample,
        at=at.act.at,
    )
    adoption.version = at.save(at.body, label=_("Adopted"), answer=adoption.pk, sentence=sealing.sentence)
    adoption.fingerprint = adoption.version.fingerprint
    adoption.entry = at.act.recorded.number if at.act.recorded else 0
    adoption.save(force_insert=True)
    return adoption
