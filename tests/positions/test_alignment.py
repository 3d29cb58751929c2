"""The page of alignment: figures from what is tabled, and nobody sees it whom the organisation does not allow."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accord.access import NotVisible, Refused, Role
from accord.access.queries import audience_of
from accord.access.subjects import seat
from accord.drafting import actions as drafting
from accord.drafting.models import Text
from accord.positions import actions
from accord.positions.queries.alignment import alignment_page
from accord.positions.queries.showing import sees_alignment
from tests import factories
from tests.factories import Council


@pytest.fixture
def text(council: Council) -> Text:
    """Return a text on which two want "twice", one "thrice", and one is silent; and a revision of it."""
    text = factories.text_of(council)
    for code, word in (("XAA", "twice"), ("XBB", "twice"), ("XCC", "thrice")):
        factories.propose(text, council.delegate(code), "once", word)
    drafting.issue_revision(text.pk, by=council.secretariat, label="Rev.1", key=factories.key())
    return text


def test_page_counts_known_pairs_and_bounds_the_rest(council: Council, text: Text) -> None:
    page = alignment_page(council.delegate("XAA"), text.pk)
    assert page.figure is not None
    assert (page.figure.points, page.figure.similar, page.figure.large) == (1, 0, False)
    assert page.figure.value == pytest.approx(1 / 3)
    assert page.figure.coverage == pytest.approx(3 / 6)
    assert (page.figure.lower, page.figure.upper) == pytest.approx((1 / 6, 3 / 6))
    assert [holder.code for holder in page.silent] == ["XDD"]


def test_point_names_who_wants_what_and_who_is_silent(council: Council, text: Text) -> None:
    (point,) = alignment_page(council.delegate("XAA"), text.pk).dividing
    sides = [(side.wording, [holder.code for holder in side.holders]) for side in point.sides]
    assert sides == [("twice", ["XAA", "XBB"]), ("thrice", ["XCC"])]
    assert [holder.code for holder in point.silent] == ["XDD"]
    assert point.sides[0].holders[0].tone == "mine"


def test_course_compares_common_choices_alone(council: Council, text: Text) -> None:
    factories.propose(text, council.delegate("XDD"), "once", "twice")
    factories.propose(text, council.delegate("XDD"), "Invite partners", "Ask partners")
    zero, first, now = alignment_page(council.chair, text.pk).course
    assert (zero.choices, zero.value, first.choices, first.raised) == (0, None, 1, 1)
    assert (now.choices, now.raised, now.closed, now.common) == (2, 1, 0, 1)
    assert now.difference == pytest.approx(0)


def test_objection_to_a_closing_is_an_objection_on_the_point(council: Council, text: Text) -> None:
    (choice,) = factories.choices(text)
    posed = drafting.propose_closing(
        text.pk, by=council.chair, choice=choice, alternative=1, seen=factories.seen(text), key=factories.key()
    )
    assert posed
    closing = text.closings.get()
    drafting.object_to(text.pk, by=council.delegate("XCC"), closing=closing.pk, key=factories.key())
    (point,) = alignment_page(council.chair, text.pk).points
    assert point.objected


def test_what_is_not_tabled_is_not_in_it(council: Council, text: Text) -> None:
    before = alignment_page(council.delegate("XDD"), text.pk)
    factories.propose(text, council.delegate("XDD"), "Invite partners", "Ask partners", stage="private")
    factories.propose(text, council.delegate("XDD"), "the first meeting", "our first meeting", stage="chair")
    for who in (council.delegate("XDD"), council.chair, council.delegate("XAA")):
        page = alignment_page(who, text.pk)
        assert (page.figure, len(page.points)) == (before.figure, len(before.points))


def test_text_without_an_open_choice_has_no_figure(council: Council) -> None:
    page = alignment_page(council.chair, factories.text_of(council).pk)
    assert (page.figure, page.points, page.map, page.pairs) == (None, (), None, ())


@pytest.mark.parametrize(("circle", "delegate_sees"), [("council", True), ("office", False)])
def test_organisation_sets_who_sees_it(council: Council, text: Text, circle: str, delegate_sees: bool) -> None:
    actions.set_showing(council.organisation.pk, circle, by=council.secretariat, key=factories.key())
    for who in (council.chair, council.secretariat):
        assert alignment_page(who, text.pk).shown_to == circle
    delegate = council.delegate("XBB")
    assert sees_alignment(delegate) is delegate_sees
    if delegate_sees:
        assert alignment_page(delegate, text.pk).figure
    else:
        with pytest.raises(NotVisible):
            alignment_page(delegate, text.pk)


def test_partner_and_stranger_never_see_it_even_where_they_read_the_text(council: Council) -> None:
    stranger = factories.council("Other", (("XAA", "Alpha"), ("XZZ", "Zeta")), prefix="other-").delegate("XAA")
    own = council.organisation.pk
    tokens = [f"{own}:member-seat", seat(own, Role.PARTNER, "XPP"), *stranger.tokens]
    text = factories.text_of(council, audience=audience_of(own, "wide", set(tokens) - {"public"}).pk)
    factories.propose(text, council.delegate("XAA"), "once", "twice")
    for who in (council.partner, stranger, council.public):
        with pytest.raises(NotVisible):
            alignment_page(who, text.pk)


@pytest.mark.parametrize("name", ["chair", "xaa-delegate", "partner"])
def test_only_the_secretariat_sets_it(council: Council, name: str) -> None:
    with pytest.raises(Refused):
        actions.set_showing(council.organisation.pk, "office", by=council.everybody[name], key=factories.key())


def test_number_of_queries_does_not_grow_with_choices(council: Council) -> None:
    counts = []
    for paragraphs in (2, 12):
        document = "\n\n".join(f"{number}. They meet in year {number};" for number in range(1, paragraphs + 1)) + "\n"
        text = factories.text_of(council, document)
        for number in range(1, paragraphs + 1):
            factories.propose(text, council.delegate("XBB"), f"meet in year {number};", f"gather in year {number};")
        alignment_page(council.chair, text.pk)
        with CaptureQueriesContext(connection) as captured:
            alignment_page(council.chair, text.pk)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_many_members_are_listed_from_both_ends_instead_of_a_matrix(db: None, client: Client) -> None:
    pairs = [(f"X{number:02}", f"Member {number}") for number in range(45)]
    council = factories.council("Wide Council", pairs)
    document = "\n\n".join(f"{number}. They meet in year {number};" for number in range(1, 7)) + "\n"
    text = factories.text_of(council, document)
    for number in range(1, 7):
        factories.propose(text, council.delegate("X01"), f"meet in year {number};", f"gather in year {number};")
        other = "gather" if number < 4 else "assemble"
        factories.propose(text, council.delegate("X02"), f"meet in year {number};", f"{other} in year {number};")
    page = alignment_page(council.chair, text.pk)
    assert page.pairs == ()
    assert [(each.one.code, each.other.code, each.same, each.n) for each in page.nearest] == [("X01", "X02", 3, 6)]
    assert page.farthest == page.nearest
    factories.sign_in(client, council.chair)
    html = client.get(f"/texts/{text.pk}/alignment/").content.decode()
    assert "Most alike" in html
    assert len(html) < 100_000
