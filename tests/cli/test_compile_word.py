"""``accord compile`` on Word files: another base, several authors in one file, a rolling text handed in again."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx as word
import pytest
from docx_plus.comments import read_comments
from typer.testing import Result

from accord.engine import text as engine
from accord.formats.documents import read_document, write_text
from accord.formats.paper.tracked import Remark
from accord.formats.word.clean import write_clean
from accord.formats.word.rolling import write_rolling
from accord.formats.word.tracked import write_tracked
from tests.cli.conftest import BASE, VERSIONS
from tests.formats.packages import docx, zipped
from tests.formats.test_word_revisions import gone, ins, p, run

Accord = Callable[..., Result]

LATER = BASE.replace("once a year", "twice a year").replace("They publish", "They issue")
"""The base after it was changed."""


def findings(result: Result) -> list[tuple[str, str]]:
    """Return code and message of each finding of a command with --json."""
    return [(each["code"], each["message"]) for each in json.loads(result.stdout_bytes)["findings"]]


def coded(result: Result, *codes: str) -> list[tuple[str, str]]:
    return [(code, message) for code, message in findings(result) if code in codes]


# A version on another base


def test_compile_carries_a_version_over_from_another_base(accord: Accord, folder: Path) -> None:
    (folder / "base.docx").write_bytes(write_clean(LATER))
    (folder / "XAA.docx").write_bytes(write_tracked(BASE, VERSIONS["XAA"], author="XAA"))
    result = accord("compile", "base.docx", "XAA.docx", "--json", "-o", "x.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("1 of 1 versions recovered exactly\n")
    wanted = LATER.replace("shall", "should")
    assert accord("project", "x.txt", "--as", "XAA").stdout_bytes.decode() == wanted
    assert "Parties [shall] [XAA: should] meet twice" in (folder / "x.txt").read_text()
    assert coded(result, "C020", "C021") == [
        (
            "C020",
            "XAA wrote on another base: 2 paragraphs differ, first: “1. The Parties shall meet once a year.” there, "
            "“1. The Parties shall meet twice a year.” here. Its changes were carried over.",
        )
    ]


def test_compile_tells_where_a_version_and_the_base_changed_the_same_words(accord: Accord, folder: Path) -> None:
    (folder / "base.txt").write_text(BASE.replace("shall", "will"))
    (folder / "XAA.docx").write_bytes(write_tracked(BASE, VERSIONS["XAA"], author="XAA"))
    result = accord("compile", "base.txt", "XAA.docx", "--json")
    assert "[will] [XAA: should]" in json.loads(result.stdout_bytes)["text"]
    assert coded(result, "C021") == [
        ("C021", "XAA and the base had changed the same words; the base has “1. The Parties will meet once a year.”.")
    ]


def test_compile_tells_of_numbers_that_were_typed_over_without_tracking(accord: Accord, folder: Path) -> None:
    marked = (
        p(run("Statement"))
        + p(gone("1. The Parties shall meet once a year.", "XAA"), mark="del", by="XAA")
        + p(run("1. They publish the report."))
    )
    (folder / "XAA.docx").write_bytes(docx(marked))
    result = accord("compile", "base.txt", "XAA.docx", "--json")
    said = "1 paragraph differs: “1. They publish the report.” there, “2. They publish the report.” here."
    assert (result.exit_code, coded(result, "C020")) == (
        1,
        [("C020", f"XAA wrote on another base: {said} Its changes were carried over.")],
    )


def test_compile_says_nothing_of_bases_where_the_version_was_written_on_this_one(accord: Accord, folder: Path) -> None:
    (folder / "base.txt").write_bytes(BASE.replace("\n", "\r\n").encode())
    (folder / "XAA.docx").write_bytes(write_tracked(BASE, VERSIONS["XAA"], author="XAA"))
    assert coded(accord("compile", "base.txt", "XAA.docx", "--json"), "C020", "C021") == []


def test_compile_version_without_tracked_changes_goes_two_ways(accord: Accord, folder: Path) -> None:
    (folder / "base.txt").write_text(LATER)
    (folder / "XAA.docx").write_bytes(write_clean(VERSIONS["XAA"]))
    result = accord("compile", "base.txt", "XAA.docx", "-o", "x.txt")
    assert result.exit_code == 0
    assert accord("project", "x.txt", "--as", "XAA").stdout_bytes.decode() == VERSIONS["XAA"]


def test_compile_carries_over_in_a_second_round_too(accord: Accord, folder: Path) -> None:
    (folder / "base.txt").write_text(LATER)
    (folder / "XBB.txt").write_text(LATER.replace("the report", "their report"))
    accord("compile", "base.txt", "XBB.txt", "-o", "first.txt")
    (folder / "XAA.docx").write_bytes(write_tracked(BASE, VERSIONS["XAA"], author="XAA"))
    result = accord("compile", "first.txt", "XAA.docx", "--json", "-o", "second.txt")
    assert [code for code, _ in coded(result, "C020")] == ["C020"]
    assert accord("project", "second.txt", "--as", "XAA").stdout_bytes.decode() == LATER.replace("shall", "should")
    assert accord("project", "second.txt", "--as", "XBB").stdout_bytes == (folder / "XBB.txt").read_bytes()
    (folder / "XBB.docx").write_bytes(write_tracked((folder / "XBB.txt").read_text(), LATER, author="XBB"))
    assert coded(accord("compile", "second.txt", "XBB.docx", "--json"), "C020") == []


@pytest.mark.parametrize("name", ["base", "XAA"])
def test_compile_of_a_file_whose_pages_say_that_it_is_a_sample_is_one(accord: Accord, folder: Path, name: str) -> None:
    for stem, wording in {"base": BASE, "XAA": VERSIONS["XAA"]}.items():
        (folder / f"{stem}.docx").write_bytes(write_clean(wording, sample=stem == name))
    head = accord("compile", "base.docx", "XAA.docx").stdout_bytes.decode().split("\n\n")[0]
    assert "%sample" in head.splitlines()


# One file of several delegations


ROSTER = "delegations: {XAA: [Ann, Anna Example], XBB: [Ben], XCC: []}\n"
MARKED = docx(
    p(run("Statement"))
    + p(run("1. The Parties "), gone("shall", "Ann"), ins("should", "Anna  example"), run(" meet once a year."))
    + p(run("2. They publish "), gone("the", "Ben"), ins("their", "Ben"), run(" report"), ins(" soon", "Cay"), run("."))
)


@pytest.fixture
def marked(folder: Path) -> Path:
    """Put a file with changes of three authors, two of them of one delegation, and a roster into the folder."""
    (folder / "marked.docx").write_bytes(MARKED)
    (folder / "r.yaml").write_text(ROSTER)
    return folder


def test_compile_divides_a_file_by_its_authors(accord: Accord, marked: Path) -> None:
    result = accord("compile", "base.txt", "marked.docx", "--authors", "--roster", "r.yaml", "--json")
    document = json.loads(result.stdout_bytes)
    assert document["text"].split("\n\n")[2:] == [
        "1. The Parties [shall] [XAA: should] meet once a year.",
        "2. They publish [the] [XBB: their] report.\n",
    ]
    assert (document["recovered"], result.exit_code) == ({"XAA": True, "XBB": True}, 1)
    assert coded(result, "C023", "C024", "D013") == [
        ("C023", "1 × tracked change by Cay, who is not in the table: left out."),
        ("C024", "Tracked changes by Ann, Anna  example (2) are the version of XAA."),
        ("C024", "Tracked changes by Ben (2) are the version of XBB."),
    ]


def test_compile_of_a_marked_file_alone_has_its_own_base(accord: Accord, marked: Path) -> None:
    alone = accord("compile", "marked.docx", "--authors", "--roster", "r.yaml", "--json")
    beside = accord("compile", "base.txt", "marked.docx", "--authors", "--roster", "r.yaml", "--json")
    assert json.loads(alone.stdout_bytes)["text"] == json.loads(beside.stdout_bytes)["text"]


def test_compile_takes_divided_and_named_files_together(accord: Accord, marked: Path) -> None:
    result = accord("compile", "base.txt", "marked.docx", "XCC=XCC.txt", "--authors", "--roster", "r.yaml", "--json")
    assert list(json.loads(result.stdout_bytes)["recovered"]) == ["XAA", "XBB", "XCC"]
    twice = accord("compile", "base.txt", "marked.docx", "XBB=XBB.txt", "--authors", "--roster", "r.yaml")
    assert (twice.exit_code, twice.stderr) == (2, "accord: XBB has handed in more than one version.\n")


def test_compile_divides_by_codes_without_a_roster(accord: Accord, folder: Path) -> None:
    (folder / "marked.docx").write_bytes(write_tracked(BASE, VERSIONS["XAA"], author="XAA"))
    result = accord("compile", "marked.docx", "--authors", "-o", "x.txt")
    assert result.exit_code == 0
    assert accord("project", "x.txt", "--as", "XAA").stdout_bytes.decode() == VERSIONS["XAA"]


def test_compile_carries_each_share_of_a_marked_file_over(accord: Accord, marked: Path) -> None:
    (marked / "base.txt").write_text(BASE.replace("once", "twice"))
    result = accord("compile", "base.txt", "marked.docx", "--authors", "--roster", "r.yaml", "--json")
    assert [code for code, _ in coded(result, "C020")] == ["C020", "C020"]
    assert "[shall] [XAA: should] meet twice" in json.loads(result.stdout_bytes)["text"]


def test_compile_takes_a_paragraph_of_others_where_somebody_changes_it(accord: Accord, folder: Path) -> None:
    body = p(run("Statement")) + p(ins("New one", "XAA"), ins(", now", "XBB"), ins(".", "XAA"), mark="ins", by="XAA")
    (folder / "marked.docx").write_bytes(docx(body + p(run("The end."))))
    result = accord("compile", "marked.docx", "--authors", "--json", "-o", "x.txt")
    for code, wording in (("XAA", "New one."), ("XBB", "New one, now.")):
        wanted = f"Statement\n\n{wording}\n\nThe end.\n"
        assert accord("project", "x.txt", "--as", code).stdout_bytes.decode() == wanted
    assert [code for code, _ in coded(result, "C025")] == ["C025"]


def test_compile_tells_where_two_authors_type_at_one_word(accord: Accord, folder: Path) -> None:
    body = p(run("The Parties "), gone("shall", "XAA"), ins("should", "XAA"), ins("may", "XBB"), run(" meet."))
    (folder / "marked.docx").write_bytes(docx(body))
    result = accord("compile", "marked.docx", "--authors", "--json")
    assert "The Parties [shall] [XAA: should] [XBB: may] meet." in json.loads(result.stdout_bytes)["text"]
    said = "XBB put “may” in at “shall”, which others take out: it is read as its own wording for these words."
    assert (result.exit_code, coded(result, "C026")) == (1, [("C026", said)])


def test_compile_tells_of_changes_by_others_in_a_delegations_file(accord: Accord, marked: Path) -> None:
    result = accord("compile", "base.txt", "XAA=marked.docx", "--roster", "r.yaml", "--json")
    assert coded(result, "C022") == [("C022", "2 × tracked change by XBB in the file of XAA: all count as its own.")]
    assert "[XAA: their report soon]" in json.loads(result.stdout_bytes)["text"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("base.txt", "marked.docx"),
            "accord: marked.docx: 'marked' is no code (2 to 12 capital letters or digits). Write CODE=marked.docx, or"
            " --authors to divide it by its tracked changes",
        ),
        (("base.txt",), "accord: give at least one version, CODE=path; or --authors"),
        (("base.txt", "--authors"), "accord: base.txt: it has no tracked changes to divide. Leave --authors out, or"),
        (
            ("marked.docx", "--authors"),
            "accord: marked.docx: no author of a tracked change in it is known (Ann, Anna  example, Ben, Cay).",
        ),
        (
            ("unnamed.docx", "--authors"),
            "accord: unnamed.docx: no author of a tracked change in it is known (nobody named). Name them in --roster",
        ),
    ],
)
def test_compile_refuses_a_file_that_cannot_be_divided(
    accord: Accord, marked: Path, words: tuple[str, ...], message: str
) -> None:
    (marked / "unnamed.docx").write_bytes(docx(p("<w:ins><w:r><w:t>x</w:t></w:r></w:ins>")))
    result = accord("compile", *words)
    assert (result.exit_code, result.stdout_bytes) == (2, b"")
    assert result.stderr.startswith(message)


# The rolling text in Word, handed in again


ROUND = """\
%accord 1
%base
%delegations XAA, XBB, XCC

1. The Parties [shall] [XAA: should] meet [XBB: once] a year. [XAA reserve: pending the budget]

2. They publish the report. [agreed ad ref in the plenary; pending XBB]
"""


@pytest.fixture
def rolling(accord: Accord, folder: Path) -> Path:
    """Write a rolling text as a Word file."""
    (folder / "rolling.docx").write_bytes(write_rolling(engine.parse(ROUND), title="Draft"))
    return folder


def edit(path: Path, *changes: tuple[str, str]) -> None:
    """Change words in a Word file as somebody does who has it open, and save it by another program."""
    document = word.Document(str(path))
    for run_ in (each for paragraph in document.paragraphs for each in paragraph.runs):
        for old, new in changes:
            run_.text = run_.text.replace(old, new)
    document.save(str(path))


def test_compile_takes_a_rolling_word_file_as_the_base_of_a_second_round(accord: Accord, rolling: Path) -> None:
    (rolling / "XCC.docx").write_bytes(
        write_clean("1. The Parties shall meet each year.\n\n2. They publish the report.\n")
    )
    result = accord("compile", "rolling.docx", "XCC.docx", "-o", "second.txt")
    assert result.exit_code == 0
    body = (rolling / "second.txt").read_text().split("\n\n")
    choices = "[shall] [XAA: should] meet [XBB: once] \\|[a] [XCC: each] year."
    assert body[1] == f"1. The Parties {choices} [XAA reserve: pending the budget]"


def test_compile_takes_a_rolling_word_file_that_was_edited_by_hand(accord: Accord, rolling: Path) -> None:
    (rolling / "XCC.docx").write_bytes((rolling / "rolling.docx").read_bytes())
    edit(rolling / "XCC.docx", (" a year", " a year [XCC: or more often]"), ("XAA: ", "XAA, XCC: "))
    result = accord("compile", "rolling.docx", "XCC.docx", "-o", "second.txt")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (0, "1 of 1 versions recovered exactly")
    assert (
        "[shall] [XAA, XCC: should] meet [XBB: once] a year [XCC: or more often]."
        in (rolling / "second.txt").read_text()
    )


@pytest.mark.parametrize("typed", ["rolling.docx", "rolling.odt"])
def test_compile_reads_a_code_that_is_new_to_the_rolling_text_as_in_a_file_of_text(
    accord: Accord, rolling: Path, typed: str
) -> None:
    suffix = typed.removeprefix("rolling")
    body = ROUND.replace(" a year", " a year \\[XDD: or more often\\]").replace("the report", "reports \\[XDD: soon\\]")
    (rolling / typed).write_bytes(write_text(engine.parse(ROUND), suffix))
    (rolling / f"XDD{suffix}").write_bytes(untold(write_text(engine.parse(body), suffix)))
    own = accord("compile", typed, f"XDD{suffix}", "--json", "-o", "second.txt")
    assert "[XBB: once] a year [XDD: or more often]." in (rolling / "second.txt").read_text()
    assert coded(own, "C012") == []
    foreign = accord("compile", typed, f"XCC=XDD{suffix}", "--json")
    assert (foreign.exit_code, coded(foreign, "C012")[0]) == (
        1,
        ("C012", "“[XDD: or more often]. [X” is read as wording of XCC: XDD is not among the %delegations."),
    )
    base = accord("compile", f"XDD{suffix}", "XCC.txt")
    assert (base.exit_code, "XDD is not among the delegations that the legend names" in base.stderr) == (2, True)


def untold(data: bytes) -> bytes:
    """Return a file in which brackets that were written as wording look like any that somebody has typed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for name in {"word/document.xml", "content.xml"} & parts.keys():
        parts[name] = parts[name].replace('w:val="WordingBracket"', 'w:val="x"').replace('"Wording_20_Bracket"', '"x"')
    return zipped(parts)


def test_compile_takes_support_by_a_code_that_is_new_to_the_rolling_word_file(accord: Accord, rolling: Path) -> None:
    (rolling / "XDD.docx").write_bytes((rolling / "rolling.docx").read_bytes())
    edit(rolling / "XDD.docx", ("XAA: ", "XAA, XDD: "))
    result = accord("compile", "rolling.docx", "XDD.docx", "-o", "second.txt")
    assert (result.exit_code, result.stderr) == (0, "1 of 1 versions recovered exactly\n")
    assert "[shall] [XAA, XDD: should] meet [XBB: once]" in (rolling / "second.txt").read_text()


def test_project_and_compare_read_a_rolling_word_file(accord: Accord, rolling: Path) -> None:
    given = accord("project", "rolling.docx", "--as", "XAA")
    assert given.stdout_bytes.decode() == "1. The Parties should meet a year.\n\n2. They publish the report.\n"
    (rolling / "new.docx").write_bytes((rolling / "rolling.docx").read_bytes())
    edit(rolling / "new.docx", ("report", "paper"))
    compared = json.loads(accord("compare", "rolling.docx", "new.docx", "--json").stdout_bytes)
    change = {"block": "b2", "old": "2. They publish the report.", "new": "2. They publish the paper."}
    assert (compared["changed"], compared["uncovered"]) == ([change], [change])


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_inspect_of_a_rolling_file_has_the_figures_of_its_notation(accord: Accord, folder: Path, suffix: str) -> None:
    notation = ROUND.replace("[agreed ad ref in the plenary; pending XBB]", "[XAA number: 2 bis.]")
    (folder / f"rolling{suffix}").write_bytes(write_text(engine.parse(notation), suffix))
    (folder / "rolling.txt").write_text(notation)
    shown, said = (accord("inspect", f"rolling{each}", "--json") for each in (suffix, ".txt"))
    assert json.loads(shown.stdout_bytes) == json.loads(said.stdout_bytes)
    assert json.loads(shown.stdout_bytes)["delegations"] == {"XAA": 1, "XBB": 1}


@pytest.mark.parametrize("change", [("reserves its position", "grumbles"), ("]", "")])
def test_inspect_of_a_damaged_rolling_word_file_says_so_and_looks_at_all_of_it(
    accord: Accord, rolling: Path, change: tuple[str, str]
) -> None:
    edit(rolling / "rolling.docx", change)
    result = accord("inspect", "rolling.docx", "--json")
    (said,) = coded(result, "D018")
    assert result.exit_code == 1
    assert said[1].startswith("This is a rolling text that cannot be read any more: ")


def test_inspect_of_a_rolling_word_file_that_names_a_stranger_reports_the_name(accord: Accord, rolling: Path) -> None:
    edit(rolling / "rolling.docx", ("XAA: ", "XZZ: "))
    result = accord("inspect", "rolling.docx", "--json")
    assert [code for code, _ in findings(result)] == ["B010"]


def test_compare_of_two_word_files_says_what_changed(accord: Accord, folder: Path) -> None:
    (folder / "old.docx").write_bytes(write_clean(BASE))
    (folder / "new.docx").write_bytes(write_clean(VERSIONS["XAA"]))
    result = accord("compare", "old.docx", "new.docx")
    assert result.stdout_bytes.decode().splitlines()[:4] == [
        "changed: 1",
        "  b2",
        "  - 1. The Parties shall meet once a year.",
        "  + 1. The Parties should meet once a year.",
    ]


def marked_at_the_screen(rolling: bytes) -> bytes:
    """Return a rolling Word file in which two people have tracked changes, each of a kind."""
    with zipfile.ZipFile(io.BytesIO(rolling)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    old = '<w:r><w:t xml:space="preserve"> a year.</w:t></w:r>'
    assert old in parts["word/document.xml"]
    new = run(" a ") + ins("leap ", "Ann") + run("year") + ins(" [XCC: or more often]", "Cay") + run(".")
    parts["word/document.xml"] = parts["word/document.xml"].replace(old, new)
    return zipped(parts)


@pytest.mark.parametrize("base", [["rolling.docx"], []])
def test_compile_divides_a_rolling_word_file_by_its_authors(accord: Accord, rolling: Path, base: list[str]) -> None:
    (rolling / "screen.docx").write_bytes(marked_at_the_screen((rolling / "rolling.docx").read_bytes()))
    (rolling / "r.yaml").write_text("delegations: {XAA: [Ann], XBB: [], XCC: [Cay]}\n")
    result = accord("compile", *base, "screen.docx", "--authors", "--roster", "r.yaml", "--json")
    document = json.loads(result.stdout_bytes)
    assert (document["recovered"], coded(result, "C023")) == ({"XAA": True, "XCC": True}, [])
    choices = "[shall] [XAA: should] meet [XBB: once] a [XAA: leap] year [XCC: or more often]."
    assert document["text"].split("\n\n")[1] == f"1. The Parties {choices} [XAA reserve: pending the budget]"


def test_compare_and_project_tell_what_they_leave_out_of_a_word_file(accord: Accord, rolling: Path) -> None:
    (rolling / "old.docx").write_bytes(
        write_tracked(BASE, BASE, author="XAA", remarks=[Remark("Statement", "A remark.")])
    )
    result = accord("compare", "old.docx", "base.txt", "--json")
    assert (result.exit_code, "old.docx:1:1: warning D005: A comment by XAA" in result.stderr) == (1, True)
    parts = ["changed", "moved", "renumbered", "agreed", "reopened", "uncovered"]
    assert list(json.loads(result.stdout_bytes)) == parts
    document = word.Document(str(rolling / "rolling.docx"))
    document.add_comment(document.paragraphs[0].runs, text="Who typed this?", author="Dora")
    document.save(str(rolling / "rolling.docx"))
    result = accord("project", "rolling.docx", "--as", "XAA", "--json")
    assert (result.exit_code, [code for code, _ in findings(result)]) == (1, ["D005"])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            ("XAA: ", "XZZ: "),
            "in “1. The Parties [shall] [XZZ: should] meet [XBB: once] a year.” XZZ is not among the delegations that",
        ),
        (("reserves its position", "grumbles"), "the note “XAA grumbles: pending the budget” does not say whose it is"),
    ],
)
def test_compile_refuses_a_rolling_word_file_whose_marks_are_damaged(
    accord: Accord, rolling: Path, change: tuple[str, str], reason: str
) -> None:
    edit(rolling / "rolling.docx", change)
    result = accord("compile", "rolling.docx", "XCC.txt")
    assert (result.exit_code, result.stdout_bytes) == (2, b"")
    assert result.stderr.startswith(f"accord: rolling.docx: is a rolling text that cannot be read any more: {reason}")


def test_compile_refuses_a_rolling_word_file_that_has_lost_its_styles(accord: Accord, rolling: Path) -> None:
    shown = read_document((rolling / "rolling.docx").read_bytes(), "rolling.docx").text
    (rolling / "plain.docx").write_bytes(write_clean(shown))
    for words in (("compile", "plain.docx", "XCC.txt"), ("compile", "base.txt", "XAA=plain.docx")):
        result = accord(*words)
        assert (result.exit_code, "is a rolling text that has lost its styles" in result.stderr) == (2, True)


def test_project_tracked_has_the_delegations_notes_as_comments(accord: Accord, rolling: Path) -> None:
    assert accord("project", "rolling.docx", "--as", "XAA", "-o", "own.docx", "--tracked").exit_code == 0
    (comment,) = read_comments(word.Document(str(rolling / "own.docx")))
    assert (comment.author, comment.text) == ("XAA", "reserves its position: pending the budget")
    (read,) = read_document((rolling / "own.docx").read_bytes(), "own.docx").comments
    assert (read.author, read.about) == ("XAA", "1. The Parties shallshould meet a year.")


def test_rolling_word_file_has_its_notes_as_comments_and_says_nothing_of_them(rolling: Path) -> None:
    (comment,) = read_comments(word.Document(str(rolling / "rolling.docx")))
    assert (comment.author, comment.text) == ("XAA", "reserves its position: pending the budget")
    document = read_document((rolling / "rolling.docx").read_bytes(), "rolling.docx")
    assert [each.code for each in document.findings] == []
