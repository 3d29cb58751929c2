"""Days at the ends of all days: refused in words where they are entered, not asked where a page is shown."""

from __future__ import annotations

import pytest
from django.test import Client

from accord.meetings.models import Meeting
from accord.members.models import Organ
from tests import factories
from tests.factories import Council

pytestmark = pytest.mark.django_db
ENDS = ("0001-01-01", "0999-12-31", "3000-01-01", "9999-12-31")
WORDS = "Only days of the years 1000 to 2999 can be entered. Is the year right?"


@pytest.fixture
def office(council: Council, client: Client) -> Client:
    """Return the browser of the secretariat."""
    return factories.sign_in(client, council.secretariat)


def convened(office: Client, day: str) -> object:
    known = {"title": "Assembly", "day": day, "zone": "Asia/Almaty", "sittings": ["narrow"]}
    return office.post("/meetings/begin/", {"key": str(factories.key()), **known})


def founded(office: Client, day: str) -> object:
    known = {"short": "board", "name": "Board", "kind": "council", "founded": day, "standing": "stated"}
    return office.post("/register/enter/organ/", {"key": str(factories.key()), **known})


@pytest.mark.parametrize("day", ENDS)
@pytest.mark.parametrize("act", [convened, founded])
def test_day_at_an_end_of_all_days_is_refused_in_words(act: object, day: str, office: Client) -> None:
    answer = act(office, day)  # type: ignore[operator]

    assert answer.status_code == 422
    assert WORDS in answer.content.decode()
    assert f'value="{day}"' in answer.content.decode()
    assert not Meeting.objects.exists()
    assert not Organ.objects.exists()


@pytest.mark.parametrize("day", ["1000-01-01", "2999-12-31"])
@pytest.mark.parametrize("act", [convened, founded])
def test_last_days_that_can_be_entered_have_pages_and_feeds(act: object, day: str, office: Client) -> None:
    assert act(office, day).status_code == 302  # type: ignore[operator]

    places = ["/meetings/", "/calendar/calendar.ics", "/register/", "/search/?q=Board", "/awaits/"]
    places += [f"{place}?on={day}" for place in ("/calendar/", "/register/", "/chairmanship/", "/activities/")]
    places += [f"/calendar/?view={view}&on={day}" for view in ("year", "list", "month")]
    assert {place: office.get(place).status_code for place in places} == dict.fromkeys(places, 200)


@pytest.mark.parametrize("day", [*ENDS, "2031-02-30", "x", "10000-01-01"])
def test_page_on_a_day_that_cannot_be_meant_is_the_page_of_today(day: str, council: Council, client: Client) -> None:
    for place in ("/calendar/", "/calendar/?view=year", "/calendar/?view=list", "/register/", "/chairmanship/"):
        mark = "&" if "?" in place else "?"
        shown, usual = client.get(f"{place}{mark}on={day}"), client.get(place)
        assert shown.status_code == 200
        assert shown.content == usual.content


@pytest.mark.parametrize("day", ["01/02/0000", "02/01/0000", "9999-12-31", "31.12.9999", "1 January 0001"])
def test_row_of_a_list_with_such_a_day_is_named(day: str, office: Client) -> None:
    rows = f"key,name,kind,founded\nboard,Board,council,{day}\n"

    answer = office.post("/lists/organs/enter/", {"key": str(factories.key()), "rows": rows})

    assert answer.status_code == 200
    assert day in answer.content.decode()
    assert "Is the year right?" in answer.content.decode() or "is no day of the calendar" in answer.content.decode()
