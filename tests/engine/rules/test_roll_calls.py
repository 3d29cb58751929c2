"""The shipped rules against real votes: the cases of the literature, then every roll call that is there."""

from collections import Counter

import pytest

from accord.engine.rules import Case, Outcome, decide, gather
from accord.engine.rules.saying import sentence
from accord.formats.rules import in_force
from tests.engine.rules.rollcalls import ASSEMBLY, COUNCIL, RollCall, named, roll_calls

CASES = {
    "A/RES/ES-11/1": ((141, 5, 35), 98),
    "A/RES/ES-11/4": ((143, 5, 35), 99),
    "A/RES/ES-11/3": ((93, 24, 58), 78),
    "A/RES/68/262": ((100, 11, 58), 74),
    "A/RES/67/19": ((138, 9, 41), 98),
    "A/RES/62/249": ((14, 11, 105), 17),
    "A/RES/77/247": ((87, 26, 53), 76),
    "A/RES/ES-11/7": ((93, 18, 65), 74),
    "A/RES/ES-11/8": ((93, 8, 73), 68),
}
PROCEDURE = (
    "S/RES/34(1947)", "S/RES/87(1950)", "S/RES/88(1950)", "S/RES/110(1955)", "S/RES/119(1956)", "S/RES/120(1956)",
    "S/RES/132(1959)", "S/RES/157(1960)", "S/RES/462(1980)", "S/RES/2623(2022)",
)  # fmt: skip
"""Adopted as questions of procedure with a permanent member against: agenda, invitations, emergency sessions."""

PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")


def decided(rule: str, call: RollCall) -> Outcome:
    version = in_force(rule, call.day)
    assert version
    case = gather(version, call.lines, call.day)
    assert isinstance(case, Case), case
    return decide(version, case)


def assembly(resolution: str) -> RollCall:
    return named(ASSEMBLY, *CASES)[resolution]


@pytest.mark.parametrize("resolution", CASES)
def test_assembly_needs_two_thirds_of_yes_and_no_alone(resolution: str) -> None:
    call, (tally, needed) = assembly(resolution), CASES[resolution]
    assert call.tally == tally
    outcome = decided("un-ga-two-thirds", call)
    assert outcome.outcome == ("adopted" if tally[0] >= needed else "not_adopted")
    assert f"{tally[0]} of {tally[0] + tally[1]} votes cast in favour, {needed} needed" in sentence(outcome)["en"]


def test_assembly_adopts_with_fourteen_in_favour_where_a_majority_is_enough() -> None:
    outcome = decided("un-ga-majority", assembly("A/RES/62/249"))
    assert outcome.outcome == "adopted"
    assert "14 of 25 votes cast in favour, 13 needed" in sentence(outcome)["en"]


def test_assembly_adopts_by_two_thirds_with_fewer_than_half_of_its_members() -> None:
    call = assembly("A/RES/ES-11/3")
    assert decided("un-ga-two-thirds", call).outcome == "adopted"
    assert decided("un-ga-two-thirds-members", call).outcome == "not_adopted"


@pytest.mark.parametrize(
    ("resolution", "tally", "needed"),
    [
        ("S/RES/1973(2011)", (10, 0, 5), 9),
        ("S/RES/2334(2016)", (14, 0, 1), 9),
        ("S/RES/82(1950)", (9, 0, 1), 7),
    ],
)
def test_council_adopts_over_abstention_and_absence(resolution: str, tally: tuple[int, int, int], needed: int) -> None:
    call = roll_calls(COUNCIL)[resolution]
    assert call.tally == tally
    outcome = decided("un-sc-substance", call)
    assert outcome.outcome == "adopted"
    assert f"{tally[0]} in favour, {needed} needed" in sentence(outcome)["en"]
    assert set(PERMANENT) <= set(outcome.changes.pivotal)


def test_council_of_eleven_needs_seven_until_its_new_members_come() -> None:
    for resolution in ("S/RES/82(1950)", "S/RES/218(1965)"):
        assert decided("un-sc-substance", roll_calls(COUNCIL)[resolution]).outcome == "adopted"
    assert roll_calls(COUNCIL)["S/RES/218(1965)"].tally == (7, 0, 4)


def test_permanent_members_abstained_on_adopted_texts() -> None:
    calls = [call for call in roll_calls(COUNCIL).values() if call.day.year >= 1966]
    letters = Counter(letter for call in calls for member, letter in call.letters if member in PERMANENT)
    # One vote stands in the file twice and counts here once: 12,132 yes and 540 abstentions with it.
    assert (letters["Y"], letters["A"]) == (12_128, 539)


def substance(calls: list[RollCall]) -> list[str]:
    """Return the resolutions with votes that the rule on substance does not adopt."""
    voted = [call for call in calls if call.tally[0]]
    return [call.resolution for call in voted if decided("un-sc-substance", call).outcome != "adopted"]


def test_council_adopts_what_it_adopted() -> None:
    assert substance(list(roll_calls(COUNCIL).values())[::10]) == []


def test_council_adopts_procedure_with_a_permanent_member_against() -> None:
    calls = [roll_calls(COUNCIL)[each] for each in PROCEDURE]
    assert substance(calls) == list(PROCEDURE)
    assert [decided("un-sc-procedure", call).outcome for call in calls] == ["adopted"] * len(PROCEDURE)


@pytest.mark.long
def test_every_resolution_of_the_council_is_adopted_by_its_rule() -> None:
    assert substance(list(roll_calls(COUNCIL).values())) == list(PROCEDURE)


@pytest.mark.long
def test_every_resolution_of_the_assembly_has_a_majority() -> None:
    calls = roll_calls(ASSEMBLY).values()
    assert len(calls) > 2_400
    assert [call.resolution for call in calls if decided("un-ga-majority", call).outcome != "adopted"] == []
