"""``accord compare``: what changed from one text to the next."""

import json
from collections.abc import Callable
from pathlib import Path

from lxml import html
from typer.testing import Result

Accord = Callable[..., Result]


def test_compare_equal_texts_is_done(accord: Accord) -> None:
    result = accord("compare", "base.txt", "XDD.txt", "--json")
    assert json.loads(result.stdout_bytes) == {
        "changed": [],
        "moved": [],
        "renumbered": [],
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


def test_compare_writes_a_page_that_shows_every_word_that_changed(accord: Accord, folder: Path) -> None:
    result = accord("compare", "base.txt", "XAA.txt", "-o", "page.html")
    page = html.document_fromstring((folder / "page.html").read_bytes())
    assert (result.exit_code, result.stdout_bytes) == (1, b"")
    assert page.xpath("//h2/text()") == [
        "Not accounted for (1)",
        "Reopened (0)",
        "Agreed (0)",
        "Moved (0)",
        "Numbered anew (0)",
        "Changed (1)",
    ]
    (paragraph,) = page.xpath('//*[@id="change-b2"]/p[@class="block"]')
    assert paragraph.text_content() == "1. The Parties shallshould meet once a year."
    assert paragraph.xpath("del/text() | ins/text()") == ["shall", "should"]
    assert page.xpath("//script") == []
    assert "From base.txt to XAA.txt." in page.text_content()


def test_compare_page_is_the_same_each_time_and_escapes_wording(accord: Accord, folder: Path) -> None:
    (folder / "old.txt").write_text("One <b>bold</b> word.\n")
    (folder / "new.txt").write_text("One <script>alert(1)</script> word.\n")
    pages = []
    for _ in range(2):
        accord("compare", "old.txt", "new.txt", "-o", "page.html")
        pages.append((folder / "page.html").read_bytes())
    assert pages[0] == pages[1]
    assert html.document_fromstring(pages[0]).xpath("//script | //b") == []
    assert b"&lt;script&gt;" in pages[0]


def test_compare_page_of_another_suffix_or_over_an_input_is_refused(accord: Accord, folder: Path) -> None:
    assert accord("compare", "base.txt", "XAA.txt", "-o", "page.pdf").exit_code == 2
    (folder / "old.html").write_text("x")
    assert accord("compare", "old.html", "XAA.txt", "-o", "old.html").exit_code == 2
    assert (folder / "old.html").read_text() == "x"


def test_compare_page_tells_a_paragraph_taken_out_from_one_with_the_same_number(accord: Accord, folder: Path) -> None:
    (folder / "old.txt").write_text("Wholly different thing.\n\nSame words here.\n")
    (folder / "new.txt").write_text("Something altogether new stands at the head.\n\nSame words here.\n")
    accord("compare", "old.txt", "new.txt", "-o", "page.html")
    page = html.document_fromstring((folder / "page.html").read_bytes())
    names = page.xpath("//article/@id")
    assert len(names) == len(set(names))
    assert {each.removeprefix("#") for each in page.xpath('//*[@class="short"]//@href')} == set(names)
