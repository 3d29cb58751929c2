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
        "stances": {code: {"propose": 1} for code in ("XAA", "XBB", "XCC")},
        "unclosed": 0,
        "stray": 0,
    }
    assert list(placeholder) == ["code", "severity", "line", "column", "offset", "message", "fix", "edits"]
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


BRACKETED = "1. The Parties [shall][should] meet on [date].\n\n[Xaa/XBB. 2. They report.] [Agreed ad ref]\n"
TABLE = "delegations: {XAA: [Xaa], XBB: [], XCC: []}\n"


def test_inspect_writes_a_negotiation_that_goes_on(accord: Accord, folder: Path) -> None:
    (folder / "draft.txt").write_text(BRACKETED)
    (folder / "roster.yaml").write_text(TABLE)
    (folder / "c.txt").write_text("1. The Parties will meet on [date].\n")
    result = accord("inspect", "draft.txt", "--roster", "roster.yaml", "-o", "rolling.md")
    assert result.exit_code == 1
    assert "draft.txt:3:28: warning I006" in result.stdout_bytes.decode()
    assert accord("compile", "rolling.md", "XCC=c.txt", "-o", "second.md").exit_code == 1
    assert (folder / "second.md").read_text().partition("\n\n")[2] == (
        "1. The Parties [shall] [XCC: will] [should] meet on \\[date\\].\n\n[XAA, XBB: 2. They report.]\n"
    )
    assert accord("project", "second.md", "--as", "XBB").stdout_bytes.decode() == (
        "1. The Parties shall meet on [date].\n\n2. They report.\n"
    )


@pytest.mark.parametrize("suffix", ["txt", "md", "docx", "odt", "html", "xml", "json"])
def test_inspect_writes_every_format(accord: Accord, folder: Path, suffix: str) -> None:
    (folder / "draft.txt").write_text(BRACKETED)
    accord("inspect", "draft.txt", "-o", f"rolling.{suffix}")
    assert (folder / f"rolling.{suffix}").stat().st_size > 100
    if suffix not in {"odt", "html"}:
        assert accord("project", f"rolling.{suffix}", "--base").stdout_bytes.decode().startswith("1. The Parties shall")


def test_inspect_refuses_a_roster_of_names_that_are_no_codes(accord: Accord, folder: Path) -> None:
    (folder / "draft.txt").write_text(BRACKETED)
    (folder / "roster.yaml").write_text("delegations: [XAA]\ngroups: {Arab Group: [XAA]}\n")
    result = accord("inspect", "draft.txt", "--roster", "roster.yaml", "-o", "rolling.md")
    assert result.exit_code == 2
    assert not (folder / "rolling.md").exists()


def test_inspect_prints_what_a_program_may_edit(accord: Accord, folder: Path) -> None:
    (folder / "t.txt").write_text("one] two\n")
    result = accord("inspect", "t.txt")
    (line,) = [line for line in result.stdout_bytes.decode().splitlines() if "B001" in line]
    assert line.endswith(' [3:4 -> ""]')
    (finding,) = json.loads(accord("inspect", "t.txt", "--json").stdout_bytes)["findings"]
    assert finding["edits"] == [{"start": 3, "end": 4, "text": ""}]


def test_inspect_reads_the_profile_beside_the_roster(accord: Accord, folder: Path) -> None:
    (folder / "m.yaml").write_text("delegations: [XAA]\nprofile: {braces: alternative, brackets: ['<<>>']}\n")
    (folder / "t.txt").write_text("a {XAA: b} c <<d>>\n")
    document = json.loads(accord("inspect", "t.txt", "--roster", "m.yaml", "--json").stdout_bytes)
    assert (document["choices"], document["delegations"]) == (2, {"XAA": 1})


@pytest.mark.parametrize("profile", ["{braces: x}", "{shape: x}", "[a]", "{brackets: 3}"])
def test_inspect_refuses_a_profile_that_it_cannot_read(accord: Accord, folder: Path, profile: str) -> None:
    (folder / "m.yaml").write_text(f"delegations: [XAA]\nprofile: {profile}\n")
    result = accord("inspect", "-", "--roster", "m.yaml", stdin=b"a")
    assert result.exit_code == 2
    assert "profile" in result.stderr
