"""The power of a rule: its game wins exactly when the rule adopts."""

from datetime import date
from fractions import Fraction

import pytest

from accord.engine.rules import Member, Rule
from accord.engine.rules.changing import wins
from accord.engine.rules.power import power
from accord.engine.rules.power_games import Game, NoGame, Quota, Wins, passes
from accord.engine.rules.power_rules import game_of, with_stand_ins
from accord.engine.rules.weighing import weigh
from accord.formats import rules as shipped
from accord.formats.rulefiles import read_rules

DAY = date(2024, 6, 21)
HEAD = """\
id: example
question: substance
roster:
  - {member: XAA, weights: {votes: 4}}
  - {member: XBB, weights: {votes: 3}}
  - {member: XCC, weights: {votes: 2}}
  - {member: XDD, weights: {votes: 2}}
groups: {permanent: [XAA]}
quorum: {more_than: {measure: count, set: present, share: 1/2, of: members}}
"""
TESTS = {
    "share of a weight": "at_least: {measure: votes, set: for, share: 3/5, of: members}",
    "more than half of those cast": "more_than: {set: for, share: 1/2, of: cast}",
    "a veto": "all_of: [{at_least: {set: for, number: 2}}, {none_of: {set: against, within: permanent}}]",
    "an override": (
        "any_of: [{at_least: {measure: votes, set: for, share: 70%, of: members}}, "
        "{at_most: {set: not_for, number: 1}}]"
    ),
    "a negation": "not: {at_least: {measure: votes, set: against, number: 5}}",
    "consensus": "none_of: {set: objecting}",
}


def rule_with(test: str, kind: str = "vote") -> Rule:
    (rule,) = read_rules(f"{HEAD}stages:\n  - kind: {kind}\n    test: {{{test}}}\n", "example.yaml")
    return rule


def adopts(rule: Rule, members: tuple[Member, ...], coalition: frozenset[int]) -> bool:
    positions = ["for" if place in coalition else "against" for place in range(len(members))]
    codes = [member.code for member in members]
    return wins(weigh(rule, members, codes, positions), positions)


def coalitions(count: int) -> list[frozenset[int]]:
    return [frozenset(place for place in range(count) if number >> place & 1) for number in range(2**count)]


def require_same(rule: Rule, members: tuple[Member, ...]) -> Game:
    game = game_of(rule, members)
    every = coalitions(len(members))
    assert [passes(game.test, each) for each in every] == [adopts(rule, members, each) for each in every]
    return game


@pytest.mark.parametrize("test", TESTS.values(), ids=TESTS.keys())
def test_game_of_a_rule_wins_where_the_rule_adopts(test: str) -> None:
    rule = rule_with(test, "consensus" if "objecting" in test else "vote")
    game = require_same(rule, rule.roster.at(DAY))
    assert game.members == ("XAA", "XBB", "XCC", "XDD")


@pytest.mark.parametrize("name", ["csto-consensus", "csto-procedure", "csto-limited-format"])
def test_game_of_a_shipped_rule_wins_where_the_rule_adopts(name: str) -> None:
    rule = shipped.in_force(name, DAY)
    require_same(rule, rule.roster.at(DAY))


NOT_MONOTONIC = """all_of:
          - at_least: {set: for, number: 1}
          - any_of: [{at_most: {measure: votes, set: for, number: 3}}, {at_least: {set: for, number: 4}}]
    """


def test_game_of_a_rule_that_more_support_can_defeat_is_asked_coalition_by_coalition() -> None:
    (rule,) = read_rules(f"{HEAD}stages:\n  - kind: vote\n    test:\n        {NOT_MONOTONIC}\n", "example.yaml")
    assert isinstance(require_same(rule, rule.roster.at(DAY)).test, Wins)


def test_game_that_everybody_together_cannot_win_is_refused() -> None:
    rule = rule_with("at_most: {measure: votes, set: for, number: 7}")
    with pytest.raises(NoGame, match="No coalition wins"):
        game_of(rule, rule.roster.at(DAY))


def test_game_of_a_rule_prints_its_weight() -> None:
    rule = rule_with(TESTS["share of a weight"])
    assert game_of(rule, rule.roster.at(DAY)).printed_weights == (4, 3, 2, 2)


def test_game_of_a_rule_leaves_a_quorum_out_with_everybody_there() -> None:
    rule = rule_with(TESTS["share of a weight"])
    assert game_of(rule, rule.roster.at(DAY)).test == Quota((4, 3, 2, 2), 7)


@pytest.mark.parametrize(
    ("day", "winning", "permanent", "other"),
    [
        (DAY, 848, Fraction(421, 2145), Fraction(4, 2145)),
        (date(1960, 1, 1), 57, Fraction(76, 385), Fraction(1, 462)),
    ],
)
def test_power_in_the_security_council(day: date, winning: int, permanent: Fraction, other: Fraction) -> None:
    rule = shipped.in_force("un-sc-substance", day)
    found = power(game_of(rule, with_stand_ins(rule, rule.roster.at(day))))
    assert found.winning == winning
    assert {each.member: each.shapley for each in found.members}["FRA"] == permanent
    assert (found.members[-1].member[:4], found.members[-1].shapley) == ("seat", other)


@pytest.mark.parametrize(
    ("day", "members", "winning"), [(date(2018, 1, 1), 28, 30_321_728), (date(2021, 1, 1), 27, None)]
)
def test_power_in_a_union(day: date, members: int, winning: int | None) -> None:
    rule = shipped.in_force("eu-council-lisbon", day)
    found = power(game_of(rule, rule.roster.at(day)))
    assert (len(found.members), found.exact) == (members, True)
    assert winning in (None, found.winning)
    assert sum(each.shapley for each in found.members) == 1


def test_power_under_consensus_is_trivial() -> None:
    rule = shipped.in_force("osce-consensus", DAY)
    assert power(game_of(rule, rule.roster.at(DAY))).trivial
