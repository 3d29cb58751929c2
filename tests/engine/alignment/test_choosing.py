"""Similarity on choices between wordings: against every pair, and bounds against every filling."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.engine import alignment as engine
from accord.engine import text
from accord.engine.alignment import Approaches, Offered
from accord.engine.text.wanting import members_of, wanted

MEMBERS = ("XAA", "XBB", "XCC", "XDD", "XEE")


def offered(row: str, wordings: int = 4, number: int = 0, **more: object) -> Offered:
    """Return a choice; one digit a member says which wording it wants, a dot that it has no position."""
    wants = {code: int(letter) for code, letter in zip(MEMBERS, row, strict=False) if letter != "."}
    return Offered(f"C{number}", wordings, wants, **more)


def table(*rows: str, wordings: int = 4) -> Approaches:
    """Return one choice a row."""
    choices = [offered(row, wordings, number) for number, row in enumerate(rows)]
    return engine.on_choices(choices, MEMBERS[: len(rows[0])])


def alike(row: list[int]) -> float:
    """Return the share of pairs that want the same."""
    pairs = list(combinations(row, 2))
    return sum(a == b for a, b in pairs) / len(pairs)


rows = st.integers(2, 5).flatmap(
    lambda size: st.lists(st.text("0123.", min_size=size, max_size=size), min_size=1, max_size=6)
)


@given(st.text("0123.", min_size=2, max_size=5))
def test_bounds_are_those_of_every_filling(row: str) -> None:
    fillings = []
    for filling in product(range(4), repeat=row.count(".")):
        left = iter(filling)
        fillings.append(alike([next(left) if letter == "." else int(letter) for letter in row]))
    found = engine.bounds(table(row))
    assert (found.lower, found.upper) == pytest.approx((min(fillings), max(fillings)), abs=1e-12)


@given(rows)
def test_headline_and_pairs_are_the_share_of_known_pairs_that_want_the_same(given_rows: list[str]) -> None:
    known = [[int(letter) for letter in row if letter != "."] for row in given_rows]
    values = [alike(row) for row in known if len(row) > 1]
    found = table(*given_rows)
    value = engine.headline(found).value
    assert value == (pytest.approx(sum(values) / len(values)) if values else None)
    for pair in engine.pairs(found, fewest=1):
        places = [MEMBERS.index(code) for code in (pair.a, pair.b)]
        both = [[row[place] for place in places] for row in given_rows if all(row[place] != "." for place in places)]
        assert (pair.n, pair.same) == (len(both), sum(a == b for a, b in both))
        assert pair.opposite == pair.n - pair.same
        assert pair.similarity == pytest.approx(pair.same / pair.n)


@given(st.lists(st.text("01.", min_size=4, max_size=4), min_size=1, max_size=6))
def test_choice_between_two_wordings_is_a_point_with_two_ends(given_rows: list[str]) -> None:
    letters = {"0": 2, "1": 0, ".": -1}
    stances = [
        engine.Stance(f"C{number}", code, letters[letter])
        for number, row in enumerate(given_rows)
        for code, letter in zip(MEMBERS, row, strict=False)
    ]
    on_a_scale = engine.approaches(stances, [engine.Point(f"C{number}") for number in range(len(given_rows))])
    choosing = table(*given_rows, wordings=2)
    one, other = engine.headline(on_a_scale), engine.headline(choosing)
    assert (one.value, one.lower, one.alpha) == pytest.approx((other.value, other.lower, other.alpha), nan_ok=True)
    assert [each.state for each in engine.standings(on_a_scale)] == [each.state for each in engine.standings(choosing)]


def test_standings_name_who_stands_apart_and_a_silent_member_keeps_a_point_open() -> None:
    found = engine.standings(table("00012", "0000.", "00000"))
    assert [each.state for each in found] == ["divided", "open", "agreed"]
    assert [each.outliers for each in found] == [("XDD", "XEE"), (), ()]


def test_map_puts_members_that_want_the_same_in_one_place() -> None:
    places = {each.member: (each.x, each.y) for each in engine.draw_map(table(*["00123"] * 9)).places}
    assert places["XAA"] == pytest.approx(places["XBB"], abs=1e-9)
    assert places["XAA"] != pytest.approx(places["XCC"], abs=1e-3)


def test_phrase_needs_the_lower_bound_and_no_objection() -> None:
    agreed = [offered("00000", number=number) for number in range(4)]
    assert engine.headline(engine.on_choices(agreed, MEMBERS)).is_large_extent
    objected = [*agreed, offered("00000", number=9, objected=True)]
    assert not engine.headline(engine.on_choices(objected, MEMBERS)).is_large_extent
    assert not engine.headline(table("0000.", "000..")).is_large_extent


def test_wanted_reads_nested_choices_as_one_and_silence_as_no_position() -> None:
    rolling = text.parse(
        "%accord 1\n%base\n%delegations XAA, XBB, XCC, XDD\n\n"
        "1. Agree [to meet] [XAA, XBB: to [meet] [XBB: gather] often] [XCC: no text] soon.\n"
    )
    (found,) = wanted(rolling)
    assert found.wordings == ("to meet ", "to meet often ", "", "to gather often ")
    assert found.wants == {"XAA": 1, "XBB": 3, "XCC": 2}


def test_member_of_a_group_wants_what_its_group_does() -> None:
    rolling = text.parse(
        "%accord 1\n%base\n%delegations XAA, XBB, XCC, XGG\n%groups XGG = XAA, XBB\n\n"
        "1. Agree [to meet] [XGG: to gather] [XBB: no text].\n"
    )
    (found,) = wanted(rolling)
    assert members_of(rolling) == ("XAA", "XBB", "XCC")
    assert found.wants == {"XAA": 1, "XBB": 2}
