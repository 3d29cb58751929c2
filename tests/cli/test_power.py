"""``accord power``: figures as JSON and as a table, and what is refused."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Accord = Callable[..., Result]


def test_power_json_has_the_figures(accord: Accord) -> None:
    result = accord("power", "[4; 3, 2, 1]", "--json")
    document = json.loads(result.stdout_bytes)
    assert list(document) == ["winning", "total", "passes", "exact", "members", "notes"]
    assert [document[key] for key in ("winning", "total", "passes", "exact")] == [3, 8, 0.375, True]
    assert document["members"][0] == {
        "member": "1",
        "weight": 3,
        "banzhaf": 0.6,
        "banzhaf_absolute": 0.75,
        "shapley": pytest.approx(2 / 3),
    }
    assert result.exit_code == 0


def test_power_of_many_members_is_a_whole_number(accord: Accord) -> None:
    document = json.loads(accord("power", "[97; 1x193]", "--json").stdout_bytes)
    assert (document["winning"], document["total"], document["exact"]) == (2**192, 2**193, True)


@pytest.mark.parametrize(("index", "left_out"), [("banzhaf", "shapley"), ("shapley", "banzhaf")])
def test_power_computes_the_index_that_is_asked_for(accord: Accord, index: str, left_out: str) -> None:
    document = json.loads(accord("power", "[6; 4, 3x2, 1]", "--index", index, "--json").stdout_bytes)
    assert {member[left_out] for member in document["members"]} == {None}
    assert [member[index] for member in document["members"]] == pytest.approx([1 / 3, 1 / 3, 1 / 3, 0])


def test_power_prints_a_table_with_fractions(accord: Accord) -> None:
    lines = accord("power", "[12; 4x3, 2x2, 1]").stdout_bytes.decode().splitlines()
    assert lines[0] == "14 of 64 coalitions win: 21.875 %"
    assert lines[2].split() == ["1", "4", "0.238095", "=", "5/21", "0.312500", "=", "5/16", "0.233333", "=", "7/30"]
    assert lines[7].split() == ["6", "1", "0.000000", "0.000000", "0.000000"]
    assert lines[8] == "Every member is present and votes for or against; nobody abstains."


def test_power_of_unanimity_is_said_and_not_tabled(accord: Accord) -> None:
    result = accord("power", "[3; 1x3]")
    lines = result.stdout_bytes.decode().splitlines()
    assert [line.split()[0] for line in lines] == ["1", "Nothing", "Every"]
    assert result.exit_code == 0


def test_power_says_where_two_groups_can_both_win(accord: Accord) -> None:
    assert "Two groups without a common member can both win" in accord("power", "[2; 1x4]").stdout_bytes.decode()


def test_power_says_what_is_estimated(accord: Accord) -> None:
    weights = ", ".join(str(10**19 + place * place) for place in range(41))
    result = accord("power", f"[{3 * 10**20}; {weights}]", "--index", "banzhaf")
    text = result.stdout_bytes.decode()
    assert text.startswith("about ")
    assert "each interval holds the true figure with 99 %" in text


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["[9; 4, 3]"], "No coalition wins"),
        (["[5; 4, x]"], "'x' is no weight"),
        (["[5; 4, 3]", "--index", "deegan"], "'deegan' is no index of power"),
        (["[5; 4, 3]", "--date", "2024-06-21"], "has no date"),
    ],
)
def test_power_refuses_in_words(accord: Accord, words: list[str], reason: str) -> None:
    result = accord("power", *words)
    assert (result.exit_code, result.stdout_bytes) == (2, b"")
    assert reason in result.stderr


# Rules by their ids.


def test_power_of_a_rule_names_the_day_and_its_members(accord: Accord) -> None:
    document = json.loads(accord("power", "un-sc-substance", "--date", "1964-01-01", "--json").stdout_bytes)
    assert (document["rule"], document["date"], document["winning"]) == ("un-sc-substance", "1964-01-01", 57)
    members = {each["member"]: each["shapley"] for each in document["members"]}
    assert members["GBR"] == pytest.approx(76 / 385)
    assert members["seat 11"] == pytest.approx(1 / 462)
    assert "6 of 11 seats are not named here, and stand as seats." in document["notes"]


def test_power_in_a_fund_falls_to_a_veto_where_much_is_needed(accord: Accord) -> None:
    document = json.loads(accord("power", "imf-85", "--index", "banzhaf", "--json").stdout_bytes)
    members = {each["member"]: each["banzhaf"] for each in document["members"]}
    assert [members[code] for code in ("USA", "JPN", "DEU")] == pytest.approx([0.02907, 0.02907, 0.02906], abs=6e-6)
    assert document["passes"] == pytest.approx(3.05e-6, rel=2e-3)
    assert document["exact"] is True


@pytest.mark.parametrize("rule", ["csto-consensus", "osce-silence", "osce-minus-one", "nato-consensus"])
def test_power_under_consensus_is_said_and_not_tabled(accord: Accord, rule: str) -> None:
    result = accord("power", rule)
    lines = result.stdout_bytes.decode().splitlines()
    assert lines[2].startswith("Nothing passes without every one of the ")
    assert not [line for line in lines if line.startswith("member")]
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("rule", "question"),
    [
        ("un-sc", "un-sc is an organ. Whose power under which rule: un-sc-substance"),
        ("un-sc-dispute", "un-sc-dispute is about one member"),
        ("wto-three-quarters", "Who were the members under wto-three-quarters"),
    ],
)
def test_power_asks_what_it_does_not_know(accord: Accord, rule: str, question: str) -> None:
    result = accord("power", rule)
    assert result.stdout_bytes.decode().startswith(question)
    assert result.exit_code == 1
    document = json.loads(accord("power", rule, "--json").stdout_bytes)
    assert document["questions"][0].startswith(question)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["no-such-rule"], "'no-such-rule' is none of what has power"),
        (["un-sc-substance", "--date", "yesterday"], "yesterday: is no date"),
        (["eu-council-lisbon", "--date", "1999-01-01"], "is not in force on 1999-01-01"),
    ],
)
def test_power_refuses_a_rule_in_words(accord: Accord, words: list[str], reason: str) -> None:
    result = accord("power", *words)
    assert (result.exit_code, result.stdout_bytes) == (2, b"")
    assert reason in result.stderr


def test_power_of_a_rule_in_a_file(accord: Accord, folder: Path) -> None:
    rule = "id: two\nroster:\n  - {member: XAA, weights: {votes: 2}}\n  - {member: XBB, weights: {votes: 1}}\n"
    stage = "stages:\n  - {kind: vote, test: {at_least: {measure: votes, set: for, share: 1/2, of: members}}}\n"
    (folder / "two.yaml").write_text(rule + stage)
    document = json.loads(accord("power", "two.yaml", "--json").stdout_bytes)
    assert [(each["member"], each["weight"], each["banzhaf"]) for each in document["members"]] == [
        ("XAA", 2, 1.0),
        ("XBB", 1, 0.0),
    ]
