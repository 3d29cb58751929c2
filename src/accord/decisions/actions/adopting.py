"""A text is adopted by a decision under the rule of its organ on that day; its question keeps what was said."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.access.queries import named_audience
from accord.decisions.access import may_decide
from accord.decisions.models import Position, Question, Ruling, Way, Word
from accord.decisions.queries import apart_at
from accord.drafting import actions as drafting
from accord.drafting.access import may_adopt
from accord.drafting.actions.adopting import Sealing, seal
from accord.drafting.actions.steps import Step, step
from accord.drafting.models import Adoption, Version
from accord.drafting.outcomes import absent_at, decided, present_at, reasons_of, sentence_of, told
from accord.drafting.outcomes import at as at_position
from accord.drafting.queries.decisions import seats_of
from accord.drafting.queries.languages import hindrance_of_languages
from accord.drafting.queries.ruling import rule_of_text
from accord.engine.rules import Outcome
from accord.engine.rules.gathering import apart_in
from accord.engine.rules.showing import shown
from accord.engine.text.naming import plain_name
from accord.members.queries import members_of
from accord.record import acts as record
from accord.record.errors import Stale


def _adoption_by_id(pk: str) -> Adoption:
    return Adoption.objects.get(pk=pk)


@record.action(answers=_adoption_by_id)
def adopt_text(text_id: str, *, by: Subject, seen: str, key: UUID, sentence: str = "") -> Adoption:
    """
    Adopt the text under the rule of its organ today, after "any objection?", and seal it by its fingerprint.

    Args:
        sentence: the outcome that the chair read and confirmed, "" where none was shown.

    Raises:
        Refused: the rule does not adopt it, the sentence says why. Stale: the text or the outcome is not what the chair
            saw. RulesError: the rule does not decide for these members on this day.
    """
    with step("adopted", text_id, by=by, seen=seen, key=key) as at:
        require(may_adopt(by, at.text, ""))
        at.require_unchanged()
        require(may_adopt(by, at.text, hindrance_of_languages(at.text, at.body)))
        day = at.act.at.date()
        names = {member.code: member.name for member in members_of(at.text.organisation, day)}
        apart = apart_at(by, text_id)
        outcome = decided(rule_of_text(at.text, at.body, day), seats_of(at.text, at.body), day, apart)
        words = told(outcome, names)
        if sentence not in ("", words.sentence):
            raise Stale(_("The outcome has changed since you read it. It now reads: %s") % words.sentence)
        require(may_adopt(by, at.text, "" if words.adopted else words.sentence))
        question = _asked(at, outcome, str(by.role))
        Ruling.objects.create(
            question=question,
            outcome=outcome.outcome,
            shown={**shown(outcome, names), "apart": sorted(apart_in(outcome.case))},
            at=at.act.at,
        )
        sealing = Sealing(
            rule=outcome.rule.id,
            sentence=words.sentence,
            reasons=words.reasons,
            present=at_position(outcome, "no_objection"),
            absent=absent_at(outcome),
            question=question.pk,
        )
        return seal(at, sealing)


def object_to_adoption(text_id: str, *, by: Subject, key: UUID) -> Version:
    """Object to the adoption of a text. Raises Refused besides: the credentials that its meeting needs are missing."""
    require(may_decide(by, apart_at(by, text_id)))
    return drafting.object_to_adoption(text_id, by=by, key=key)


def withdraw_objection_to_adoption(text_id: str, *, by: Subject, key: UUID) -> Version:
    """Withdraw the own objection to an adoption. Raises Refused besides: the credentials are missing."""
    require(may_decide(by, apart_at(by, text_id)))
    return drafting.withdraw_objection_to_adoption(text_id, by=by, key=key)


def adopt_by(at: Step, question: Question, outcome: Outcome, names: Mapping[str, str]) -> Adoption:
    """
    Adopt the text of this step by a question that the council has answered with yes; what is stored is its outcome.

    Raises:
        Stale: the text is not the one on which the question was put. Refused: it is not before the council.
    """
    if question.bound != at.now.fingerprint:
        raise Stale(_("The text has changed since the question was put. Put the question again."))
    sealing = Sealing(
        rule=outcome.rule.id,
        sentence=sentence_of(outcome, {} if outcome.case.secret else names),
        reasons=tuple(reasons_of(outcome)),
        present=() if outcome.case.secret else present_at(outcome),
        absent=absent_at(outcome),
        question=question.pk,
    )
    return seal(at, sealing)


def _asked(at: Step, outcome: Outcome, authority: str) -> Question:
    """Return the question that the adoption answers, with what each member is recorded with."""
    question = Question.objects.create(
        organisation=at.text.organisation,
        audience=named_audience(at.text.audience),
        about=at.text.pk,
        title=plain_name(_("Adoption of %s") % f"{at.text.symbol} {at.text.title}".strip(), longest=300),
        rule=outcome.rule.id,
        day=at.act.at.date(),
        way=Way.CONSENSUS,
        sample=at.text.sample,
        adopts=True,
        bound=at.now.fingerprint,
        at=at.act.at,
    )
    positions = {**outcome.case.positions, **dict.fromkeys(apart_in(outcome.case), Position.NOT_PARTICIPATING)}
    Word.objects.bulk_create(
        Word(question=question, member=code, position=Position(said), authority=authority, at=at.act.at)
        for code, said in positions.items()
    )
    return question
