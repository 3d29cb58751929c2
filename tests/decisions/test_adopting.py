"""A text is adopted by a decision: the rule of the organ on that day, or a question put to the council."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from accord.access import Refused
from accord.decisions import actions
from accord.decisions.models import Question, Ruling, Statement, Word
from accord.decisions.queries import question_page, voted_at
from accord.drafting import actions as drafting
from accord.drafting.models import Adoption, Text
from accord.drafting.queries.deciding import decision_page
from accord.engine.rules import RulesError
from accord.members.models import Organisation
from accord.publishing.queries import adopted_page
from accord.record import clock
from accord.record.errors import Stale
from accord.record.models import Entry
from tests import factories
from tests.decisions.putting import put, say, under_silence
from tests.factories import Council

START = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)


@pytest.fixture
def text(council: Council) -> Text:
    """Return a text before the council, XDD's seat empty."""
    text = factories.text_of(council, absent=("XDD",))
    to_council(council, text)
    return text


def to_council(council: Council, text: Text) -> None:
    drafting.put_to_council(text.pk, by=council.chair, seen=factories.seen(text), key=factories.key())


def adopt(council: Council, text: Text) -> Adoption:
    return actions.adopt_text(text.pk, by=council.chair, seen=factories.seen(text), key=factories.key())


def close(council: Council, question: Question) -> Question:
    return actions.close(question.pk, by=council.chair, key=factories.key())


def state(text: Text) -> str:
    return Text.objects.get(pk=text.pk).state


def test_adoption_is_a_ruling_with_its_trace_and_what_each_member_said(council: Council, text: Text) -> None:
    adoption = adopt(council, text)
    question = Question.objects.get(about=text.pk)
    assert adoption.outcome["question"] == question.pk
    assert (question.rule, question.adopts, question.way) == ("consensus", True, "consensus")
    assert dict(Word.objects.filter(question=question).values_list("member", "position")) == {
        "XAA": "no_objection", "XBB": "no_objection", "XCC": "no_objection", "XDD": "absent"
    }  # fmt: skip
    ruling = Ruling.objects.get(question=question)
    assert (ruling.outcome, ruling.shown["rule"]) == ("adopted", "consensus")
    assert adoption.outcome["sentence"].startswith("Adopted under “Consensus”: no objection from 3 of 4 members.")
    entry = Entry.objects.get(stream=text.stream, verb="adopted")
    assert (entry.answer, entry.data["sentence"]) == (adoption.pk, adoption.outcome["sentence"])


def test_a_retry_adopts_once(council: Council, text: Text) -> None:
    key, seen = factories.key(), factories.seen(text)
    first = actions.adopt_text(text.pk, by=council.chair, seen=seen, key=key)
    assert actions.adopt_text(text.pk, by=council.chair, seen=seen, key=key).pk == first.pk
    assert (Question.objects.count(), Adoption.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("reservation", "On paragraph 2."),
        ("interpretation", "We read it so."),
        ("explanation", "Why we joined."),
        ("dissociation", "We stand apart from paragraph 1."),
    ],
)
def test_statement_at_adoption_is_attached_and_changes_nothing(
    council: Council, text: Text, kind: str, words: str
) -> None:
    adoption = adopt(council, text)
    before = dict(Adoption.objects.values().get()), dict(Ruling.objects.values().get())
    question = adoption.outcome["question"]
    actions.state(question, kind, words, by=council.delegate("XBB"), key=factories.key())
    assert (dict(Adoption.objects.values().get()), dict(Ruling.objects.values().get())) == before
    (line,) = question_page(council.delegate("XAA"), question).statements
    assert (line.code, line.wording) == ("XBB", words)
    assert Statement.objects.get().kind == kind


def test_rule_of_others_adopts_nothing_and_says_why(council: Council, text: Text) -> None:
    Organisation.objects.filter(pk=council.organisation.pk).update(rule="csto-consensus")
    with pytest.raises(RulesError, match="csto-consensus does not decide for these members"):
        adopt(council, text)
    assert state(text) == "council"


def test_vote_adopts_the_text_by_its_own_rule(council: Council, text: Text) -> None:
    question = put(council, "roll", "association-two-thirds", about=text.pk, adopts=True)
    for code, position in {"XAA": "for", "XBB": "for", "XCC": "against", "XDD": "abstain"}.items():
        say(council, question, code, position)
    close(council, question)
    adoption = Adoption.objects.get(text=text)
    assert (state(text), adoption.rule) == ("adopted", "association-two-thirds")
    assert adoption.outcome["question"] == question.pk
    sentence = "Adopted under “Two thirds of votes cast”: 2 of 3 votes cast in favour"
    assert adoption.outcome["sentence"].startswith(sentence)
    assert ["yes", "against: 1"] in adoption.outcome["reasons"]
    by = council.chair
    seats = decision_page(by, text.pk, voted=voted_at(by, text.pk)).seats
    assert {seat.said for seat in seats} == {"present at the vote"}  # who was against did not say "no objection"
    assert {how for _name, how in adopted_page(by, adoption.pk).stands} == {"voted"}
    assert Entry.objects.get(stream=text.stream, verb="adopted").answer == adoption.pk


def test_vote_that_fails_closes_the_question_and_leaves_the_text(council: Council, text: Text) -> None:
    question = put(council, "roll", "association-simple", about=text.pk, adopts=True)
    for code in ("XAA", "XBB", "XCC"):
        say(council, question, code, "against")
    close(council, question)
    assert (Ruling.objects.get().outcome, state(text), Adoption.objects.count()) == ("not_adopted", "council", 0)
    assert Entry.objects.filter(stream=question.stream, verb="closed the question").count() == 1


def test_secret_ballot_adopts_and_names_nobody(council: Council, text: Text) -> None:
    question = put(council, "secret", "association-simple", about=text.pk, adopts=True)
    for teller in (council.chair, council.secretariat):
        actions.count(
            question.pk, in_favour=3, against=1, abstaining=0, invalid=0, by=teller, key=factories.key()
        )
    close(council, question)
    stored = Adoption.objects.get().outcome
    assert (stored["present"], stored["absent"]) == ([], [])
    assert not any(name in str(stored) for pair in factories.MEMBERS for name in pair)


def test_question_does_not_adopt_what_changed_since(council: Council, text: Text) -> None:
    question = put(council, "roll", "association-simple", about=text.pk, adopts=True)
    for code in ("XAA", "XBB", "XCC"):
        say(council, question, code, "for")
    drafting.take_back(text.pk, by=council.chair, key=factories.key())
    with pytest.raises(Refused, match="not before the council"):
        close(council, question)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    (choice,) = factories.choices(text)
    drafting.withdraw(
        text.pk, by=council.delegate("XAA"), choice=choice, seen=factories.seen(text), key=factories.key()
    )
    place = factories.block(text, "Agree to meet")
    drafting.agree(
        text.pk, by=council.chair, block=place, forum="plenary", seen=factories.seen(text), key=factories.key()
    )
    to_council(council, text)
    with pytest.raises(Stale, match="changed since the question was put"):
        close(council, question)
    assert (state(text), Ruling.objects.count()) == ("council", 0)


def test_silence_adopts_the_text(council: Council, text: Text) -> None:
    with clock.frozen(START):
        question = under_silence(council, START + timedelta(days=1), about=text.pk, adopts=True)
    with clock.frozen(START + timedelta(days=1) + actions.DRAIN):
        actions.close(question.pk, by=council.secretariat, key=factories.key())
    assert (state(text), Adoption.objects.get().outcome["question"]) == ("adopted", question.pk)


def test_only_a_text_before_the_council_is_adopted_by_a_question(council: Council) -> None:
    text = factories.text_of(council)
    with pytest.raises(RulesError, match="before the council"):
        put(council, "roll", "association-simple", about=text.pk, adopts=True)


def test_pages_lead_from_the_text_to_the_question_and_back(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.chair)
    decision = client.get(f"/texts/{text.pk}/decision/").content.decode()
    assert f"/decisions/put/?about={text.pk}&amp;adopts=1" in decision
    put_page = client.get(f"/decisions/put/?about={text.pk}&adopts=1").content.decode()
    assert 'name="adopts" checked' in put_page
    fields = {"key": str(factories.key()), "title": "Adopt it?", "rule": "association-simple", "way": "roll"}
    answer = client.post("/decisions/put/", {**fields, "about": text.pk, "adopts": "on", "zone": "UTC"})
    assert answer.status_code == 302
    assert answer["Location"] in client.get(f"/texts/{text.pk}/decision/").content.decode()
    adoption = adopt(council, text)
    shown = client.get(f"/texts/{text.pk}/decision/").content.decode()
    assert f"/decisions/{adoption.outcome['question']}/" in shown
