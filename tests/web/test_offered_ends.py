"""Ends of a number of working days are chosen from what the page offers, without scripts and without typing them."""

from __future__ import annotations

from datetime import date

import pytest

from accord.meetings.models import Invitation
from accord.members import actions as members
from accord.members.values import ClockEntry
from tests import factories
from tests.factories import Council, key
from tests.web.walking import Walker, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(council: Council) -> Walker:
    """Return the secretariat, which works in Almaty, on the page of a meeting far ahead."""
    seat = ClockEntry("", "Asia/Almaty")
    members.enter_clocks(council.organisation.pk, [seat], by=council.secretariat, key=key())
    person = Walker()
    factories.sign_in(person.client, council.secretariat)
    return person


def offered(person: Walker) -> list[str]:
    """Return what the ends that are offered send."""
    found = [each.get("value") for each in person.page.xpath("//input[@name='offered']")]
    assert found[-1] == ""
    return found[:-1]


@pytest.mark.usefixtures("noon")
def test_end_of_a_silence_on_an_invitation_is_chosen(council: Council, office: Walker) -> None:
    meeting = factories.meeting_of(council, day=date(2031, 9, 1))
    office.go(f"/meetings/{meeting.pk}/invitations/")
    first = offered(office)[0]
    assert first == "2031-05-07T18:00 Asia/Almaty"
    office.press("Propose it", {"partner": "XPP", "way": "silence", "offered": first})
    assert f"{Invitation.objects.get().deadline:%Y-%m-%d %H:%M}" == "2031-05-07 13:00"


@pytest.mark.usefixtures("noon")
def test_end_that_is_chosen_and_typed_says_so_and_both_stay(council: Council, office: Walker) -> None:
    meeting = factories.meeting_of(council, day=date(2031, 9, 1))
    office.go(f"/meetings/{meeting.pk}/invitations/")
    typed = {"partner": "XPP", "way": "silence", "offered": offered(office)[1], "last_day": "2031-05-08"}
    office.press("Propose it", typed, comes_back=True)
    office.sees("Choose an offered end or type a day, not both.")
    form = office.page.xpath("//form[contains(@action, 'invitations')]")[0]
    assert {name: sent(form)[name] for name in ("offered", "last_day")} == {
        "offered": [typed["offered"]],
        "last_day": ["2031-05-08"],
    }


def test_end_that_nobody_offered_is_no_end(council: Council, office: Walker) -> None:
    address = f"/meetings/{factories.meeting_of(council).pk}/invitations/"
    for value in ("2031-05-07T18:00 Asia/Nowhere", "2031-02-30T18:00 UTC", "soon"):
        values = {"partner": "XPP", "way": "silence", "standing": "stated", "offered": value, "key": str(key())}
        answer = office.client.post(address, values)
        assert (answer.status_code, Invitation.objects.count()) == (422, 0)
        assert "Choose one of the ends that are offered." in answer.content.decode()


@pytest.mark.usefixtures("noon")
def test_end_of_a_question_under_silence_is_chosen(office: Walker) -> None:
    office.go("/decisions/put/")
    office.press(
        "Put the question",
        {"title": "Shall we meet?", "rule": "silence", "way": "silence", "offered": offered(office)[0]},
    )
    office.sees("18:00 7 May 2031", "Asia/Almaty")
