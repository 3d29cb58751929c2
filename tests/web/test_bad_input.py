"""What cannot be is refused on the pages in words that help; nothing is entered, and what was typed stays."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils.html import escape

from accord.meetings.models import Meeting
from accord.members import actions as members
from accord.members.models import ChairmanshipTerm, Member, MemberState, Organ, Partner, Person, Post, Power
from accord.members.values import OrganEntry, PersonEntry, PostEntry
from tests import factories
from tests.factories import Council, key

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> Council:
    return factories.council()


@pytest.fixture
def office(client: Client, council: Council) -> Client:
    return factories.sign_in(client, council.secretariat)


def enter(office: Client, what: str, **values: str) -> HttpResponse:
    return office.post(f"/register/enter/{what}/", {"key": key(), "standing": "stated", **values})


def assert_refused(response: HttpResponse, *words: str) -> None:
    page = response.content.decode()
    assert response.status_code == 422
    for each in words:
        assert escape(each) in page


def test_organ_that_is_its_own_parent(office: Client, council: Council) -> None:
    organs = [OrganEntry("water", "Council on Water"), OrganEntry("experts", "Experts", parent="water")]
    members.enter_register(council.organisation.pk, organs, [], [], by=council.secretariat, key=key())
    own = enter(office, "organ", short="water", name="Council on Water", kind="council", parent="water")
    assert_refused(own, "“Council on Water” cannot be above itself.")
    circle = enter(office, "organ", short="water", name="Council on Water", kind="council", parent="experts")
    assert_refused(circle, "These organs stand above one another in a circle:")
    assert Organ.objects.get(key="water").parent == ""


def test_member_that_joins_twice(office: Client) -> None:
    assert enter(office, "status", code="XAA", status="full", since="2001-05-04").status_code == 302
    again = enter(office, "status", code="XAA", status="full", since="2012-05-04")
    assert_refused(again, "It is a member since 2001-05-04, and would join again on 2012-05-04.", "when it left")
    assert MemberState.objects.count() == 1


def test_person_with_two_posts(office: Client, council: Council) -> None:
    people = [PersonEntry("Ada Example", (PostEntry("Minister", member="XAA"),))]
    members.enter_people(council.organisation.pk, people, by=council.secretariat, key=key())
    other = enter(office, "post", person="Ada Example", words="Envoy", member="XBB", since="2031-01-01")
    assert_refused(other, "Nobody sits for two at one time: “Minister” and “Envoy” overlap.")
    same = enter(office, "post", person="Ada Example", words="Deputy Prime Minister", member="XAA")
    assert_refused(same, "are held at the same time", "that one is held beside the other")
    assert Post.objects.count() == 1


def test_days_out_of_order(office: Client, council: Council) -> None:
    person = [PersonEntry("Ada Example")]
    members.enter_people(council.organisation.pk, person, by=council.secretariat, key=key())
    days = {"since": "2031-05-04", "until": "2031-05-03"}
    post = enter(office, "post", person="Ada Example", words="Minister", member="XAA", **days)
    assert_refused(post, "“Minister” ends on 2031-05-03, before it begins on 2031-05-04.")
    power = enter(office, "power", person="Ada Example", member="XAA", kind="full", **days)
    assert_refused(power, "The last day is before the first.")
    term = enter(office, "term", member="XAA", begins="2031-05-04", ends="2031-05-03")
    assert_refused(term, "A term is of a member and ends after it begins.")
    organ = enter(
        office, "organ", short="w", name="Water", kind="council", founded="2031-05-04", dissolved="2031-05-03"
    )
    assert_refused(organ, "“Water” would be dissolved before it was founded.")
    assert [each.objects.count() for each in (Post, Power, ChairmanshipTerm, Organ)] == [0, 0, 0, 0]
    assert Person.objects.count() == 1


def test_code_that_is_of_a_member_and_of_a_partner(office: Client, council: Council) -> None:
    assert enter(office, "status", code="XAA", status="left", since="2011-05-04").status_code == 302
    partner = enter(office, "partner", code="XAA", name="Water Union", kind="organisation")
    assert_refused(partner, "“XAA” is the code of the member “Aland Example”. Give the partner another code.")
    assert enter(office, "partner", code="XWU", name="Water Union", kind="organisation").status_code == 302
    member = enter(office, "status", code="XWU", name="State XWU", status="full", since="2031-05-04")
    assert_refused(member, "“XWU” is the code of the partner “Water Union”. Give the member another code.")
    assert enter(office, "partner", code="XWU", name="Union of Water", kind="organisation").status_code == 302
    partners = dict(Partner.objects.values_list("code", "name"))
    assert partners == {"XPP": "Example Partner", "XWU": "Union of Water"}
    assert not Member.objects.filter(code="XWU").exists()


def test_meeting_in_a_gap_of_daylight_saving(office: Client) -> None:
    values = {
        "key": key(),
        "title": "Spring meeting",
        "day": "2031-03-30",
        "zone": "Europe/Vienna",
        "sittings": ["extended"],
        "extended_begins": "02:30",
        "extended_ends": "05:00",
    }
    refused = office.post("/meetings/begin/", values)
    assert_refused(refused, "2031-03-30 02:30 does not exist in Europe/Vienna: its clocks go forward then.")
    assert 'value="Spring meeting"' in refused.content.decode()
    backwards = office.post("/meetings/begin/", {**values, "key": key(), "extended_begins": "06:00"})
    assert_refused(backwards, "A sitting ends after it begins.")
    assert not Meeting.objects.exists()
