"""Situations: points that the chair puts, what members say of them, and how near that is."""

import pytest
from django.test import Client

from accord.access import NotVisible, Refused
from accord.positions import actions
from accord.positions.models import Assessment, Situation, SituationPoint
from accord.positions.pages import SituationLine
from accord.positions.queries.assessing import assessment_page
from accord.record.models import Entry
from tests import factories
from tests.factories import Council


@pytest.fixture
def situation(council: Council) -> Situation:
    """Return a situation with two points."""
    lines = [SituationLine("Dry rivers", "narrow", "Rivers were reported dry.")]
    actions.enter_situations(council.organisation.pk, lines, by=council.secretariat, key=factories.key())
    row = Situation.objects.get()
    for words in ("Water is shared by need.", "A joint survey is made."):
        actions.put_point(row.handle, words, by=council.chair, key=factories.key())
    return row


def say(council: Council, situation: Situation, code: str, *said: str) -> None:
    points = SituationPoint.objects.values_list("pk", flat=True)
    words = dict(zip(points, said, strict=False))
    actions.assess(situation.handle, words, by=council.delegate(code), key=factories.key())


def test_page_shows_who_says_what_and_how_near_it_is(council: Council, situation: Situation) -> None:
    say(council, situation, "XAA", "supports", "supports")
    say(council, situation, "XBB", "lives", "supports")
    say(council, situation, "XCC", "opposes", "supports")
    page = assessment_page(council.delegate("XBB"))
    first, second = page.rows[0].points
    assert [(words, [one.code for one in holders]) for words, holders in first.said] == [
        ("supports it", ["XAA"]), ("can live with it", ["XBB"]), ("does not support it", ["XCC"])
    ]  # fmt: skip
    assert ([one.code for one in first.silent], first.mine, first.state, second.state) == (
        ["XDD"], "lives", "divided", "open"
    )  # fmt: skip
    assert page.figure.value == pytest.approx((1 / 3 + 1) / 2)
    assert (page.figure.coverage, page.figure.large, page.divided) == (0.5, False, 1)


def test_objection_forbids_the_phrase(council: Council, situation: Situation) -> None:
    for code in ("XAA", "XBB", "XCC"):
        say(council, situation, code, "supports", "supports")
    say(council, situation, "XDD", "supports", "supports")
    assert assessment_page(council.chair).figure.large
    say(council, situation, "XDD", "objects")
    assert not assessment_page(council.chair).figure.large
    assert Assessment.objects.filter(code="XDD").count() == 3


@pytest.mark.parametrize("name", ["chair", "secretariat", "xaa-expert", "partner"])
def test_only_who_binds_a_member_assesses(council: Council, situation: Situation, name: str) -> None:
    point = SituationPoint.objects.first().pk
    with pytest.raises((Refused, NotVisible)):
        actions.assess(situation.handle, {point: "supports"}, by=council.everybody[name], key=factories.key())
    assert not Assessment.objects.exists()


@pytest.mark.parametrize("name", ["xaa-delegate", "xaa-expert", "partner"])
def test_only_chair_and_secretariat_put_points(council: Council, situation: Situation, name: str) -> None:
    with pytest.raises((Refused, NotVisible)):
        actions.put_point(situation.handle, "Another point.", by=council.everybody[name], key=factories.key())


def test_point_of_another_situation_is_none_of_this_one(council: Council, situation: Situation) -> None:
    with pytest.raises(NotVisible):
        actions.assess(situation.handle, {"a" * 16: "supports"}, by=council.delegate("XAA"), key=factories.key())


def test_partner_and_stranger_see_none_of_it(council: Council, situation: Situation) -> None:
    say(council, situation, "XAA", "supports", "supports")
    with pytest.raises(NotVisible):
        assessment_page(council.partner)
    stranger = factories.council("Other", (("XAA", "Alpha"), ("XZZ", "Zeta")), prefix="other-").delegate("XAA")
    assert assessment_page(stranger).rows == ()
    with pytest.raises((Refused, NotVisible)):
        actions.put_point(situation.handle, "Ours.", by=stranger, key=factories.key())


def test_figure_is_for_whom_the_organisation_lets_see_it(council: Council, situation: Situation) -> None:
    say(council, situation, "XAA", "supports", "supports")
    actions.set_showing(council.organisation.pk, "office", by=council.secretariat, key=factories.key())
    assert assessment_page(council.delegate("XAA")).figure is None
    assert assessment_page(council.chair).figure is not None


def test_pages_put_and_say(client: Client, council: Council, situation: Situation) -> None:
    factories.sign_in(client, council.chair)
    put = {"key": str(factories.key()), "wording": "Wells are counted."}
    assert client.post(f"/situations/{situation.handle}/point/", put).status_code == 302
    factories.sign_in(client, council.delegate("XAA"))
    point = SituationPoint.objects.last().pk
    for said, status in (("loves", 422), ("supports", 302)):
        values = {"key": str(factories.key()), f"said-{point}": said, f"words-{point}": "Slowly.", "shown": "council"}
        assert client.post(f"/situations/{situation.handle}/assess/", values).status_code == status
    assert "Wells are counted." in client.get("/situations/").content.decode()
    html = client.get(f"/situations/{situation.handle}/").content.decode()
    assert "Wells are counted." in html
    assert 'value="Slowly."' in html
    assert '<option value="supports" selected>' in html
    assert {entry.verb for entry in Entry.objects.filter(stream__startswith="situation:")} == {
        "put a point on", "assessed"
    }  # fmt: skip


def test_page_says_whether_a_point_divides_and_whether_one_was_put(
    client: Client, council: Council, situation: Situation
) -> None:
    factories.sign_in(client, council.chair)
    say(council, situation, "XAA", "supports")
    assert "No point divides the members, by what is known." in client.get("/situations/").content.decode()
    say(council, situation, "XBB", "opposes")
    assert "1 point divides the members." in client.get("/situations/").content.decode()


def test_page_of_situations_on_which_nothing_was_put_says_so(client: Client, council: Council) -> None:
    factories.sign_in(client, council.chair)
    assert "No question has been put on a situation yet." in client.get("/situations/").content.decode()
