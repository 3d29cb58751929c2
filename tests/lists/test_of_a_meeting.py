"""A list that is brought in from the page of a meeting: no row need name that meeting."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from accord.meetings.models import AgendaItem, Participant
from tests import factories
from tests.factories import Council, key

pytestmark = pytest.mark.django_db
ROWS = "delegation,name,post\nXAA,Ada Example,Minister of Water\nXBB,Bea Example,Minister\n"


@pytest.fixture
def office(client: Client, council: Council) -> Client:
    return factories.sign_in(client, council.secretariat)


def brought_in(office: Client, address: str, rows: str) -> object:
    """Look at the rows, and enter them as they were shown."""
    shown = office.post(address, {"key": key(), "rows": rows, "step": "preview"})
    kept = dict(re.findall(r'name="(shown|kept)" value="([^"]*)"', shown.content.decode()))
    return office.post(address, {"key": key(), **kept, "step": "confirm"}) if kept else shown


def test_rows_without_a_meeting_are_of_the_one_on_whose_page_one_was(office: Client, council: Council) -> None:
    meeting = factories.meeting_of(council)
    page = office.get(f"/meetings/{meeting.pk}/participants/").content.decode()
    address = f"/lists/participants/enter/?meeting={meeting.pk}"

    done = brought_in(office, address, ROWS)

    assert f'href="{address}"' in page
    assert (done.status_code, done["Location"]) == (302, f"/meetings/{meeting.pk}/participants/")  # type: ignore[attr-defined]
    names = Participant.objects.filter(meeting=meeting).order_by("name").values_list("name", flat=True)
    assert list(names) == ["Ada Example", "Bea Example"]


def test_title_above_the_heads_and_two_meetings_of_one_title_are_no_hindrance(office: Client, council: Council) -> None:
    meeting, _other = factories.meeting_of(council), factories.meeting_of(council, day=None, when="May 2032")
    rows = "Agenda of the council\nitem,minutes\nClear water,20\nNext meeting\n"

    brought_in(office, f"/lists/agendas/enter/?meeting={meeting.pk}", rows)

    items = AgendaItem.objects.filter(meeting=meeting).order_by("order").values_list("title", flat=True)
    assert list(items) == ["Clear water", "Next meeting"]
    assert AgendaItem.objects.count() == 2


def test_column_of_the_file_goes_before_the_page(office: Client, council: Council) -> None:
    here, there = factories.meeting_of(council), factories.meeting_of(council, "Second meeting")

    brought_in(office, f"/lists/agendas/enter/?meeting={here.pk}", "meeting,item\nSecond meeting,Rivers\n")

    assert AgendaItem.objects.get().meeting == there


def test_page_says_so_and_without_a_meeting_the_column_is_needed(office: Client, council: Council) -> None:
    meeting = factories.meeting_of(council)

    told = office.get(f"/lists/participants/enter/?meeting={meeting.pk}").content.decode()
    refused = office.post("/lists/participants/enter/", {"key": key(), "rows": ROWS, "step": "preview"})

    assert "all its rows are of “First meeting”" in told
    assert refused.status_code == 422
    assert "“Meeting” is missing" in refused.content.decode()


@pytest.mark.parametrize("of", ["foreign", "a" * 16, "\x00", "x'--"])
def test_meeting_of_another_council_is_none(of: str, office: Client) -> None:
    other = factories.council("Other Council", (("XZZ", "Zeta"),), public=False, prefix="other-")
    meeting = factories.meeting_of(other, "Quiet meeting").pk if of == "foreign" else of

    answer = office.post(f"/lists/participants/enter/?meeting={meeting}", {"key": key(), "rows": ROWS})

    assert answer.status_code == 404
    assert "Quiet" not in answer.content.decode()


def test_list_that_has_no_meetings_is_left_as_it_is(office: Client, council: Council) -> None:
    meeting = factories.meeting_of(council)

    done = brought_in(office, f"/lists/members/enter/?meeting={meeting.pk}", "code,name\nXZZ,Zeta Example\n")

    assert (done.status_code, done["Location"]) == (302, "/lists/?entered=members")  # type: ignore[attr-defined]
