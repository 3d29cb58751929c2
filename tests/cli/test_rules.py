"""``accord rules``: the list, one of them, and whether a file is a sound rule."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from accord.formats.rules import shipped
from tests.formats.test_rulefiles import EXAMPLE

Accord = Callable[..., Result]
IDS = (
    "csto-consensus", "csto-procedure", "csto-limited-format", "un-sc-substance", "un-sc-procedure", "un-ga-majority",
    "un-ga-two-thirds", "un-ga-two-thirds-members", "eu-council-lisbon", "eu-council-lisbon-72", "eu-council-nice",
    "eu-council-unanimity", "osce-consensus", "osce-minus-one", "osce-silence", "nato-consensus", "asean-consensus",
    "oas-absolute", "wto-consensus", "wto-three-quarters", "wto-reverse-consensus", "imf-majority", "imf-70", "imf-85",
    "association-simple", "association-absolute", "association-two-thirds",
)  # fmt: skip


def test_rules_are_listed_by_id(accord: Accord) -> None:
    result = accord("rules")
    listed = [line.split()[0] for line in result.stdout.splitlines()]
    assert (result.exit_code, listed) == (0, sorted(shipped()))
    assert set(IDS) <= set(listed)
    rows = json.loads(accord("rules", "--json").stdout)["rules"]
    assert [row["id"] for row in rows] == listed


def test_rules_say_which_wording_is_not_verified(accord: Accord) -> None:
    lines = {line.split()[0]: line for line in accord("rules").stdout.splitlines()}
    assert "[unverified]" in lines["csto-consensus"]
    assert "[unverified]" not in lines["un-sc-substance"]


@pytest.mark.parametrize("id_", IDS)
def test_rules_show_prints_a_file_that_is_sound(accord: Accord, folder: Path, id_: str) -> None:
    shown = accord("rules", "show", id_)
    assert (shown.exit_code, shown.stderr) == (0, "")
    (folder / "shown.yaml").write_text(shown.stdout, encoding="utf-8")
    checked = accord("rules", "check", "shown.yaml")
    assert (checked.exit_code, checked.stdout.splitlines()[-1]) == (0, f"shown.yaml: {id_}: sound.")


@pytest.mark.parametrize(
    ("written", "instead", "status", "message"),
    [
        ("", "", 0, "three-fifths-with-permanent: sound."),
        ("number: 1}", "number: 2}", 1, "vote: unreachable"),
        ("set: against, within: permanent", "set: for, within: permanent", 1, "vote: unreachable"),
        ("share: 3/5", "share: 1/3", 0, "sound"),
        ("none_of: {set: against, within: permanent}", "none_of: {set: for, within: [XBB]}", 2, "within"),
        ("share: 3/5", "share: 101%", 2, "stages[1].test.all_of[0].at_least.share: 101% is no share"),
        ("if_fail: not_adopted", "if_fail: consensus", 2, "a loop: consensus → vote → consensus"),
        (", weights: {votes: 2}", "", 2, 'XCC has no weight "votes"'),
        ("id: three", "id: !!python/object/apply:os.abort three", 2, "never run"),
    ],
)
def test_rules_check_says_what_is_at_fault(
    accord: Accord, folder: Path, written: str, instead: str, status: int, message: str
) -> None:
    (folder / "rule.yaml").write_text(EXAMPLE.replace(written, instead, 1) if written else EXAMPLE, encoding="utf-8")
    result = accord("rules", "check", "rule.yaml")
    assert result.exit_code == status
    assert message in (result.stderr if status == 2 else result.stdout)


def test_rules_check_names_a_coalition(accord: Accord, folder: Path) -> None:
    (folder / "rule.yaml").write_text(
        "id: half\nroster: [XAA, XBB]\nstages: [{kind: vote, test: {at_least: {set: for, share: 1/2, of: members}}}]\n"
    )
    result = accord("rules", "check", "rule.yaml", "--json")
    found = json.loads(result.stdout)
    assert (result.exit_code, found["sound"]) == (1, False)
    assert [(flaw["code"], flaw["place"], len(flaw["who"])) for flaw in found["flaws"]] == [("improper", "vote", 1)]


@pytest.mark.parametrize("words", ["show", "check", "print x", "show no-such", "show un-sc", "check no.yaml"])
def test_rules_refuses_in_words(accord: Accord, words: str) -> None:
    result = accord("rules", *words.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("accord: ")
