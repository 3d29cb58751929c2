"""Since you last looked: only what touches the own wording, or waits for an answer."""

from __future__ import annotations

import pytest

from accord.access import NotVisible
from accord.drafting import actions
from accord.drafting.models import Look, Text
from accord.drafting.pages.since import SincePage, Touch
from accord.drafting.queries.since import number_seen, since_page
from accord.drafting.touching import Deed, Ground, answerable, changed_choices, ground_of, if_nothing, sort_out
from accord.engine import text as engine
from tests import factories
from tests.factories import Council

ROSTER = ["XAA", "XBB", "XCC"]


def rolling(**wordings: str) -> engine.Text:
    """Return "The Parties shall meet soon." with what these delegations want instead."""
    return engine.compile_text(
        "The Parties shall meet soon.\n", {code: f"{text}\n" for code, text in wordings.items()}, delegations=ROSTER
    )


def touches(page: SincePage) -> list[Touch]:
    return [touch for place in page.places for touch in place.touches]


def deed(number: int, code: str, *choices: str, verb: str = "proposed", blocks: tuple[str, ...] = ()) -> Deed:
    return Deed(number, verb, code, frozenset(choices), frozenset(blocks))


def test_ground_holds_own_choices_of_both_texts_and_those_of_own_deeds() -> None:
    then = rolling(XAA="The Parties should meet soon.")
    now = rolling(XBB="The Parties shall meet tomorrow.")
    ground = ground_of(now, then, [deed(4, "XAA", "7")], "XAA")
    assert ground.choices == {"1", "7"}
    assert ground.blocks == {then.blocks[0].id}
    assert ground_of(now, now, [], "XCC") == Ground(frozenset(), frozenset())


def test_sorting_leaves_out_own_deeds_and_counts_the_rest_elsewhere() -> None:
    ground = Ground(frozenset({"1"}), frozenset({"b1"}))
    found = sort_out(
        [
            deed(1, "XBB", "1"),
            deed(2, "XAA", "1"),
            deed(3, "XBB", "2", blocks=("b1",)),
            deed(4, "", verb="agreed", blocks=("b1", "b2")),
            deed(5, "", verb="issued"),
        ],
        ground,
        "XAA",
    )
    assert {number: [each.number for each in deeds] for number, deeds in found.by_choice.items()} == {"1": [1]}
    assert {block: [each.number for each in deeds] for block, deeds in found.by_block.items()} == {"b1": [4]}
    assert [each.number for each in found.elsewhere] == [3, 5]


def test_changed_choices_are_those_with_other_wording_or_holders() -> None:
    before = rolling(XAA="The Parties should meet soon.", XBB="The Parties shall meet tomorrow.")
    joined = rolling(
        XAA="The Parties should meet soon.", XBB="The Parties shall meet tomorrow.", XCC="The Parties should meet soon."
    )
    assert changed_choices(before, before) == frozenset()
    assert changed_choices(before, joined) == {"1"}


def test_one_tap_answers_what_the_chair_proposes_before_what_others_hold() -> None:
    body = rolling(XAA="The Parties should meet soon.", XBB="The Parties must meet soon.")
    (standing,) = engine.choices(body)
    held = {code: engine.held(standing.choice, code) for code in ("XAA", "XBB")}
    assert answerable(standing.choice, -1, "XAA", [deed(1, "XBB", "1")]) == held["XBB"]
    assert answerable(standing.choice, 0, "XAA", [deed(1, "XBB", "1")]) == 0
    assert answerable(standing.choice, -1, "XAA", [deed(1, "XAA", "1")]) is None
    with_chair = engine.compromise(body, "1", "may")
    (standing,) = engine.choices(with_chair)
    assert answerable(standing.choice, -1, "XAA", [deed(1, "XBB", "1")]) == engine.held(standing.choice, engine.CHAIR)


def test_silence_means_more_in_the_room_than_outside_it() -> None:
    assert if_nothing(closing=True, asked=True, here=True, wording="“a”").startswith("the chair may close")
    assert if_nothing(closing=True, asked=True, here=False, wording="“a”").startswith("the choice stays open")
    assert if_nothing(closing=False, asked=False, here=True, wording="“a”").startswith("you keep “a”")


def test_since_page_shows_what_another_delegation_put_against_own_wording(council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    actions.look(text.pk, by=council.delegate("XAA"))
    factories.propose(text, council.delegate("XBB"), "once a year", "thrice a year")
    factories.propose(text, council.delegate("XCC"), "every meeting", "each meeting")
    page = since_page(council.delegate("XAA"), text.pk)
    (touch,) = touches(page)
    assert (touch.number, touch.awaits) == ("1", False)
    assert touch.option is not None
    assert touch.option.plain == "thrice"
    assert touch.mine is not None
    assert touch.mine.plain == "twice"
    assert [event.on_behalf_of for event in touch.events] == ["XBB"]
    assert page.elsewhere == 1
    assert page.heading == "1 thing touches your wording; no answer is awaited."


def test_since_page_of_who_holds_nothing_is_empty_and_says_how_much_is_elsewhere(council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    page = since_page(council.delegate("XBB"), text.pk)
    assert page.places == ()
    assert page.elsewhere == 1
    assert page.heading == "Nothing touches your wording."


def test_compromise_awaits_an_answer_until_it_is_taken_or_declined(council: Council) -> None:
    text = factories.text_of(council)
    by = council.delegate("XAA")
    factories.propose(text, by, "once a year", "twice a year")
    _compromise(council, text, "as needed in a")
    page = since_page(by, text.pk)
    (touch,) = touches(page)
    assert touch.awaits
    assert touch.option is not None
    assert touch.option.is_chair
    assert touch.if_nothing == "you keep “twice”, and the choice stays open."
    actions.reject(
        text.pk,
        by=by,
        choice="1",
        alternative=touch.option.index,
        seen=factories.seen(text),
        key=factories.key(),
    )
    (after,) = touches(since_page(by, text.pk))
    assert not after.awaits
    assert after.mine is not None
    assert after.mine.plain == "twice"


def test_proposal_to_close_awaits_who_holds_other_wording_even_when_read(council: Council) -> None:
    text = factories.text_of(council)
    by = council.delegate("XAA")
    factories.propose(text, by, "once a year", "twice a year")
    closing = actions.propose_closing(
        text.pk, by=council.chair, choice="1", alternative=0, seen=factories.seen(text), key=factories.key()
    )
    actions.ask(text.pk, by=council.chair, closing=closing.pk, key=factories.key())
    actions.look(text.pk, by=by)
    (touch,) = touches(since_page(by, text.pk))
    assert (touch.awaits, touch.asked, touch.closing, touch.events) == (True, True, closing.pk, ())
    actions.object_to(text.pk, by=by, closing=closing.pk, key=factories.key())
    assert touches(since_page(by, text.pk)) == []


def test_closed_choice_is_shown_under_its_paragraph(council: Council) -> None:
    text = factories.text_of(council)
    by = council.delegate("XAA")
    factories.propose(text, by, "once a year", "twice a year")
    actions.look(text.pk, by=by)
    closing = actions.propose_closing(
        text.pk, by=council.chair, choice="1", alternative=1, seen=factories.seen(text), key=factories.key()
    )
    actions.close(text.pk, by=council.chair, closing=closing.pk, key=factories.key())
    (place,) = since_page(by, text.pk).places
    (touch,) = place.touches
    assert place.paragraph is not None
    assert touch.gone
    assert touch.events[0].sentence == "Chair closes choice 1 on “twice”"


def test_agreement_and_reopening_touch_who_has_something_in_the_paragraph(council: Council) -> None:
    text = factories.text_of(council)
    block = factories.block(text, "publish the report")
    actions.agree(
        text.pk,
        by=council.chair,
        block=block,
        forum="plenary",
        pending=["XDD"],
        seen=factories.seen(text),
        key=factories.key(),
    )
    (touch,) = touches(since_page(council.delegate("XDD"), text.pk))
    assert touch.number == ""
    assert touches(since_page(council.delegate("XAA"), text.pk)) == []


def test_reading_moves_no_mark_and_the_mark_never_goes_back(council: Council) -> None:
    text = factories.text_of(council)
    by = council.delegate("XAA")
    factories.propose(text, council.delegate("XBB"), "once a year", "twice a year")
    text = Text.objects.get(pk=text.pk)
    since_page(by, text.pk)
    assert not Look.objects.exists()
    actions.look(text.pk, by=by, number=2)
    actions.look(text.pk, by=by, number=1)
    assert number_seen(by, text) == 2
    actions.look(text.pk, by=by, number=99)
    assert number_seen(by, text) == 2


def test_since_page_of_a_stranger_does_not_exist(council: Council) -> None:
    other = factories.council("Other Council", prefix="other-")
    text = factories.text_of(council)
    for by in (other.delegate("XAA"), council.partner, council.public):
        with pytest.raises(NotVisible):
            since_page(by, text.pk)


def _compromise(council: Council, text: Text, wording: str) -> None:
    actions.write_compromise(
        text.pk, by=council.chair, choice="1", wording=wording, seen=factories.seen(text), key=factories.key()
    )
