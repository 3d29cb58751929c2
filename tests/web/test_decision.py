"""A text before the council: the chair's console, what a delegation says, and the adoption asked once more."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from django.test import Client

from accord.drafting import actions
from accord.drafting.models import Adoption, Text
from accord.drafting.outcomes import decided, told
from accord.drafting.pages import Outcome
from accord.drafting.queries.ruling import rule_on
from accord.engine.rules import Seat
from accord.meetings.actions import set_attending
from accord.meetings.registration import AttendingEntry
from tests import factories
from tests.factories import Council

NAMES = dict(factories.MEMBERS)


@pytest.fixture
def text(council: Council) -> Text:
    """Return a text before the council, XDD's seat empty."""
    text = factories.text_of(council, absent=("XDD",))
    actions.put_to_council(text.pk, by=council.chair, seen=factories.seen(text), key=factories.key())
    return text


def test_roll_begins_with_the_seats_that_were_empty_at_the_sitting(council: Council, client: Client) -> None:
    meeting = factories.meeting_of(council, day=date(2026, 1, 5))
    text = factories.text_of(council, meeting=meeting.pk)
    rows = [AttendingEntry("XAA", "present"), AttendingEntry("XCC", "empty")]
    set_attending(meeting.pk, "extended", rows, by=council.secretariat, key=factories.key())
    factories.sign_in(client, council.chair)
    html = page(client, f"/texts/{text.pk}/decision/")
    assert re.findall(r'name="present" value="(\w+)" checked', html) == ["XAA", "XBB", "XDD"]
    assert "these seats were empty: Celle Example." in html
    actions.call_roll(text.pk, by=council.chair, present=[*NAMES], key=factories.key())
    html = page(client, f"/texts/{text.pk}/decision/")
    assert re.findall(r'name="present" value="(\w+)" checked', html) == [*NAMES]
    assert "these seats were empty" not in html


@pytest.mark.parametrize("address", ["/texts/{text}/decision/", "/decisions/put/"])
def test_rule_is_said_in_the_readers_language(address: str, text: Text, council: Council, client: Client) -> None:
    factories.sign_in(client, council.chair)
    said = {"en": "A decision is taken when no member", "ru": "Решение принято, если ни один присутствующий"}
    for language, words in said.items():
        client.cookies["django_language"] = language
        assert words in page(client, address.format(text=text.pk))


def outcome_of(seats: list[Seat]) -> Outcome:
    """Return what the record would say under consensus of these members."""
    day = date(2031, 5, 4)
    return told(decided(rule_on("consensus", [seat.code for seat in seats], day), seats, day), NAMES)


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
    return address.group(1), {name: unescape(value) for name, value in fields.items() if name != "csrfmiddlewaretoken"}


@pytest.mark.parametrize(
    ("seats", "sentence"),
    [
        (
            [("XAA", True, False), ("XBB", False, False)],
            "Adopted under “Consensus”: no objection from 1 of 2 members. "
            "Absent: Bergen Example (neither consent nor objection recorded).",
        ),
        ([("XAA", True, False)], "Adopted under “Consensus”: no objection from 1 of 1 members."),
        (
            [("XAA", True, True), ("XBB", True, False)],
            "Not adopted under “Consensus”: objecting: Aland Example.",
        ),
        (
            [("XAA", True, False), ("XBB", False, True)],
            "Not adopted under “Consensus”: objecting: Bergen Example.",
        ),
        (
            [("XAA", False, False), ("XBB", False, False)],
            "Not adopted under “Consensus”: 0 present, 1 needed. "
            "Absent: Aland Example, Bergen Example (neither consent nor objection recorded).",
        ),
    ],
)
def test_outcome_never_sums_present_absent_and_objected(seats: list[tuple[str, bool, bool]], sentence: str) -> None:
    outcome = outcome_of([Seat(*seat) for seat in seats])
    assert outcome.sentence == sentence


@pytest.mark.parametrize(
    ("absent", "reason"),
    [
        (("XDD",), "Delft Example was absent. Whether a quorum is asked for is not known here."),
        (("XCC", "XDD"), "Celle Example, Delft Example were absent. Whether a quorum is asked for is not known here."),
    ],
)
def test_outcome_speaks_of_one_and_of_several_absent(absent: tuple[str, ...], reason: str) -> None:
    seats = [Seat(code, code not in absent) for code in NAMES]
    outcome = outcome_of(seats)
    assert ("care", reason) in outcome.reasons
    assert outcome.change == "one objection before it is closed"


def test_text_with_an_open_choice_cannot_be_put_and_the_page_says_why(client: Client, council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    factories.sign_in(client, council.chair)
    shown = page(client, f"/texts/{text.pk}/decision/")
    assert "Not ready for the council." in shown
    assert "Nothing in the text is open" not in shown
    assert ">Put L.1 to the council</button>" not in shown
    answer = client.post(
        f"/texts/{text.pk}/decision/put/", {"key": str(factories.key()), "seen": factories.seen(text)}
    )
    assert answer.status_code == 422
    assert "Nothing was done yet" in answer.content.decode()
    assert Text.objects.get(pk=text.pk).state == "open"


def test_chair_puts_confirms_and_adopts_with_the_same_sentence(client: Client, council: Council) -> None:
    text = factories.text_of(council, absent=("XDD",))
    factories.sign_in(client, council.chair)
    decision = f"/texts/{text.pk}/decision/"
    assert client.post(*form_with(page(client, decision), "Put L.1 to the council"))["Location"] == decision
    shown = page(client, decision)
    sentence = (
        "Adopted under “Consensus”: no objection from 3 of 4 members. "
        "Absent: Delft Example (neither consent nor objection recorded)."
    )
    assert "If you close now, the record will say" in shown
    assert sentence in shown
    confirm = page(client, f"{decision}confirm/")
    assert "Adopt and seal L.1?" in confirm
    assert sentence in confirm
    assert client.post(*form_with(confirm, "Adopt and seal L.1")).status_code == 302
    adoption = Adoption.objects.get(text=text)
    assert adoption.outcome["sentence"] == sentence
    assert adoption.fingerprint == factories.seen(text)


def test_confirmed_sentence_that_is_not_true_any_more_adopts_nothing(
    client: Client, council: Council, text: Text
) -> None:
    factories.sign_in(client, council.chair)
    address, fields = form_with(page(client, f"/texts/{text.pk}/decision/confirm/"), "Adopt and seal L.1")
    actions.call_roll(text.pk, by=council.secretariat, present=["XAA", "XBB"], key=factories.key())
    answer = client.post(address, fields)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "It now reads: Adopted under “Consensus”: no objection from 2 of 4 members" in shown
    assert not Adoption.objects.exists()


def test_nothing_is_adopted_over_an_objection(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.chair)
    adopt, fields = form_with(page(client, f"/texts/{text.pk}/decision/confirm/"), "Adopt and seal L.1")
    client_of_xbb = factories.sign_in(Client(), council.delegate("XBB"))
    decision = f"/texts/{text.pk}/decision/"
    shown = page(client_of_xbb, decision)
    assert "If you do nothing, the text can be adopted" in shown
    assert client_of_xbb.post(*form_with(shown, "Object to adopting L.1")).status_code == 302
    assert client.post(adopt, fields).status_code == 422
    assert client.get(f"{decision}confirm/")["Location"] == decision
    console = page(client, decision)
    assert "Not adopted under “Consensus”: objecting: Bergen Example." in console
    assert "Bergen Example objects." in console
    assert not Adoption.objects.exists()
    after = page(client_of_xbb, decision)
    assert client_of_xbb.post(*form_with(after, "Withdraw the objection")).status_code == 302
    assert "Nobody has objected." in page(client, decision)


def test_second_objection_of_a_delegation_is_told_that_one_stands(
    client: Client, council: Council, text: Text
) -> None:
    factories.sign_in(client, council.delegate("XBB"))
    address, fields = form_with(page(client, f"/texts/{text.pk}/decision/"), "Object to adopting L.1")
    client.post(address, fields)
    again = client.post(address, {"key": str(factories.key())})
    assert again.status_code == 422
    assert "Your delegation has objected already." in again.content.decode()


def test_text_that_changed_meanwhile_is_not_put_unseen(client: Client, council: Council) -> None:
    text = factories.text_of(council)
    factories.sign_in(client, council.chair)
    address, fields = form_with(page(client, f"/texts/{text.pk}/decision/"), "Put L.1 to the council")
    actions.agree(
        text.pk,
        by=council.chair,
        block=factories.block(text, "once a year"),
        forum="plenary",
        seen=factories.seen(text),
        key=factories.key(),
    )
    answer = client.post(address, fields)
    assert answer.status_code == 422
    assert "1. has changed since you opened it." in answer.content.decode()


def test_roll_is_kept_as_ticked_when_it_is_refused(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.secretariat)
    decision = f"/texts/{text.pk}/decision/"
    answer = client.post(f"{decision}roll/", {"present": ["XDD"]})
    assert answer.status_code == 422
    ticked = re.findall(r'name="present" value="(\w+)" checked', answer.content.decode())
    assert ticked == ["XDD"]
    address, fields = form_with(page(client, decision), "Record the roll")
    assert client.post(address, {**fields, "present": ["XAA", "XDD"]}).status_code == 302
    assert re.findall(r'name="present" value="(\w+)" checked', page(client, decision)) == ["XAA", "XDD"]


def test_delegation_is_refused_with_the_reason_what_is_the_chairs(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    answer = client.post(
        f"/texts/{text.pk}/decision/adopt/",
        {"key": str(factories.key()), "seen": factories.seen(text), "sentence": "Adopted."},
    )
    assert answer.status_code == 403
    assert "This is for the chair." in answer.content.decode()


def test_taking_back_settles_objections(client: Client, council: Council, text: Text) -> None:
    actions.object_to_adoption(text.pk, by=council.delegate("XBB"), key=factories.key())
    factories.sign_in(client, council.chair)
    decision = f"/texts/{text.pk}/decision/"
    assert client.post(*form_with(page(client, decision), "Take it back into negotiation")).status_code == 302
    assert "Nothing is open. The text can be put to the council." in page(client, decision)
    assert not text.objections.exists()


def test_decision_does_not_exist_for_a_partner_and_a_stranger(client: Client, council: Council, text: Text) -> None:
    other = factories.council("Other Council", prefix="other-")
    for by in (council.partner, other.chair):
        factories.sign_in(client, by)
        assert client.get(f"/texts/{text.pk}/decision/").status_code == 404
        assert client.post(f"/texts/{text.pk}/decision/object/", {"key": str(factories.key())}).status_code == 404
