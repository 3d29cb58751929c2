"""The silence procedure on a real database: arrival stamps, races of objections and closers, one closing."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from accord.access import Refused
from accord.decisions import actions
from accord.decisions.models import Question, Ruling, Word
from accord.decisions.queries import question_page
from accord.engine.rules import RulesError
from accord.record import clock
from tests import factories
from tests.databases import database
from tests.decisions.putting import putting, say, under_silence
from tests.factories import Council

ROOT = Path(__file__).resolve().parents[2]
START = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
END = START + timedelta(days=2)
OVER = END + actions.DRAIN


def close(council: Council, question: Question, at: datetime, **more: str) -> str:
    with clock.frozen(at):
        actions.close(question.pk, by=council.secretariat, key=factories.key(), **more)
    return Ruling.objects.get(question=question).outcome


@pytest.mark.django_db
def test_silence_adopts_and_one_objection_breaks_it(council: Council) -> None:
    with clock.frozen(START):
        quiet, broken = under_silence(council, END), under_silence(council, END)
        say(council, broken, "XCC", "objection", reason="The budget is not known.")
    for at in (START, END, OVER - timedelta(microseconds=1)):
        with pytest.raises(RulesError, match="after the drain"):
            close(council, quiet, at)
    assert (close(council, quiet, OVER), close(council, broken, OVER)) == ("adopted", "not_adopted")


@pytest.mark.django_db
def test_arrival_counts_and_what_is_late_is_kept_and_told(council: Council) -> None:
    with clock.frozen(START):
        question = under_silence(council, END)
    with clock.frozen(END + timedelta(seconds=20)):
        say(council, question, "XAA", "objection", arrived=END)
        assert question_page(council.chair, question.pk).silence.late == ("Aland Example",)
        say(council, question, "XBB", "objection", arrived=END - timedelta(milliseconds=1))
    assert close(council, question, OVER) == "not_adopted"


@pytest.mark.django_db
def test_another_text_is_not_adopted_by_silence(council: Council) -> None:
    text = factories.text_of(council)
    with clock.frozen(START):
        question = under_silence(council, END, about=text.pk)
        factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    with pytest.raises(RulesError, match="not the one that was put under silence"):
        close(council, question, OVER)
    later = OVER + timedelta(hours=5)
    again = putting("silence", "silence", about=text.pk, last_day=later.date(), last_time=later.time())
    with clock.frozen(OVER):
        actions.put_again(question.pk, again, by=council.chair, key=factories.key())
    assert close(council, question, OVER + timedelta(days=1)) == "adopted"


@pytest.mark.django_db
def test_extended_and_taken_back_and_put_again(council: Council) -> None:
    later = END + timedelta(days=1)
    with clock.frozen(START):
        question = under_silence(council, END)
        longer = putting("silence", "silence", last_day=later.date(), last_time=later.time())
        actions.extend(question.pk, longer, by=council.chair, key=factories.key())
    with clock.frozen(END + timedelta(hours=1)):
        say(council, question, "XBB", "amendment", reason="Add a date.")
        with pytest.raises(RulesError, match="objected to this very text"):
            actions.put_again(question.pk, longer, by=council.chair, key=factories.key())
        actions.take_back_objection(question.pk, by=council.delegate("XBB"), key=factories.key())
        assert question_page(council.chair, question.pk).silence.state == "broken"
        actions.put_again(question.pk, longer, by=council.chair, key=factories.key())
        assert question_page(council.chair, question.pk).silence.state == "restarted"
    assert close(council, question, later + actions.DRAIN) == "adopted"
    words = Word.objects.filter(question=question).values_list("round", "position")
    assert list(words) == [(1, "amendment"), (1, "withdrawn")]


@pytest.mark.django_db
def test_only_members_break_it_and_a_drafter_may_object(council: Council) -> None:
    with clock.frozen(START):
        question = under_silence(council, END)
        for by in (council.chair, council.secretariat):
            with pytest.raises(Refused):
                actions.say(question.pk, "objection", by=by, key=factories.key())
        with pytest.raises(Refused):
            actions.say(question.pk, "no_objection", by=council.expert, key=factories.key())
        actions.say(question.pk, "objection", by=council.expert, key=factories.key())
    assert close(council, question, OVER) == "not_adopted"


@pytest.mark.django_db
def test_page_shows_the_deadline_as_the_clock_of_each_zone_does(client: Client, council: Council) -> None:
    factories.meeting_of(council, zone="Asia/Almaty")
    factories.meeting_of(council, zone="America/New_York")
    with clock.frozen(START):
        question = under_silence(council, END)
        factories.sign_in(client, council.delegate("XAA"))
        shown = " ".join(client.get(f"/decisions/{question.pk}/").content.decode().split())
    for zone, time in (("Asia/Almaty", "17:00"), ("America/New_York", "08:00"), ("UTC", "12:00")):
        assert f'{zone}</th><td><b>{time}</b> 6 May 2031' in shown


# Races: an objection within 100 ms of the deadline, worked on late, against several closers, on a database of its own.

RACES = 40
"""Races on the database in every run; the engine runs 500 (``tests/engine/rules/test_silence.py``)."""


def contradictions(folder: Path, *, races: int, drain: int) -> tuple[int, int, int]:
    """Return how many races there were, in how many the objection was in time, and how many contradict the rule."""
    with database(folder) as environment:
        command = [sys.executable, "-W", "error", "-m", "tests.decisions.racers", str(races), str(drain)]
        done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, timeout=300, check=True)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return (
        len(told),
        sum(each["in_time"] for each in told),
        sum(each["in_time"] is (each["outcome"] == "adopted") or each["closings"] != 1 for each in told),
    )


def test_races_never_adopt_over_an_objection_in_time(tmp_path: Path) -> None:
    count, in_time, wrong = contradictions(tmp_path, races=RACES, drain=60_000)
    assert (count, wrong) == (RACES, 0)
    assert 5 < in_time < RACES - 5


def test_a_drain_shorter_than_a_request_is_caught(tmp_path: Path) -> None:
    _count, _in_time, wrong = contradictions(tmp_path, races=RACES, drain=1)
    assert wrong > 0


@pytest.mark.long
def test_500_races_never_adopt_over_an_objection_in_time(tmp_path: Path) -> None:
    count, _in_time, wrong = contradictions(tmp_path, races=500, drain=60_000)
    assert (count, wrong) == (500, 0)
