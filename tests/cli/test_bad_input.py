"""What people hand to ``accord decide``: rules that cannot be, and tables as their programs write them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.formats.test_rulefiles import EXAMPLE

Accord = Callable[..., Result]
TABLE = ["XAA{0}{1}", "XBB{0}{2}", "XCC{0}{1}"]


@pytest.mark.parametrize(
    ("written", "instead", "message"),
    [
        ("if_fail: not_adopted", "if_fail: consensus", "a loop: consensus → vote → consensus"),
        ("if_fail: not_adopted", "if_fail: vote", "a loop: consensus → vote → vote"),
        ("share: 3/5", "share: 101%", "101% is no share: it is more than 0 and at most 1 (100 %)."),
        ("share: 3/5", "share: 101/100", "101/100 is no share"),
        ("share: 3/5", "share: -1/2", "no share"),
        (", weights: {votes: 2}", "", 'XCC has no weight "votes"'),
        ("id: three", "id: &x three", "anchors and aliases"),
    ],
)
def test_rule_that_cannot_be_is_refused_with_its_place(
    accord: Accord, folder: Path, written: str, instead: str, message: str
) -> None:
    (folder / "rule.yaml").write_text(EXAMPLE.replace(written, instead, 1), encoding="utf-8")
    (folder / "votes.csv").write_text("member,position\nXAA,for\n")
    result = accord("decide", "rule.yaml", "votes.csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("accord: rule.yaml:")
    assert message in result.stderr


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("separator", "header", "words"),
    [
        (",", "member,position", ("for", "against")),
        (";", "member;position", ("for", "against")),
        ("\t", "member\tposition", ("Y", "N")),
        (";", "член;позиция", ("за", "против")),
        (";", "Государство;Голос", ("За", "Против")),
        (",", '"member","position"', ('"for"', '"against"')),
    ],
)
def test_table_is_read_however_it_was_saved(
    accord: Accord, folder: Path, mark: str, ending: str, separator: str, header: str, words: tuple[str, str]
) -> None:
    rows = [row.format(separator, *words) for row in TABLE]
    (folder / "rule.yaml").write_text(EXAMPLE, encoding="utf-8")
    (folder / "votes.csv").write_bytes((mark + ending.join([header, *rows, ""])).encode("utf-8"))
    result = accord("decide", "rule.yaml", "votes.csv", "--date", "2024-06-21", "--json")
    assert (result.exit_code, json.loads(result.stdout)["outcome"]) == (0, "adopted")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (b"", "holds no positions"),
        (b"member,position\n", "decided by those with a position, and nobody has one"),
        (b"a,b\nXAA,for\n", 'one column "member" is needed'),
        ("член;позиция\nXAA;за\n".encode("cp1251"), "Save the file as UTF-8."),
        (b"\xff\xfem\x00", "Save the file as UTF-8."),
        (b"member,position\nXAA,yes and no\n", "is no position; write one of"),
    ],
)
def test_table_that_says_nothing_is_refused_in_words_that_help(
    accord: Accord, folder: Path, table: bytes, message: str
) -> None:
    (folder / "votes.csv").write_bytes(table)
    result = accord("decide", "association-simple", "votes.csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_fifty_thousand_members_are_decided_and_no_set_of_thousands_is_listed(accord: Accord, folder: Path) -> None:
    rows = "\n".join(f"X{number},for" for number in range(50_000))
    (folder / "votes.csv").write_text(f"member,position\n{rows}\n")
    result = accord("decide", "association-simple", "votes.csv", "--json")
    found = json.loads(result.stdout)
    assert (result.exit_code, found["outcome"], found["pivotal"], found["to_change"]) == (0, "adopted", [], [])
