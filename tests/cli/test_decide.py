"""``accord decide``: outcomes with reasons, questions and refusals."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from tests.formats.test_rulefiles import EXAMPLE

Accord = Callable[..., Result]
COUNCIL = ("CHN", "FRA", "GBR", "RUS", "USA", *(f"X{letter}{letter}" for letter in "ABCDEFGHIJ"))
ID = "three-fifths-with-permanent"
KEYS = ["outcome", "rule", "stage", "sentence", "trace", "missing", "pivotal", "to_change"]


@pytest.fixture
def rule(folder: Path) -> str:
    (folder / "rule.yaml").write_text(EXAMPLE, encoding="utf-8")
    return "rule.yaml"


@pytest.fixture
def votes(folder: Path) -> Callable[..., str]:
    """Return a function that writes positions, "XAA,for" a line, below what stands above the table."""

    def write(*lines: str, above: str = "", header: str = "member,position") -> str:
        text = "\n".join([*([above] if above else []), header, *lines])
        (folder / "votes.csv").write_text(f"{text}\n", encoding="utf-8")
        return "votes.csv"

    return write


def answer(result: Result) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def test_decide_file_gives_the_documented_document(accord: Accord, rule: str, votes: Callable[..., str]) -> None:
    result = accord("decide", rule, votes("XAA,for", "XBB,against", "XCC,for"), "--date", "2024-06-21", "--json")
    found = answer(result)
    assert result.exit_code == 0
    assert list(found)[:8] == KEYS
    assert [found[key] for key in KEYS[:3]] == ["adopted", "three-fifths-with-permanent", "vote"]
    assert found["sentence"]["en"].startswith(f"Adopted under {ID}: votes: 6 of 9 in favour, 6 needed")
    assert found["sentence"]["ru"].startswith(f"Принято по правилу {ID}: голоса: за — 6 из 9, нужно 6")
    assert (found["missing"], found["pivotal"], found["to_change"]) == ([], ["XAA", "XCC"], [["XAA"], ["XCC"]])


def test_decide_trace_has_the_tree_of_the_rule(accord: Accord, rule: str, votes: Callable[..., str]) -> None:
    found = answer(accord("decide", rule, votes("XAA,for", "XBB,against", "XCC,for"), "--json"))
    tally, quorum, consensus, vote = found["trace"]
    assert tally == {"node": "tally", "which": "final", "against": 1, "for": 2}
    assert [quorum["passed"], consensus["passed"], vote["passed"]] == [True, False, True]
    assert consensus["children"][0]["who"] == ["XBB"]
    (whole,) = vote["children"]
    assert [child["node"] for child in whole["children"]] == ["at_least", "at_least", "none_of"]
    first = whole["children"][0]
    assert [first[key] for key in ("lhs", "op", "rhs", "needed", "margin")] == [6, ">=", "27/5", 6, 0]


def test_decide_names_who_blocked(accord: Accord, votes: Callable[..., str]) -> None:
    lines = [f"{code},{'N' if code == 'FRA' else 'Y'}" for code in COUNCIL]
    result = accord("decide", "un-sc-substance", votes(*lines), "--date", "2024-06-21", "--json")
    found = answer(result)
    assert (found["outcome"], result.exit_code) == ("not_adopted", 0)
    assert "against (permanent members): FRA" in found["sentence"]["en"]
    assert "FRA" in found["sentence"]["ru"]
    assert (found["pivotal"], found["to_change"]) == (["FRA"], [["FRA"]])
    assert answer(accord("decide", "un-sc-procedure", "votes.csv", "--json"))["outcome"] == "adopted"


def test_decide_asks_which_question_an_organ_decides(accord: Accord, votes: Callable[..., str]) -> None:
    lines = [f"{code},Y" for code in COUNCIL]
    result = accord("decide", "un-sc", votes(*lines), "--json")
    assert result.exit_code == 1
    assert "un-sc-substance" in answer(result)["sentence"]["en"]
    assert "un-sc-procedure" in answer(result)["sentence"]["ru"]
    named = accord("decide", "un-sc", votes(*lines, above="# question: procedure"), "--json")
    assert (named.exit_code, answer(named)["rule"]) == (0, "un-sc-procedure")
    other = accord("decide", "un-sc-procedure", votes(*lines, above="# question: substance"), "--json")
    assert (other.exit_code, answer(other)["outcome"]) == (1, "undetermined")


def test_decide_takes_the_rule_of_the_date(accord: Accord, votes: Callable[..., str]) -> None:
    lines = [f"{code},{'Y' if number < 7 else 'A'}" for number, code in enumerate(COUNCIL[:11])]
    early = accord("decide", "un-sc-substance", votes(*lines), "--date", "1965-08-30", "--json")
    assert (early.exit_code, answer(early)["outcome"]) == (0, "adopted")
    assert "7 in favour, 7 needed" in answer(early)["sentence"]["en"]
    assert answer(early)["remarks"][0]["en"] == "The members on 1965-08-30 are taken from the positions: 11."
    late = accord("decide", "un-sc-substance", votes(*lines), "--date", "2024-06-21", "--json")
    assert (late.exit_code, answer(late)["outcome"]) == (1, "undetermined")
    assert "15 seats" in answer(late)["sentence"]["en"]


def test_decide_date_above_the_table_counts_unless_an_option_does(accord: Accord, votes: Callable[..., str]) -> None:
    lines = [f"{code},Y" for code in COUNCIL[:11]]
    name = votes(*lines, above="# date: 1960-01-01")
    assert answer(accord("decide", "un-sc-substance", name, "--json"))["date"] == "1960-01-01"
    assert accord("decide", "un-sc-substance", name, "--date", "2024-06-21").exit_code == 1


def test_decide_missing_member_is_named(accord: Accord, votes: Callable[..., str]) -> None:
    lines = [f"{code},no_objection" for code in ("ARM", "BLR", "KAZ", "KGZ", "RUS")]
    result = accord("decide", "csto-consensus", votes(*lines), "--date", "2024-06-21", "--json")
    found = answer(result)
    assert (result.exit_code, found["outcome"], found["missing"]) == (1, "undetermined", ["TJK"])
    full = answer(accord("decide", "csto-consensus", votes(*lines, "TJK,absent"), "--date", "2024-06-21", "--json"))
    assert full["outcome"] == "adopted"
    assert "no objection from 5 of 6 members" in full["sentence"]["en"]
    assert full["standing"] == "unverified"


def test_decide_unknown_member_is_asked_about(accord: Accord, rule: str, votes: Callable[..., str]) -> None:
    result = accord("decide", rule, votes("XAA,for", "XZZ,for"))
    assert result.exit_code == 1
    assert "XZZ" in result.stdout


def test_decide_later_line_supersedes(accord: Accord, rule: str, votes: Callable[..., str]) -> None:
    header = "member,position,at"
    lines = ["XAA,against,2024-06-21T10:00", "XBB,for,2024-06-21T10:00", "XCC,for,2024-06-21T10:00"]
    name = votes(*lines, "XAA,for,2024-06-21T11:00", header=header)
    found = answer(accord("decide", rule, name, "--json"))
    assert found["outcome"] == "adopted"
    assert [node["which"] for node in found["trace"][:2]] == ["final", "before"]
    assert found["trace"][1]["superseded"] == [{"member": "XAA", "position": "against", "at": "2024-06-21T10:00:00"}]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["decide", "rule.yaml", "double.csv"], "XAA has 2 positions (lines 2, 3)"),
        (["decide", "no-such-rule", "double.csv"], "no-such-rule: is neither the id of a rule"),
        (["decide", "rule.yaml", "none.csv"], "none.csv: No such file"),
        (["decide", "rule.yaml", "double.csv", "--date", "soon"], "--date soon: is no date"),
        (["decide", "rule.yaml", "double.csv", "--date", "2019-01-01"], "is not in force on 2019-01-01"),
        (["decide", "rule.yaml", "odd.csv"], "odd.csv:2: position: 'maybe' is no position"),
        (["decide", "bad.yaml", "good.csv"], "bad.yaml:1: "),
    ],
)
def test_decide_refuses_in_words(accord: Accord, rule: str, folder: Path, words: list[str], message: str) -> None:
    (folder / "double.csv").write_text("member,position\nXAA,for\nXAA,against\n")
    (folder / "odd.csv").write_text("member,position\nXAA,maybe\n")
    (folder / "good.csv").write_text("member,position\nXAA,for\n")
    (folder / "bad.yaml").write_text("- id: sample\n")
    result = accord(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_decide_subject_is_set_aside(accord: Accord, votes: Callable[..., str]) -> None:
    lines = [f"{code},{'N' if code == 'FRA' else 'Y'}" for code in COUNCIL]
    name = votes(*lines)
    assert accord("decide", "un-sc-dispute", name, "--date", "2024-06-21").exit_code == 1
    result = accord("decide", "un-sc-dispute", name, "--date", "2024-06-21", "--subject", "FRA", "--json")
    assert answer(result)["outcome"] == "adopted"
    assert {"node": "set_aside", "lines": [{"member": "FRA", "position": "against"}]} in answer(result)["trace"]


def test_decide_prints_both_languages(accord: Accord, rule: str, votes: Callable[..., str]) -> None:
    result = accord("decide", rule, votes("XAA,за", "XBB,против", "XCC,против"))
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].startswith(f"Not adopted under {ID}: votes: 4 of 9 in favour")
    assert result.stdout.splitlines()[1].startswith(f"Не принято по правилу {ID}")
    assert "pivotal: XBB, XCC" in result.stdout


def test_decide_reads_positions_from_standard_input(accord: Accord, rule: str) -> None:
    result = accord("decide", rule, "-", stdin=b"member,position\nXAA,Y\nXBB,Y\nXCC,Y\n")
    assert (result.exit_code, result.stdout.split()[0]) == (0, "Adopted")
