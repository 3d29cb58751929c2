"""``accord read``: what is printed, the JSON document, the exit status."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Type = Callable[..., Result]

CLEAN = """Ministers adopt a statement

ASTANA, June 21, 2024. The SCO Council of Foreign Ministers met in Astana on June 20, 2024.
The ministers adopted a statement on trade.
"""


@pytest.fixture
def report(folder: Path) -> Path:
    path = folder / "report.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def test_status_is_0_where_nothing_is_flagged(accord: Type, report: Path) -> None:
    result = accord("read", str(report))
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "report of 2024-06-21 (stated)")
    assert "adopted, statement, statement on trade" in result.stdout


def test_status_is_1_where_something_is_flagged(accord: Type, report: Path) -> None:
    report.write_text(CLEAN.replace("on June 20, 2024", "today"), encoding="utf-8")
    result = accord("read", str(report))
    assert result.exit_code == 1
    assert "note relative-date: “today”" in result.stdout


def test_report_about_something_else_has_status_1_and_empty_lists(accord: Type) -> None:
    result = accord("read", "-", "--json", stdin=b"A goal late in the match won the league for the city.")
    document = json.loads(result.stdout)
    assert (result.exit_code, document["about"]) == (1, "other")
    assert [key for key, value in document.items() if value != []] == ["about", "date"]
    assert len(document) == 13


def test_document_has_the_form_of_the_reference(accord: Type, report: Path) -> None:
    document = json.loads(accord("read", str(report), "--json").stdout)
    assert "text" not in document
    assert document["date"] == {
        "value": "2024-06-21", "start": 37, "end": 50, "quote": "June 21, 2024",
        "status": "stated", "why": "The report is dated so.",
    }  # fmt: skip
    assert list(document["documents"][0]) == [
        "title", "kind", "action", "verb", "organ", "count", "start", "end", "quote", "status", "why",
    ]  # fmt: skip
    assert list(document["meetings"][0]) == [
        "organ", "ordinal", "from", "to", "place", "country", "formats", "role",
        "start", "end", "quote", "status", "why",
    ]  # fmt: skip


def test_text_comes_back_for_a_page(accord: Type, folder: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in CLEAN.splitlines())
    (folder / "page.html").write_text(f"<html><body><article>{body}</article></body></html>", encoding="utf-8")
    document = json.loads(accord("read", "page.html", "--json").stdout)
    found = document["documents"][0]
    assert document["text"][found["start"] : found["end"]] == found["quote"] == "statement on trade"


def test_other_reports_are_compared(accord: Type, folder: Path, report: Path) -> None:
    (folder / "other.txt").write_text(CLEAN.replace("June 20", "June 19"), encoding="utf-8")
    (folder / "third.txt").write_text(CLEAN.replace("Astana on", "Bishkek on"), encoding="utf-8")
    result = accord("read", str(report), "--against", "other.txt", "third.txt", "--json")
    found = [(each["kind"], each["basis"], each["expected"]) for each in json.loads(result.stdout)["discrepancies"]]
    assert found == [("date-conflict", "other_report", "2024-06-19"), ("place-country", "other_report", "Bishkek")]
    assert result.exit_code == 1


def test_facts_of_another_council_are_used(accord: Type, folder: Path, report: Path) -> None:
    (folder / "facts.yaml").write_text(
        "schema: accord-facts/1\norganisation: {id: sco}\norgans:\n  - {id: cfm, name: Council of Foreign Ministers}\n",
        encoding="utf-8",
    )
    document = json.loads(accord("read", str(report), "--facts", "facts.yaml", "--json").stdout)
    assert document["meetings"][0]["organ"] == {"id": "cfm", "name": "Council of Foreign Ministers"}


@pytest.mark.parametrize("facts", ["[", "schema: other", "- a", "schema: accord-facts/1\nmembers: [1]"])
def test_facts_that_are_none_are_refused(accord: Type, folder: Path, report: Path, facts: str) -> None:
    (folder / "facts.yaml").write_text(facts, encoding="utf-8")
    result = accord("read", str(report), "--facts", "facts.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "facts.yaml" in result.stderr


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        ("Совет министров".encode("cp1251") * 30, "Windows-1251"),
        (b"word " * 70_000, "300,000 are read at most"),
    ],
)
def test_what_cannot_be_read_has_status_2(accord: Type, folder: Path, data: bytes, words: str) -> None:
    (folder / "bad.txt").write_bytes(data)
    result = accord("read", "bad.txt", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
