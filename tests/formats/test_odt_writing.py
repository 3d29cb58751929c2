"""OpenDocument texts written: sound packages, the same bytes for the same text, changes that LibreOffice accepts."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from accord.engine import text as engine
from accord.formats.odt import reading
from accord.formats.odt.packing import MIME_TYPE
from accord.formats.odt.writing import write_clean, write_rolling, write_tracked
from accord.formats.paper.clean import paragraphs_of
from accord.formats.paper.tracked import Remark
from tests.cli.conftest import BASE, VERSIONS
from tests.formats import both_ways, samples
from tests.formats.test_word_tracked import CASES, generated

WRITTEN = {
    "rolling": lambda: write_rolling(samples.rolling(), head="L.1, version 2"),
    "hostile": lambda: write_rolling(samples.hostile()),
    "no paragraph": lambda: write_rolling(engine.parse("%accord 1\n%base\n%delegations XAA\n")),
    "clean": lambda: write_clean(f"{BASE}\nثلاثة\n", sample=True),
    "empty": lambda: write_clean(""),
    "tracked": lambda: write_tracked(BASE, VERSIONS["XCC"], author="XCC", remarks=[Remark("Statement", "reserves")]),
    "all taken out": lambda: write_tracked(*CASES["all taken out"], author='X"<A'),
}


def xml(data: bytes, part: str = "content.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(part).decode()


@pytest.mark.parametrize("kind", WRITTEN)
def test_odt_is_a_sound_package_that_names_its_parts(kind: str) -> None:
    with zipfile.ZipFile(io.BytesIO(WRITTEN[kind]())) as archive:
        first, *others = archive.infolist()
        assert (first.filename, first.compress_type, archive.read("mimetype")) == ("mimetype", 0, MIME_TYPE.encode())
        assert [each.filename for each in others] == ["content.xml", "styles.xml", "META-INF/manifest.xml"]
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for each in others:
            etree.fromstring(archive.read(each))
        assert re.findall('full-path="([^"]*)"', archive.read("META-INF/manifest.xml").decode()) == [
            *("/", "content.xml", "styles.xml"),
        ]


@pytest.mark.parametrize("kind", WRITTEN)
def test_odt_uses_styles_that_it_has(kind: str) -> None:
    data = WRITTEN[kind]()
    known = set(re.findall('style:style style:name="([^"]*)"', xml(data) + xml(data, "styles.xml")))
    used = set(re.findall('(?:text|table):style-name="([^"]*)"', xml(data) + xml(data, "styles.xml")))
    parents = set(re.findall('parent-style-name="([^"]*)"', xml(data) + xml(data, "styles.xml")))
    assert (used | parents) - known == set()


@pytest.mark.parametrize("kind", WRITTEN)
def test_odt_is_the_same_bytes_for_the_same_text(kind: str) -> None:
    assert WRITTEN[kind]() == WRITTEN[kind]()


@pytest.mark.parametrize("kind", WRITTEN)
def test_odt_changes_have_a_place_and_a_number_of_their_own(kind: str) -> None:
    content = xml(WRITTEN[kind]())
    regions = re.findall('changed-region xml:id="([^"]*)"', content)
    starts, ends = (re.findall(f'change-{each} text:change-id="([^"]*)"', content) for each in ("start", "end"))
    points = re.findall('text:change text:change-id="([^"]*)"', content)
    assert len(regions) == len(set(regions))
    assert starts == ends
    assert sorted(starts + points) == sorted(regions)
    assert bool(regions) == (kind in {"tracked", "all taken out"})


def test_odt_spaces_that_a_reader_would_join_are_elements() -> None:
    content = xml(write_clean(" a  b c,\td. \n"))
    assert '<text:s/>a<text:s text:c="2"/>b c,<text:tab/>d.<text:s/></text:p>' in content


@pytest.mark.office
def test_odt_tracked_is_read_by_libreoffice_as_meant(tmp_path: Path) -> None:
    pairs = [*CASES.values(), *generated()]
    read = both_ways.found(tmp_path, ".odt", pairs, tracked=write_tracked, clean=write_clean)
    assert both_ways.wrong(pairs, read) == []
    assert read[1 : 4 * len(CASES) : 4] == [paragraphs_of(wording) for _, wording in CASES.values()]


def test_odt_codes_and_english_words_stay_whole_in_a_text_from_right_to_left() -> None:
    body = "تتبادل [مرة] [XAA, XBB: مرتين] [XCC: no text] في السنة. [reopened]\n\nOne [XAA: two].\n"
    data = write_rolling(engine.parse(f"%accord 1\n%base\n%delegations XAA, XBB, XCC\n\n{body}"))
    apart = re.findall("\u2066([^\u2069]*)\u2069", xml(data))
    assert apart == ["1", "XAA, XBB", "XCC", "no text", "[reopened]"]
    read = reading.read(data)
    assert "\u2066" not in str(read["text"])
    assert "تتبادل [مرة] [XAA, XBB: مرتين] [XCC: no text] في السنة. [reopened]" in str(read["text"])
