"""``accord power``: figures as JSON and as a table, and what is refused."""

import json
from collections.abc import Callable

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
