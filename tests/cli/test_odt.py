"""The text commands on OpenDocument files: what they do with .docx they do with .odt."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from accord.engine import text as engine
from accord.formats.documents import read_document, write_text
from accord.formats.odt.writing import write_clean, write_tracked
from tests.cli.conftest import BASE, VERSIONS

Accord = Callable[..., Result]


def text_of(path: Path) -> str:
    return read_document(path.read_bytes(), path.name).text


def test_compile_reads_and_writes_odt(accord: Accord, folder: Path) -> None:
    (folder / "base.odt").write_bytes(write_clean(BASE))
    for code, wording in VERSIONS.items():
        (folder / f"{code}.odt").write_bytes(write_tracked(BASE, wording, author=code))
    result = accord("compile", "base.odt", *(f"{code}.odt" for code in VERSIONS), "-o", "rolling.odt")
    assert f"{len(VERSIONS)} of {len(VERSIONS)} versions recovered exactly" in result.stderr
    versions = {code: text_of(folder / f"{code}.odt") for code in VERSIONS}
    expected = engine.compile_text(text_of(folder / "base.odt"), versions)
    assert (folder / "rolling.odt").read_bytes() == write_text(expected, ".odt")


def test_project_writes_odt_clean_and_tracked(accord: Accord, folder: Path) -> None:
    accord("compile", "base.txt", *(f"{code}.txt" for code in VERSIONS), "-o", "x.txt")
    assert accord("project", "x.txt", "--as", "XAA", "-o", "clean.odt").exit_code == 0
    assert accord("project", "x.txt", "--as", "XAA", "-o", "tracked.odt", "--tracked").exit_code == 0
    assert (folder / "clean.odt").read_bytes() == write_clean(VERSIONS["XAA"])
    assert (folder / "tracked.odt").read_bytes() == write_tracked(BASE, VERSIONS["XAA"], author="XAA")


def test_compare_and_inspect_read_odt(accord: Accord, folder: Path) -> None:
    (folder / "old.odt").write_bytes(write_clean("One.\n\nTwo [and] three.\n"))
    (folder / "new.odt").write_bytes(write_clean("One.\n\nTwo [and] four.\n"))
    assert "four" in accord("compare", "old.odt", "new.odt").stdout
    assert '"brackets": 1' in accord("inspect", "old.odt", "--json").stdout


def test_rolling_odt_is_projected_and_is_the_base_of_a_second_round(accord: Accord, folder: Path) -> None:
    accord("compile", "base.txt", *(f"{code}.txt" for code in VERSIONS), "-o", "rolling.odt")
    assert accord("project", "rolling.odt", "--as", "XBB").stdout == VERSIONS["XBB"]
    (folder / "XDD.txt").write_text(VERSIONS["XAA"])
    result = accord("compile", "rolling.odt", "XDD.txt", "-o", "second.odt")
    assert "1 of 1 versions recovered exactly" in result.stderr
    for code, wording in {**VERSIONS, "XDD": VERSIONS["XAA"]}.items():
        assert accord("project", "second.odt", "--as", code).stdout == wording
