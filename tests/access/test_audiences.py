"""Who is admitted: seats, audiences, and audiences within others; the filter says what a naive reading says."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from accord.access import PUBLIC, Role, Subject, new_id
from accord.access.models import Audience, AudienceSeat
from accord.access.queries import (
    audience_of,
    council_audience,
    delegation_audience,
    is_public,
    named_audience,
    public_audience,
    visible_audiences,
)
from accord.access.subjects import EVERYBODY, member_seat, seat

ORG, OTHER = "organisation-one", "organisation-two"


def subject(role: Role, code: str = "", organisation: str = ORG) -> Subject:
    return Subject(1, f"{role}-{code}", organisation, role, code, role == Role.DELEGATE)


SUBJECTS = [
    PUBLIC,
    *(subject(role, organisation=place) for place in (ORG, OTHER) for role in (Role.CHAIR, Role.SECRETARIAT)),
    *(subject(Role.DELEGATE, code, place) for place in (ORG, OTHER) for code in ("XAA", "XBB")),
    *(subject(Role.PARTNER, code, place) for place in (ORG, OTHER) for code in ("XAA", "XPP")),
]
TOKENS = sorted({token for each in SUBJECTS for token in each.tokens})


def admits(audience: Audience, by: Subject) -> bool:
    """Say naively whether an audience admits somebody."""
    seats = {each.token for each in audience.seats.all()}
    inside = audience.within is None or admits(audience.within, by)
    return inside and bool(seats & by.tokens)


class Filter(TestCase):
    """visible_audiences agrees with the naive reading on every audience and subject."""

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(st.sets(st.sampled_from(TOKENS)), st.booleans()), min_size=1, max_size=5))
    def test_filter_says_what_the_seats_say(self, wanted: list[tuple[set[str], bool]]) -> None:
        outer: Audience | None = None
        for number, (tokens, inside) in enumerate(wanted):
            made = audience_of(ORG, f"audience {number}", tokens, within=outer if inside else None)
            outer = made if made.within is None else outer
        for by, audience in product(SUBJECTS, Audience.objects.all()):
            found = visible_audiences(by).filter(pk=audience.pk).exists()
            assert found == admits(audience, by), (by, sorted(each.token for each in audience.seats.all()))


def visible(audience: Audience) -> set[tuple[str | None, str, str]]:
    admitted = (each for each in SUBJECTS if visible_audiences(each).filter(pk=audience.pk).exists())
    return {(each.organisation_id, each.role, each.delegation) for each in admitted}


COUNCIL = {
    (ORG, Role.CHAIR, ""),
    (ORG, Role.SECRETARIAT, ""),
    (ORG, Role.DELEGATE, "XAA"),
    (ORG, Role.DELEGATE, "XBB"),
}


@pytest.mark.django_db
def test_council_is_all_delegations_the_chair_and_the_secretariat() -> None:
    assert visible(council_audience(ORG)) == COUNCIL
    assert len(visible(public_audience(ORG))) == len(SUBJECTS)


@pytest.mark.django_db
def test_delegation_is_neither_the_chair_nor_a_partner_of_the_same_code() -> None:
    own = delegation_audience("XAA", within=council_audience(ORG))
    assert visible(own) == {(ORG, Role.DELEGATE, "XAA")}
    shown = delegation_audience("XAA", within=council_audience(ORG), with_chair=True)
    assert visible(shown) == COUNCIL - {(ORG, Role.DELEGATE, "XBB")}


@pytest.mark.django_db
def test_what_is_derived_from_a_text_is_for_those_admitted_to_it_alone() -> None:
    """The secretariat and XBB are not admitted: no draft shown "to the chair" reaches them."""
    narrow = audience_of(ORG, "narrow", [seat(ORG, Role.CHAIR), seat(ORG, Role.DELEGATE, "XAA")])
    assert visible(delegation_audience("XAA", within=narrow, with_chair=True)) == {
        (ORG, Role.CHAIR, ""),
        (ORG, Role.DELEGATE, "XAA"),
    }
    assert visible(delegation_audience("XBB", within=narrow)) == set()


@pytest.mark.django_db
def test_who_leaves_the_text_leaves_what_is_derived_from_it() -> None:
    narrow = audience_of(ORG, "narrow", [seat(ORG, Role.CHAIR), seat(ORG, Role.DELEGATE, "XAA")])
    own = delegation_audience("XAA", within=narrow)
    AudienceSeat.objects.filter(audience=narrow, token=seat(ORG, Role.DELEGATE, "XAA")).delete()
    assert visible(own) == set()


@pytest.mark.django_db
def test_partners_and_the_public_do_not_see_who_said_what() -> None:
    council = council_audience(ORG)
    assert named_audience(council) == council
    for extra in (seat(ORG, Role.PARTNER, "XPP"), EVERYBODY):
        wider = audience_of(ORG, f"wider {extra}", [member_seat(ORG), extra])
        assert (ORG, Role.PARTNER, "XPP") in visible(wider)
        assert visible(named_audience(wider)) == COUNCIL


@pytest.mark.django_db
def test_audience_is_made_once() -> None:
    first = audience_of(ORG, "narrow", [seat(ORG, Role.CHAIR)])
    assert audience_of(ORG, "narrow", [EVERYBODY]) == first
    assert [each.token for each in first.seats.all()] == [seat(ORG, Role.CHAIR)]
    assert audience_of(OTHER, "narrow", [seat(OTHER, Role.CHAIR)]) != first
    assert not is_public(first)
    assert is_public(public_audience(ORG))


def test_seats_of_two_organisations_never_meet() -> None:
    for one, two in product(SUBJECTS, SUBJECTS):
        if one.organisation_id != two.organisation_id:
            assert one.tokens & two.tokens == {EVERYBODY}


def test_mandate_without_an_organisation_is_the_public() -> None:
    for role in Role:
        assert Subject(1, "somebody", None, role, "XAA", True).tokens == {EVERYBODY}


def test_ids_are_random_and_have_no_order() -> None:
    made = [new_id() for _each in range(2000)]
    assert len(set(made)) == 2000
    assert {len(each) for each in made} == {16}
    assert made != sorted(made)
    assert not {*"lo01"} & {*"".join(made)}
