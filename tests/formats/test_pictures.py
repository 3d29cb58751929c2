"""Pictures: the same bytes each time, words escaped and whole, in a page without a style, on paper and in Word."""

import io
import zipfile
from importlib.util import find_spec

import pytest
from lxml import etree

from accord.formats.pictures import (
    Bar,
    Line,
    Mark,
    Picture,
    Words,
    drawn_size,
    lines_of,
    mark_of,
    paper_svg_of,
    svg_of,
    words_at,
)
from accord.formats.sheets import Drawn, Grid, Sheet, pdf_of, word_of

KINDS = ("full", "half", "empty", "cross", "dots", "diamond", "wish", "line")
HOSTILE = '<script>&"\x00\u202e'
PICTURE = Picture(
    "rivers",
    f"Rivers {HOSTILE}",
    400,
    100,
    (
        Line(0, 0, 400, 0, strong=True),
        Bar(10, 10, 20, 8),
        Words(5, 20, HOSTILE, "end", quiet=True),
        *(Mark(20 * place, 50, kind, f"told {HOSTILE}") for place, kind in enumerate(KINDS)),
    ),
    tuple((kind, f"is {kind}") for kind in KINDS),
)
needs_typst = pytest.mark.skipif(not find_spec("typst"), reason="needs the extra pdf: pip install 'accord[pdf]'")


def test_page_gets_words_as_words_and_no_style_of_its_own() -> None:
    svg = svg_of(PICTURE)

    tree = etree.fromstring(svg)
    assert 'Rivers <script>&"\u202e' in (tree.findtext("title") or "")
    assert tree.get("aria-labelledby") == tree.find("title").get("id") == "picture-rivers"  # type: ignore[union-attr]
    assert not [each for each in tree.iter() if each.get("style") or each.tag in ("style", "script")]
    assert svg == svg_of(PICTURE)


def test_paper_has_the_legend_below() -> None:
    svg = paper_svg_of(PICTURE)

    words = [each.text for each in etree.fromstring(svg).iter("{*}text")]
    assert words[1:] == [f"is {kind}" for kind in KINDS]
    assert drawn_size(PICTURE) == (400, 100 + 20 * len(KINDS))


@pytest.mark.parametrize("kind", KINDS)
def test_every_mark_is_drawn_in_its_own_shape(kind: str) -> None:
    assert sum(mark_of(kind) == mark_of(other) for other in KINDS) == 1
    etree.fromstring(mark_of(kind))


def test_long_words_are_put_in_lines_and_cut_with_a_sign() -> None:
    assert lines_of("", 10) == ("",)
    assert lines_of("one two three", 8) == ("one two", "three")
    assert lines_of("one two three four five", 8) == ("one two", "three …")
    assert [(one.x, one.words) for one in words_at(3, 40, ("a", "b"))] == [(3, "a"), (3, "b")]


@needs_typst
def test_sheet_carries_the_picture_as_pdf_and_word_in_the_same_bytes() -> None:
    sheet = Sheet("Rivers", parts=(Drawn(PICTURE), Grid(("River",), (("Aa",),))))

    word = word_of(sheet)
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        assert package.read("word/media/image1.png").startswith(b"\x89PNG")
        document = etree.fromstring(package.read("word/document.xml"))
    described = [each.get("descr") for each in document.iter("{*}docPr")]
    assert described == ['Rivers <script>&"\u202e']
    assert word == word_of(sheet)
    assert pdf_of(sheet) == pdf_of(sheet)
