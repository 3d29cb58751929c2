"""Two versions side by side, as a page."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from accord.access.queries import audience_of
from accord.drafting import actions
from accord.drafting.models import Text, Version
from accord.engine import text as engine
from tests import factories
from tests.factories import Council


@pytest.fixture
def text(council: Council) -> Text:
    """Return a text with one proposal of XAA."""
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    return text


def page(client: Client, address: str) -> str:
    """Return a page in one line of its words and marks."""
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(_without_key(answer.content).decode().split())


def test_page_says_who_changed_what_in_which_entry(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.chair)
    shown = page(client, f"/texts/{text.pk}/compare/")
    assert "1 block differs. Every difference is covered by an entry of the record." in shown
    assert "XAA proposes to read “1. Agree to meet twice a year;”" in shown
    assert "as delegate, entry 2" in shown
    assert "<ins>twice</ins>" in shown
    assert "Title to PP1 unchanged (3)" in shown


def test_page_lets_choose_named_versions_and_the_two_shown(client: Client, council: Council, text: Text) -> None:
    actions.issue_revision(text.pk, by=council.secretariat, label="Rev.1", key=factories.key())
    factories.propose(text, council.delegate("XBB"), "every meeting", "each meeting")
    factories.propose(text, council.delegate("XCC"), "every meeting", "any meeting")
    factories.sign_in(client, council.chair)
    shown = page(client, f"/texts/{text.pk}/compare/?old=2&new=4")
    old, new = re.findall(r"<select.*?</select>", shown)
    assert re.findall(r'value="(\d+)"', old) == ["1", "2", "3", "4", "5"]
    assert re.findall(r'value="(\d+)" selected', old + new) == ["2", "4"]
    assert "with the version before" in shown
    assert "with the zero draft" in shown


def test_number_that_cannot_be_read_counts_as_not_asked(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.chair)
    usual = page(client, f"/texts/{text.pk}/compare/")
    assert page(client, f"/texts/{text.pk}/compare/?old=first&new=-3") == usual


def test_version_that_never_was_is_the_same_page_as_a_text_that_is_not(
    client: Client, council: Council, text: Text
) -> None:
    factories.sign_in(client, council.chair)
    never = client.get(f"/texts/{text.pk}/compare/?old=99")
    nothing = client.get("/texts/aaaaaaaaaaaaaaaa/compare/")
    assert (never.status_code, nothing.status_code) == (404, 404)
    assert _without_key(never.content) == _without_key(nothing.content)


def test_silent_change_is_marked_and_counted_first(client: Client, council: Council, text: Text) -> None:
    before = factories.now(text)
    body = engine.agree(before.body, before.body.blocks[-1].id, "nowhere")
    Version.objects.create(
        text=text, number=3, fingerprint=engine.fingerprint(body), stored=engine.dump(body), at=before.at
    )
    Text.objects.filter(pk=text.pk).update(number=3)
    factories.sign_in(client, council.delegate("XBB"))
    shown = page(client, f"/texts/{text.pk}/compare/")
    assert "2 blocks differ. 1 difference is covered by no entry." in shown
    assert shown.count("Not covered by any entry.") == 1
    figures = re.findall(r"<dt>(?:<svg.*?</svg>)? ?([^<]*)</dt><dd>([^<]*)</dd>", shown)
    assert figures[0] == ("Differences no entry covers", "1")
    factories.sign_in(client, council.secretariat)
    awaits = page(client, "/awaits/")
    assert "1 paragraph has changed without an entry of the record" in awaits
    factories.sign_in(client, council.chair)
    assert "1 paragraph has changed without an entry of the record." in page(client, f"/texts/{text.pk}/decision/")


def test_partner_sees_words_and_no_name(client: Client, council: Council) -> None:
    seats = {token for by in (council.partner, council.chair) for token in by.tokens if token != "public"}
    audience = audience_of(council.organisation.pk, "with the partner", seats)
    text = factories.text_of(council, audience=audience.pk)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    factories.sign_in(client, council.partner)
    main = page(client, f"/texts/{text.pk}/compare/").partition("<main")[2]
    assert "<ins>twice</ins>" in main
    assert "1 block differs." in main
    for word in ("XAA", "Aland", "entry", "Who acted"):
        assert word not in main


def _without_key(content: bytes) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", content)
