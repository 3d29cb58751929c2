"""Since you last looked, and what awaits me: pages, one-tap answers, and a mark that only an explicit act moves."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from accord.decisions import actions as decisions
from accord.drafting import actions
from accord.drafting.models import Look, Text
from accord.drafting.queries.awaiting import awaits_page
from tests import factories
from tests.factories import Council


@pytest.fixture
def text(council: Council) -> Text:
    """Return a text in which XAA wants "twice" and the chair has put a compromise."""
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    actions.write_compromise(
        text.pk, by=council.chair, choice="1", wording="as needed", seen=factories.seen(text), key=factories.key()
    )
    return text


def page(client: Client, address: str) -> str:
    """Return a page in one line of its words and marks."""
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def form_with(html: str, button: str) -> tuple[str, dict[str, str]]:
    """Return address and fields of the form whose button reads so."""
    (found,) = [each for each in re.findall(r"<form.*?</form>", html) if f">{button}</button>" in each]
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', found))
    address = re.search(r'action="([^"]*)"', found)
    assert address
    return address.group(1), {name: value for name, value in fields.items() if name != "csrfmiddlewaretoken"}


def test_compromise_is_taken_with_one_tap(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    here = f"/texts/{text.pk}/since/"
    shown = page(client, here)
    assert "1 waits for your answer" in shown
    assert "you keep “twice”, and the choice stays open." in shown
    answer = client.post(*form_with(shown, "Accept the compromise"))
    assert (answer.status_code, answer["Location"]) == (302, here)
    assert "1 waits for your answer" not in page(client, here)


def test_compromise_is_declined_with_one_tap_and_own_wording_stays(
    client: Client, council: Council, text: Text
) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    here = f"/texts/{text.pk}/since/"
    answer = client.post(*form_with(page(client, here), "Cannot accept"))
    assert answer.status_code == 302
    after = page(client, here)
    assert "1 waits for your answer" not in after
    held = html.fromstring(after).find_class("we-hold")[0].text_content()
    assert " ".join(held.split()) == "You hold: “twice”"


def test_chairs_question_is_objected_to_with_one_tap(client: Client, council: Council, text: Text) -> None:
    closing = actions.propose_closing(
        text.pk, by=council.chair, choice="1", alternative=0, seen=factories.seen(text), key=factories.key()
    )
    actions.ask(text.pk, by=council.chair, closing=closing.pk, key=factories.key())
    factories.sign_in(client, council.delegate("XAA"))
    here = f"/texts/{text.pk}/since/"
    shown = page(client, here)
    assert "The chair asks: any objection?" in shown
    assert "silence in the room is no objection" in shown
    assert client.post(*form_with(shown, "Object")).status_code == 302
    assert list(closing.objections.values_list("code", flat=True)) == ["XAA"]


def test_who_may_only_draft_sees_no_tap_but_the_reason(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.expert)
    shown = page(client, f"/texts/{text.pk}/since/")
    assert "Accept the compromise</button>" not in shown
    assert "1 waits for your answer" in shown


def test_capital_is_confirmed_with_one_tap(client: Client, council: Council) -> None:
    text = factories.text_of(council)
    actions.agree(
        text.pk,
        by=council.chair,
        block=factories.block(text, "once a year"),
        forum="plenary",
        pending=["XDD"],
        seen=factories.seen(text),
        key=factories.key(),
    )
    factories.sign_in(client, council.delegate("XDD"))
    here = f"/texts/{text.pk}/since/"
    assert client.post(*form_with(page(client, here), "Confirm for the capital")).status_code == 302
    assert [block.status.pending for block in factories.now(text).body.blocks if block.status.state == "agreed"] == [()]


def test_reading_writes_nothing_and_the_button_moves_the_mark_to_what_was_shown(
    client: Client, council: Council, text: Text
) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    here = f"/texts/{text.pk}/since/"
    shown = page(client, here)
    page(client, f"/texts/{text.pk}/")
    assert not Look.objects.exists()
    address, fields = form_with(shown, "I have read this")
    factories.propose(text, council.delegate("XBB"), "once a year", "thrice a year")
    assert client.get(address).status_code == 405
    assert client.post(address, fields)["Location"] == here
    assert Look.objects.get().number == 3
    assert "XBB proposes “thrice” here" in page(client, here)


def test_mark_without_a_number_is_refused(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    for number in ("", "0", "-1", "x"):
        assert client.post(f"/texts/{text.pk}/since/read/", {"number": number}).status_code == 400
    assert not Look.objects.exists()


def test_other_things_are_one_link_to_the_comparison(client: Client, council: Council, text: Text) -> None:
    factories.propose(text, council.delegate("XBB"), "every meeting", "each meeting")
    factories.sign_in(client, council.delegate("XAA"))
    shown = page(client, f"/texts/{text.pk}/since/")
    assert f'href="/texts/{text.pk}/compare/?old=1&amp;new=4">1 other thing changed elsewhere</a>' in shown


def test_awaits_counts_in_words_and_says_what_silence_means(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    shown = page(client, "/awaits/")
    assert "<h1>One thing awaits you</h1>" in shown
    assert "Answer the chair’s compromise on choice 1: “as needed”" in shown
    assert "If you do nothing,</b> you keep “twice”, and the choice stays open." in shown


def test_awaits_asks_the_chair_to_put_a_text_in_which_nothing_is_open(client: Client, council: Council) -> None:
    text = factories.text_of(council)
    factories.sign_in(client, council.chair)
    assert "Put “Clear water” to the council" in page(client, "/awaits/")
    actions.put_to_council(text.pk, by=council.chair, seen=factories.seen(text), key=factories.key())
    assert "Adopt “Clear water”, or take it back" in page(client, "/awaits/")
    factories.sign_in(client, council.delegate("XAA"))
    shown = page(client, "/awaits/")
    assert "Any objection to adopting “Clear water”?" in shown
    assert "you count as present without objection" in shown


def test_awaits_tells_an_empty_seat_that_it_is_recorded_as_absent(client: Client, council: Council) -> None:
    text = factories.text_of(council, absent=("XDD",))
    actions.put_to_council(text.pk, by=council.chair, seen=factories.seen(text), key=factories.key())
    factories.sign_in(client, council.delegate("XDD"))
    assert "you are recorded as absent: neither consent nor objection" in page(client, "/awaits/")


def test_awaits_gives_the_adopted_text_to_the_secretariat_first(client: Client, council: Council) -> None:
    text = factories.text_of(council)
    actions.put_to_council(text.pk, by=council.chair, seen=factories.seen(text), key=factories.key())
    decisions.adopt_text(text.pk, by=council.chair, seen=factories.seen(text), key=factories.key())
    factories.sign_in(client, council.secretariat)
    assert "Prepare the release of “Clear water”" in page(client, "/awaits/")
    factories.sign_in(client, council.chair)
    assert "Release “Clear water”" not in page(client, "/awaits/")


def test_awaits_of_a_partner_names_nobody_and_asks_nothing(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.partner)
    shown = page(client, "/awaits/")
    assert "<h1>Nothing awaits you</h1>" in shown
    assert "Clear water" not in shown


def test_awaits_reads_three_texts_with_as_many_queries_as_one(council: Council, text: Text) -> None:
    with CaptureQueriesContext(connection) as one:
        assert len(awaits_page(council.delegate("XAA")).now) == 1
    for title in ("Still water", "Deep water"):
        other = factories.text_of(council, title=title)
        factories.propose(other, council.delegate("XAA"), "once a year", "twice a year")
        actions.write_compromise(
            other.pk, by=council.chair, choice="1", wording="often", seen=factories.seen(other), key=factories.key()
        )
    with CaptureQueriesContext(connection) as three:
        assert len(awaits_page(council.delegate("XAA")).now) == 3
    assert len(three) == len(one)


def test_awaits_counts_what_others_did_and_names_the_latest(client: Client, council: Council, text: Text) -> None:
    for number in range(6):
        factories.propose(text, council.delegate("XBB"), "every meeting", f"meeting {number}")
    factories.sign_in(client, council.delegate("XAA"))
    shown = page(client, "/awaits/")
    assert "7 things in all." in shown
    assert shown.count("XBB proposes") == 4
    actions.look(text.pk, by=council.delegate("XAA"))
    assert "XBB proposes" not in page(client, "/awaits/")


def test_private_drafts_await_their_own_delegation_alone(client: Client, council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "seldom", stage="private")
    factories.sign_in(client, council.delegate("XAA"))
    assert "Table or drop your draft" in page(client, "/awaits/")
    for other in (council.chair, council.delegate("XBB"), council.secretariat):
        factories.sign_in(client, other)
        assert "seldom" not in page(client, "/awaits/")
