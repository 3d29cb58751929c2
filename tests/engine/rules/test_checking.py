"""Which rules are unsound, and which part of them."""

import pytest

from accord.engine.rules import Flaw, Rule, flaws
from accord.engine.rules.gathering import Remark
from accord.engine.rules.saying import said
from tests.engine.rules.cases import DAY, rule_of


def found(rule: Rule) -> list[tuple[str, str]]:
    return [(flaw.code, flaw.place) for flaw in all_flaws(rule)]


def all_flaws(rule: Rule) -> tuple[Flaw, ...]:
    return flaws(rule, rule.roster.at(DAY))


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("{more_than: {set: for, share: 1/2, of: cast}}", []),
        ("{at_least: {set: for, share: 1/2, of: members}}", [("improper", "vote")]),
        ("{at_least: {set: for, number: 7}}", [("unreachable", "vote")]),
        ("{all_of: [{at_least: {set: for, number: 4}}, {at_least: {set: against, number: 1}}]}", [
            ("not_monotonic", "vote"),
        ]),
        ("{none_of: {set: for}}", [("not_monotonic", "vote")]),
        ("{not: {at_least: {set: against, number: 1}}}", []),
        ("{any_of: [{at_least: {set: for, number: 4}}, {at_least: {set: for, number: 1, within: few}}]}", [
            ("improper", "vote"),
        ]),
    ],
)  # fmt: skip
def test_flaws_are_found_with_their_place(test: str, expected: list[tuple[str, str]]) -> None:
    assert found(rule_of(test, more="groups: {few: [XAA, XBB]}")) == expected


def test_flaw_names_a_coalition_that_shows_it() -> None:
    (flaw,) = all_flaws(rule_of("{at_least: {set: for, share: 1/2, of: members}}"))
    assert len(flaw.who) == 3
    assert "can adopt, and so can" in flaw.message


def test_declared_exception_is_no_flaw() -> None:
    assert found(rule_of("{at_least: {set: for, number: 1}}", more="exceptions: [improper]")) == []


def test_quorum_that_cannot_be_reached_is_named() -> None:
    rule = rule_of("{at_least: {set: for, number: 4}}", more="quorum: {at_least: {set: present, number: 7}}")
    assert found(rule) == [("unreachable", "quorum")]


def test_two_hundred_members_of_one_weight_are_checked_by_classes() -> None:
    codes = [f"X{first}{second}" for first in "ABCDEFGHIJKLMNOPQRST" for second in "ABCDEFGHIJ"]
    rule = rule_of("{at_least: {set: for, number: 100}}", members=f"[{', '.join(codes)}]")
    assert found(rule) == [("improper", "vote")]


def test_what_cannot_be_settled_is_said() -> None:
    codes = [f"X{first}{second}" for first in "ABCD" for second in "ABCDEFGHIJ"]
    members = ", ".join(f"{{member: {code}, weights: {{votes: {2 * n + 1}}}}}" for n, code in enumerate(codes))
    rule = rule_of("{at_least: {measure: votes, set: for, share: 1/2, of: members}}", members=f"[{members}]")
    assert found(rule) == [("not_settled", "vote")]


def test_how_well_a_rule_is_known_is_said_in_the_reader_s_words() -> None:
    told = said(Remark("standing", {"standing": "unverified", "source": "a book"}))
    assert told["en"] == "How well the rule is known: its wording is unverified (a book)."
    assert told["ru"] == "Насколько правило известно: формулировка не проверена (a book)."
