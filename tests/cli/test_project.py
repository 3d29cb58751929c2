"""``accord project``: what a delegation handed in, from the compiled text alone."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from accord.formats.documents import read_document
from accord.formats.word.tracked import write_tracked
from tests.cli.conftest import BASE, VERSIONS

Accord = Callable[..., Result]


@pytest.fixture(params=["x.txt", "x.md", "x.json", "x.xml"])
def rolling(request: pytest.FixtureRequest, accord: Accord, folder: Path) -> str:
    """Compile in each format that reads back; the inputs are gone then."""
    name: str = request.param
    accord("compile", "base.txt", *(f"{code}.txt" for code in VERSIONS), "-o", name)
    for stem in ("base", *VERSIONS):
        (folder / f"{stem}.txt").unlink()
    return name


def test_project_gives_every_version_and_the_base_back(accord: Accord, rolling: str) -> None:
    for code in ("XAA", "XBB", "XCC"):
        result = accord("project", rolling, "--as", code)
        assert (result.stdout_bytes, result.stderr, result.exit_code) == (VERSIONS[code].encode(), "", 0)
    result = accord("project", rolling, "--base")
    assert (result.stdout_bytes, result.exit_code) == (BASE.encode(), 0)


def test_project_silent_delegation_gets_the_base_with_a_finding(accord: Accord, rolling: str) -> None:
    result = accord("project", rolling, "--as", "XDD")
    assert (result.stdout_bytes, result.exit_code) == (BASE.encode(), 1)
    assert "XDD has no position; this is the base." in result.stderr


@pytest.mark.parametrize("mark", ["[XAA move: to the beginning]", "[XAA number: 3.]"])
def test_project_who_only_moves_or_numbers_a_paragraph_is_not_silent(accord: Accord, folder: Path, mark: str) -> None:
    (folder / "x.txt").write_text(f"%accord 1\n%base\n%delegations XAA\n\n1. One.\n\n2. Two. {mark}\n")
    result = accord("project", "x.txt", "--as", "XAA")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes != b"1. One.\n\n2. Two.\n"


GROUPS = "%accord 1\n%base\n%delegations XAA, XBB, XCC, G2, G3\n%groups G2 = XAA, XBB; G3 = XBB, XCC\n"


@pytest.mark.parametrize(
    ("body", "where", "wording"),
    [
        ("They [shall] [G2: may] [G3: should] meet.", "on choice 1", "They shall meet."),
        (
            "1. They meet. [G2 number: 2.] [G3 number: 3.]",
            "on the place or the number of “1. They meet.",
            "1. They meet.",
        ),
        ("They.\n\nMeet. [G2 move: to the beginning]\n\nAll.", "", "Meet.\n\nThey.\n\nAll."),
    ],
)
def test_project_says_where_the_groups_of_a_member_differ(
    accord: Accord, folder: Path, body: str, where: str, wording: str
) -> None:
    (folder / "x.txt").write_text(f"{GROUPS}\n{body}\n")
    result = accord("project", "x.txt", "--as", "XBB")
    assert result.stdout_bytes.decode() == f"{wording}\n"
    expected = f"warning P003: XBB has no position of its own {where}" if where else "info P002: "
    assert (result.exit_code, expected in result.stderr, result.stderr.count("\n")) == (1 if where else 0, True, 1)


def test_project_code_outside_the_roster_is_refused(accord: Accord, rolling: str) -> None:
    result = accord("project", rolling, "--as", "XZZ")
    assert (result.stdout_bytes, result.exit_code) == (b"", 2)
    assert "XZZ is not in the roster" in result.stderr


def test_project_reads_standard_input_and_writes_files(accord: Accord, folder: Path) -> None:
    notation = accord("compile", "base.txt", "XAA.txt").stdout_bytes
    result = accord("project", "-", "--as", "XAA", "-o", "back.txt", stdin=notation)
    assert ((folder / "back.txt").read_bytes(), result.exit_code) == (VERSIONS["XAA"].encode(), 0)


def test_project_json_names_the_code(accord: Accord) -> None:
    notation = accord("compile", "base.txt", "XAA.txt").stdout_bytes
    result = accord("project", "-", "--as", "XAA", "--json", stdin=notation)
    assert json.loads(result.stdout_bytes) == {"code": "XAA", "text": VERSIONS["XAA"], "findings": []}


@pytest.mark.parametrize("options", [(), ("--as", "XAA", "--base")])
def test_project_wants_one_of_code_and_base(accord: Accord, options: tuple[str, ...]) -> None:
    result = accord("project", "base.txt", *options)
    assert (result.exit_code, result.stderr) == (2, "accord: say whose text to give back: --as CODE, or --base.\n")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.txt", b"no notation\n", "accord: x.txt:1:1: a rolling text in notation begins with"),
        ("x.txt", b"%accord 1\n%base\n%delegations XAA\n\nThe [XAA: one\n", "accord: x.txt:5:5: "),
        ("x.json", b"{}", 'accord: x.json: is not a JSON document with a "text".'),
        ("x.json", b"[", 'accord: x.json: is not a JSON document with a "text".'),
        ("x.xml", b"<html/>", "accord: x.xml: is no Akoma Ntoso 3.0"),
        ("x.txt", b"%accord 1\n\xff", "accord: x.txt:2:1: byte 0xff is not UTF-8"),
    ],
)
def test_project_says_where_the_notation_ends(
    accord: Accord, folder: Path, name: str, content: bytes, message: str
) -> None:
    (folder / name).write_bytes(content)
    result = accord("project", name, "--base")
    assert (result.exit_code, result.stdout_bytes) == (2, b"")
    assert result.stderr.startswith(message)


def test_project_writes_the_clean_text_as_a_word_file(accord: Accord, folder: Path) -> None:
    accord("compile", "base.txt", "XAA.txt", "-o", "x.txt")
    assert accord("project", "x.txt", "--as", "XAA", "-o", "clean.docx").exit_code == 0
    assert read_document((folder / "clean.docx").read_bytes(), "clean.docx").text == VERSIONS["XAA"]


def test_project_writes_tracked_changes_against_the_base(accord: Accord, folder: Path) -> None:
    accord("compile", "base.txt", "XAA.txt", "--sample", "-o", "x.xml")
    assert accord("project", "x.xml", "--as", "XAA", "-o", "tracked.docx", "--tracked").exit_code == 0
    expected = write_tracked(BASE, VERSIONS["XAA"], author="XAA", sample=True)
    assert (folder / "tracked.docx").read_bytes() == expected


def test_project_of_a_silent_delegation_tracks_nothing_and_says_so(accord: Accord, folder: Path) -> None:
    accord("compile", "base.txt", "XAA.txt", "XDD.txt", "-o", "x.txt")
    result = accord("project", "x.txt", "--as", "XDD", "-o", "tracked.docx", "--tracked")
    assert (result.exit_code, "XDD has no position" in result.stderr) == (1, True)
    assert read_document((folder / "tracked.docx").read_bytes(), "tracked.docx").text == BASE


@pytest.mark.parametrize("options", [("--base", "-o", "y.docx"), ("--as", "XAA"), ("--as", "XAA", "-o", "y.txt")])
def test_project_tracks_one_delegations_changes_in_word_only(
    accord: Accord, folder: Path, options: tuple[str, ...]
) -> None:
    accord("compile", "base.txt", "XAA.txt", "-o", "x.txt")
    result = accord("project", "x.txt", "--tracked", *options)
    assert (result.exit_code, result.stdout_bytes) == (2, b"")
    assert "--as CODE -o FILE.docx --tracked" in result.stderr
    assert not list(folder.glob("y.*"))
