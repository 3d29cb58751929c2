"""The pages of who takes part: what they show, what they keep when something is wrong, and how often they ask."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accord.drafting.queries.rows import visible_texts
from accord.meetings import actions, queries
from accord.meetings.models import Attending, Invitation, Meeting, Participant
from accord.meetings.registration import ParticipantEntry
from tests import factories
from tests.factories import Council, key
from tests.meetings import inviting
from tests.web.test_access_matrix import visitor

pytestmark = pytest.mark.django_db


def shown(client: Client, address: str) -> str:
    """Return a page."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_invitation_goes_from_proposal_to_answer_on_its_pages(council: Council) -> None:
    meeting = inviting.meeting_of(council)
    address = f"/meetings/{meeting.pk}/invitations/"
    secretariat = visitor(council.secretariat)
    sent = {
        "key": str(key()),
        "part": inviting.item_of(meeting),
        "partner": "XPP",
        "way": "express",
        "standing": "stated",
    }
    page = secretariat.post(address, sent)
    made = Invitation.objects.get()
    assert page.headers["Location"] == f"/invitations/{made.pk}/"
    for code in inviting.CODES:
        delegate = visitor(council.delegate(code))
        assert "the papers tabled under it" in shown(delegate, f"/invitations/{made.pk}/")
        delegate.post(f"/invitations/{made.pk}/say/", {"key": str(key()), "word": "consent"})
    assert "Send the invitation" in shown(secretariat, f"/invitations/{made.pk}/")
    secretariat.post(f"/invitations/{made.pk}/send/", {"key": str(key())})
    partner = visitor(council.partner)
    assert "Your answer" in shown(partner, f"/invitations/{made.pk}/")
    partner.post(f"/invitations/{made.pk}/answer/", {"key": str(key()), "answer": "accept"})
    assert "Example Partner takes part in the item “Clear water”." in shown(partner, f"/invitations/{made.pk}/")
    assert "1 invitation is sent." in shown(secretariat, f"/meetings/{meeting.pk}/")


def test_deadline_is_read_on_the_clocks_of_the_place_and_a_wrong_one_keeps_what_was_typed(council: Council) -> None:
    meeting = factories.meeting_of(council, zone="Europe/Vienna")
    address = f"/meetings/{meeting.pk}/invitations/"
    chair = visitor(council.chair)
    sent = {"partner": "XPP", "way": "silence", "standing": "stated", "purpose": "Water", "last_hour": "02:30"}
    wrong = chair.post(address, {**sent, "key": str(key()), "last_day": "2031-03-30"})
    assert wrong.status_code == 422
    page = wrong.content.decode()
    assert "does not exist in Europe/Vienna" in page
    assert 'value="Water"' in page
    assert 'value="02:30"' in page
    right = chair.post(address, {**sent, "key": str(key()), "last_day": "2031-03-29"})
    assert right.status_code == 302
    assert f"{Invitation.objects.get().deadline:%Y-%m-%d %H:%M}" == "2031-03-29 01:30"


def test_registration_keeps_what_was_typed_and_says_what_to_do(council: Council) -> None:
    meeting = factories.meeting_of(council)
    delegate = visitor(council.delegate("XAA"))
    address = f"/meetings/{meeting.pk}/participants/register/"
    sent = {"side": "member-XAA", "name": "Ada Example", "post": "Envoy", "rank": "head", "standing": "stated"}
    assert delegate.post(address, {**sent, "key": str(key())}).status_code == 302
    again = delegate.post(address, {**sent, "key": str(key())})
    assert again.status_code == 422
    assert "Ada Example is registered already: Aland Example." in again.content.decode()
    assert 'value="Envoy"' in again.content.decode()
    page = shown(delegate, f"/meetings/{meeting.pk}/participants/")
    assert page.count("Ada Example") >= 1
    delegate.post(f"/participants/{Participant.objects.get().pk}/strike/", {"key": str(key())})
    assert "Nobody is registered yet." in shown(delegate, f"/meetings/{meeting.pk}/participants/")


def test_attendance_that_is_entered_on_its_page_is_public_with_its_source(council: Council) -> None:
    meeting = factories.meeting_of(council, day=date(2024, 5, 4))
    secretariat = visitor(council.secretariat)
    address = f"/meetings/{meeting.pk}/attendance/extended/"
    sent = {
        "key": str(key()), "standing": "stated", "source_name": "The Gazette",
        "presence-XAA": "present", "presence-XBB": "represented", "by-XBB": "XAA",
        "presence-XCC": "empty", "note-XCC": "Announced before.", "presence-XDD": "present",
    }  # fmt: skip
    wrong = secretariat.post(address, {**sent, "by-XBB": "XCC"})
    assert (wrong.status_code, "by a member that sits there itself" in wrong.content.decode()) == (422, True)
    assert 'value="Announced before."' in wrong.content.decode()
    assert secretariat.post(address, {**sent, "key": str(key())}).status_code == 302
    page = shown(Client(), f"/meetings/{meeting.pk}/")
    for words in ("2 of 4 members are present.", "represented by XAA", "The Gazette", "Announced before."):
        assert words in page
    changed = {**sent, "key": str(key()), "source_name": "", "presence-XDD": "empty"}
    assert secretariat.post(address, changed).status_code == 302
    sources = dict(Attending.objects.values_list("member__code", "source_name"))
    assert (sources["XAA"], sources["XDD"]) == ("The Gazette", "the secretariat")


def test_staff_gets_a_sign_in_and_is_admitted_on_pages(council: Council) -> None:
    meeting = factories.meeting_of(council)
    secretariat = visitor(council.secretariat)
    given = {"key": str(key()), "name": "interpreter-ru", "password": factories.PASSWORD}
    assert secretariat.post("/register/staff/", given).status_code == 302
    assert "interpreter-ru" in shown(secretariat, "/register/staff/")
    address = f"/meetings/{meeting.pk}/staff/narrow/"
    secretariat.post(address, {"key": str(key()), "does-interpreter-ru": "interpreter"})
    assert "interpreter-ru (interpreter)" in shown(secretariat, f"/meetings/{meeting.pk}/participants/")
    staff = Client()
    assert staff.login(username="interpreter-ru", password=factories.PASSWORD)
    for place in ("/awaits/", "/meetings/", f"/meetings/{meeting.pk}/", f"/meetings/{meeting.pk}/participants/"):
        shown(staff, place)
    assert "You are admitted" in shown(staff, f"/meetings/{meeting.pk}/")
    assert staff.get(f"/meetings/{meeting.pk}/invitations/").status_code == 404


def test_text_of_an_extended_sitting_is_read_by_its_guests_without_names(council: Council) -> None:
    meeting = factories.meeting_of(council)
    audience = queries.audience_of(council.secretariat, meeting.pk, "extended")
    text = factories.text_of(council, meeting=meeting.pk, audience=audience)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    inviting.sent(council, meeting, part="sitting-extended")
    assert visible_texts(council.partner).filter(pk=text.pk).exists()
    page = shown(visitor(council.partner), f"/texts/{text.pk}/")
    assert "twice" in page
    assert "xaa-delegate" not in page
    assert ">XAA<" not in page


def test_sitting_that_is_added_later_admits_the_guests_of_the_meeting(council: Council) -> None:
    meeting = factories.meeting_of(council)
    inviting.sent(council, meeting)
    actions.add_sitting(meeting.pk, "extended", by=council.chair, key=key())
    actions.add_sitting(meeting.pk, "narrow", by=council.chair, key=key())
    codes = queries.admitted_sittings(council.partner).values_list("code", flat=True)
    assert set(codes) == {"extended", "extended-2"}


def crowded(council: Council, count: int) -> Meeting:
    """Return a meeting with ``count`` invitations and participants of each delegation."""
    meeting = factories.meeting_of(council, f"Meeting of {count}")
    for number in range(count):
        inviting.sent(council, meeting, partner="", guest=f"Guest {number}")
        entries = [ParticipantEntry(f"member-{code}", f"{code} {number}") for code in inviting.CODES]
        actions.register(meeting.pk, entries, by=council.secretariat, key=key())
    return meeting


@pytest.mark.parametrize("page", ["participants", "invitations", ""])
def test_page_asks_as_often_for_three_of_everything_as_for_one(page: str, council: Council) -> None:
    small, large = crowded(council, 1), crowded(council, 3)
    client = visitor(council.delegate("XAA"))
    asked = []
    for meeting in (small, large):
        with CaptureQueriesContext(
            connection,
        ) as found:
            shown(client, f"/meetings/{meeting.pk}/{page}/".replace("//", "/"))
        asked.append(len(found))
    assert asked[0] == asked[1]


def test_person_of_the_register_is_chosen_on_the_page_and_comes_with_the_post(council: Council) -> None:
    official = factories.in_office(council, "Clara Example", member="XAA", organ="water")
    meeting = factories.meeting_of(council)
    delegate = visitor(council.delegate("XAA"))
    assert f'<option value="{official.pk}">Clara Example' in shown(delegate, f"/meetings/{meeting.pk}/participants/")
    sent = {"side": "member-XAA", "person": official.pk, "rank": "head", "standing": "stated", "key": str(key())}
    assert delegate.post(f"/meetings/{meeting.pk}/participants/register/", sent).status_code == 302
    assert Participant.objects.get().person == official
