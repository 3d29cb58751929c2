"""``accord compile``: n versions in, one text out, with the check; refusals write nothing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from accord.engine import text as engine
from accord.formats.documents import read_document, write_text
from accord.formats.word.clean import write_clean
from tests.cli.conftest import BASE, VERSIONS
from tests.shared import shared_path

Accord = Callable[..., Result]
FILES = ("XAA.txt", "XBB.txt", "XCC.txt", "XDD.txt")
ROLLING = """\
%accord 1
%base
%delegations XAA, XBB, XCC, XDD

Statement

1. The Parties [shall] [XAA, XBB: should] meet once a year.

2. They publish [the] [XBB: their] report.

[XCC: 3. They inform the public.]
"""


def test_compile_prints_the_notation_and_the_check(accord: Accord) -> None:
    result = accord("compile", "base.txt", *FILES)
    assert result.stdout_bytes.decode() == ROLLING
    assert result.stderr.splitlines()[0] == "4 of 4 versions recovered exactly"
    assert result.exit_code == 0


def test_compile_does_not_depend_on_the_order_of_versions(accord: Accord) -> None:
    assert accord("compile", "base.txt", *reversed(FILES)).stdout_bytes.decode() == ROLLING


def test_compile_takes_code_and_path(accord: Accord, folder: Path) -> None:
    (folder / "a=b.txt").write_text(VERSIONS["XAA"])
    (folder / "letter of may.md").write_text(VERSIONS["XBB"])
    result = accord("compile", "base.txt", "XAA=a=b.txt", "XBB=letter of may.md", "XCC.txt", "XDD.txt")
    assert result.stdout_bytes.decode() == ROLLING


def test_compile_json_is_the_document_that_is_written(accord: Accord, folder: Path) -> None:
    result = accord("compile", "base.txt", *FILES, "-o", "x.json", "--json")
    assert (folder / "x.json").read_bytes() == result.stdout_bytes
    document = json.loads(result.stdout_bytes)
    assert list(document) == [
        *("text", "blocks", "choices", "moves", "numbers", "statuses", "notes", "recovered", "findings"),
    ]
    assert (document["text"], document["blocks"]) == (ROLLING, 4)
    assert document["recovered"] == dict.fromkeys(VERSIONS, True)
    assert document["choices"][0] == {
        "id": "1",
        "block": "b2",
        "alternatives": [
            {"holders": [], "text": "shall", "null": False},
            {"holders": ["XAA", "XBB"], "text": "should", "null": False},
        ],
    }
    assert document["choices"][2]["alternatives"][0] == {"holders": [], "text": "", "null": True}
    (finding,) = document["findings"]
    assert (finding["code"], finding["severity"], finding["file"]) == ("C001", "info", "XDD.txt")


def test_compile_json_lists_moves_numbers_statuses_and_notes(accord: Accord, folder: Path) -> None:
    marked = ROLLING.replace("Statement", "Statement [agreed ad ref in the plenary; pending XBB]").replace(
        "their] report.", "their] report. [XAA move: to the beginning] [XBB number: 3.] [XBB reserve: on it]"
    )
    (folder / "first.txt").write_text(marked)
    document = json.loads(accord("compile", "first.txt", "XDD=XDD.txt", "--json").stdout_bytes)
    assert [document[key] for key in ("moves", "numbers", "statuses", "notes")] == [
        [{"block": "b3", "holders": ["XAA"], "after": ""}],
        [{"block": "b3", "holders": ["XBB"], "labels": ["3."]}],
        [{"block": "b1", "state": "agreed", "forum": "the plenary", "pending": ["XBB"]}],
        [{"block": "b3", "kind": "reserve", "holder": "XBB", "wording": "on it"}],
    ]


@pytest.mark.parametrize("name", ["x.txt", "x.md", "X.TXT"])
def test_compile_writes_text_files(accord: Accord, folder: Path, name: str) -> None:
    result = accord("compile", "base.txt", *FILES, "-o", name)
    assert (folder / name).read_bytes().decode() == ROLLING
    assert (result.exit_code, result.stdout_bytes) == (0, b"")
    assert sorted(path.name for path in folder.iterdir()) == sorted(["base.txt", *FILES, name])


def test_compile_keeps_every_byte(accord: Accord, folder: Path) -> None:
    odd = "\ufeffStatement\r\n\r\n\r\n 1. The Parties\tshall meet. \n\n\f2. They cafe\u0301 [x] % \\ no end"
    (folder / "XAA.txt").write_bytes(odd.encode())
    result = accord("compile", "base.txt", *FILES, "-o", "x.txt")
    assert result.stderr.splitlines()[0] == "4 of 4 versions recovered exactly"
    assert accord("project", "x.txt", "--as", "XAA").stdout_bytes == odd.encode()
    assert {"W001:", "W002:", "W003:", "W004:", "W005:", "W006:"} <= set(result.stderr.split())


def test_compile_empty_version_deletes_everything_with_a_finding(accord: Accord, folder: Path) -> None:
    (folder / "XAA.txt").write_bytes(b"")
    result = accord("compile", "base.txt", "XAA.txt")
    assert result.exit_code == 1
    assert "C002: XAA deletes everything" in result.stderr
    assert "1 of 1 versions recovered exactly" in result.stderr


def test_compile_empty_base_is_allowed(accord: Accord, folder: Path) -> None:
    (folder / "base.txt").write_bytes(b"")
    result = accord("compile", "base.txt", "XAA.txt", "-o", "x.txt")
    assert (result.exit_code, accord("project", "x.txt", "--base").stdout_bytes) == (0, b"")


def test_compile_difference_of_encoding_is_no_conflict_of_wording(accord: Accord, folder: Path) -> None:
    (folder / "XAA.txt").write_bytes(BASE.replace("\n", "\r\n").encode())
    document = json.loads(accord("compile", "base.txt", "XAA.txt", "--json").stdout_bytes)
    assert document["choices"] == []
    assert "C003" in [finding["code"] for finding in document["findings"]]


def test_compile_on_a_rolling_text_is_a_second_round(accord: Accord, folder: Path) -> None:
    accord("compile", "base.txt", *FILES, "-o", "first.txt")
    (folder / "XDD.txt").write_text(BASE.replace("shall", "will"))
    result = accord("compile", "first.txt", "XDD.txt", "-o", "second.txt")
    assert (result.exit_code, result.stderr) == (0, "1 of 1 versions recovered exactly\n")
    assert "[shall] [XAA, XBB: should] [XDD: will] meet" in (folder / "second.txt").read_text()
    for code in ("XAA", "XBB", "XCC"):
        kept = accord("project", "second.txt", "--as", code).stdout_bytes
        assert kept == accord("project", "first.txt", "--as", code).stdout_bytes


@pytest.mark.parametrize("name", ["first.json", "first.xml", "first.md"])
def test_compile_takes_a_rolling_text_in_any_form_that_it_writes(accord: Accord, folder: Path, name: str) -> None:
    accord("compile", "base.txt", *FILES, "-o", name)
    edited = ROLLING.replace("[shall]", "[XDD: shall]")
    (folder / "XDD.txt").write_text(edited)
    assert accord("compile", name, "XDD.txt").stdout_bytes.decode() == edited


def test_compile_on_a_rolling_text_tells_what_is_not_taken(accord: Accord, folder: Path) -> None:
    (folder / "first.txt").write_text(ROLLING)
    (folder / "XDD.txt").write_text(ROLLING.replace("XAA, XBB: should", "XAA: should"))
    result = accord("compile", "first.txt", "XDD.txt", "--json")
    document = json.loads(result.stdout_bytes)
    assert (result.exit_code, document["text"]) == (1, ROLLING)
    assert [(each["code"], each["file"], each["line"]) for each in document["findings"]] == [("C011", "XDD.txt", 7)]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[XAA, XBB: should]", "[XAA, XBB: should", "7:24: “[XAA, XBB: should meet o”: this bracket is not closed"),
        ("[XAA, XBB: should]", "[XAA, XBB: should] [XBB: may]", "7:1: XBB stands at “should” and at “may”"),
    ],
)
def test_compile_refuses_a_rolling_text_that_has_two_readings(
    accord: Accord, folder: Path, old: str, new: str, message: str
) -> None:
    (folder / "first.txt").write_text(ROLLING)
    (folder / "XBB.txt").write_text(ROLLING.replace(old, new))
    result = accord("compile", "first.txt", "XAA.txt", "XBB.txt", "-o", "x.txt")
    assert (result.exit_code, (folder / "x.txt").exists()) == (2, False)
    assert result.stderr.startswith(f"accord: XBB.txt:{message}")


def test_compile_rolling_text_for_a_plain_base_needs_a_person(accord: Accord, folder: Path) -> None:
    (folder / "XAA.txt").write_text(ROLLING)
    result = accord("compile", "base.txt", "XAA.txt")
    assert (result.exit_code, "C004: XAA handed in a rolling text" in result.stderr) == (1, True)


def test_compile_group_covers_its_members_and_none_that_spoke(accord: Accord, folder: Path) -> None:
    (folder / "r.yaml").write_text("delegations: [XAA, XBB, XCC]\ngroups: {G2: [XAA, XBB], G3: [XBB, XCC]}\n")
    (folder / "G2.txt").write_text(BASE.replace("shall", "will"))
    (folder / "XAA.txt").write_text(BASE)
    told = accord("compile", "base.txt", "XAA.txt", "G2.txt", "--roster", "r.yaml", "-o", "x.txt")
    assert (told.exit_code, "C018" in told.stderr, "[XAA: shall] [G2: will]" in (folder / "x.txt").read_text()) == (
        0, True, True,
    )  # fmt: skip
    given = {code: accord("project", "x.txt", "--as", code) for code in ("XAA", "XBB", "XCC")}
    assert {code: (each.exit_code, "will" in each.stdout_bytes.decode()) for code, each in given.items()} == {
        "XAA": (0, False), "XBB": (0, True), "XCC": (1, False),
    }  # fmt: skip
    (folder / "G3.txt").write_text(BASE.replace("shall", "may"))
    told = accord("compile", "base.txt", "G2.txt", "G3.txt", "--roster", "r.yaml")
    assert (told.exit_code, "C017: XBB is in G2 and G3, which differ on choice 1" in told.stderr) == (1, True)


def test_compile_sample_and_roster_stand_in_the_header(accord: Accord, folder: Path) -> None:
    (folder / "r.yaml").write_text("delegations: [XEE, XBB, XAA]\ngroups: {G2: [XEE, XBB]}\n")
    result = accord("compile", "base.txt", "XAA.txt", "--sample", "--roster", "r.yaml", "-o", "x.txt")
    head = (folder / "x.txt").read_text().split("\n\n")[0]
    assert head.split("\n")[2:] == ["%delegations XEE, XBB, XAA, G2", "%groups G2 = XEE, XBB", "%sample"]
    assert (result.exit_code, accord("project", "x.txt", "--as", "XEE").exit_code) == (0, 1)


# Refusals: status 2, a message on standard error, nothing written


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("base.txt", "nosuch/XAA.txt"), "accord: nosuch/XAA.txt: No such file or directory."),
        (("base.txt", "base.txt"), "accord: base.txt: 'base' is no code (2 to 12 capital letters or digits)."),
        (("base.txt", "A=XAA.txt"), "accord: A=XAA.txt: 'A=XAA' is no code"),
        (("base.txt", "XAA.txt", "XAA=XBB.txt"), "accord: XAA has handed in more than one version."),
        (
            ("base.txt", "XAA.txt", "-o", "x.rtf"),
            "accord: x.rtf: a file that is written ends in .txt, .md,",
        ),
        (("base.txt", "XAA.txt", "-o", "base.txt"), "accord: base.txt: is one of the files that are read."),
        (("base.txt", "XAA.txt", "-o", "no/x.txt"), "accord: no/x.txt: there is no such folder."),
        (("base.txt", "XAA=bad.txt"), "accord: bad.txt:2:4: byte 0xff is not UTF-8"),
        (("bad.txt", "XAA.txt"), "accord: bad.txt:2:4: byte 0xff is not UTF-8"),
        (("base.txt", "XAA=bidi.txt"), "accord: bidi.txt:2:3: U+202E RIGHT-TO-LEFT OVERRIDE is a format character"),
        (("base.txt", "XAA=picture.png"), "accord: picture.png: is not one of .txt, .md, .docx, .odt."),
        (("base.txt", "XAA.txt", "--roster", "r.yaml"), "accord: XAA is not in the roster (XEE)."),
        (("base.txt", "XAA.txt", "--roster", "base.txt"), "accord: base.txt: is not a table"),
    ],
)
def test_compile_refuses_and_writes_nothing(accord: Accord, folder: Path, words: tuple[str, ...], message: str) -> None:
    (folder / "bad.txt").write_bytes("ab\ncéd".encode() + b"\xff")
    (folder / "bidi.txt").write_bytes("ab\ncd\u202eef".encode())
    (folder / "picture.png").write_bytes(b"")
    (folder / "r.yaml").write_text("delegations: [XEE]")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    output = () if "-o" in words else ("-o", "x.txt")
    result = accord("compile", *words, *output)
    assert (result.exit_code, result.stdout_bytes) == (2, b"")
    assert result.stderr.startswith(message)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_compile_without_a_version_is_refused(accord: Accord) -> None:
    assert accord("compile", "base.txt").exit_code == 2


# Word


def test_compile_reads_and_writes_word_files(accord: Accord, folder: Path) -> None:
    for stem, wording in {"base": BASE, **VERSIONS}.items():
        (folder / f"{stem}.docx").write_bytes(write_clean(wording))
        (folder / f"{stem}.txt").unlink()
    versions = [name.replace(".txt", ".docx") for name in FILES]
    assert accord("compile", "base.docx", *versions).stdout_bytes.decode() == ROLLING
    result = accord("compile", "base.docx", *versions, "-o", "x.docx")
    assert result.stderr.splitlines()[0] == "4 of 4 versions recovered exactly"
    text = read_document((folder / "x.docx").read_bytes(), "x.docx").text
    assert "1. The Parties [shall] [XAA, XBB: should] meet once a year." in text.splitlines()


def test_compile_reads_a_word_file_with_its_tracked_changes_accepted(accord: Accord, folder: Path) -> None:
    path = shared_path("word", "01-words-one-author.docx")
    document = read_document(path.read_bytes(), path.name)
    (folder / "own.txt").write_text(str(document.base), encoding="utf-8")
    result = accord("compile", "own.txt", f"XAA={path}", "-o", "x.txt")
    assert result.exit_code == 0
    assert "Tracked changes by Kazakhstan (5): the text is read with all of them accepted." in result.stderr
    assert accord("project", "x.txt", "--as", "XAA").stdout_bytes.decode() == document.text


@pytest.mark.parametrize("suffix", [".html", ".xml"])
def test_compile_writes_readable_formats_by_suffix(accord: Accord, folder: Path, suffix: str) -> None:
    notation = accord("compile", "base.txt", *FILES).stdout_bytes.decode()
    assert accord("compile", "base.txt", *FILES, "-o", f"x{suffix}").stdout_bytes == b""
    assert (folder / f"x{suffix}").read_bytes() == write_text(engine.parse(notation), suffix)


def test_compile_to_pdf_refuses_a_letter_that_no_font_has(accord: Accord, folder: Path) -> None:
    pytest.importorskip("typst", reason="needs the extra pdf: pip install 'accord[pdf]'")
    (folder / "odd.txt").write_bytes("One \u0378 two.\n".encode())
    result = accord("compile", "odd.txt", "XAA.txt", "-o", "x.pdf")
    assert (result.exit_code, (folder / "x.pdf").exists()) == (2, False)
    assert "No font here can draw “\u0378” (U+0378" in result.stderr


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (
            "delegations: [XAA]\ngroups: {G2: [XZZ]}\n",
            "G2 has the member 'XZZ', which is no code of the table. Name it",
        ),
        ("delegations: {XAA: [Xaaland]}\ngroups: {G2: [Xaaland]}\n", "G2 has the member 'Xaaland', which is no code"),
        ("delegations: {XAA: [Land], XBB: [land.]}\n", "the name 'land.' stands for XAA and for XBB."),
        ("delegations: {XAA: [XBB], XBB: []}\n", "the name 'XBB' stands for XBB and for XAA."),
        ("delegations: {XAA: [G2], XBB: []}\ngroups: {G2: [XBB]}\n", "the name 'G2' stands for G2 and for XAA."),
    ],
)
def test_compile_refuses_a_roster_that_leaves_open_who_is_meant(
    folder: Path, accord: Accord, table: str, message: str
) -> None:
    (folder / "r.yaml").write_text(table)
    result = accord("compile", "base.txt", "XAA.txt", "--roster", "r.yaml")
    assert (result.exit_code, result.stdout_bytes) == (2, b"")
    assert result.stderr.startswith(f"accord: r.yaml: {message}")


def test_compile_says_the_same_in_any_order_of_versions(accord: Accord) -> None:
    one, other = (accord("compile", "base.txt", *each, "--json") for each in (FILES, FILES[::-1]))
    assert (one.stdout_bytes, one.stderr) == (other.stdout_bytes, other.stderr)


def test_compile_counts_no_version_that_an_agreed_paragraph_keeps_out(accord: Accord, folder: Path) -> None:
    (folder / "first.txt").write_text("%accord 1\n%base\n%delegations XAA, XBB\n\nThe Parties meet. [agreed ad ref]\n")
    (folder / "XAA.txt").write_text("The Parties confer.\n")
    (folder / "XBB.txt").write_text("The Parties meet.\n\nThey report.\n")
    result = accord("compile", "first.txt", "XAA.txt", "XBB.txt")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (1, "1 of 2 versions recovered exactly")


def test_compile_member_for_the_base_against_its_group_stands_at_what_encloses_too(
    accord: Accord, folder: Path
) -> None:
    head = "%accord 1\n%base\n%delegations XAA, XBB, XCC, G2\n%groups G2 = XAA, XBB\n\n"
    (folder / "first.txt").write_text(f"{head}[G2: The Parties [shall] [G2: may] meet.] [XCC: no text]\n")
    (folder / "XAA.txt").write_text("The Parties shall meet.\n")
    result = accord("compile", "first.txt", "XAA.txt")
    assert result.stdout_bytes.decode() == f"{head}[XAA, G2: The Parties [XAA: shall] [G2: may] meet.] [XCC: no text]\n"
    assert (result.exit_code, "C018: XAA holds what the base has" in result.stderr) == (0, True)


def test_compile_refuses_a_roster_whose_group_is_no_code(folder: Path, accord: Callable[..., Result]) -> None:
    (folder / "roster.yaml").write_text("delegations: [XAA]\ngroups: {Two: [XAA]}\n", encoding="utf-8")
    result = accord("compile", "base.txt", "XAA.txt", "--roster", "roster.yaml", "-o", "rolling.txt")
    assert (result.exit_code, "'Two'" in result.stderr, (folder / "rolling.txt").exists()) == (2, True, False)
