"""The 35 cases of attribution and nesting that follow real texts: each inspected whole, some with their meaning."""

import re

import pytest

from accord.engine.text.foreign import Inspection, Roster, emit, inspect
from tests.shared import shared_path

NAMES = [f"P{number:02}" for number in range(1, 36)]
ROSTER = Roster.of({"XAA": ["Xaa", "ХАА"], "XBB": ["Xbb", "ХББ"], "XCC": ["ХВВ"], "XDD": ["Xdd"], "XEE": [], "XFF": []})


def patterns() -> dict[str, str]:
    text = shared_path("texts", "synthetic-patterns.txt").read_text(encoding="utf-8")
    parts = re.split(r"^(P\d\d) ", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], (part.removesuffix("\n") for part in parts[1::2]), strict=True))


def read(name: str) -> Inspection:
    return inspect(patterns()[name], ROSTER)


def choices(found: Inspection) -> list[list[tuple[tuple[str, ...], str]]]:
    """Return holders and wording of each alternative of each choice."""
    text = found.tree.text
    return [
        [(tuple(each.holders), text[each.start : each.end]) for each in choice.alternatives] for choice in found.choices
    ]


def test_patterns_are_all_there() -> None:
    assert list(patterns()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_pattern_is_inspected_and_emitted_unchanged(name: str) -> None:
    text = patterns()[name]
    for roster in (None, ROSTER):
        found = inspect(text, roster)
        assert emit(found.tree) == text
        assert found.brackets == text.count("[")
        assert found.unclosed - found.stray == text.count("[") - text.count("]")


def test_pattern_adjacent_brackets_are_alternatives() -> None:
    assert [[wording for _, wording in choice] for choice in choices(read("P01"))] == [["shall", "should"]]
    assert [[wording for _, wording in choice] for choice in choices(read("P02"))] == [["shall", "should", "may"]]


def test_pattern_holders_stand_before_the_colon() -> None:
    assert choices(read("P03")) == [[(("XAA", "XBB"), "shall"), (("XCC",), "should")]]


def test_pattern_agreed_is_a_status_and_no_choice() -> None:
    found = read("P11")
    assert (found.brackets, [*found.choices], [*found.placeholders], found.findings) == (1, [], [], ())


@pytest.mark.parametrize(
    ("name", "number", "relation"),
    [("P12", "2", "after"), ("P13", "2", "replaces")],
)
def test_pattern_bis_stands_behind_and_alt_replaces(name: str, number: str, relation: str) -> None:
    (label,) = read(name).labels
    assert (label.number, label.relation) == (number, relation)


def test_pattern_title_with_three_alternatives_may_go_as_a_whole() -> None:
    outer, inner = choices(read("P16"))
    assert len(outer) == 1
    assert [wording for _, wording in inner] == ["Purpose", "General aims", "Setting-up of the Council"]


def test_pattern_letters_in_dispute_join_without_a_space() -> None:
    assert [[wording for _, wording in choice] for choice in choices(read("P17"))] == [["g", "G"]]
    assert [[wording for _, wording in choice] for choice in choices(read("P18"))] == [
        ["co-"],
        ["s"],
        ["n"],
        ["existing"],
    ]


def test_pattern_placeholders_are_no_disagreement() -> None:
    found = read("P19")
    shown = [found.tree.text[offset:].split("]")[0] + "]" for offset in found.placeholders]
    assert {"[date]", "[X]", "[…]"} <= set(shown)
    assert [[wording for _, wording in choice] for choice in choices(found)] == [["(75)", "(85)"]]
