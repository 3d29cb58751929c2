"""The page of a person: what awaits it in any room, by deadline, and what changed since it was here."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accord.access import NotVisible, Subject
from accord.decisions import actions as decisions
from accord.decisions.awaiting import questions_awaited
from accord.drafting import actions as drafting
from accord.drafting.queries.stale import translations_awaited
from accord.meetings import actions as meetings
from accord.notices import actions
from accord.notices.models import Visit
from accord.notices.queries import asked_of, work_page
from accord.record import clock
from tests import factories
from tests.decisions import putting
from tests.factories import Council

START = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
END = START + timedelta(days=2)


def whats(by: Subject) -> list[str]:
    return [item.what for item in questions_awaited(by)]


def shown(client: Client, by: Subject) -> str:
    factories.sign_in(client, by)
    answer = client.get("/awaits/")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


# Questions


def test_question_awaits_each_delegation_until_it_has_spoken(council: Council) -> None:
    question = putting.put(council)
    asked = ["Answer “Shall the report be published?”"]
    for name, by in council.everybody.items():
        assert whats(by) == (asked if "delegate" in name or "expert" in name else []), name
    putting.say(council, question, "XAA", "no_objection")
    assert (whats(council.delegate("XAA")), whats(council.delegate("XBB"))) == ([], asked)


def test_question_awaits_the_chair_when_every_member_has_spoken(council: Council) -> None:
    question = putting.put(council)
    for code in ("XAA", "XBB", "XCC"):
        putting.say(council, question, code, "no_objection")
        assert whats(council.chair) == []
    putting.say(council, question, "XDD", "no_objection")
    assert whats(council.chair) == ["Close “Shall the report be published?”"]
    decisions.close(question.pk, by=council.chair, key=factories.key())
    assert whats(council.chair) == []


def test_silence_awaits_with_its_deadline_and_then_whoever_closes_it(council: Council) -> None:
    with clock.frozen(START):
        putting.under_silence(council, END)
        (item,) = questions_awaited(council.delegate("XBB"))
        assert (item.until, item.zone) == (END, "UTC")
        assert (whats(council.chair), whats(council.partner)) == ([], [])
    with clock.frozen(END + decisions.DRAIN):
        assert whats(council.delegate("XBB")) == []
        assert whats(council.chair) == whats(council.secretariat) == [
            "Close the silence on “Shall the report be published?”"
        ]


def test_broken_silence_awaits_the_chair_with_who_objects(council: Council) -> None:
    with clock.frozen(START):
        question = putting.under_silence(council, END)
        putting.say(council, question, "XCC", "objection")
        (item,) = questions_awaited(council.chair)
        assert (item.what, item.why) == (
            "Take up the objection to “Shall the report be published?”", "XCC objects."
        )  # fmt: skip
        assert (whats(council.delegate("XBB")), whats(council.secretariat)) == ([], [])


def test_secret_ballot_awaits_two_tellers(council: Council) -> None:
    question = putting.put(council, "secret", "association-simple")
    counted = {"in_favour": 2, "against": 1, "abstaining": 1, "invalid": 0}
    assert whats(council.delegate("XAA")) == []
    assert len(whats(council.chair)) == len(whats(council.secretariat)) == 1
    decisions.count(question.pk, **counted, by=council.chair, key=factories.key())
    assert (len(whats(council.chair)), len(whats(council.secretariat))) == (0, 1)


def test_stranger_is_asked_nothing_of_another_council(council: Council) -> None:
    stranger = factories.council("Other", prefix="other-").delegate("XAA")
    putting.put(council)
    assert asked_of(stranger) == ()


# The page


def test_page_begins_with_the_first_deadline_in_the_zone_of_its_place(client: Client, council: Council) -> None:
    with clock.frozen(START):
        putting.put(council)
        ends = {"last_day": END.date(), "last_time": datetime(2031, 5, 6, 18, 0).time(), "zone": "Asia/Almaty"}
        putting.put(council, "silence", "silence", **ends)
        page = shown(client, council.delegate("XAA"))
    assert "<h1>Two things await you</h1>" in page
    first = '<time datetime="2031-05-06T13:00:00+00:00">6 May, 18:00 Almaty (13:00 UTC)</time>'
    assert f"The first until {first}." in page
    assert page.index("Any objection under silence") < page.index("Answer “Shall")


def test_page_takes_the_same_queries_for_one_question_and_for_three(client: Client, council: Council) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    counts = []
    for more in (1, 2):
        for _number in range(more):
            putting.put(council)
        with CaptureQueriesContext(connection) as found:
            client.get("/awaits/")
        counts.append(len(found))
    assert counts[0] == counts[1]


# What changed


def test_changes_are_folded_thing_by_thing_and_gone_once_seen(client: Client, council: Council) -> None:
    question = putting.put(council)
    for code in ("XBB", "XCC", "XDD"):
        putting.say(council, question, code, "no_objection")
    page = work_page(council.delegate("XAA"))
    assert page.changes[0].count == 4
    assert [line.on_behalf_of for line in page.changes[0].lines] == ["XDD", "XCC"]
    actions.look(page.read_at, by=council.delegate("XAA"))
    after = work_page(council.delegate("XAA"))
    assert (after.changes, after.unchanged, after.seen_at) == ((), True, page.read_at)
    assert f"Nothing has changed since {page.read_at:%-d %B %Y, %H:%M} UTC." in shown(client, council.delegate("XAA"))


def test_own_acts_and_what_is_not_visible_are_no_change(council: Council) -> None:
    actions.look(clock.now(), by=council.partner)
    actions.look(clock.now(), by=council.delegate("XBB"))
    question = putting.put(council)
    actions.look(clock.now(), by=council.delegate("XBB"))
    putting.say(council, question, "XBB", "no_objection")
    assert work_page(council.delegate("XBB")).changes == ()
    assert work_page(council.partner).changes == ()
    assert len(work_page(council.delegate("XAA")).changes) > 0


def test_page_of_an_outsider_is_the_same_whether_a_restricted_thing_happens_or_not(council: Council) -> None:
    meeting = factories.meeting_of(council)
    stranger = factories.council("Other", public=False, prefix="other-").delegate("XAA")
    with clock.frozen(clock.now() + timedelta(minutes=1)):
        before = [work_page(by) for by in (council.partner, stranger)]
        meetings.table_note(
            meeting.pk, "narrow", title="Hidden", wording="One.", sample=True, by=council.chair, key=factories.key()
        )
        putting.put(council)
        assert [work_page(by) for by in (council.partner, stranger)] == before


def test_what_comes_after_the_page_was_made_stays_unseen(client: Client, council: Council) -> None:
    by = council.delegate("XAA")
    page = work_page(by)
    factories.meeting_of(council, "Later meeting")
    factories.sign_in(client, by)
    assert client.post("/awaits/seen/", {"at": page.read_at.isoformat()})["Location"] == "/awaits/"
    assert "Later meeting" in shown(client, by)


@pytest.mark.parametrize("at", ["", "yesterday", "2031-05-04T12:00:00", "2999-01-01T00:00:00+00:00"])
def test_moment_that_was_never_shown_is_refused(client: Client, council: Council, at: str) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    assert client.post("/awaits/seen/", {"at": at}).status_code == 400
    assert not Visit.objects.exists()


def test_mark_never_goes_back_and_the_public_has_none(council: Council) -> None:
    by, at = council.delegate("XAA"), clock.now()
    actions.look(at, by=by)
    actions.look(at - timedelta(hours=1), by=by)
    assert Visit.objects.get().seen_at == at
    with pytest.raises(NotVisible):
        actions.look(at, by=council.public)


def test_number_of_queries_does_not_grow_with_what_changed(council: Council) -> None:
    by, counts = council.delegate("XAA"), []
    for number in range(3):
        factories.meeting_of(council, f"Meeting {number}")
        with CaptureQueriesContext(connection) as found:
            work_page(by)
        counts.append(len(found))
    assert len(set(counts)) == 1


# Languages


def test_language_that_is_behind_awaits_the_secretariat_and_the_delegation_that_it_names(council: Council) -> None:
    text = factories.in_russian(factories.text_of(council), council, group=["XBB"])
    for name, by in council.everybody.items():
        found = [item.what for item in translations_awaited(by)]
        expected = ["Bring 6 paragraphs of “Clear water” into step: Russian"]
        assert found == (expected if name in ("secretariat", "xbb-delegate") else []), name
    drafting.translate(
        text.pk, **factories.to_translate(text.pk, "Agree to meet"), wording="1. Собираться;", by=council.secretariat,
        key=factories.key(),
    )  # fmt: skip
    assert translations_awaited(council.secretariat)[0].what.startswith("Bring 5 paragraphs")


def test_number_of_queries_does_not_grow_with_languages(council: Council) -> None:
    counts = []
    for number in range(3):
        factories.in_russian(factories.text_of(council, title=f"Text {number}"), council)
        with CaptureQueriesContext(connection) as found:
            translations_awaited(council.secretariat)
        counts.append(len(found))
    assert len(set(counts)) == 1
