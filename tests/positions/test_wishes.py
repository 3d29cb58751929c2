"""What delegations can live with: who says it, who sees it; and the chair's help that is made of it."""

import pytest

from accord.access import NotVisible, Refused
from accord.drafting import actions as drafting
from accord.drafting.models import Text
from accord.positions import actions
from accord.positions.models import Wish
from accord.positions.pages.wishes import PackagePage, Saying, Sought
from accord.positions.queries.packages import package_page
from accord.positions.queries.wishes import visible_wishes, wish_page
from accord.record.errors import Stale
from accord.record.queries import visible_entries
from accord.web.forms.packages import SoughtForm
from tests import factories
from tests.factories import Council

SOUGHT = SoughtForm({}).sought


@pytest.fixture
def text(council: Council) -> Text:
    """Return a text with two open choices: XAA wants the first otherwise, XBB the second."""
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    factories.propose(text, council.delegate("XBB"), "Invite partners", "Ask partners")
    return text


def say(council: Council, text: Text, code: str, *, for_chair: bool = True, **sayings: Saying) -> None:
    """Let a delegation say something of choices, named c1, c2, ..."""
    by_choice = {name.removeprefix("c"): saying for name, saying in sayings.items()}
    actions.say_wishes(
        text.pk,
        by_choice,
        for_chair=for_chair,
        seen=factories.seen(text),
        by=council.delegate(code),
        key=factories.key(),
    )


def trade(council: Council, text: Text) -> None:
    """Let XAA keep the base on the second choice and XBB on the first; each can live with what the other wants."""
    say(council, text, "XAA", c2=Saying({0: "prefers", 1: "lives"}, 2))
    say(council, text, "XBB", c1=Saying({0: "prefers", 1: "lives"}, 2))


def help_for(council: Council, text: Text) -> PackagePage:
    return package_page(council.chair, text.pk, SOUGHT)


@pytest.mark.parametrize(
    ("for_chair", "seeing"),
    [
        (True, {"chair", "xaa-delegate", "xaa-expert"}),
        (False, {"chair", "secretariat", "xaa-delegate", "xaa-expert", "xbb-delegate", "xcc-delegate", "xdd-delegate"}),
    ],
)
def test_what_was_said_is_seen_by_whom_it_was_said_to(
    council: Council, text: Text, for_chair: bool, seeing: set[str]
) -> None:
    before = {name: visible_entries(who).count() for name, who in council.everybody.items()}
    say(council, text, "XAA", for_chair=for_chair, c2=Saying({1: "lives"}))
    everybody = council.everybody
    assert {name for name, who in everybody.items() if visible_wishes(who).exists()} == seeing
    assert {name for name, who in everybody.items() if visible_entries(who).count() > before[name]} == seeing


@pytest.mark.parametrize(
    ("name", "refusal"),
    [("chair", Refused), ("secretariat", Refused), ("xaa-expert", Refused), ("partner", NotVisible)],
)
def test_only_who_binds_a_delegation_says_it(council: Council, text: Text, name: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        actions.say_wishes(
            text.pk,
            {"1": Saying({0: "lives"})},
            for_chair=True,
            seen=factories.seen(text),
            by=council.everybody[name],
            key=factories.key(),
        )
    assert not Wish.objects.exists()


def test_later_word_replaces_the_earlier_one_and_its_circle(council: Council, text: Text) -> None:
    say(council, text, "XAA", for_chair=False, c2=Saying({1: "lives"}))
    say(council, text, "XAA", c2=Saying({1: "objects"}, 5))
    row = Wish.objects.get()
    assert (list(row.said.values()), row.weight) == (["objects"], 5)
    assert not visible_wishes(council.delegate("XBB")).exists()


def test_wording_that_changed_is_not_guessed(council: Council, text: Text) -> None:
    seen = factories.seen(text)
    drafting.withdraw(text.pk, by=council.delegate("XBB"), choice="2", seen=seen, key=factories.key())
    with pytest.raises(Stale, match="Choice 2 has changed"):
        actions.say_wishes(
            text.pk,
            {"2": Saying({1: "lives"})},
            for_chair=True,
            seen=seen,
            by=council.delegate("XAA"),
            key=factories.key(),
        )


def test_own_page_shows_what_is_held_and_what_others_said_at_the_table_alone(council: Council, text: Text) -> None:
    say(council, text, "XCC", for_chair=False, c1=Saying({1: "lives"}, 5))
    say(council, text, "XDD", c1=Saying({1: "objects"}))
    first = wish_page(council.delegate("XAA"), text.pk).rows[0]
    assert [each.held for each in first.wordings] == [False, True]
    assert [(word, [one.code for one in codes]) for word, codes in first.wordings[1].known] == [("lives", ["XCC"])]
    assert first.weight == 1
    for who in (council.chair, council.secretariat, council.partner):
        with pytest.raises(NotVisible):
            wish_page(who, text.pk)


def test_chair_is_offered_a_package_and_the_single_steps(council: Council, text: Text) -> None:
    assert [(each.choice, each.steps) for each in help_for(council, text).closing] == [("1", ()), ("2", ())]
    trade(council, text)
    page = help_for(council, text)
    assert page.closing == ()
    assert {(each.choice, each.steps[0].holder.code, each.steps[0].kind) for each in page.singles} == {
        ("1", "XBB", "yields"), ("1", "XAA", "asked"), ("2", "XAA", "yields"), ("2", "XBB", "asked")
    }  # fmt: skip
    (package,) = page.packages
    assert [(each.holder.code, each.choices) for each in package.trades] == [("XAA", ("2",)), ("XBB", ("1",))]
    assert (package.asked, package.gap, float(package.share)) == (0, 0, 0.5)
    assert [one.code for one in package.settled[0].silent] == ["XCC", "XDD"]
    assert [one.code for one in page.speaking] == ["XAA", "XBB"]


def test_help_changes_nothing(council: Council, text: Text) -> None:
    trade(council, text)
    before = factories.now(text).number, visible_entries(council.chair).count(), text.closings.count()
    help_for(council, text)
    assert (factories.now(text).number, visible_entries(council.chair).count(), text.closings.count()) == before


@pytest.mark.parametrize("name", ["secretariat", "xaa-delegate", "xaa-expert"])
def test_nobody_else_is_helped(council: Council, text: Text, name: str) -> None:
    with pytest.raises(Refused):
        package_page(council.everybody[name], text.pk, SOUGHT)


def test_wording_that_left_the_text_takes_what_was_said_along(council: Council, text: Text) -> None:
    trade(council, text)
    drafting.withdraw(text.pk, by=council.delegate("XBB"), choice="2", seen=factories.seen(text), key=factories.key())
    page = help_for(council, text)
    assert (page.choices, [each.choice for each in page.singles], page.packages) == (1, ["1", "1"], ())


@pytest.mark.parametrize(
    ("query", "sought"),
    [
        ({"share": "1/2", "asking": "on", "longest": "4"}, Sought(SoughtForm({"share": "1/2"}).sought.share, True, 4)),
        ({"share": "9/2", "longest": "x"}, SOUGHT),
        ({"longest": "-3"}, SOUGHT),
    ],
)
def test_what_cannot_be_read_in_the_address_is_not_asked(query: dict[str, str], sought: Sought) -> None:
    assert SoughtForm(query).sought == sought
