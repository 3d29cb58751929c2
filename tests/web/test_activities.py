"""The pages of joint activities: what they show on a day, what they keep when something is wrong, what they ask."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accord.access import PUBLIC
from accord.programme import actions, queries
from accord.programme.values import ActivityEntry
from tests import factories
from tests.factories import Council, key
from tests.programme.running import activities_of
from tests.web.test_access_matrix import visitor

pytestmark = pytest.mark.django_db


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def sent(**values: object) -> dict[str, object]:
    return {"key": str(key()), "standing": "stated", **values}


def test_pages_show_an_edition_as_it_stood_on_the_day(council: Council) -> None:
    activities_of(council)
    public = Client()

    before = shown(public, "/activities/field-day/2031/?on=2031-05-31")
    after = shown(public, "/activities/field-day/2031/?on=2031-12-31")

    assert "Planned: autumn 2031, Bergen Example." in before
    assert "Celle" not in before
    assert "Moved from Bergen Example to Celle Example." in after
    assert "Night Walk 2031" in after
    assert "День в поле" in shown(public, "/activities/field-day/?on=2031-12-31")
    assert public.get("/activities/night-walk/2031/?on=2031-01-31").status_code == 404


def test_overview_keeps_the_day_and_says_when_nothing_fits(council: Council) -> None:
    activities_of(council)
    public = Client()

    assert "held 1, planned 1, moved 1" in shown(public, "/activities/?on=2031-12-31")
    assert "No edition fits what is asked for." in shown(public, "/activities/?on=2031-12-31&host=XDD")
    assert "held 1." in shown(public, "/activities/?on=2031-12-31&year=2030&series=unknown&series=field-day")
    assert 'href="/activities/field-day/2030/?on=2031-12-31"' in shown(public, "/activities/?on=2031-12-31")


def test_empty_council_says_that_nothing_is_entered_and_how_to_begin(council: Council) -> None:
    public, secretariat = Client(), visitor(council.secretariat)

    assert "No joint activity is entered yet." in shown(public, "/activities/")
    assert "Begin with a series" not in shown(public, "/activities/")
    assert "Begin with a series" in shown(secretariat, "/activities/")


def test_secretariat_enters_a_series_an_edition_and_what_became_of_it(council: Council) -> None:
    client = visitor(council.secretariat)

    made = client.post("/activities/enter/series/", sent(name="Dawn", kind="exercise"))
    assert made.headers["Location"] == "/activities/dawn/"
    made = client.post("/activities/enter/edition/", sent(series="Dawn", edition="2031", state="planned", host="XAA"))
    assert made.headers["Location"] == "/activities/dawn/2031/"
    about = {"of_series": "Dawn", "of_edition": "2031", "known": "2000-01-01", "state": "cancelled"}
    wrong = client.post("/activities/enter/turn/", sent(**about))
    assert wrong.status_code == 422
    assert "Say why it was cancelled" in wrong.content.decode()
    assert 'value="2000-01-01"' in wrong.content.decode()
    client.post("/activities/enter/turn/", sent(**about, reason="No reason is known."))
    assert "Cancelled: " in shown(client, "/activities/dawn/2031/")
    client.post("/activities/enter/name/", sent(of_series="Dawn", of_key="dawn", language="ru", words="Рассвет"))
    assert "Рассвет" in shown(client, "/activities/dawn/")


def test_form_brings_what_is_known_and_says_that_nothing_operational_has_a_field(council: Council) -> None:
    activities_of(council)
    client = visitor(council.secretariat)

    page = shown(client, "/activities/enter/turn/?series=field-day&edition=2031&on=2031-12-31")

    assert 'value="autumn 2031"' in page
    assert '<option value="XCC" selected>' in page
    assert "there is no field for strengths, units, commanders, equipment, grounds or routes" in page


def test_tie_is_entered_on_its_page_and_to_itself_refused(council: Council) -> None:
    activities_of(council)
    client = visitor(council.secretariat)
    about = {"of_series": "Field Day", "of_edition": "2030", "kind": "linked"}

    itself = client.post("/activities/enter/tie/?on=2031-12-31", sent(**about, other="Field Day\n2030"))
    tied = client.post("/activities/enter/tie/?on=2031-12-31", sent(**about, other="Field Day\n2031"))

    assert itself.status_code == 422
    assert "not tied to itself" in itself.content.decode()
    assert tied.status_code == 302
    assert "Linked with: " in shown(client, "/activities/field-day/2030/?on=2031-12-31")


def test_pages_of_a_stranger_are_the_same_bytes_in_both_worlds(council: Council) -> None:
    addresses = ("/activities/", "/activities/field-day/", "/activities/field-day/2030/")
    without = [Client().get(address).content for address in addresses]

    activities_of(factories.council("Other Council", factories.MEMBERS, public=False, prefix="other-"))

    assert [Client().get(address).content for address in addresses] == without
    assert [Client().get(address).status_code for address in addresses] == [200, 404, 404]


def test_overview_asks_as_often_for_three_editions_as_for_one(council: Council) -> None:
    activities_of(council)

    def asks() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            queries.activities_page(PUBLIC, council.organisation.pk)
        return len(seen)

    before = asks()
    more = [ActivityEntry("Night Walk", str(year), "held", "", "XAA", participants=("XBB",)) for year in (2001, 2002)]
    actions.enter_activities(council.organisation.pk, more, by=council.secretariat, key=key())
    assert asks() == before
