"""Pages of positions: the register, one of them, what is entered, and whose it is said to be."""

import pytest
from django.test import Client

from accord.positions import actions
from accord.positions.models import Position, Settling
from accord.positions.values import Whose
from accord.programme import actions as programme
from accord.programme.values import AreaEntry
from tests import factories
from tests.factories import Council
from tests.positions.reporting import position_of, question_of, situation_of

ENTERED = {"whose": "member XAA", "words": "Wells are ours.", "topic": "Wells", "standing": "stated"}


def post(client: Client, address: str, **values: object):  # type: ignore[no-untyped-def]
    return client.post(address, {"key": str(factories.key()), **values})


def test_register_and_page_show_a_position_and_that_it_is_not_settled(client: Client, council: Council) -> None:
    position = position_of(council)
    html = client.get("/positions/").content.decode()
    assert "1 position is known by this day: whose is not settled 1." in html
    assert "Wells are for everybody." in html
    assert client.get("/positions/?holder=member+XAA").content.decode().count("Wells are for everybody.") == 0
    page = client.get(f"/positions/{position.pk}/").content.decode()
    assert "Whose position this is, is not settled" in page
    assert "may be meant:" in page
    assert "Say whose it is" not in page


def test_secretariat_settles_on_the_page_and_everybody_reads_who_did(client: Client, council: Council) -> None:
    address = f"/positions/{position_of(council).pk}/"
    factories.sign_in(client, council.secretariat)
    wrong = post(client, f"{address}settle/", whose="member XZZ", why="He said so.")
    assert wrong.status_code == 422
    assert "He said so." in wrong.content.decode()
    assert post(client, f"{address}settle/", whose="member XBB", why="He said so.").status_code == 302
    assert Settling.objects.count() == 1
    page = factories.sign_in(client, council.public).get(address).content.decode()
    assert "A national position of Bergen Example on Wells." in page
    assert "He said so." in page


def test_position_is_entered_and_corrected_on_a_page_and_nothing_typed_is_lost(
    client: Client, council: Council
) -> None:
    factories.sign_in(client, council.secretariat)
    wrong = post(client, "/positions/enter/", **{**ENTERED, "topic": ""})
    assert wrong.status_code == 422
    assert "Wells are ours." in wrong.content.decode()
    assert post(client, "/positions/enter/", **ENTERED).status_code == 302
    pk = Position.objects.get().pk
    assert "Wells are ours." in client.get(f"/positions/enter/?of={pk}").content.decode()
    corrected = {**ENTERED, "words": "Wells are all ours.", "of": pk}
    refused = post(client, "/positions/enter/", **corrected)
    assert refused.status_code == 422
    assert "Say why it is corrected." in refused.content.decode()
    assert post(client, "/positions/enter/", **corrected, reason="A word was left out.").status_code == 302
    assert [row.words for row in Position.objects.all()] == ["Wells are all ours."]
    factories.sign_in(client, council.public)
    for place in ("/positions/", f"/positions/{pk}/"):
        html = client.get(place).content.decode()
        assert "As written on" in html
        assert "Wells are ours." in html
        assert "A word was left out." in html


def test_page_of_a_situation_shows_positions_on_it(client: Client, council: Council) -> None:
    situation = situation_of(council)
    factories.sign_in(client, council.secretariat)
    post(client, "/positions/enter/", **{**ENTERED, "situation": "Dry rivers"})
    page = client.get(f"/situations/{situation.handle}/").content.decode()
    assert "Wells are ours." in page
    assert "Dry rivers: Wells" in page


@pytest.mark.parametrize("place", ["/positions/%s/", "/positions/%s/settle/"])
def test_stranger_gets_what_anybody_gets_for_nothing(client: Client, council: Council, place: str) -> None:
    other = factories.council("Other", (("XAA", "Alpha"),), public=False, prefix="other-")
    hidden = position_of(other)
    factories.sign_in(client, council.secretariat)
    answer = client.get if place.endswith("%s/") else client.post
    assert answer(place % hidden.pk).status_code == answer(place % ("a" * 16)).status_code == 404


def test_position_is_found_and_a_question_of_the_council_only_by_it(client: Client, council: Council) -> None:
    position = position_of(council)
    question = question_of(council, situation_of(council), "Quiet wells are counted.", public=False)
    found = client.get("/search/?q=wells").content.decode()
    assert f"/positions/{position.pk}/" in found
    assert "Quiet" not in found
    factories.sign_in(client, council.delegate("XBB"))
    assert f"#q-{question.pk}" in client.get("/search/?q=wells").content.decode()


def test_area_of_a_position_stands_on_it_narrows_the_list_and_leads_back(client: Client, council: Council) -> None:
    known = {"by": council.secretariat, "key": factories.key()}
    area = AreaEntry("water", "Water supply")
    programme.enter_area(council.organisation.pk, area, **known)  # type: ignore[arg-type]
    position_of(council, words="Roads are for everybody.")
    factories.sign_in(client, council.secretariat)
    post(client, "/positions/enter/", **{**ENTERED, "area": "water", "day": "2024-03-01"})
    pk = Position.objects.get(area="water").pk
    factories.sign_in(client, council.public)
    shown = client.get(f"/positions/{pk}/").content.decode()
    assert ('href="/areas/water/"' in shown, "Water supply" in shown) == (True, True)
    narrowed = client.get("/positions/?area=water").content.decode()
    assert "Wells are ours." in narrowed
    assert "Roads are for everybody." not in narrowed
    page = client.get("/areas/water/").content.decode()
    assert f"/positions/{pk}/" in page
    assert f"/positions/{Position.objects.get(area='').pk}/" not in page
    assert "Wells are ours." not in client.get("/areas/water/?on=2000-01-01").content.decode()


def test_readings_stand_side_by_side_until_a_person_says_whose_and_again_when_it_is_unsettled(
    client: Client, council: Council
) -> None:
    address = f"/positions/{position_of(council).pk}/"
    position_of(council, Whose("national", "XAA"), "Wells are ours alone.")
    shown = client.get(address).content.decode()
    assert "A national position of Aland Example on Wells." in shown
    assert "A collective position of Example Council on Wells." in shown
    assert shown.index("Wells are ours alone.") < shown.index("Nothing else that it said on this subject is known")
    assert "<form" not in shown[shown.index('id="readings"') :].split("</section>")[0]
    factories.sign_in(client, council.secretariat)
    assert post(client, f"{address}settle/", whose="other", why="It says so.").status_code == 422
    assert post(client, f"{address}settle/", whose="other", other="member XCC", why="It says so.").status_code == 302
    assert "A national position of Celle Example on Wells." in client.get(address).content.decode()
    assert post(client, f"{address}settle/", whose="ambiguous", why="").status_code == 422
    assert post(client, f"{address}settle/", whose="ambiguous", why="It was misheard.").status_code == 302
    page = factories.sign_in(client, council.public).get(address).content.decode()
    assert "Whose position this is, is not settled" in page
    assert "It was misheard." in page
    assert "It says so." in page
    assert "A collective position of Example Council on Wells." in page


def test_position_is_found_by_the_member_that_holds_it_once_that_is_settled(client: Client, council: Council) -> None:
    address = f"/positions/{position_of(council).pk}/"
    situation = situation_of(council)
    assert address not in client.get("/search/?q=bergen").content.decode()
    factories.sign_in(client, council.secretariat)
    post(client, f"{address}settle/", whose="other", other="member XBB", why="He said so.")
    factories.sign_in(client, council.public)
    for asked in ("bergen", "XBB", "wells", "everybody"):
        assert address in client.get(f"/search/?q={asked}").content.decode(), asked
    assert f"/situations/{situation.handle}/" in client.get("/search/?q=rivers").content.decode()


def test_nothing_hidden_of_positions_and_situations_is_found(client: Client, council: Council) -> None:
    other = factories.council("Other", (("XAA", "Alpha"),), public=False, prefix="other-")
    hidden = position_of(other, Whose("national", "XAA"), "Lakes are for nobody.")
    lakes = situation_of(other, "Quiet lakes")
    rivers = situation_of(council)
    quiet = question_of(council, rivers, "Lakes are counted.", public=False)
    actions.assess(
        rivers.handle,
        {quiet.pk: "opposes"},
        words={quiet.pk: "Lakes frighten us."},
        by=council.delegate("XAA"),
        key=factories.key(),
    )
    readers = [council.public, council.partner, council.delegate("XBB"), council.secretariat]
    for by in readers:
        html = factories.sign_in(client, by).get("/search/?q=lakes").content.decode()
        assert f"/positions/{hidden.pk}/" not in html
        assert f"/situations/{lakes.handle}/" not in html
        assert "frighten" not in html
        assert (f"#q-{quiet.pk}" in html) == (by in readers[2:])
    html = factories.sign_in(client, other.delegate("XAA")).get("/search/?q=lakes").content.decode()
    assert (f"/positions/{hidden.pk}/" in html, f"/situations/{lakes.handle}/" in html) == (True, True)
    assert f"#q-{quiet.pk}" not in html
