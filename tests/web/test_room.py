"""The text room through HTTP: what it shows to whom, how acts are done, what is kept when they are not."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accord.access import Role, Subject
from accord.access.queries import audience_of
from accord.access.subjects import seat
from accord.drafting.models import Text
from accord.engine import text as engine
from tests import factories
from tests.factories import Council

OVERRIDE = "\u202e"


def room(client: Client, text: Text, query: str = "", **headers: str) -> Any:
    return client.get(reverse("text", args=[text.pk]) + query, headers=headers)


def post(client: Client, text: Text, verb: str, **fields: Any) -> Any:
    values = {"key": str(factories.key()), "seen": factories.seen(text), **fields}
    return client.post(reverse("act", args=[text.pk, verb]), values)


def browser(council: Council, who: Subject) -> Client:
    return factories.sign_in(Client(), who)


def wording(text: Text, code: str | None, words: str) -> str:
    body = factories.now(text).body
    return next(found for each in body.blocks if words in (found := engine.project_block(each, code)))


def words_of(html: str) -> str:
    """Return what a reader reads: no tags, single spaces."""
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


@pytest.fixture
def text(council: Council) -> Text:
    """Return a text with one choice: XAA and XBB want "twice", XCC wants "thrice"."""
    made = factories.text_of(council, absent=("XDD",))
    factories.propose(made, council.delegate("XAA"), "once a year", "twice a year")
    factories.propose(made, council.delegate("XBB"), "once a year", "twice a year")
    factories.propose(made, council.delegate("XCC"), "once a year", "thrice a year")
    return made


# What it shows.


def test_room_shows_a_choice_in_the_sentence_with_its_holders(council: Council, text: Text) -> None:
    html = room(browser(council, council.delegate("XAA")), text).content.decode()
    assert "Agree to meet 1[once] [XAA XBB twice] [XCC thrice] a year;" in words_of(html)


def test_room_is_a_fragment_for_the_browser_that_asks_for_one(council: Council, text: Text) -> None:
    html = room(browser(council, council.chair), text, "?choice=1", **{"HX-Request": "true"}).content.decode()
    assert html.lstrip().startswith('<div id="room"')
    assert "<html" not in html


def test_panel_lists_who_has_no_position_and_whose_seat_is_empty(council: Council, text: Text) -> None:
    html = room(browser(council, council.delegate("XAA")), text, "?choice=1").content.decode()
    assert "No position: XDD (seat empty) – silence is not support." in words_of(html)


def test_history_of_a_choice_quotes_what_each_proposed_there(council: Council, text: Text) -> None:
    html = words_of(room(browser(council, council.chair), text, "?choice=1").content.decode())
    assert "XAA proposes “twice” here entry 2" in html
    assert "XCC proposes “thrice” here entry 4" in html


def test_own_view_reads_what_the_delegation_wants_and_who_would_move(council: Council, text: Text) -> None:
    html = words_of(room(browser(council, council.delegate("XAA")), text, "?view=mine").content.decode())
    assert "Agree to meet 1twice a year;" in html
    assert "XCC would have to move on 1" in html


@pytest.mark.parametrize("view", ["all", "ledger", "mine", "zero", "clean", "nonsense"])
def test_every_view_is_a_page(council: Council, text: Text, view: str) -> None:
    assert room(browser(council, council.delegate("XAA")), text, f"?view={view}&choice=1").status_code == 200


@pytest.mark.parametrize("query", ["?choice=99", "?choice=1.1.1", "?choice=x", "?block=no", "?act=close", "?act=x"])
def test_an_address_that_names_what_is_not_there_is_still_the_room(council: Council, text: Text, query: str) -> None:
    assert room(browser(council, council.chair), text, query).status_code == 200


def test_a_version_that_was_never_there_does_not_exist(council: Council, text: Text) -> None:
    client = browser(council, council.chair)
    assert room(client, text, "?version=1").status_code == 200
    assert room(client, text, "?version=99").status_code == 404


def test_a_past_version_offers_no_act(council: Council, text: Text) -> None:
    html = room(browser(council, council.delegate("XAA")), text, "?version=2&choice=1").content.decode()
    assert 'class="act-box' not in html


def test_partner_reads_the_wordings_without_any_code(council: Council) -> None:
    organisation = council.organisation
    seats = [seat(organisation.pk, Role.PARTNER, "XPP"), f"{organisation.pk}:member-seat"]
    admitted = audience_of(organisation.pk, "council and XPP", seats)
    text = factories.text_of(council, audience=admitted.pk)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    for query in ("", "?choice=1", f"?block={factories.block(text, 'Agree to meet')}", "?view=ledger"):
        html = room(browser(council, council.partner), text, query).content.decode()
        assert "twice" in html
        assert not re.findall(r"XAA|XBB|XCC|XDD|Aland", html)


def test_a_draft_is_seen_by_its_delegation_then_by_the_chair_too(council: Council, text: Text) -> None:
    author, chair, other = (browser(council, who) for who in (council.expert, council.chair, council.delegate("XBB")))
    draft = factories.propose(text, council.delegate("XAA"), "Invite partners", "Ask partners", stage="private")
    assert "Ask partners" in room(author, text).content.decode()
    assert "Ask partners" not in room(chair, text).content.decode()
    post(browser(council, council.delegate("XAA")), text, "show", proposal=draft.pk)
    assert "Ask partners" in room(chair, text).content.decode()
    assert "Ask partners" not in room(other, text).content.decode()
    post(browser(council, council.delegate("XAA")), text, "table", proposal=draft.pk)
    assert "Ask" in wording(text, "XAA", "partners")
    assert "[XAA Ask]" in words_of(room(other, text).content.decode())


def test_number_of_queries_does_not_grow_with_the_text(council: Council) -> None:
    client = browser(council, council.delegate("XAA"))
    counts = []
    for paragraphs in (3, 30):
        document = "\n\n".join(f"{number}. They meet in year {number};" for number in range(1, paragraphs + 1)) + "\n"
        text = factories.text_of(council, document)
        for number in range(1, paragraphs + 1):
            factories.propose(text, council.delegate("XBB"), f"meet in year {number};", f"gather in year {number};")
        room(client, text)
        with CaptureQueriesContext(connection, ) as captured:
            room(client, text, "?choice=1")
        counts.append(len(captured))
    assert counts[0] == counts[1]


# The poll.


def test_poll_answers_nothing_while_nothing_happens(council: Council, text: Text) -> None:
    client = browser(council, council.delegate("XBB"))
    number = factories.now(text).number
    answer = client.get(reverse("text-number", args=[text.pk]) + f"?seen={number}")
    assert (answer.status_code, answer.content) == (204, b"")


def test_poll_says_who_did_what_and_where_the_text_is_now(council: Council, text: Text) -> None:
    client = browser(council, council.delegate("XBB"))
    number = factories.now(text).number
    post(browser(council, council.delegate("XDD")), text, "support", choice="1", alternative=1)
    answer = client.get(reverse("text-number", args=[text.pk]) + f"?seen={number}&choice=1")
    assert answer.status_code == 200
    assert f"L.1 is at version {number + 1}. XDD supports “twice”." in words_of(answer.content.decode())
    assert f"?seen={number + 1}&amp;choice=1" in answer.content.decode()


def test_poll_leaves_an_open_form_alone(council: Council, text: Text) -> None:
    client = browser(council, council.delegate("XBB"))
    factories.propose(text, council.delegate("XAA"), "Invite", "Ask")
    path = reverse("text-number", args=[text.pk])
    assert ",#panel" in client.get(path + "?seen=1&choice=1").content.decode()
    assert ",#panel" not in client.get(path + "?seen=1&block=b4&act=propose").content.decode()


def test_draft_is_news_for_those_who_see_it_and_nobody_else(council: Council, text: Text) -> None:
    number = factories.now(text).number
    path = reverse("text-number", args=[text.pk]) + f"?seen={number}"
    factories.propose(text, council.delegate("XAA"), "Invite", "Ask", stage="chair")
    chair = browser(council, council.chair).get(path)
    assert chair.status_code == 200
    assert "Drafts that are not tabled have changed." in words_of(chair.content.decode())
    assert browser(council, council.delegate("XBB")).get(path).status_code == 204
    polled = re.search(r'hx-get="([^"]*/number/[^"]*)"', room(browser(council, council.chair), text).content.decode())
    assert polled
    assert browser(council, council.chair).get(polled[1].replace("&amp;", "&")).status_code == 204


# Acts.


def test_support_comes_back_to_the_choice(council: Council, text: Text) -> None:
    client = browser(council, council.delegate("XCC"))
    answer = post(client, text, "support", choice="1", alternative=1, back="view=ledger&choice=1")
    assert (answer.status_code, answer.url) == (302, f"/texts/{text.pk}/?view=ledger&choice=1")
    assert "twice a year" in wording(text, "XCC", "Agree to meet")


@pytest.mark.parametrize("target", ["https://example.org/", "//example.org/", "/\\example.org", "javascript:alert(1)"])
def test_an_act_never_leads_off_the_site(council: Council, text: Text, target: str) -> None:
    answer = post(browser(council, council.delegate("XCC")), text, "support", choice="1", alternative=1, next=target)
    assert answer.url == f"/texts/{text.pk}/"


def test_sending_a_form_twice_does_it_once(council: Council, text: Text) -> None:
    client, key = browser(council, council.delegate("XDD")), str(factories.key())
    seen, number = factories.seen(text), factories.now(text).number
    for _time in range(2):
        answer = post(client, text, "support", choice="1", alternative=2, key=key, seen=seen)
        assert answer.status_code == 302
    assert factories.now(text).number == number + 1


def test_preview_shows_how_it_will_stand_and_stores_nothing(council: Council, text: Text) -> None:
    number = factories.now(text).number
    block = factories.block(text, "Agree to meet")
    client = browser(council, council.delegate("XDD"))
    fields = {"block": block, "wording": "1. Agree to meet twice a year;"}
    answer = client.post(reverse("ahead", args=[text.pk, "propose"]), fields)
    assert "[XAA XBB XDD twice]" in words_of(answer.content.decode())
    assert "Joins XAA XBB" in words_of(answer.content.decode())
    assert factories.now(text).number == number


def test_preview_without_scripts_keeps_what_was_typed(council: Council, text: Text) -> None:
    block = factories.block(text, "Invite partners")
    client = browser(council, council.delegate("XDD"))
    answer = post(client, text, "propose", block=block, wording="3. Ask partners to send their remarks.", preview="1")
    assert answer.status_code == 200
    assert ">3. Ask partners to send their remarks.</textarea>" in answer.content.decode()
    assert "[XDD Ask]" in words_of(answer.content.decode())


def test_forbidden_character_is_shown_with_its_place_and_nothing_typed_is_lost(council: Council, text: Text) -> None:
    block = factories.block(text, "Invite partners")
    client = browser(council, council.delegate("XDD"))
    typed = f"3. Ask {OVERRIDE}partners."
    answer = post(client, text, "propose", block=block, wording=typed, stage="tabled")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Line 1, column 8: U+202E" in html
    assert f">{typed}</textarea>" in html
    mended = post(client, text, "propose", block=block, wording=typed, repair="1").content.decode()
    assert ">3. Ask partners.</textarea>" in mended


@pytest.mark.parametrize(
    ("verb", "fields", "reason"),
    [
        ("propose", {"wording": " ", "stage": "tabled"}, "The paragraph is empty."),
        ("propose", {"wording": "3. Invite partners to send their remarks.", "stage": "tabled"}, "already has this"),
        ("bracket", {"words": "no such words", "stage": "tabled"}, "stands 0 times"),
        ("bracket", {"words": "", "stage": "tabled"}, "Copy the words here"),
        ("insert", {"wording": "", "stage": "tabled"}, "no wording yet"),
        ("reserve", {"wording": ""}, "Write in a few words"),
    ],
)
def test_a_slip_comes_back_with_its_reason(
    council: Council, text: Text, verb: str, fields: dict[str, str], reason: str
) -> None:
    number = factories.now(text).number
    block = factories.block(text, "Invite partners")
    answer = post(browser(council, council.delegate("XDD")), text, verb, block=block, **fields)
    assert answer.status_code == 422
    assert reason in words_of(answer.content.decode())
    assert factories.now(text).number == number


def test_a_stale_form_says_what_changed_and_keeps_the_words(council: Council, text: Text) -> None:
    block, seen = factories.block(text, "Agree to meet"), factories.seen(text)
    client = browser(council, council.delegate("XAA"))
    post(client, text, "propose", block=block, wording="1. Agree to meet each year;", stage="tabled")
    late = {"block": block, "wording": "1. Agree to meet often;", "stage": "tabled", "seen": seen}
    answer = post(browser(council, council.delegate("XAA")), text, "propose", **late)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Your own delegation has changed its wording" in html
    assert ">1. Agree to meet often;</textarea>" in html


def test_the_way_of_a_choice_from_proposal_to_agreement(council: Council, text: Text) -> None:
    chair, xcc = browser(council, council.chair), browser(council, council.delegate("XCC"))
    post(chair, text, "propose-closing", choice="1", alternative=1)
    closing = re.search(r'name="closing" value="(\w+)"', room(xcc, text, "?choice=1").content.decode())
    assert closing is not None
    assert "Choice 1 waits for your answer." in words_of(room(xcc, text).content.decode())
    post(chair, text, "ask", closing=closing.group(1))
    post(xcc, text, "object", closing=closing.group(1))
    refused = post(chair, text, "close", closing=closing.group(1))
    assert refused.status_code == 403
    assert "XCC objected. Nothing closes over an objection." in words_of(refused.content.decode())
    post(xcc, text, "withdraw-objection", closing=closing.group(1))
    assert post(chair, text, "close", closing=closing.group(1)).status_code == 302
    assert wording(text, None, "Agree to meet") == "1. Agree to meet twice a year;"
    gone = words_of(room(chair, text, "?choice=1").content.decode())
    assert "Choice 1 is not open in this version" in gone
    assert "Chair closes choice 1 on “twice”" in gone
    block = factories.block(text, "Agree to meet")
    unknown = post(chair, text, "agree", block=block, forum="plenary of deputies", pending=["XZZ"])
    assert unknown.status_code == 422
    post(chair, text, "agree", block=block, forum="plenary of deputies", pending=["XDD"])
    html = words_of(room(chair, text).content.decode())
    assert "Agreed ad referendum in plenary of deputies; awaited: XDD" in html
