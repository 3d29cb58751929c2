"""Word files written: the same bytes for the same text, wording that reads back, holders and status that show."""

import io
import re
import zipfile

import pytest
from lxml import etree

from accord.engine import text as engine
from accord.formats.documents import write_text
from accord.formats.paper.clean import paragraphs_of
from accord.formats.paper.tracked import Remark
from accord.formats.showing import LEGEND, SAMPLE
from accord.formats.word import reading
from accord.formats.word.clean import write_clean
from accord.formats.word.rolling import write_rolling
from accord.formats.word.tracked import write_tracked
from tests.cli.conftest import BASE, VERSIONS
from tests.formats import packages, samples


def read_back(data: bytes) -> list[str]:
    return text_of(data).removesuffix("\n").split("\n\n")


def text_of(data: bytes) -> str:
    return str(reading.read(data)["text"])


def xml(data: bytes, part: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(part).decode()


@pytest.mark.parametrize(
    "wording",
    [
        "One.\n\nTwo.\n",
        "One [x] & <y>\nline\ttab \\ %\n\n  indented and trailing  \n",
        "ثلاثة [أربعة]\n\n条约各方\n\nБір қағида\n",
        "A\u00a0b\u202fc\u2011d\n",
    ],
)
def test_clean_text_reads_back_as_it_was(wording: str) -> None:
    assert text_of(write_clean(wording)) == wording


@pytest.mark.parametrize(
    "wording",
    [
        "One.\r\n\r\nTwo.\r\n",
        "\ufeffOne.\n\nTwo.\n",
        "\n \nOne.\n \t\n\nTwo.\n\n \n",
        "One.\r\n\n\r\nTwo.\r",
        "One.\r\rTwo.",
    ],
)
def test_clean_text_has_plain_line_ends_and_no_blank_lines_of_its_own(wording: str) -> None:
    assert text_of(write_clean(wording)) == "One.\n\nTwo.\n"


def test_clean_text_of_a_million_blank_lines_is_written_at_once() -> None:
    assert paragraphs_of("One.\n" + "\n" * 1_000_000 + "Two." + " \n" * 1_000_000) == ["One.", "Two. "]
    assert paragraphs_of("\n" * 1_000_000) == paragraphs_of("") == []


def test_clean_text_is_the_same_bytes_for_the_same_wording() -> None:
    assert write_clean(BASE) == write_clean(BASE) != write_clean(BASE, sample=True)


def test_clean_text_of_a_sample_says_so_on_every_page_and_only_there() -> None:
    data = write_clean(BASE, sample=True)
    assert SAMPLE.partition("'")[0] in xml(data, "word/header1.xml")
    assert text_of(data) == BASE


def test_clean_text_from_right_to_left_says_so() -> None:
    assert "<w:bidi/>" in xml(write_clean("(1) ثلاثة"))
    assert "<w:bidi/>" not in xml(write_clean("Three (ثلاثة)"))


def test_clean_text_leaves_out_what_xml_cannot_hold() -> None:
    assert read_back(write_clean("a\x0bb\x00c\ufffed")) == ["abcd"]


def rolling() -> engine.Text:
    return engine.compile_text(BASE, VERSIONS)


def test_rolling_text_shows_brackets_holders_and_legend() -> None:
    paragraphs = read_back(write_rolling(rolling(), title="Draft"))
    assert paragraphs == [
        "Draft",
        *LEGEND,
        "Delegations: XAA, XBB, XCC, XDD. 3 choices are open.",
        "Statement",
        "1. The Parties [shall] [XAA, XBB: should] meet once a year.",
        "2. They publish [the] [XBB: their] report.",
        "2. bis\u2002[XCC: 3. They inform the public.]",
        "Delegations",
        *("Delegation", "Holds wording in", "Reserves or notes at"),
        *("XAA", "1"),
        *("XBB", "1, 2"),
        *("XCC", "2. bis"),
        *("XDD", "no position"),
    ]


@pytest.mark.parametrize(
    ("inserted", "printed"),
    [
        ("1 bis. They rest.", "[XAA: 1 bis. They rest.]"),
        ("1.bis They rest.", "[XAA: 1.bis They rest.]"),
        ("1 bison rests.", "1. bis\u2002[XAA: 1 bison rests.]"),
        ("They rest.", "1. bis\u2002[XAA: They rest.]"),
    ],
)
def test_rolling_text_prints_no_label_that_the_wording_has_itself(inserted: str, printed: str) -> None:
    text = engine.compile_text("1. They meet.\n", {"XAA": f"1. They meet.\n\n{inserted}\n"})
    assert printed in read_back(write_rolling(text))


def test_rolling_text_shows_status_and_notes() -> None:
    notation = (
        "%accord 1\n%base\n%delegations XAA, XBB\n\nOne. [agreed ad ref in plenary; pending XBB]\n\n"
        "Two. [XAA reserve: on all of it]\n\n[XAA: no text] three\n"
    )
    paragraphs = read_back(write_rolling(engine.parse(notation)))
    assert paragraphs[5:8] == [
        "1\u2002One. [agreed ad referendum in plenary; pending XBB]",
        "2\u2002Two.",
        "XAA reserves its position: on all of it",
    ]


def test_rolling_text_holders_are_bold_and_small() -> None:
    data = write_text(rolling(), ".docx")
    assert '<w:rStyle w:val="Holder"/></w:rPr><w:t xml:space="preserve">XAA, XBB: </w:t>' in xml(data)
    assert '<w:b/><w:bCs/><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr></w:style>' in xml(data, "word/styles.xml")


def test_rolling_text_is_the_same_bytes_for_the_same_text() -> None:
    assert write_rolling(rolling()) == write_rolling(rolling())


ORDER = {
    "style": "name basedOn qFormat pPr rPr tblPr tblStylePr",
    "pPr": "pStyle keepNext widowControl pBdr shd bidi spacing ind jc outlineLvl rPr",
    "rPr": "ins del rStyle rFonts b bCs i iCs color sz szCs shd rtl lang",
    "sectPr": "headerReference footerReference pgSz pgMar bidi",
    "tblPr": "tblStyle tblW tblBorders tblLayout tblCellMar tblLook",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "settings": "zoom defaultTabStop characterSpacingControl compat",
}
"""What may stand inside, in the order of the transitional schema of ISO/IEC 29500-1; Word repairs others."""


def out_of_order(data: bytes) -> list[str]:
    """Return the elements of a .docx whose children do not stand as Word wants them."""
    wrong = []
    for name in zipfile.ZipFile(io.BytesIO(data)).namelist():
        for element in etree.fromstring(xml(data, name).encode()).iter():
            tag = etree.QName(element).localname
            order = ORDER.get(tag, "").split()
            children = [etree.QName(child).localname for child in element]
            if order and (not set(children) <= set(order) or children != sorted(children, key=order.index)):
                wrong.append(f"{name} {tag}: {' '.join(children)}")
    return wrong


WRITTEN = {
    "rolling": lambda: write_rolling(samples.rolling(), head="L.1, version 2"),
    "hostile": lambda: write_rolling(samples.hostile()),
    "no paragraph": lambda: write_rolling(engine.parse("%accord 1\n%base\n%delegations XAA\n")),
    "clean": lambda: write_clean(f"{BASE}\nثلاثة\n", sample=True),
    "empty": lambda: write_clean(""),
    "tracked": lambda: write_tracked(BASE, VERSIONS["XCC"], author="XCC", remarks=[Remark("Statement", "reserves")]),
}


@pytest.mark.parametrize("kind", WRITTEN)
def test_written_files_have_their_elements_in_the_order_that_word_wants(kind: str) -> None:
    assert out_of_order(WRITTEN[kind]()) == []


@pytest.mark.parametrize("kind", WRITTEN)
def test_written_files_name_every_part_and_point_to_parts_that_are_there(kind: str) -> None:
    data = WRITTEN[kind]()
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    targets = re.findall('Target="([^"]*)"', xml(data, "word/_rels/document.xml.rels"))
    overrides = re.findall('PartName="/word/([^"]*)"', xml(data, "[Content_Types].xml"))
    assert sorted(overrides) == sorted([*targets, "document.xml"])
    assert sorted(names) == sorted(
        ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", *(f"word/{part}" for part in overrides)]
    )
    assert "TargetMode" not in xml(data, "word/_rels/document.xml.rels")


@pytest.mark.parametrize("kind", WRITTEN)
def test_written_files_use_styles_that_they_have(kind: str) -> None:
    data = WRITTEN[kind]()
    known = set(re.findall('w:styleId="([^"]*)"', xml(data, "word/styles.xml")))
    parts = [name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if name.startswith("word/")]
    used = {style for part in parts for style in re.findall('<w:(?:p|r|tbl)Style w:val="([^"]*)"', xml(data, part))}
    assert used - known == set()


def test_written_files_say_nothing_of_who_wrote_them_and_when() -> None:
    with zipfile.ZipFile(io.BytesIO(write_rolling(rolling()))) as archive:
        assert [entry.date_time for entry in archive.infolist()] == [(1980, 1, 1, 0, 0, 0)] * len(archive.namelist())
        assert not [name for name in archive.namelist() if name.startswith("docProps")]


def test_elements_in_another_order_are_noticed() -> None:
    swapped = "<w:p><w:pPr><w:bidi/><w:keepNext/></w:pPr><w:r><w:rPr><w:sz/><w:b/></w:rPr></w:r></w:p>"
    assert len(out_of_order(packages.docx(swapped))) == 2
