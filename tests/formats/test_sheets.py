"""Sheets: printed papers that are no negotiated text, as Word and as PDF."""

import io
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import docx
import pytest

from accord.formats.sheets import Facts, Grid, Heading, Item, Items, Prose, Sheet, pdf_of, word_of
from accord.formats.typesetting import Unlettered
from tests.formats.samples import HOSTILE

needs_typst = pytest.mark.skipif(not find_spec("typst"), reason="needs the extra pdf: pip install 'accord[pdf]'")
needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext: apt install poppler-utils")
MARKUP = ('#panic("x")', "\\", '"', '\\"; #panic()', "[", "]", "$", "`", "//", "*_~@<x>", "= x", "\\u{41}", "a\tb")
ORDER = Sheet(
    "Order of the day",
    "Invented League · Xtown, 3 May 2031",
    sample="Sample sheet.",
    notes=("Times are those of the place.",),
    parts=(
        Facts((("Place", "Xtown"), ("Day", "3 May 2031"))),
        Heading("Narrow sitting"),
        Items((Item("1", "Exchange of views", ("Rapporteur: XAA", "two\nlines")), Item("3 bis", "Other matters"))),
        Heading("Papers", 2),
        Grid(("No.", "Title"), (("1", "Statement"), ("2", "Plan")), (1, 5)),
        Prose("So ordered."),
        Prose("Source: none", quiet=True),
    ),
)
SAID = (
    "Order of the day", "Invented League · Xtown, 3 May 2031", "Place", "Xtown", "Narrow sitting", "1.",
    "Exchange of views", "Rapporteur: XAA", "3 bis.", "Other matters", "Papers", "No.", "Title", "2", "Plan",
    "So ordered.", "Source: none", "Times are those of the place.",
)  # fmt: skip
ARABIC = Sheet(
    "جدول الأعمال",
    language="ar",
    parts=(
        Items((Item("1", "تبادل الآراء"), Item("2", "Exchange (of) views"))),
        Grid(("الاسم", "المنصب"), (("أحمد", "Minister"),)),
    ),
)


def whole_of(words: str) -> Sheet:
    """Return a sheet that says these words in every place."""
    parts = (
        *(Heading(words), Heading(words, 2), Prose(words), Prose(words, quiet=True), Facts(((words, words),))),
        *(Items((Item(words, words, (words,)),)), Grid((words,), ((words,),))),
    )
    return Sheet(words, words, sample=words, notes=(words,), parts=parts)


def words_of(data: bytes, tmp_path: Path) -> str:
    (tmp_path / "x.pdf").write_bytes(data)
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", tmp_path / "x.pdf", "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def test_sheet_as_word_has_real_headings_items_and_a_table_whose_head_is_repeated() -> None:
    written = docx.Document(io.BytesIO(word_of(ORDER)))
    said = [(each.style.name, each.text) for each in written.paragraphs]
    assert said == [
        ("Sample Mark", "Sample sheet."),
        ("Title", "Order of the day"),
        ("Subtitle", "Invented League · Xtown, 3 May 2031"),
        ("Fact", "Place\tXtown"),
        ("Fact", "Day\t3 May 2031"),
        ("Heading 1", "Narrow sitting"),
        ("Numbered Item", "1.\tExchange of views"),
        ("Below an Item", "Rapporteur: XAA"),
        ("Below an Item", "two\nlines"),
        ("Numbered Item", "3 bis.\tOther matters"),
        ("Heading 2", "Papers"),
        ("Normal", "So ordered."),
        ("Position Note", "Source: none"),
        ("Legend", "Times are those of the place."),
    ]
    (table,) = written.tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [["No.", "Title"], ["1", "Statement"], ["2", "Plan"]]
    assert [row._tr.trPr is not None and "tblHeader" in row._tr.trPr.xml for row in table.rows] == [True, False, False]
    assert [each.text for each in written.sections[0].header.paragraphs] == ["Sample sheet."]


def test_sheet_is_written_in_the_same_bytes_each_time() -> None:
    assert word_of(ORDER) == word_of(ORDER)


@needs_typst
def test_sheet_as_pdf_is_tagged_and_written_in_the_same_bytes_each_time() -> None:
    data = pdf_of(ORDER)
    assert data == pdf_of(ORDER)
    assert data.startswith(b"%PDF-1.7")
    assert b"pdfuaid:part" in data
    assert b"/CreationDate" not in data


@needs_typst
@needs_pdftotext
def test_sheet_as_pdf_says_all_that_it_has(tmp_path: Path) -> None:
    words = words_of(pdf_of(ORDER), tmp_path)
    assert [said for said in SAID if said not in words] == []
    assert words.count("Sample sheet.") == 2


@needs_typst
@pytest.mark.parametrize("words", [*MARKUP, HOSTILE])
def test_sheet_as_pdf_words_are_never_a_command(words: str) -> None:
    assert pdf_of(whole_of(f"One {words} two")).startswith(b"%PDF")


@pytest.mark.parametrize("words", [*MARKUP, "<w:p/>", "&amp;", "\x00\x08\ufffe", "]]>"])
def test_sheet_as_word_words_are_never_markup(words: str) -> None:
    written = docx.Document(io.BytesIO(word_of(whole_of(f"One {words} two"))))
    plain = re.sub("[\x00\x08\ufffe]", "", f"One {words} two")
    assert [each.text for each in written.paragraphs if each.style.name == "Normal"] == [plain]
    assert written.tables[0].rows[1].cells[0].text == plain


def test_sheet_in_arabic_runs_from_right_to_left_in_word() -> None:
    written = docx.Document(io.BytesIO(word_of(ARABIC)))
    assert ["<w:bidi/>" in each._p.xml for each in written.paragraphs[:3]] == [True, True, True]
    runs = [["<w:rtl/>" in run._r.xml for run in each.runs] for each in written.paragraphs[1:3]]
    assert runs == [[True, True, True], [True, True, False]]  # a Latin title keeps its own direction
    assert "<w:bidiVisual/>" in written.tables[0]._tbl.xml
    assert "<w:bidi/>" in written.sections[0]._sectPr.xml


@needs_typst
@needs_pdftotext
def test_sheet_in_arabic_has_its_first_column_at_the_right_in_pdf(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(pdf_of(ARABIC))
    command = ["pdftotext", "-bbox", tmp_path / "x.pdf", "-"]
    boxes = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    ends = {word: float(at) for at, word in re.findall(r'xMax="([\d.]+)".*>(.+)</word>', boxes)}
    assert ends["Minister"] < 300 < ends["views"]  # points from the left edge; the page has 595


@needs_typst
def test_sheet_as_pdf_refuses_and_names_a_letter_that_no_font_has() -> None:
    with pytest.raises(Unlettered, match=re.escape("U+0378")):
        pdf_of(Sheet("One \u0378 two"))


def test_table_with_a_row_that_does_not_fit_its_head_is_refused() -> None:
    with pytest.raises(ValueError, match="as many cells"):
        Grid(("No.", "Title"), (("1",),))
    with pytest.raises(ValueError, match="a width"):
        Grid(("No.", "Title"), (), (1,))
