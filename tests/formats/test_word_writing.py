"""Word files written: the same bytes for the same text, wording that reads back, holders and status that show."""

import io
import zipfile

import pytest

from accord.engine import text as engine
from accord.formats.documents import write_text
from accord.formats.showing import LEGEND, SAMPLE
from accord.formats.word import reading
from accord.formats.word.clean import paragraphs_of, write_clean
from accord.formats.word.rolling import write_rolling
from tests.cli.conftest import BASE, VERSIONS


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
        "[XCC: 3. They inform the public.]",
    ]


def test_rolling_text_shows_status_and_notes() -> None:
    notation = (
        "%accord 1\n%base\n%delegations XAA, XBB\n\nOne. [agreed ad ref in plenary; pending XBB]\n\n"
        "Two. [XAA reserve: on all of it]\n\n[XAA: no text] three\n"
    )
    paragraphs = read_back(write_rolling(engine.parse(notation)))
    assert paragraphs[-4:-1] == [
        "One. [agreed ad referendum in plenary; pending XBB]",
        "Two.",
        "XAA reserves its position: on all of it",
    ]


def test_rolling_text_holders_are_bold_and_small() -> None:
    data = write_text(rolling(), ".docx")
    assert '<w:rStyle w:val="Holder"/></w:rPr><w:t xml:space="preserve">XAA, XBB: </w:t>' in xml(data)
    assert '<w:name w:val="Holder"/><w:rPr><w:b/><w:sz w:val="16"/>' in xml(data, "word/styles.xml")


def test_rolling_text_is_the_same_bytes_for_the_same_text() -> None:
    assert write_rolling(rolling()) == write_rolling(rolling())


def test_written_files_say_nothing_of_who_wrote_them_and_when() -> None:
    with zipfile.ZipFile(io.BytesIO(write_rolling(rolling()))) as archive:
        assert [entry.date_time for entry in archive.infolist()] == [(1980, 1, 1, 0, 0, 0)] * len(archive.namelist())
        assert not [name for name in archive.namelist() if name.startswith("docProps")]
