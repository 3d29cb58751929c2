"""The page on which the way of documents is set: what it shows can be sent as it stands."""

from __future__ import annotations

import pytest
from django.test import Client
from lxml import html

from accord.documents.queries import way_page
from tests import factories
from tests.documents import going
from tests.factories import Council

pytestmark = pytest.mark.django_db
PLACE = "/documents/way/"


@pytest.fixture
def office(client: Client, council: Council) -> Client:
    return factories.sign_in(client, council.secretariat)


def shown(office: Client, address: str = PLACE) -> dict[str, str]:
    """Return what a browser sends of the form that sets the way, nothing of it changed."""
    found = html.fromstring(office.get(address).content).xpath("//main//form[@method='post']")[-1]
    return {name: value or "" for name, value in found.form_values()}


@pytest.mark.parametrize("address", [PLACE, *(f"{PLACE}?template={name}" for name in ("csto", "asean", "osce"))])
def test_way_is_set_from_the_page_as_it_stands(address: str, office: Client, council: Council) -> None:
    sent = {**shown(office, address), "label-0": "Everybody", "kind-0": "clearance", "organ-0": ""}
    without_organs = {name: "" if name.startswith("organ-") else value for name, value in sent.items()}
    all_clear = {name: "clearance" if name.startswith("kind-") else value for name, value in without_organs.items()}

    answer = office.post(PLACE, all_clear)

    page = way_page(council.secretariat, council.organisation)
    assert answer.status_code == 302
    assert page.steps[0].label == "Everybody"
    assert "{n}" in page.series
    assert page.series == sent["series"]


def test_way_that_is_set_can_be_sent_again(office: Client, council: Council) -> None:
    going.way_of(council)

    assert office.post(PLACE, shown(office)).status_code == 302


@pytest.mark.parametrize("series", ["{organ}/L.", "{n}/{who}", "{n}\x00", "<b>{n}</b>", "{n}\u202e", "{n}" + "x" * 50])
def test_pattern_that_gives_no_symbols_is_refused_and_kept(series: str, office: Client, council: Council) -> None:
    going.way_of(council)

    answer = office.post(PLACE, {**shown(office), "series": series})

    assert answer.status_code == 422
    assert "<b>" not in answer.content.decode().partition("<main")[2]
    assert way_page(council.secretariat, council.organisation).series == "{organ}/{year}/L.{n}"
