"""The examples: the commands that their README prints do what it says they do."""

import io
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from docx_plus.revisions import accept_all_revisions, reject_all_revisions
from typer.testing import Result

from accord.engine import text as engine
from accord.formats.documents import read_document

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = {"XAA": "a.docx", "XBB": "b.docx", "XCC": "c.docx"}
README = (EXAMPLES / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [shlex.split(line)[1:] for kind, block in BLOCKS if not kind for line in block.splitlines()]
STATUSES = [0, 0, 0, 1, 0]
"""Of the commands, in the order of the README: the comment in the marked file needs a person."""

Accord = Callable[..., Result]


@pytest.fixture
def examples(folder: Path) -> Path:
    """Put the examples into the working folder."""
    for path in EXAMPLES.iterdir():
        shutil.copy(path, folder / path.name)
    return folder


def letters(data: bytes, resolve: Callable[[object], object] | None = None) -> str:
    """Return the characters of a Word file as docx-plus has them, which leaves ends of paragraphs alone."""
    opened = docx.Document(io.BytesIO(data))
    if resolve:
        resolve(opened)
    return "".join(each.text for each in opened.paragraphs)


def paragraphs(text: str) -> Iterator[str]:
    return (each.strip("\n") for each in text.split("\n\n"))


def test_examples_run_as_their_readme_prints_them(accord: Accord, examples: Path) -> None:
    answers = [accord(*command) for command in COMMANDS]
    assert [each.exit_code for each in answers] == STATUSES
    assert answers[0].stderr.startswith("3 of 3 versions recovered exactly\n")
    written = {path.name for path in examples.iterdir()} - {path.name for path in EXAMPLES.iterdir()}
    assert written >= {"rolling.docx", "celle.docx", "second.docx", "screen.docx", "changes.html"}


def test_examples_give_back_what_accepting_all_changes_in_each_file_gives(accord: Accord, examples: Path) -> None:
    accord(*COMMANDS[0])
    base = accord("project", "rolling.docx", "--base").stdout_bytes.decode()
    assert "".join(paragraphs(base)) == letters((examples / "base.docx").read_bytes())
    for code, name in FILES.items():
        data = (examples / name).read_bytes()
        own = accord("project", "rolling.docx", "--as", code).stdout_bytes.decode()
        assert own == read_document(data, name).text
        moved = code == "XCC"  # docx-plus leaves a moved paragraph in both places
        if not moved:
            assert "".join(paragraphs(own)) == letters(data, accept_all_revisions)
            assert code == "XBB" or "".join(paragraphs(base)) == letters(data, reject_all_revisions)


def test_examples_print_the_line_that_the_readme_shows(accord: Accord, examples: Path) -> None:
    (shown,) = (block for kind, block in BLOCKS if kind == "text")
    command = COMMANDS[0][: COMMANDS[0].index("-o")]
    notation = accord(*command).stdout_bytes.decode()
    assert shown in notation.splitlines()
    assert "%sample" in notation.splitlines()  # as the pages of the files say
    accord(*COMMANDS[0])
    document = read_document((examples / "rolling.docx").read_bytes(), "rolling.docx")
    assert document.rolling is not None
    assert document.rolling.notation == notation
    assert shown in document.text


def test_examples_tracked_file_is_the_delegations_text_accepted_and_the_base_rejected(
    accord: Accord, examples: Path
) -> None:
    for command in COMMANDS[:2]:
        accord(*command)
    read = read_document((examples / "celle.docx").read_bytes(), "celle.docx")
    assert read.text == read_document((examples / "c.docx").read_bytes(), "c.docx").text
    assert read.base == read_document((examples / "base.docx").read_bytes(), "base.docx").text
    assert {each.author for each in read.revisions} == {"XCC"}


def test_examples_second_round_takes_up_what_another_holds(accord: Accord, examples: Path) -> None:
    for command in COMMANDS[:3]:
        accord(*command)
    before, after = (
        read_document((examples / f"{name}.docx").read_bytes(), "x.docx") for name in ("rolling", "second")
    )
    assert before.rolling is not None
    assert after.rolling is not None
    old, new = engine.parse(before.rolling.notation), engine.parse(after.rolling.notation)
    assert engine.project(new, "XBB") == engine.project(old, "XAA")
    for code in ("XAA", "XCC", None):
        assert engine.project(new, code) == engine.project(old, code)


def test_examples_of_the_screen_are_three_versions(accord: Accord, examples: Path) -> None:
    accord(*COMMANDS[3])
    texts = {code: accord("project", "screen.docx", "--as", code).stdout_bytes.decode() for code in FILES}
    assert "The Parties should exchange data on water levels once a year." in texts["XAA"]
    assert "The Parties shall exchange data on water levels twice a year." in texts["XBB"]
    assert "3. A secretariat" not in texts["XCC"]
