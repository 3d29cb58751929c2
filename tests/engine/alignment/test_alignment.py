"""Similarity of approaches: laws, and bounds against every filling."""

from fractions import Fraction
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.engine import alignment as engine
from accord.engine.alignment import Approaches, NotComparable, Point, Stance
from accord.engine.alignment.chance import mean_interval, t_quantile
from accord.engine.alignment.model import table_of

MEMBERS = ("XAA", "XBB", "XCC", "XDD", "XEE", "XFF")
LETTERS = {"Y": 2, "A": 1, "N": 0, "X": -1}


def table(*rows: str, weights: list[float] | None = None, topics: list[str] | None = None) -> Approaches:
    """Return one point a row, one member a letter."""
    points = [
        Point(f"P{number}", (weights or [1.0] * len(rows))[number], (topics or [""] * len(rows))[number])
        for number in range(len(rows))
    ]
    levels = np.array([[LETTERS[letter] for letter in row] for row in rows], dtype=np.int8)
    return table_of(MEMBERS[: len(rows[0])], points, levels, ())


def mean_similarity(levels: list[int]) -> Fraction:
    pairs = list(combinations(levels, 2))
    return 1 - sum(Fraction(abs(a - b), 2) for a, b in pairs) / len(pairs)


tables = st.integers(2, 5).flatmap(
    lambda size: st.lists(st.text("YANX", min_size=size, max_size=size), min_size=1, max_size=6)
)


# Bounds.


@given(st.text("YANX", min_size=2, max_size=6))
def test_bounds_are_those_of_every_filling(row: str) -> None:
    unknown = row.count("X")
    fillings = []
    for filling in product((0, 1, 2), repeat=unknown):
        left = iter(filling)
        fillings.append(mean_similarity([next(left) if letter == "X" else LETTERS[letter] for letter in row]))
    found = engine.bounds(table(row))
    assert (found.lower, found.upper) == pytest.approx((float(min(fillings)), float(max(fillings))), abs=1e-12)


@given(st.lists(st.sampled_from("YANX"), min_size=2, max_size=60))
def test_bounds_of_many_are_those_of_every_division_of_the_unknown(letters: list[str]) -> None:
    row, unknown, size = "".join(letters), letters.count("X"), len(letters)
    against, between = row.count("N"), row.count("A")

    def similarity(more_against: int, more_between: int) -> float:
        low, high = against + more_against, against + more_against + between + more_between
        return 1 - (low * (size - low) + high * (size - high)) / 2 / (size * (size - 1) / 2)

    every = [similarity(a, b) for a in range(unknown + 1) for b in range(unknown + 1 - a)]
    levels = np.array([[LETTERS[letter] for letter in row]], dtype=np.int8)
    found = engine.bounds(table_of(map(str, range(size)), [Point("P")], levels, ()))
    assert (found.lower, found.upper) == pytest.approx((min(every), max(every)), abs=1e-12)


def test_bounds_weigh_points_as_the_headline_does() -> None:
    found = engine.bounds(table("YYN", "YYX", weights=[1, 3]))
    assert found.lower == pytest.approx((1 / 3 + 3 * 1 / 3) / 4)
    assert found.upper == pytest.approx((1 / 3 + 3 * 1) / 4)


# Headline.


@given(tables)
def test_headline_is_the_mean_over_known_pairs(rows: list[str]) -> None:
    known = [[LETTERS[letter] for letter in row if letter != "X"] for row in rows]
    values = [mean_similarity(levels) for levels in known if len(levels) > 1]
    value = engine.headline(table(*rows)).value
    assert value == (pytest.approx(float(sum(values) / len(values))) if values else None)


def test_headline_coverage_is_the_share_of_known_pairs() -> None:
    assert engine.headline(table("YYXX", "YYYX")).coverage == pytest.approx((1 + 3) / 12)


def test_headline_alpha_is_not_defined_where_all_is_the_same() -> None:
    assert engine.headline(table("YYY", "YYX")).alpha is None


def test_headline_alpha_of_a_worked_example() -> None:
    rows = [(2, 2), (2, 0), (0, 0), (2, 2), (1, 2)]
    values = [Fraction(level, 2) for row in rows for level in row]
    observed = sum(2 * (Fraction(a - b, 2)) ** 2 for a, b in rows) / 10
    expected = sum((a - b) ** 2 for a in values for b in values) / Fraction(10 * 9)
    found = engine.headline(table("YY", "YN", "NN", "YY", "AY")).alpha
    assert found == pytest.approx(float(1 - observed / expected))


def test_headline_has_an_interval_from_eight_points_up() -> None:
    rows = ["YYN", "YYY", "YAN", "YYA", "YYY", "NYY", "AYY"]
    assert engine.headline(table(*rows)).interval is None
    eight = engine.headline(table(*rows, "YYN"))
    assert eight.interval is not None
    assert eight.interval[0] < eight.value < eight.interval[1]
    assert eight.indicative
    assert not engine.headline(table(*rows, *rows, "YYY")).indicative


def test_headline_interval_takes_points_of_one_topic_as_one() -> None:
    rows = ["YYN", "YYY"] * 6
    alone = engine.headline(table(*rows)).interval
    together = engine.headline(table(*rows, topics=["a", "b"] * 6)).interval
    assert together[1] - together[0] > alone[1] - alone[0]
    assert engine.headline(table(*rows, topics=["a"] * 12)).interval is None


def test_interval_is_that_of_student() -> None:
    values = np.array([0.2, 0.4, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
    low, high = mean_interval(values, np.ones(8), list("abcdefgh"))
    reach = 1.894578605 * values.std(ddof=1) / 8**0.5
    assert (low, high) == pytest.approx((values.mean() - reach, values.mean() + reach), abs=1e-8)


@pytest.mark.parametrize(
    ("freedom", "value"), [(1, 6.313752), (2, 2.919986), (7, 1.894579), (30, 1.697261), (1000, 1.646379)]
)
def test_quantile_of_student(freedom: int, value: float) -> None:
    assert t_quantile(freedom, 0.95) == pytest.approx(value, abs=1e-6)


# What may be said.


def test_large_extent_needs_the_lower_bound_and_not_the_value() -> None:
    known = engine.headline(table("YYYYYY", "YYYYYN"))
    hidden = engine.headline(table("YYYYYX", "YYYYXX"))
    assert (known.value, known.is_large_extent) == (pytest.approx(5 / 6), True)
    assert (hidden.value, hidden.lower < 0.75, hidden.is_large_extent) == (1, True, False)


def test_large_extent_is_not_said_over_a_formal_objection() -> None:
    stances = [Stance(f"P{n}", member, 2) for n in range(9) for member in MEMBERS]
    points = [Point(f"P{n}") for n in range(10)]
    last = [Stance("P9", member, 2) for member in MEMBERS[1:]]
    without = engine.approaches([*stances, *last, Stance("P9", "XAA", 0)], points)
    objected = engine.approaches([*stances, *last, Stance("P9", "XAA", 0, objects=True)], points)
    assert engine.headline(without).is_large_extent
    assert not engine.headline(objected).is_large_extent
    assert engine.headline(objected).objected == ("P9",)


def test_similar_points_are_those_that_stay_similar() -> None:
    found = engine.headline(table("YYYYYY", "YYYYYX", "YYYXXX", "NNNNNN"))
    assert (found.similar, found.points) == (2, 4)


# Pairs and points.


@given(tables)
def test_pairs_are_what_counting_gives(rows: list[str]) -> None:
    found = table(*rows)
    expected = []
    for a, b in combinations(range(len(found.members)), 2):
        both = [(LETTERS[row[a]], LETTERS[row[b]]) for row in rows if "X" not in (row[a], row[b])]
        if both:
            distances = [abs(x - y) / 2 for x, y in both]
            similarity = pytest.approx(1 - sum(distances) / len(both))
            pair = (found.members[a], found.members[b], similarity, len(both), distances.count(0), distances.count(1))
            expected.append(pair)
    assert [(p.a, p.b, p.similarity, p.n, p.same, p.opposite) for p in engine.pairs(found, fewest=1)] == expected


def test_pairs_of_fewer_than_five_points_are_not_shown() -> None:
    assert engine.pairs(table("YY", "YY", "YY", "YY", "YX")) == []
    assert [pair.n for pair in engine.pairs(table("YY", "YY", "YY", "YY", "AA"))] == [5]


@pytest.mark.parametrize(
    ("row", "state", "known", "outliers"),
    [
        ("YYYY", "agreed", 4, ()),
        ("AAAA", "agreed", 4, ()),
        ("YYYX", "open", 3, ()),
        ("YYYA", "open", 4, ("XDD",)),
        ("YYYN", "divided", 4, ("XDD",)),
        ("YYNN", "divided", 4, ()),
        ("NYNN", "divided", 4, ("XBB",)),
        ("XXXX", "open", 0, ()),
    ],
)
def test_point_says_where_it_stands(row: str, state: str, known: int, outliers: tuple[str, ...]) -> None:
    (found,) = engine.standings(table(row))
    assert (found.state, found.known, found.outliers) == (state, known, outliers)


# Rounds.


def test_change_counts_common_points_and_members_alone() -> None:
    old = table("YYN", "YAN")
    stances = [("P0", "XAA", 2), ("P0", "XBB", 2), ("P0", "XCC", 2), ("P1", "XAA", 2), ("P1", "XBB", 1)]
    new_ones = [("P9", "XAA", 2), ("P9", "XBB", 0), ("P0", "XZZ", 0)]
    new = engine.approaches([Stance(*each) for each in (*stances, *new_ones)], [Point("P0"), Point("P1"), Point("P9")])
    found = engine.change(old, new)
    assert (found.points, found.members, found.interval) == (2, 3, None)
    assert (found.before, found.after) == pytest.approx(((1 / 3 + 1 / 2) / 2, (1 + 1 / 2) / 2))


def test_change_without_anything_in_common_is_refused() -> None:
    with pytest.raises(NotComparable, match="no point in common"):
        engine.change(table("YX", "XY"), table("XY", "YX"))


# Map and blocs.


def sides(count: int) -> Approaches:
    """Return ten points on which two groups of ``count`` stand opposite, but for one member that is between."""
    levels = np.array([[2] * count + [0] * count + [1]] * 10, dtype=np.int8)
    return table_of([f"X{n:02}" for n in range(2 * count + 1)], [Point(f"P{n}") for n in range(10)], levels, ())


def test_map_puts_opposite_groups_on_opposite_sides() -> None:
    found = engine.draw_map(sides(4))
    xs = [place.x for place in found.places]
    assert xs[:4] == pytest.approx([0.5] * 4)
    assert xs[4:8] == pytest.approx([-0.5] * 4)
    assert xs[8] == pytest.approx(0, abs=1e-9)
    assert found.explained == pytest.approx((1, 0), abs=1e-9)
    assert [place.moves for place in found.places] == pytest.approx([0] * 9, abs=1e-6)


def test_map_is_turned_to_the_earlier_one() -> None:
    earlier = engine.draw_map(table(*["YYYNNA", "YNNNNA", "AYNNYY"] * 3))
    later = table(*["NYYYNA", "NNNNYA", "YYNNYY"] * 3)
    alone, turned = engine.draw_map(later), engine.draw_map(later, earlier)

    def off(found: engine.Map) -> float:
        pairs = zip(found.places, earlier.places, strict=True)
        return sum((one.x - other.x) ** 2 + (one.y - other.y) ** 2 for one, other in pairs)

    assert off(turned) < off(alone)


def test_map_warns_where_it_is_not_to_be_trusted() -> None:
    few = engine.draw_map(table("YYN", "YNN"))
    assert (few.few_points, few.weak) == (True, False)
    random = np.random.Generator(np.random.PCG64(1)).integers(0, 3, (40, 30)).astype(np.int8)
    noise = table_of([f"X{n:02}" for n in range(30)], [Point(f"P{n}") for n in range(40)], random, ())
    assert (engine.draw_map(noise).few_points, engine.draw_map(noise).weak) == (False, True)


def test_map_leaves_out_whom_nobody_knows() -> None:
    found = engine.draw_map(table(*["YYNX"] * 9, "YYNN"))
    assert ([place.member for place in found.places], found.left_out) == (["XAA", "XBB", "XCC"], ("XDD",))


def test_blocs_are_suggested_from_twelve_members_up() -> None:
    assert engine.suggested_blocs(sides(5)) == []
    assert [len(bloc) for bloc in engine.suggested_blocs(sides(6))][:2] == [6, 6]


# What cannot be compared.


@pytest.mark.parametrize(
    ("stances", "points", "reason"),
    [
        ([], [Point("P")], "at least two members"),
        ([Stance("P", "XAA", 2)], [Point("P")], "at least two members"),
        ([Stance("P", "XAA", 2), Stance("P", "XBB", 2)], [Point("P", -1.0)], "has the weight -1"),
        ([Stance("P", "XAA", 2), Stance("P", "XBB", 2)], [Point("P", 0.0)], "nothing is compared"),
    ],
)
def test_what_cannot_be_compared_is_refused(stances: list[Stance], points: list[Point], reason: str) -> None:
    with pytest.raises(NotComparable, match=reason):
        engine.approaches(stances, points)
