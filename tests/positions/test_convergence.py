"""The page of convergence: figures of each round, and names for those alone who see them."""

from datetime import timedelta

import pytest

from accord.access import NotVisible, Role
from accord.access.queries import audience_of
from accord.access.subjects import seat
from accord.drafting import actions as drafting
from accord.drafting.models import Text
from accord.positions.queries.convergence import convergence_page
from accord.record import clock
from tests import factories
from tests.factories import Council


def named(council: Council, text: Text, label: str) -> None:
    """Give the text as it is a name."""
    drafting.issue_revision(text.pk, by=council.secretariat, label=label, key=factories.key())


def test_rounds_show_what_was_raised_moved_and_lifted(council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    factories.propose(text, council.delegate("XBB"), "Invite partners", "Ask partners")
    named(council, text, "Rev.1")
    first, second = factories.choices(text)
    drafting.support(
        text.pk, by=council.delegate("XCC"), choice=first, alternative=1, seen=factories.seen(text), key=factories.key()
    )
    there = {"choice": second, "seen": factories.seen(text)}
    drafting.withdraw(text.pk, by=council.delegate("XBB"), key=factories.key(), **there)
    zero, rev, now = convergence_page(council.delegate("XAA"), text.pk).rounds
    assert (zero.label, rev.label, now.label) == ("Zero draft", "Rev.1", "")
    assert (zero.choices, rev.choices, now.choices) == (0, 2, 1)
    assert [(each.number, [one.code for one in each.holders]) for each in rev.raised] == [
        (first, ["XAA"]), (second, ["XBB"])
    ]  # fmt: skip
    assert [(each.number, [one.code for one in each.holders]) for each in now.lifted] == [(second, ["XBB"])]
    assert [(each.holder.code, each.numbers) for each in now.moved] == [("XCC", (first,))]
    assert (rev.held, now.held, now.silent) == (2, 2, 2)
    assert 0 < now.open_share < rev.open_share


def test_partner_sees_the_figures_and_no_code(council: Council) -> None:
    own = council.organisation.pk
    tokens = [f"{own}:member-seat", seat(own, Role.PARTNER, "XPP")]
    text = factories.text_of(council, audience=audience_of(own, "wide", tokens).pk)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    named(council, text, "Rev.1")
    page = convergence_page(council.partner, text.pk)
    assert (page.now.choices, page.names) == (1, False)
    assert "XAA" not in repr(page)
    assert "XAA" in repr(convergence_page(council.delegate("XBB"), text.pk))


def test_last_movement_is_not_the_last_act(council: Council) -> None:
    with clock.frozen(clock.now() + timedelta(days=1)):
        text = factories.text_of(council)
        factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
        moved = clock.now()
    with clock.frozen(moved + timedelta(days=5)):
        named(council, text, "Rev.1")
        page = convergence_page(council.chair, text.pk)
    assert (page.moved_at, page.still) == (moved, 5)


def test_who_is_not_admitted_finds_nothing(council: Council) -> None:
    text = factories.text_of(council)
    for who in (council.partner, council.public):
        with pytest.raises(NotVisible):
            convergence_page(who, text.pk)
