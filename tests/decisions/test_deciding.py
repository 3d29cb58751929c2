"""Questions put to decision: who may, what counts, what closes, what is superseded, what never changes an outcome."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction

from accord.access import NotVisible, Refused, Subject
from accord.decisions import actions
from accord.decisions.models import Question, Ruling, Word
from accord.decisions.queries import question_list, question_page
from accord.engine.rules import RulesError
from accord.record.errors import Stale
from accord.record.models import Entry
from tests import factories
from tests.decisions.putting import put, putting, say
from tests.factories import Council

pytestmark = pytest.mark.django_db


def page(council: Council, question: Question, by: Subject | None = None):
    return question_page(by or council.chair, question.pk)


def close(council: Council, question: Question, **more: str) -> Question:
    return actions.close(question.pk, by=council.chair, key=factories.key(), **more)


def everybody_says(council: Council, question: Question, **positions: str) -> None:
    for code, position in positions.items():
        say(council, question, code, position)


def test_consensus_is_the_absence_of_objection(council: Council) -> None:
    question = put(council)
    everybody_says(council, question, XAA="no_objection", XBB="no_objection", XCC="no_objection")
    assert page(council, question).result.outcome == "undetermined"
    assert page(council, question).result.missing == ("Delft Example",)
    with pytest.raises(RulesError, match="not determined"):
        close(council, question)
    recorded = actions.record_words(question.pk, {"XDD": "absent"}, by=council.secretariat, key=factories.key())
    assert page(council, recorded).result.outcome == "adopted"
    closed = close(council, question)
    ruling = Ruling.objects.get(question=closed)
    assert (ruling.outcome, ruling.shown["sentence"]["en"]) == (
        "adopted", "Adopted under consensus: no objection from 3 of 4 members.",
    )  # fmt: skip


def test_one_objection_blocks_and_is_named(council: Council) -> None:
    question = put(council)
    everybody_says(council, question, XAA="no_objection", XBB="objection", XCC="no_objection", XDD="no_objection")
    result = page(council, question).result
    assert (result.outcome, result.pivotal) == ("not_adopted", ("XBB",))
    assert "Bergen Example" in result.sentence


def test_a_later_word_supersedes_and_both_stay(council: Council) -> None:
    question = put(council, "roll", "association-simple")
    everybody_says(council, question, XAA="for", XBB="for", XCC="against", XDD="abstain")
    before = page(council, question).result
    everybody_says(council, question, XBB="against")
    after = page(council, question)
    assert (before.outcome, after.result.outcome) == ("adopted", "not_adopted")
    row = next(row for row in after.rows if row.code == "XBB")
    assert (row.last.position, [word.position for word in row.earlier]) == ("against", ["for"])
    assert (dict(after.result.tally), dict(after.result.before)) == (
        {"in favour": 1, "against": 2, "abstains": 1},
        {"in favour": 2, "against": 1, "abstains": 1},
    )
    assert Word.objects.filter(question=question, member="XBB", current=True).count() == 1


def test_a_member_that_spoke_for_itself_is_not_recorded_otherwise(council: Council) -> None:
    question = put(council, "show", "association-absolute")
    say(council, question, "XAA", "against")
    with pytest.raises(RulesError, match="XAA has spoken for itself"):
        actions.record_words(question.pk, {"XAA": "for", "XBB": "for"}, by=council.chair, key=factories.key())
    assert not Word.objects.filter(question=question, member="XBB").exists()
    actions.record_words(question.pk, {"XBB": "for", "XCC": "for"}, by=council.chair, key=factories.key())
    actions.record_words(question.pk, {"XBB": "abstain", "XCC": "for"}, by=council.chair, key=factories.key())
    assert Word.objects.filter(question=question).count() == 4


def test_a_secret_ballot_is_counted_by_two_and_names_nobody(council: Council) -> None:
    question = put(council, "secret", "association-simple")
    counted = {"in_favour": 3, "against": 1, "abstaining": 0, "invalid": 0}
    actions.count(question.pk, **counted, by=council.secretariat, key=factories.key())
    with pytest.raises(RulesError, match="Two tellers"):
        close(council, question)
    actions.count(question.pk, **{**counted, "against": 0, "invalid": 1}, by=council.chair, key=factories.key())
    assert "two tellers" in page(council, question).result.sentence
    actions.count(question.pk, **counted, by=council.chair, key=factories.key())
    shown = page(council, question)
    assert (shown.result.outcome, shown.result.pivotal, shown.result.missing) == ("adopted", (), ())
    close(council, question)
    entry = Entry.objects.filter(verb="closed the question").get()
    assert not any(code in str(entry.data) + str(Ruling.objects.get().shown) for code in ("XAA", "XBB", "Aland"))
    other = put(council, "secret", "association-simple")
    with pytest.raises(RulesError, match="More ballots than members"):
        actions.count(other.pk, **{**counted, "against": 2}, by=council.chair, key=factories.key())


def test_statements_stand_beside_and_change_nothing(council: Council) -> None:
    question = put(council, "roll", "association-absolute")
    everybody_says(council, question, XAA="for", XBB="for", XCC="for", XDD="against")
    before = page(council, question).result
    close(council, question)
    for kind in ("reservation", "interpretation", "explanation", "dissociation", "correction"):
        actions.state(question.pk, kind, f"Our {kind}.", by=council.delegate("XDD"), key=factories.key())
    after = page(council, question)
    assert (after.result, [each.kind for each in after.statements][-1]) == (before, "correction of a vote")
    assert len(after.statements) == 5


def test_the_chair_closes_what_it_read(council: Council) -> None:
    question = put(council, "roll", "association-absolute")
    everybody_says(council, question, XAA="for", XBB="for", XCC="for", XDD="against")
    read = page(council, question).result.sentence
    everybody_says(council, question, XCC="against")
    with pytest.raises(Stale):
        close(council, question, read=read)
    close(council, question, read=page(council, question).result.sentence)
    with pytest.raises(Refused, match="closed"):
        everybody_says(council, question, XCC="for")


def test_the_database_refuses_a_second_closing_and_any_change_of_what_stands(council: Council) -> None:
    question = put(council, "roll", "association-absolute")
    everybody_says(council, question, XAA="for", XBB="for", XCC="for", XDD="against")
    everybody_says(council, question, XDD="abstain")
    close(council, question)
    ruling = Ruling.objects.get()
    again = Ruling(question=question, outcome="not_adopted", shown={}, at=ruling.at)
    for change in (
        lambda: again.save(force_insert=True),
        lambda: Ruling.objects.update(outcome="not_adopted"),
        lambda: Ruling.objects.all().delete(),
        lambda: Word.objects.filter(current=False).update(position="for"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


TABLE: list[tuple[str, Callable[[Council, Question, Subject], object], set[str]]] = [
    ("say", lambda _c, q, by: actions.say(q.pk, "for", by=by, key=factories.key()), {
        "xaa-delegate", "xbb-delegate", "xcc-delegate", "xdd-delegate"}),
    ("record", lambda _c, q, by: actions.record_words(q.pk, {"XAA": "for"}, by=by, key=factories.key()), {
        "chair", "secretariat"}),
    ("state", lambda _c, q, by: actions.state(q.pk, "explanation", "x", by=by, key=factories.key()), {
        "xaa-delegate", "xbb-delegate", "xcc-delegate", "xdd-delegate"}),
    ("put", lambda c, _q, by: actions.put(c.organisation.pk, putting(), by=by, key=factories.key()), {
        "chair", "secretariat"}),
    ("close", lambda _c, q, by: actions.close(q.pk, by=by, key=factories.key()), {"chair"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "act", "allowed"), TABLE, ids=[row[0] for row in TABLE])
def test_who_may(council: Council, name: str, act: Callable[..., object], allowed: set[str]) -> None:
    done = set()
    for who, by in council.everybody.items():
        question = put(council, "roll", "association-absolute")
        if name == "close":
            everybody_says(council, question, XAA="for", XBB="for", XCC="for", XDD="for")
        try:
            act(council, question, by)
        except (Refused, NotVisible):
            continue
        done.add(who)
    assert done == allowed


def test_outsiders_see_no_question(council: Council) -> None:
    question = put(council)
    for by in (council.partner, council.public):
        with pytest.raises(NotVisible):
            question_page(by, question.pk)
        assert question_list(by, council.organisation.pk) == ()
    assert [line.id for line in question_list(council.delegate("XAA"), council.organisation.pk)] == [question.pk]


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"rule": "osce-consensus"}, "does not decide for these members"),
        ({"rule": "no-such-rule"}, "does not decide for these members"),
        ({"rule": "consensus", "way": "secret"}, "not asked in this way"),
        ({"rule": "silence", "way": "silence"}, "has an end"),
        ({"rule": "consensus", "subject": "XAA"}, "Name the member"),
    ],
)
def test_a_question_that_nobody_could_decide_is_not_put(council: Council, more: dict[str, str], reason: str) -> None:
    with pytest.raises(RulesError, match=reason):
        put(council, **more)
    assert not Question.objects.exists()


def test_pages_cost_the_same_queries_for_one_question_and_for_many(council: Council, django_assert_num_queries) -> None:
    put(council)
    with django_assert_num_queries(6):
        question_list(council.chair, council.organisation.pk)
    for _each in range(3):
        put(council)
    with django_assert_num_queries(6):
        question_list(council.chair, council.organisation.pk)
