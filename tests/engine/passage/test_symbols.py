"""Symbols by a pattern, and how a clearance is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.engine.passage import (
    Pattern,
    SymbolError,
    attached,
    check_pattern,
    clearing,
    next_symbol,
    revised,
)


@pytest.mark.parametrize(
    ("series", "organ", "year", "symbol"),
    [
        ("L.{n}", "", None, "L.1"),
        ("{organ}/{year}/L.{n}", "cmfa", 2031, "CMFA/2031/L.1"),
        ("{organ}/{year}/L.{n}", "", None, "L.1"),
        ("A/{organ}.{year}/{n}", "pc", None, "A/1"),
        ("Doc-{n}", "pc", 2031, "Doc-1"),
    ],
)
def test_symbol_follows_the_pattern(series: str, organ: str, year: int | None, symbol: str) -> None:
    assert next_symbol(series, (), organ=organ, year=year) == symbol


def test_revision_addendum_and_corrigendum_follow_the_symbol() -> None:
    plain, taken = Pattern(), ["L.4", "L.4/Rev.1", "L.4/Rev.1/Add.1"]
    assert next_symbol("L.{n}", ["L.1", "L.3"]) == "L.2"
    assert revised("L.4", plain, taken) == "L.4/Rev.2"
    assert revised("L.4/Rev.1", plain, taken) == "L.4/Rev.2"
    assert attached("L.4/Rev.1", "addendum", plain, taken) == "L.4/Rev.1/Add.2"
    assert attached("L.4", "corrigendum", plain, taken) == "L.4/Corr.1"


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        (Pattern(series="L"), "number: L"),
        (Pattern(series="L.{n}.{n}"), "number"),
        (Pattern(series="{body}/{n}"), "field: body"),
        (Pattern(revision="/Rev.{year}.{n}"), "field: year"),
        (Pattern(series="<{n}>"), "sign"),
        (Pattern(series="{{n}}"), "sign"),
        (Pattern(addendum="/" + "A" * 40 + "{n}"), "length"),
    ],
)
def test_pattern_that_gives_no_symbol_is_refused(pattern: Pattern, reason: str) -> None:
    with pytest.raises(SymbolError, match=f"^{reason}"):
        check_pattern(pattern)


@given(st.sets(st.integers(1, 30)))
def test_number_is_the_first_that_is_free(numbers: set[int]) -> None:
    taken = {f"L.{n}" for n in numbers}
    symbol = next_symbol("L.{n}", taken)
    assert symbol not in taken
    assert all(f"L.{n}" in taken for n in range(1, int(symbol.removeprefix("L."))))


def test_who_has_not_spoken_has_not_cleared() -> None:
    found = clearing({"XAA": "cleared", "XBB": "asked", "XCC": "objects", "XDD": "comment"})
    assert (found.cleared, found.remarks, found.objecting, found.awaited) == (("XAA",), ("XDD",), ("XCC",), ("XBB",))
    assert [found.complete, clearing({"XAA": "cleared"}).complete] == [False, True]
