"""``accord compare``: what changed from one text to the next."""

import json
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Accord = Callable[..., Result]


def test_compare_equal_texts_is_done(accord: Accord) -> None:
    result = accord("compare", "base.txt", "XDD.txt", "--json")
    assert json.loads(result.stdout_bytes) == {
        "changed": [],
        "moved": [],
        "agreed": [],
        "reopened": [],
        "uncovered": [],
    }
    assert result.exit_code == 0


def test_compare_change_that_nobody_proposed_needs_a_person(accord: Accord) -> None:
    result = accord("compare", "base.txt", "XAA.txt", "--json")
    change = {
        "block": "b2",
        "old": "1. The Parties shall meet once a year.",
        "new": "1. The Parties should meet once a year.",
    }
    document = json.loads(result.stdout_bytes)
    assert (document["changed"], document["uncovered"], result.exit_code) == ([change], [change], 1)


def test_compare_choice_taken_is_accounted_for(accord: Accord, folder: Path) -> None:
    accord("compile", "base.txt", "XAA.txt", "-o", "old.txt")
    (folder / "new.txt").write_text((folder / "old.txt").read_text().replace("[shall] [XAA: should]", "should"))
    result = accord("compare", "old.txt", "new.txt")
    assert result.exit_code == 0
    assert result.stdout_bytes.decode().splitlines()[:4] == [
        "changed: 1",
        "  b2",
        "  - 1. The Parties [shall] [XAA: should] meet once a year.",
        "  + 1. The Parties should meet once a year.",
    ]


def test_compare_block_agreed_is_named(accord: Accord, folder: Path) -> None:
    accord("compile", "base.txt", "XAA.txt", "-o", "old.txt")
    old = (folder / "old.txt").read_text()
    (folder / "new.txt").write_text(old.replace("Statement", "Statement [agreed ad ref]"))
    document = json.loads(accord("compare", "old.txt", "new.txt", "--json").stdout_bytes)
    assert [change["block"] for change in document["agreed"]] == ["b1"]
