"""Laws of every rule: one more in favour never defeats, and what is said to turn an outcome turns it."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.engine.rules import Line, Member, Outcome, Rule, flaws
from accord.formats.rules import in_force, shipped, versions
from tests.engine.rules.cases import DAY, SIX, outcome, rule_of

VALUES = ("for", "against", "abstain", "absent", "not_voting")
TURNS = ("for", "against", "abstain", "absent", "objection")
RANK = {"not_adopted": 0, "undetermined": 1, "adopted": 2}
TESTS = st.sampled_from([
    "{more_than: {set: for, share: 1/2, of: cast}}",
    "{at_least: {set: for, share: 2/3, of: members}}",
    "{at_least: {measure: votes, set: for, share: 3/5, of: present}}",
    "{all_of: [{at_least: {set: for, number: 3}}, {none_of: {set: against, within: few}}]}",
    "{any_of: [{at_least: {measure: votes, set: for, number: 9}}, {at_most: {set: not_for, number: 1}}]}",
    "{all_of: [{at_least: {set: for, share: 55%, of: participants}},"
    " {at_least: {measure: votes, set: for, share: 65%, of: participants}}]}",
    "{none_of: {set: against}}",
])  # fmt: skip
ROSTER = "[" + ", ".join(f"{{member: {code}, weights: {{votes: {5 - n // 2}}}}}" for n, code in enumerate(SIX)) + "]"
QUORUM = "quorum: {more_than: {set: present, share: 1/2, of: members}}\n"


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Draw a rule of six members with weights and a group of two."""
    quorum = draw(st.sampled_from(["", QUORUM]))
    return rule_of(draw(TESTS), members=ROSTER, more=f"{quorum}groups: {{few: [XAA, XBB]}}")


positions = st.lists(st.sampled_from([*VALUES, ""]), min_size=6, max_size=6)


def of(rule: Rule, said: Sequence[str]) -> Outcome:
    return outcome(rule, [Line(code, value) for code, value in zip(SIX, said, strict=True) if value])


def moved(said: Sequence[str], codes: Sequence[str], target: str) -> list[str]:
    return [target if code in codes else value for code, value in zip(SIX, said, strict=True)]


@settings(deadline=None)
@given(rules(), positions, st.integers(0, 5))
def test_one_more_in_favour_never_defeats(rule: Rule, said: list[str], index: int) -> None:
    more = [*said[:index], "for", *said[index + 1 :]]
    if said[index]:
        assert RANK[of(rule, more).outcome] >= RANK[of(rule, said).outcome]
    elif of(rule, said).outcome != "undetermined":
        assert of(rule, more).outcome == of(rule, said).outcome


@settings(deadline=None)
@given(rules(), positions)
def test_what_is_determined_stays_so_whatever_the_missing_say(rule: Rule, said: list[str]) -> None:
    found = of(rule, said)
    fillings = [[value or fill for value in said] for fill in VALUES]
    reached = {of(rule, each).outcome for each in fillings}
    if found.outcome == "undetermined":
        assert found.missing == tuple(code for code, value in zip(SIX, said, strict=True) if not value)
    else:
        assert reached == {found.outcome}


@settings(max_examples=40, deadline=None)
@given(rules(), positions)
def test_pivotal_members_are_those_who_turn_it_alone(rule: Rule, said: list[str]) -> None:
    found = of(rule, said)
    movers = found.missing if found.outcome == "undetermined" else SIX
    others = {"undetermined", found.outcome}
    turning = [
        code for code in movers if any(of(rule, moved(said, [code], each)).outcome not in others for each in TURNS)
    ]
    assert list(found.changes.pivotal) == turning


@settings(max_examples=25, deadline=None)
@given(rules(), positions)
def test_each_set_that_is_named_turns_it_and_no_smaller_one_does(rule: Rule, said: list[str]) -> None:
    found = of(rule, said)
    movers = found.missing if found.outcome == "undetermined" else SIX
    others = {"undetermined", found.outcome}

    def turns(codes: Sequence[str]) -> bool:
        return any(of(rule, moved(said, codes, each)).outcome not in others for each in TURNS)

    for codes in found.changes.to_change:
        assert turns(codes)
    smallest = next((size for size in range(1, 7) if any(turns(each) for each in combinations(movers, size))), 0)
    assert min((len(codes) for codes in found.changes.to_change), default=0) == smallest


def filled(rule: Rule) -> tuple[Member, ...]:
    named = rule.roster.at(rule.end or DAY)
    seats = rule.roster.seats or len(named) or 6
    return (*named, *(Member(f"Q{number:02}") for number in range(len(named), seats)))


EVERY = [(rule.id, rule) for id_ in sorted(shipped()) for rule in versions(id_)]


@pytest.mark.parametrize(("_", "rule"), EVERY, ids=[f"{id_}-{rule.start}" for id_, rule in EVERY])
def test_shipped_rule_is_sound(_: str, rule: Rule) -> None:
    assert flaws(rule, filled(rule)) == ()


@pytest.mark.parametrize("id_", [id_ for id_ in sorted(shipped()) if in_force(id_, DAY)])
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_shipped_rule_is_monotonic(id_: str, data: st.DataObject) -> None:
    rule = in_force(id_, DAY)
    assert rule
    codes = [member.code for member in filled(rule)]
    subject = codes[0] if rule.needs_subject else ""
    said = data.draw(st.lists(st.sampled_from(VALUES), min_size=len(codes), max_size=len(codes)))
    index = data.draw(st.integers(0, len(codes) - 1))

    def ranked(positions: Sequence[str]) -> int:
        lines = [Line(code, value) for code, value in zip(codes, positions, strict=True)]
        return RANK[outcome(rule, lines, subject=subject).outcome]

    assert ranked([*said[:index], "for", *said[index + 1 :]]) >= ranked(said)
