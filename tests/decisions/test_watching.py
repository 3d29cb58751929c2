"""Silence that closes by itself: once, never over an objection or in doubt; and time that is made up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from accord.decisions import actions
from accord.decisions.models import Question, Ruling, Silence, Watching
from accord.decisions.queries import question_page
from accord.drafting import actions as drafting
from accord.drafting.models import Text
from accord.engine.rules import RulesError
from accord.project.commands import watching
from accord.record import clock
from accord.record.models import Entry
from tests import factories
from tests.decisions.putting import say, under_silence
from tests.factories import Council

START = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
END = START + timedelta(days=2)
OVER = END + actions.DRAIN
BEGIN = END - timedelta(hours=2)


def watched(*spans: tuple[datetime, datetime], drift: float = 0.0) -> None:
    """Let the service have given signs in these spans."""
    for since, seen in spans:
        Watching.objects.create(service="x", since=since, seen=seen, drift=drift)


def asked(council: Council, **more: str) -> Question:
    with clock.frozen(START):
        return under_silence(council, END, **more)


def at(moment: datetime) -> tuple[str, ...]:
    with clock.frozen(moment):
        return actions.keep_time()


def test_expired_silence_closes_by_itself_once_and_in_the_name_of_the_clock(council: Council) -> None:
    question = asked(council)
    watched((BEGIN, OVER))
    assert at(OVER - timedelta(seconds=1)) == ()
    assert at(OVER) == (question.pk,)
    assert at(OVER + timedelta(hours=1)) == ()
    assert (Ruling.objects.get().outcome, Ruling.objects.count()) == ("adopted", 1)
    entry = Entry.objects.get(verb="closed the question")
    assert (entry.actor, entry.authority, entry.person_id) == ("clock", "secretariat", None)


def test_nothing_closes_by_itself_over_an_objection(council: Council) -> None:
    question = asked(council)
    with clock.frozen(START):
        say(council, question, "XBB", "objection")
    watched((BEGIN, OVER))
    assert at(OVER) == ()
    assert not Ruling.objects.exists()


def test_late_objection_does_not_keep_it_open(council: Council) -> None:
    question = asked(council)
    with clock.frozen(END):
        say(council, question, "XBB", "objection", arrived=END)
    watched((BEGIN, OVER))
    assert at(OVER) == (question.pk,)


@pytest.mark.parametrize(
    ("spans", "drift"),
    [
        ([(BEGIN, END - timedelta(minutes=10))], 0.0),
        ([(BEGIN, END - timedelta(minutes=10)), (END + timedelta(seconds=5), OVER)], 0.0),
        ([(BEGIN, OVER)], 3.0),
    ],
)
def test_in_doubt_time_closes_nothing_and_the_chair_decides(
    council: Council, spans: list[tuple[datetime, datetime]], drift: float
) -> None:
    question = asked(council)
    watched(*spans, drift=drift)
    assert at(OVER) == ()
    with clock.frozen(OVER):
        for by in (council.chair, council.secretariat):
            word = "By telephone." if by == council.secretariat else ""
            with pytest.raises(RulesError, match="The chair puts it again, or says how"):
                actions.close(question.pk, confirmed=word, by=by, key=factories.key())
        actions.close(question.pk, confirmed="By telephone.", by=council.chair, key=factories.key())
    assert Ruling.objects.get().outcome == "adopted"
    assert Entry.objects.get(verb="closed the question").data["confirmed"] == "By telephone."


def test_outage_before_the_end_extends_instead_of_closing(council: Council) -> None:
    question = asked(council)
    back = END - timedelta(minutes=20)
    watched((BEGIN, END - timedelta(minutes=50)), (back, END - timedelta(minutes=19)))
    assert at(END - timedelta(minutes=19)) == (question.pk,)
    assert at(END - timedelta(minutes=18, seconds=50)) == ()
    assert Silence.objects.latest("deadline").deadline == back + timedelta(hours=1)
    entry = Entry.objects.get(verb="extended the silence on")
    assert "did not answer from 11:10:00 to 11:40:00 UTC" in entry.data["why"]
    Watching.objects.filter(since=back).update(seen=back + timedelta(hours=2))
    assert at(OVER) == ()
    assert at(back + timedelta(hours=1) + actions.DRAIN) == (question.pk,)


def test_text_that_changed_is_left_to_people(council: Council) -> None:
    text = factories.text_of(council)
    asked(council, about=text.pk)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    watched((BEGIN, OVER))
    assert at(OVER) == ()


def test_text_is_adopted_when_its_silence_closes_by_itself(council: Council) -> None:
    text = factories.text_of(council)
    drafting.put_to_council(text.pk, by=council.chair, seen=factories.seen(text), key=factories.key())
    question = asked(council, about=text.pk, adopts=True)
    watched((BEGIN, OVER))
    assert at(OVER) == (question.pk,)
    assert Text.objects.get().state == "adopted"


def test_never_watched_closes_by_hand_alone(council: Council) -> None:
    question = asked(council)
    assert at(OVER) == ()
    with clock.frozen(OVER):
        actions.close(question.pk, by=council.secretariat, key=factories.key())
    assert Ruling.objects.get().outcome == "adopted"


def test_signs_are_one_span_until_there_is_a_gap(db: None) -> None:
    last = None
    for second, steady in ((0, 100.0), (15, 115.0), (30, 133.5), (45, 145.0), (300, 400.0)):
        with clock.frozen(START + timedelta(seconds=second)):
            last = actions.give_sign("a", steady, last)
    spans = [(row.since, row.seen, row.drift) for row in Watching.objects.order_by("since")]
    assert [(since, seen) for since, seen, _drift in spans] == [
        (START, START + timedelta(seconds=45)), (START + timedelta(seconds=300), START + timedelta(seconds=300))
    ]  # fmt: skip
    assert spans[0][2] == pytest.approx(3.5)


def test_clock_set_back_begins_a_new_span(db: None) -> None:
    with clock.frozen(START):
        last = actions.give_sign("a", 100.0)
    with clock.frozen(START - timedelta(seconds=10)):
        actions.give_sign("a", 101.0, last)
    assert Watching.objects.count() == 2


def test_page_says_that_it_closes_by_itself_or_why_not(client: Client, council: Council) -> None:
    question = asked(council)
    factories.sign_in(client, council.chair)
    with clock.frozen(END + timedelta(seconds=1)):
        address = f"/decisions/{question.pk}/"
        assert "It can be closed from" in client.get(address).content.decode()
        watched((BEGIN, OVER))
        assert "It closes by itself from" in client.get(address).content.decode()
        Watching.objects.update(drift=9.0)
        shown = client.get(address).content.decode()
    assert "Time closes nothing here:" in shown
    assert 'name="confirmed"' in shown
    with clock.frozen(OVER):
        assert question_page(council.chair, question.pk).silence.doubts


@pytest.mark.django_db(transaction=True)
def test_watch_gives_signs_while_the_server_answers() -> None:
    rounds = iter([True] * 4 + [False])
    watching.watch(lambda: False, lambda: next(rounds), every=0.01)
    assert not Watching.objects.exists()
    rounds = iter([True] * 8 + [False])
    watching.watch(lambda: True, lambda: next(rounds), every=0.01)
    assert Watching.objects.count() == 1
