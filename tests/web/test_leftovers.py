"""Small things of forms: errors name their field, languages have names, a member is entered by an act of its own."""

from datetime import UTC, date, datetime

import pytest

from accord.meetings.models import Sitting
from accord.members.models import Member, MemberState
from accord.members.tongues import tag_called
from accord.record import clock
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


def test_what_happened_is_entered_from_the_day_of_the_meeting_on_by_the_clock_of_its_place(council: Council) -> None:
    ahead, begun = (factories.meeting_of(council, each, zone="Pacific/Auckland") for each in ("Ahead", "Begun"))
    office = visitor(council.secretariat)
    seats = {"standing": "stated", **{f"presence-{code}": "present" for code, _name in factories.MEMBERS}}
    told = "The meeting is on 4 May 2031 by the clock of its place"
    with clock.frozen(datetime(2031, 5, 3, 11, 0, tzinfo=UTC)):
        for path in ("attendance/extended/", "record/draw/"):
            page = office.post(f"/meetings/{ahead.pk}/{path}", {**seats, "key": str(key())})
            assert (page.status_code, told in page.content.decode()) == (422, True)
    with clock.frozen(datetime(2031, 5, 3, 13, 0, tzinfo=UTC)):
        for path in ("attendance/extended/", "record/draw/"):
            page = office.post(f"/meetings/{begun.pk}/{path}", {**seats, "key": str(key())})
            assert page.status_code == 302


def test_acts_find_a_meeting_that_is_not_known_yet_on_the_day_shown(council: Council) -> None:
    later = factories.meeting_of(council, "Learnt later", shown_from=date(2999, 1, 1))
    office = visitor(council.secretariat)
    assert office.get(f"/meetings/{later.pk}/").status_code == 404
    assert office.get(f"/meetings/{later.pk}/?on=2999-01-01").status_code == 200
    for path in (
        "move/",
        "agenda/",
        "participants/",
        "attendance/extended/",
        "invitations/",
        "credentials/",
        "record/",
    ):
        assert (path, office.get(f"/meetings/{later.pk}/{path}").status_code) == (path, 200)
    sent = {"key": str(key()), "day": "2031-06-01", "zone": "UTC", "step": "confirm"}
    assert office.post(f"/meetings/{later.pk}/move/", sent).status_code == 302


def test_acts_of_a_stranger_find_no_meeting_of_another_council(council: Council) -> None:
    hidden = factories.council("Other", (("XZZ", "Zeta"),), public=False, prefix="other-")
    meeting = factories.meeting_of(hidden)
    stranger = visitor(council.secretariat)
    for path in ("move/", "agenda/", "participants/", "invitations/", "credentials/", "record/"):
        assert (path, stranger.get(f"/meetings/{meeting.pk}/{path}").status_code) == (path, 404)
