"""What a rule engine gets wrong most easily, one test each."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from accord.engine.rules import DoubleVote, Line
from accord.engine.rules.saying import sentence
from accord.engine.rules.showing import shown
from tests.engine.rules.cases import DAY, SIX, at, each, outcome, questions, rule_of, said, shipped

MEMBERS = " ".join(SIX)
HALF = "{{more_than: {{set: for, share: 1/2, of: {}}}}}"


@pytest.mark.parametrize(
    ("base", "letters", "expected"),
    [
        ("cast", "YYNAA-", "adopted"),
        ("present", "YYNAA-", "not_adopted"),
        ("present", "YYYAA-", "adopted"),
        ("participants", "YYYA-0", "adopted"),
        ("participants", "YYAA-0", "not_adopted"),
        ("entitled", "YYYA--", "not_adopted"),
        ("members", "YYYA-0", "not_adopted"),
    ],
)
def test_denominator_is_the_one_that_the_rule_names(base: str, letters: str, expected: str) -> None:
    assert outcome(rule_of(HALF.format(base)), each(MEMBERS, letters)).outcome == expected


def test_not_in_favour_is_more_than_against() -> None:
    lines = each(MEMBERS, "YYYNA-")
    assert outcome(rule_of("{at_most: {set: against, number: 1}}"), lines).outcome == "adopted"
    assert outcome(rule_of("{at_most: {set: not_for, number: 1}}"), lines).outcome == "not_adopted"
    assert outcome(rule_of("{at_most: {set: not_for, number: 3}}"), lines).outcome == "adopted"


def test_absent_abstaining_and_outside_differ() -> None:
    present = rule_of("{at_least: {set: present, number: 6}}")
    taking_part = rule_of("{at_least: {set: participants, number: 6}}")
    assert [outcome(present, each(MEMBERS, f"YYYYY{last}")).outcome for last in "A-X0"] == [
        "adopted", "not_adopted", "adopted", "adopted",
    ]  # fmt: skip
    assert [outcome(taking_part, each(MEMBERS, f"YYYYY{last}")).outcome for last in "A-X0"] == [
        "adopted", "adopted", "adopted", "not_adopted",
    ]  # fmt: skip


def test_half_is_no_majority_and_55_percent_of_27_are_15() -> None:
    assert outcome(rule_of(HALF.format("cast")), each(MEMBERS, "YYYNNN")).outcome == "not_adopted"
    at_least_half = rule_of("{at_least: {set: for, share: 50%, of: cast}}")
    assert outcome(at_least_half, each(MEMBERS, "YYYNNN")).outcome == "adopted"
    european = shipped("eu-council-lisbon")
    codes = [member.code for member in european.roster.at(DAY)]
    heavy = sorted(codes, key=lambda code: -_population(european.roster.at(DAY), code))
    for count, expected in ((14, "not_adopted"), (15, "adopted")):
        lines = [Line(code, "for" if code in heavy[:count] else "against") for code in codes]
        assert outcome(european, lines).outcome == expected


def _population(members: object, code: str) -> Fraction:
    return next(member.weights["population"] for member in members if member.code == code)  # type: ignore[attr-defined]


def test_weights_are_those_of_the_day() -> None:
    roster = (
        "[{member: XAA, to: 2023-12-31, weights: {votes: 3}}, {member: XAA, from: 2024-01-01, weights: {votes: 1}},"
        " {member: XBB, weights: {votes: 2}}]"
    )
    rule = rule_of("{more_than: {measure: votes, set: for, share: 1/2, of: members}}", members=roster)
    lines = each("XAA XBB", "YN")
    assert outcome(rule, lines, date(2023, 12, 31)).outcome == "adopted"
    assert outcome(rule, lines, date(2024, 1, 1)).outcome == "not_adopted"


def test_before_a_roster_begins_the_positions_are_the_roster() -> None:
    lines = each("XAA XBB XCC", "YYN")
    early = outcome(shipped("un-ga-two-thirds"), lines, date(1990, 1, 1))
    assert (early.outcome, len(early.case.members)) == ("adopted", 3)
    assert [remark.key for remark in early.case.remarks] == ["roster_is_positions"]
    assert questions(shipped("un-ga-two-thirds"), lines) == ("unknown_members",)


def test_thresholds_are_exact() -> None:
    third = rule_of("{at_least: {set: for, share: 1/3, of: members}}", members="[XAA, XBB, XCC]")
    assert outcome(third, each("XAA XBB XCC", "YNN")).outcome == "adopted"
    weights = {"XAA": 0.1, "XBB": 0.2, "XCC": 0.7}
    rows = [f"{{member: {code}, weights: {{votes: {weight}}}}}" for code, weight in weights.items()]
    tenths = f"[{', '.join(rows)}]"
    exact = rule_of("{at_least: {measure: votes, set: for, number: 0.3}}", members=tenths)
    found = outcome(exact, each("XAA XBB XCC", "YYN"))
    assert found.outcome == "adopted"
    assert found.passages[0].test.left == Fraction(3, 10)


def test_who_is_suspended_or_a_party_leaves_the_entitled_and_stays_a_member() -> None:
    roster = "[XAA, XBB, XCC, {member: XDD, status: suspended}]"
    of_entitled = rule_of("{more_than: {set: for, share: 1/2, of: entitled}}", members=roster)
    of_members = rule_of("{more_than: {set: for, share: 1/2, of: members}}", members=roster)
    lines = each("XAA XBB XCC XDD", "YYNY")
    assert outcome(of_entitled, lines).outcome == "adopted"
    found = outcome(of_members, lines)
    assert (found.outcome, found.case.set_aside) == ("not_adopted", (Line("XDD", "for"),))
    party = replace(of_entitled, exclude=("suspended", "subject"))
    assert outcome(party, lines, subject="XAA").outcome == "not_adopted"
    assert outcome(party, each("XAA XBB XCC XDD", "NYYY"), subject="XAA").outcome == "adopted"


def test_arrears_take_the_vote_away() -> None:
    rule = rule_of(HALF.format("cast"), members="[XAA, XBB, {member: XCC, status: arrears}]")
    assert outcome(rule, each("XAA XBB XCC", "YNY")).outcome == "not_adopted"


def test_silence_is_open_until_its_end_and_late_objections_do_not_count() -> None:
    rule = rule_of("{none_of: {set: objecting}}", kind="silence")
    early, late = Line("XAA", "objection", at(11)), Line("XAA", "objection", at(12))
    assert outcome(rule, [], deadline=at(12)).outcome == "undetermined"
    assert outcome(rule, [], deadline=at(12), closed=at(11)).outcome == "undetermined"
    assert outcome(rule, [], deadline=at(12), closed=at(13)).outcome == "adopted"
    assert outcome(rule, [early], deadline=at(12)).outcome == "not_adopted"
    found = outcome(rule, [late], deadline=at(12), closed=at(13))
    assert (found.outcome, found.case.set_aside) == ("adopted", (late,))


def test_vote_comes_after_consensus_has_failed_and_needs_votes() -> None:
    rule = shipped("wto-consensus")
    members = "XAA XBB XCC"
    agreed = outcome(rule, each(members, "ooo"))
    assert (agreed.outcome, agreed.stage) == ("adopted", "consensus")
    open_ = outcome(rule, each(members, "oo!"))
    assert (open_.outcome, open_.stage, open_.missing) == ("undetermined", "vote", ("XAA", "XBB", "XCC"))
    voted = outcome(rule, each(members, "YYN"))
    assert (voted.outcome, voted.stage) == ("adopted", "vote")


def test_limited_format_is_stopped_by_an_objection_to_the_way_alone() -> None:
    rule = shipped("csto-limited-format")
    members = "ARM BLR KAZ KGZ RUS TJK"
    assert outcome(rule, each(members, "YYYNN-")).outcome == "adopted"
    found = outcome(rule, each(members, "YYYYY!"))
    assert found.outcome == "not_adopted"
    assert "objecting: TJK" in sentence(found)["en"]


def test_reservation_never_changes_an_outcome() -> None:
    rule = rule_of("{none_of: {set: objecting}}", kind="consensus")
    plain = each(MEMBERS, "oooooo")
    reserved = [replace(line, reservation="Interpretative statement.") for line in plain]
    assert outcome(rule, plain).passages == outcome(rule, reserved).passages
    answer = shown(outcome(rule, reserved))
    assert answer["outcome"] == "adopted"
    assert answer["reservations"] == [{"member": code, "text": "Interpretative statement."} for code in SIX]


def test_later_line_supersedes_and_both_tallies_stay() -> None:
    rule = rule_of(HALF.format("cast"))
    lines = [*each("XBB XCC XDD XEE XFF", "YYNNA"), Line("XAA", "against", at(11)), Line("XAA", "for", at(12))]
    answer = shown(outcome(rule, lines))
    assert answer["outcome"] == "adopted"
    assert answer["trace"][0] == {"node": "tally", "which": "final", "abstain": 1, "against": 2, "for": 3}  # type: ignore[index]
    assert {"which": "before", "against": 3, "for": 2}.items() <= answer["trace"][1].items()  # type: ignore[index]


@pytest.mark.parametrize("times", [(None, None), (11, 11), (11, None)])
def test_double_vote_without_a_later_time_is_refused(times: tuple[int | None, int | None]) -> None:
    lines = [Line("XAA", position, time and at(time)) for position, time in zip(("for", "against"), times, strict=True)]
    with pytest.raises(DoubleVote, match="XAA has 2 positions"):
        outcome(rule_of(HALF.format("cast")), lines)


def test_missing_positions_matter_only_where_they_could_change_it() -> None:
    rule = rule_of("{at_least: {set: for, share: 2/3, of: members}}")
    assert outcome(rule, each("XAA XBB XCC XDD", "YYYY")).outcome == "adopted"
    assert outcome(rule, each("XAA XBB XCC", "NNN")).outcome == "not_adopted"
    found = outcome(rule, each("XAA XBB XCC", "YYY"))
    assert (found.outcome, found.missing) == ("undetermined", ("XDD", "XEE", "XFF"))
    assert "XDD, XEE, XFF" in sentence(found)["en"]


def test_unknown_members_seats_and_subjects_are_asked_about() -> None:
    assert questions(rule_of(HALF.format("cast")), said(XZZ="for")) == ("unknown_members",)
    council = shipped("un-sc-substance")
    assert questions(council, said(XAA="for", CHN="for")) == ("seats",)
    assert questions(shipped("osce-minus-one"), said(ALB="no_objection")) == ("subject",)
    assert questions(shipped("osce-minus-one"), said(ALB="no_objection"), subject="XZZ") == ("unknown_members",)


def test_minus_one_sets_the_objection_of_its_subject_aside() -> None:
    rule = shipped("osce-minus-one")
    codes = [member.code for member in rule.roster.at(DAY)]
    lines = [Line(code, "objection" if code == "ALB" else "no_objection") for code in codes]
    assert outcome(rule, lines, subject="ALB").outcome == "adopted"
    assert outcome(rule, lines, subject="AND").outcome == "not_adopted"
    assert outcome(shipped("osce-consensus"), lines).outcome == "not_adopted"


def test_reverse_consensus_adopts_unless_all_object() -> None:
    rule = shipped("wto-reverse-consensus")
    assert outcome(rule, each("XAA XBB XCC", "!!o")).outcome == "adopted"
    assert outcome(rule, each("XAA XBB XCC", "!!!")).outcome == "not_adopted"
    assert outcome(rule, each("XAA XBB XCC", "!!-")).outcome == "not_adopted"


def test_blocking_minority_of_the_council_has_four_members() -> None:
    rule = shipped("eu-council-lisbon")
    codes = [member.code for member in rule.roster.at(DAY)]
    three, four = ("DEU", "FRA", "ITA"), ("DEU", "FRA", "ITA", "MLT")
    for against, expected in ((three, "adopted"), (four, "not_adopted")):
        lines = [Line(code, "against" if code in against else "for") for code in codes]
        assert outcome(rule, lines).outcome == expected


def test_members_that_take_no_part_leave_the_shares_of_the_council() -> None:
    rule = shipped("eu-council-lisbon-72")
    codes = [member.code for member in rule.roster.at(DAY)]
    outside = codes[:10]
    lines = [Line(code, "not_participating" if code in outside else "for") for code in codes]
    found = outcome(rule, lines)
    assert found.outcome == "adopted"
    assert found.passages[-1].test.children[0].base == 17


def test_abstention_does_not_block_unanimity_but_a_third_stops_a_common_policy() -> None:
    codes = [member.code for member in shipped("eu-council-cfsp").roster.at(DAY)]
    few = [Line(code, "abstain" if code in {"DEU", "FRA"} else "for") for code in codes]
    heavy = ("DEU", "FRA", "ITA", "ESP", "POL", "NLD", "BEL", "GRC", "PRT")
    many = [Line(code, "abstain" if code in heavy else "for") for code in codes]
    assert [outcome(shipped("eu-council-cfsp"), lines).outcome for lines in (few, many)] == ["adopted", "not_adopted"]
    assert [outcome(shipped("eu-council-unanimity"), lines).outcome for lines in (few, many)] == ["adopted", "adopted"]


def test_quorum_that_fails_names_what_is_needed() -> None:
    rule = rule_of(HALF.format("cast"), more="quorum: {more_than: {set: present, share: 1/2, of: members}}")
    found = outcome(rule, each(MEMBERS, "YY----"))
    assert (found.outcome, found.stage) == ("not_adopted", "quorum")
    assert "no quorum; 2 of 6 members present, 4 needed" in sentence(found)["en"]


def test_stage_that_fails_can_lapse() -> None:
    rule = rule_of("{none_of: {set: objecting}}, if_fail: lapsed", kind="consensus")
    assert outcome(rule, each(MEMBERS, "ooooo!")).outcome == "lapsed"
