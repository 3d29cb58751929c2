"""Voting power: every published table, the laws of the indices, and every quick way against the slow one."""

import csv
from fractions import Fraction
from functools import cache
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.engine.rules.power import Power, power
from accord.engine.rules.power_classes import classes_of, count_by_classes
from accord.engine.rules.power_counts import Counts
from accord.engine.rules.power_enumeration import count_by_enumeration
from accord.engine.rules.power_games import AllOf, AnyOf, Game, NoGame, Quota, Test, Wins, parse_game, passes
from accord.engine.rules.power_halves import count_by_halves
from accord.engine.rules.power_integral import shapley_by_integral
from accord.engine.rules.power_sampling import estimate_shapley, estimate_swings
from accord.engine.rules.power_series import count_by_series
from tests.shared import shared_path

F = Fraction


def codes(count: int) -> tuple[str, ...]:
    return tuple(f"X{number:03}" for number in range(count))


def game(*quotas: Quota, any_of: bool = False) -> Game:
    test = quotas[0] if len(quotas) == 1 else (AnyOf if any_of else AllOf)(quotas)
    return Game(codes(len(quotas[0].weights)), test)


# Tables of the literature.


@pytest.mark.parametrize(
    ("notation", "winning", "shapley"),
    [
        ("[12; 4, 4, 4, 2, 2, 1]", 14, {4: F(7, 30), 2: F(3, 20), 1: F(0)}),
        ("[41; 10x4, 5, 5, 3, 3, 2]", 75, {10: F(5, 28), 5: F(17, 210), 3: F(2, 35), 2: F(1, 105)}),
        ("[45; 10x4, 5x3, 3, 3, 2]", 140, {10: F(73, 420), 5: F(1, 14), 3: F(19, 630), 2: F(19, 630)}),
        (
            "[54; 10x4, 8, 5x4, 3, 3, 2]",
            402,
            {10: F(31, 231), 8: F(257, 2310), 5: F(589, 9240), 3: F(59, 1386), 2: F(41, 3465)},
        ),
        ("[39; 7x5, 1x10]", 848, {7: F(421, 2145), 1: F(4, 2145)}),
    ],
)
def test_power_of_published_councils(notation: str, winning: int, shapley: dict[int, Fraction]) -> None:
    found = power(parse_game(notation))
    assert (found.winning, found.exact) == (winning, True)
    assert {member.weight: member.shapley for member in found.members} == shapley


@pytest.mark.parametrize(
    ("notation", "banzhaf"),
    [
        ("[12; 4, 4, 4, 2, 2, 1]", {4: 5 / 21, 2: 3 / 21, 1: 0}),
        ("[41; 10x4, 5, 5, 3, 3, 2]", {10: 0.167192, 5: 0.091483, 3: 0.066246, 2: 0.015773}),
        ("[39; 7x5, 1x10]", {7: 0.166929, 1: 0.016535}),
    ],
)
def test_power_banzhaf_of_published_councils(notation: str, banzhaf: dict[int, float]) -> None:
    found = power(parse_game(notation))
    assert {member.weight: float(member.banzhaf or 0) for member in found.members} == pytest.approx(banzhaf, abs=6e-7)


@pytest.mark.parametrize(
    ("others", "needed", "winning", "swings", "shapley"),
    [(6, 7, 57, (57, 5), (F(76, 385), F(1, 462))), (10, 9, 848, (848, 84), (F(421, 2145), F(4, 2145)))],
)
def test_power_of_a_council_with_permanent_members(
    others: int, needed: int, winning: int, swings: tuple[int, int], shapley: tuple[Fraction, Fraction]
) -> None:
    council = game(Quota.of_members(5 + others, needed), Quota((1,) * 5 + (0,) * others, 5))
    found = power(council)
    counted = count_by_classes(council, classes_of(council))
    assert found.winning == winning
    assert (counted.swings[0], counted.swings[-1]) == swings
    assert (found.members[0].shapley, found.members[-1].shapley) == shapley


def union(column: str, needed: int, without: str = "") -> Game:
    with shared_path("votes", "eu_council_weights.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["country"] != without]
    people = [int(row[column]) for row in rows]
    majority = AllOf((Quota.of_members(len(rows), needed), Quota.of(people, F(65, 100) * sum(people))))
    return Game(tuple(row["country"] for row in rows), AnyOf((majority, Quota.of_members(len(rows), len(rows) - 3))))


@pytest.mark.parametrize(
    ("column", "needed", "without", "winning", "expected"),
    [
        (
            "pop2014_hundreds",
            16,
            "",
            30_321_728,
            {
                "DEU": (0.10239, 0.14426),
                "FRA": (0.08431, 0.11191),
                "POL": (0.05164, 0.06457),
                "MLT": (0.01780, 0.00862),
            },
        ),
        ("pop2011_hundreds", 15, "HRV", 17_185_450, {"DEU": (0.11410, 0.15360), "MLT": (0.01577, 0.00748)}),
    ],
)
def test_power_of_the_double_majority(
    column: str, needed: int, without: str, winning: int, expected: dict[str, tuple[float, float]]
) -> None:
    found = power(union(column, needed, without))
    assert found.winning == winning
    values = {each.member: (float(each.banzhaf or 0), float(each.shapley or 0)) for each in found.members}
    for member, pair in expected.items():
        assert values[member] == pytest.approx(pair, abs=6e-6)


@cache
def fund(share: Fraction) -> Power:
    with shared_path("votes", "imf_votes_2024-01.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    votes = [int(row["votes_derived"]) for row in rows]
    needed = sum(votes) // 2 + 1 if share == F(1, 2) else share * sum(votes)
    members = tuple(row["member"] for row in rows)
    return power(Game(members, Quota.of(votes, needed), tuple(votes)), ["banzhaf"])


@pytest.mark.parametrize(
    ("share", "largest", "passing"),
    [
        pytest.param(F(1, 2), 0.2326, 0.5, marks=pytest.mark.long),
        pytest.param(F(7, 10), 0.0754, 0.02526, marks=pytest.mark.long),
        (F(85, 100), 0.02907, 3.05e-6),
    ],
)
def test_power_in_a_fund_of_190_members(share: Fraction, largest: float, passing: float) -> None:
    found = fund(share)
    assert found.exact
    assert max(float(each.banzhaf or 0) for each in found.members) == pytest.approx(largest, abs=6e-5)
    assert float(found.passes) == pytest.approx(passing, rel=2e-3)


def test_power_of_the_second_in_a_fund_nears_the_first_where_much_is_needed() -> None:
    banzhaf = {each.member: float(each.banzhaf or 0) for each in fund(F(85, 100)).members}
    assert banzhaf["Japan"] == pytest.approx(0.02907, abs=6e-6)
    assert banzhaf["Germany"] == pytest.approx(0.02906, abs=6e-6)


ELECTORS = "[270; 54, 40, 30, 28, 19x2, 17, 16x2, 15, 14, 13, 12, 11x4, 10x5, 9x2, 8x3, 7x2, 6x6, 5x2, 4x7, 3x7]"


def test_power_of_the_electors_of_a_federation() -> None:
    federation = parse_game(ELECTORS)
    assert (sum(federation.printed_weights), len(federation.members)) == (538, 51)
    largest, second = power(federation).members[:2]
    values = [float(value or 0) for value in (largest.banzhaf, largest.shapley, second.banzhaf, second.shapley)]
    assert values == pytest.approx([0.110796, 0.108037, 0.076365, 0.077428], abs=6e-7)


# Laws.


@st.composite
def quota_games(draw: st.DrawFn, most: int = 9) -> Game:
    weights = draw(st.lists(st.integers(0, 12), min_size=1, max_size=most).filter(any))
    return game(Quota(tuple(weights), draw(st.integers(1, sum(weights)))))


@st.composite
def additive_games(draw: st.DrawFn) -> Game:
    members = draw(st.integers(1, 7))
    weights = st.lists(st.integers(0, 9), min_size=members, max_size=members).filter(any)
    quota = weights.flatmap(lambda found: st.builds(Quota, st.just(tuple(found)), st.integers(1, sum(found))))
    tests: st.SearchStrategy[Test] = st.recursive(
        quota,
        lambda inner: st.builds(
            lambda kind, parts: kind(tuple(parts)),
            st.sampled_from([AllOf, AnyOf]),
            st.lists(inner, min_size=1, max_size=3),
        ),
        max_leaves=5,
    )
    return Game(codes(members), draw(tests))


@given(quota_games())
@settings(deadline=None)
def test_power_series_agrees_with_asking_every_coalition(found: Game) -> None:
    assert isinstance(found.test, Quota)
    slow = count_by_enumeration(found)
    assert count_by_series(found.test, sizes=True) == slow
    assert count_by_series(found.test, sizes=False) == Counts(slow.winning, slow.swings)


@given(quota_games())
@settings(deadline=None)
def test_power_integral_agrees_with_asking_every_coalition(found: Game) -> None:
    assert isinstance(found.test, Quota)
    slow = [float(each) for each in count_by_enumeration(found).shapley()]
    assert shapley_by_integral(found.test) == pytest.approx(slow, abs=1e-12)


@given(additive_games())
@settings(deadline=None)
def test_power_by_classes_and_halves_agrees_with_asking_every_coalition(found: Game) -> None:
    slow = count_by_enumeration(found)
    assert count_by_classes(found, classes_of(found)) == slow
    assert count_by_halves(found) == slow


@given(additive_games())
@settings(deadline=None)
def test_power_sums_to_one_and_follows_who_matters(found: Game) -> None:
    result = power(found)
    assert sum(each.banzhaf or 0 for each in result.members) == 1
    assert sum(each.shapley or 0 for each in result.members) == 1
    everyone = frozenset(range(len(found.members)))
    for place, member in enumerate(result.members):
        others = sorted(everyone - {place})
        without = (frozenset(each) for size in range(len(others) + 1) for each in combinations(others, size))
        matters = any(passes(found.test, each | {place}) != passes(found.test, each) for each in without)
        assert bool(member.banzhaf) == bool(member.shapley) == matters


@given(quota_games())
def test_power_grows_with_weight_and_is_equal_for_equal_weights(found: Game) -> None:
    ordered = sorted(power(found).members, key=lambda each: each.weight)
    for lighter, heavier in pairwise(ordered):
        assert lighter.banzhaf <= heavier.banzhaf
        assert lighter.shapley <= heavier.shapley
        if lighter.weight == heavier.weight:
            assert (lighter.banzhaf, lighter.shapley) == (heavier.banzhaf, heavier.shapley)


@given(quota_games(), st.fractions(min_value=F(1, 9), max_value=9))
def test_power_does_not_change_with_the_scale(found: Game, scale: Fraction) -> None:
    assert isinstance(found.test, Quota)
    scaled = Quota.of([weight * scale for weight in found.test.weights], found.test.quota * scale)
    assert power(Game(found.members, scaled, found.printed_weights)) == power(found)


@given(quota_games())
def test_power_of_the_dual_is_the_same(found: Game) -> None:
    assert isinstance(found.test, Quota)
    dual = Quota(found.test.weights, sum(found.test.weights) - found.test.quota + 1)
    one, other = power(found), power(game(dual))
    assert one.members == other.members
    assert (one.winning or 0) + (other.winning or 0) == one.total


def test_power_of_any_test_is_asked_coalition_by_coalition() -> None:
    council = game(Quota.of_members(11, 7), Quota((1,) * 5 + (0,) * 6, 5))
    asked = Game(council.members, Wins(lambda coalition: passes(council.test, coalition)))
    assert count_by_enumeration(asked) == count_by_classes(council, classes_of(council))
    assert power(asked).winning == 57


# Large games.

WEIGHTS = tuple(1 + (7 * place * place) % 31 for place in range(193))


def test_power_of_193_members_is_exact() -> None:
    council = game(Quota(WEIGHTS, sum(WEIGHTS) * 2 // 3))
    found = power(council)
    assert found.exact
    assert sum(each.banzhaf or 0 for each in found.members) == 1
    assert sum(each.shapley or 0 for each in found.members) == 1
    whole = [float(each.shapley or 0) for each in found.members]
    assert shapley_by_integral(council.test) == pytest.approx(whole, abs=1e-12)


@pytest.mark.long
def test_power_of_a_thousand_members_sums_to_one() -> None:
    weights = tuple(1 + (place * place) % 51 for place in range(1000))
    assert sum(shapley_by_integral(Quota(weights, sum(weights) * 2 // 3))) == pytest.approx(1, abs=1e-9)


def test_power_of_equal_members_is_equal_however_many_they_are() -> None:
    found = power(parse_game("[129; 1x193]"))
    assert {(each.banzhaf, each.shapley) for each in found.members} == {(F(1, 193), F(1, 193))}


# Estimates.


def test_power_estimate_holds_the_true_figure() -> None:
    council = game(Quota((10, 8, 6, 4, 3, 2, 1), 20), Quota.of_members(7, 4))
    slow = count_by_enumeration(council)
    winning, swings = estimate_swings(council, 20_000)
    low, high = winning.interval
    assert low <= slow.winning / 2**7 <= high
    pairs = [(count / 2**6, each) for count, each in zip(slow.swings, swings, strict=True)]
    pairs += [
        (float(value), each) for value, each in zip(slow.shapley(), estimate_shapley(council, 20_000), strict=True)
    ]
    outside = [value for value, each in pairs if not each.interval[0] <= value <= each.interval[1]]
    assert len(outside) <= 1
    assert all(each.interval[1] - each.interval[0] < 0.02 for _, each in pairs)


def test_power_of_what_is_out_of_reach_is_estimated_and_says_so() -> None:
    weights = tuple(1 + (place * 37) % 101 for place in range(30))
    council = game(Quota(weights, sum(weights) * 2 // 3), Quota(weights[::-1], sum(weights) // 2))
    found = power(council)
    assert (found.exact, found.winning) == (False, None)
    assert found.interval is not None
    assert [name for name, _ in found.members[0].intervals] == ["banzhaf", "absolute", "shapley"]


# What is no game.


@pytest.mark.parametrize(
    ("notation", "reason"),
    [
        ("4, 3, 2", "is no weighted game"),
        ("[5; ]", "is no weight"),
        ("[5; 4, x]", "is no weight"),
        ("[5; 4, -1, 3]", "is no weight"),
        ("[9; 4, 3, 1]", "No coalition wins"),
        ("[0; 4, 3, 1]", "Every coalition wins"),
        ("[1; 1x1500, 2x1500]", "1 to 2000 members"),
        ("[1; 1x99999999999]", "1x99999999999: a game has at most"),
    ],
)
def test_power_refuses_what_is_no_game(notation: str, reason: str) -> None:
    with pytest.raises(NoGame, match=reason):
        parse_game(notation)


def test_power_reads_fractions_exactly() -> None:
    assert parse_game("[0.3; 0.1, 0.1, 0.1]").test == Quota((1, 1, 1), 3)
    assert parse_game("[1/2; 1/3x2, 0.5]").test == Quota((2, 2, 3), 3)


@pytest.mark.parametrize(
    ("members", "test", "reason"),
    [
        (("XAA", "XAA"), Quota((1, 1), 1), "XAA is a member twice"),
        (("XAA", "XBB"), Quota((1,), 1), "1 weights are given for 2 members"),
        (("XAA", "XBB"), Quota((1, -1), 1), "XBB has a weight below zero"),
    ],
)
def test_game_refuses_members_and_weights_that_do_not_fit(members: tuple[str, ...], test: Quota, reason: str) -> None:
    with pytest.raises(NoGame, match=reason):
        Game(members, test)
