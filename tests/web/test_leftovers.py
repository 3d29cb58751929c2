"""Small things of forms: errors name their field, languages have names, a member is entered by an act of its own."""

import pytest

from accord.meetings.models import Sitting
from accord.members.models import Member, MemberState
from accord.members.tongues import tag_called
from tests import factories
from tests.factories import Council, key
from tests.web.test_access_matrix import visitor

pytestmark = pytest.mark.django_db


def test_summary_of_errors_names_each_field_and_leads_to_it(council: Council) -> None:
    page = visitor(council.secretariat).post("/register/enter/organ/", {"key": str(key())}).content.decode()
    assert '<a href="#id_short">Key: This field is required.</a>' in page
    assert '<a href="#id_name">Name: This field is required.</a>' in page
    assert ">This field is required.</a>" not in page.replace(": This", "")


def test_error_of_the_whole_form_stands_without_a_field(council: Council) -> None:
    page = visitor(council.secretariat).post("/register/enter/organ/", {"short": "x", "name": "X", "kind": "other"})
    assert "<li>Load the page again: the form has no key.</li>" in page.content.decode()


@pytest.mark.parametrize(
    ("words", "tag"),
    [("English", "en"), ("английский", "en"), ("Русский", "ru"), ("ru", "ru"), ("zh-hans", "zh-Hans"), ("kk", "kk")],
)
def test_language_is_known_by_its_name_and_by_its_tag(words: str, tag: str) -> None:
    assert tag_called(words) == tag


def test_languages_of_a_sitting_are_typed_and_shown_as_names(council: Council) -> None:
    meeting = factories.meeting_of(council, zone="UTC")
    office, address = visitor(council.secretariat), f"/meetings/{meeting.pk}/move/"
    sent = {"key": str(key()), "day": "2031-05-04", "zone": "UTC", "step": "confirm"}
    wrong = office.post(address, {**sent, "extended_languages": "Elvish tongue"})
    assert wrong.status_code == 422
    assert 'value="Elvish tongue"' in wrong.content.decode()
    for words in ("English, Russian", "en ru", "английский; ru"):
        office.post(address, {**sent, "key": str(key()), "extended_languages": words})
        assert list(Sitting.objects.get(meeting=meeting, format="extended").languages) == ["en", "ru"]
        assert 'value="English, Russian"' in office.get(address).content.decode()


def test_member_is_entered_by_an_act_of_its_own(council: Council) -> None:
    office = visitor(council.secretariat)
    assert '<a href="/register/enter/member/">A member</a>' in office.get("/register/").content.decode()
    sent = {"key": str(key()), "code": "XEE", "name": "", "status": "full", "since": "2031-01-01", "standing": "stated"}
    assert office.post("/register/enter/member/", sent).status_code == 422
    assert (
        office.post("/register/enter/member/", {**sent, "name": "Essen Example", "status": "left"}).status_code == 422
    )
    assert office.post("/register/enter/member/", {**sent, "name": "Essen Example"}).status_code == 302
    assert Member.objects.get(code="XEE").order == max(Member.objects.values_list("order", flat=True))
    assert MemberState.objects.get(member__code="XEE").status == "full"


def test_departure_from_the_rotation_is_called_so(council: Council) -> None:
    page = visitor(council.secretariat).get("/register/enter/term/").content.decode()
    assert "Decision by which it departs from the rotation" in page


def test_credentials_are_not_asked_for_where_none_are_needed(council: Council) -> None:
    meeting = factories.meeting_of(council)
    office, address = visitor(council.secretariat), f"/meetings/{meeting.pk}/credentials/"
    before = office.get(address).content.decode()
    assert "say so first" in before
    assert "Enter them" not in before
    office.post(f"{address}need/", {"key": str(key()), "needed": "yes"})
    after = office.get(address).content.decode()
    assert "Enter them" in after
    assert "say so first" not in after
