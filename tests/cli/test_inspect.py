"""``accord inspect``: figures and findings of any bracketed text."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.shared import shared_path

Accord = Callable[..., Result]


def test_inspect_json_has_the_figures(accord: Accord, folder: Path) -> None:
    (folder / "t.md").write_text("The Parties [XAA, XBB: shall] [XCC: should] meet on [date].\n")
    result = accord("inspect", "t.md", "--json")
    document = json.loads(result.stdout_bytes)
    (placeholder,) = document.pop("findings")
    assert document == {
        "brackets": 3,
        "choices": 1,
        "alternatives": 2,
        "placeholders": 1,
        "depth": 1,
        "delegations": {"XAA": 1, "XBB": 1, "XCC": 1},
        "unclosed": 0,
        "stray": 0,
    }
    assert list(placeholder) == ["code", "severity", "line", "column", "offset", "message", "fix"]
    assert result.exit_code == 0


def test_inspect_prints_figures_and_findings(accord: Accord) -> None:
    result = accord("inspect", "-", stdin=b"one\ntwo] [three\n")
    lines = result.stdout_bytes.decode().splitlines()
    assert "brackets           1" in lines
    assert any(line.startswith("standard input:2:4: warning B001") for line in lines)
    assert any(line.startswith("standard input:2:6: warning B002") for line in lines)
    assert result.exit_code == 1


def test_inspect_is_done_where_no_finding_needs_a_person(accord: Accord) -> None:
    assert accord("inspect", "-", stdin=b"\xef\xbb\xbf[a]\r\n2 bis [x]\tb\n").exit_code == 0
    assert accord("inspect", "-", stdin=b"").exit_code == 0


def test_inspect_hidden_character_is_a_finding(accord: Accord) -> None:
    result = accord("inspect", "-", "--json", stdin="a\u202eb".encode())
    (finding,) = json.loads(result.stdout_bytes)["findings"]
    assert (finding["code"], finding["offset"], result.exit_code) == ("W102", 1, 1)


def test_inspect_undecodable_bytes_are_refused(accord: Accord) -> None:
    result = accord("inspect", "-", stdin=b"a\nb\xe9")
    assert (result.exit_code, result.stdout_bytes) == (2, b"")
    assert result.stderr.startswith("accord: standard input:2:2: byte 0xe9 is not UTF-8")


@pytest.mark.parametrize(
    "table",
    [
        "delegations: {XAA: [Xaa, ХАА], XBB: }\ngroups: {G2: [XAA, XBB]}\n",
        "delegations: {XAA: Xaa, XBB: []}\ngroups: {G2: [XAA]}",
    ],
)
def test_inspect_with_roster_knows_aliases_and_groups(accord: Accord, folder: Path, table: str) -> None:
    (folder / "r.yaml").write_text(table)
    (folder / "t.txt").write_text("[Xaa/XBB propose: a] b [G2: c] [XZZ: d]")
    result = accord("inspect", "t.txt", "--roster", "r.yaml", "--json")
    document = json.loads(result.stdout_bytes)
    assert document["delegations"] == {"G2": 1, "XAA": 1, "XBB": 1}
    assert [finding["code"] for finding in document["findings"]] == ["B010"]
    assert result.exit_code == 1


def test_inspect_reads_what_compile_writes(accord: Accord) -> None:
    compiled = accord("compile", "base.txt", "XAA.txt", "XBB.txt", "XCC.txt", "-o", "x.json", "--json")
    choices = json.loads(compiled.stdout_bytes)["choices"]
    document = json.loads(accord("inspect", "x.json", "--json").stdout_bytes)
    assert document["choices"] == len(choices)
    assert document["delegations"] == {"XAA": 1, "XBB": 2, "XCC": 1}


def test_inspect_real_text_needs_a_person(accord: Accord) -> None:
    path = shared_path("texts", "unfccc-geneva-negotiating-text-12-feb-2015.txt")
    result = accord("inspect", str(path), "--json")
    document = json.loads(result.stdout_bytes)
    assert (document["brackets"], document["unclosed"], document["stray"], result.exit_code) == (1273, 2, 2, 1)
