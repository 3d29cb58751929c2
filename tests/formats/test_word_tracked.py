"""A delegation's text as tracked changes: all accepted it is the delegation's, all rejected it is the base's."""

import io
import os
import zipfile
from pathlib import Path

import docx
import pytest
from docx_plus.revisions import accept_all_revisions, read_revisions, reject_all_revisions
from hypothesis import HealthCheck, Phase, given, seed, settings
from lxml import etree

from accord.formats.documents import read_document
from accord.formats.paper.clean import paragraphs_of
from accord.formats.paper.values import CHANGED
from accord.formats.showing import SAMPLE
from accord.formats.word.clean import write_clean
from accord.formats.word.elements import W
from accord.formats.word.tracked import write_tracked
from tests.engine.text.strategies import Negotiation, negotiations
from tests.formats import both_ways
from tests.formats.samples import HOSTILE

EXAMPLES = int(os.environ.get("ACCORD_TEST_EXAMPLES", "300"))
IN_OFFICE = 40
"""Generated negotiations whose first version LibreOffice accepts and rejects."""

BASE = "Title here\n\n1. One shall meet once a year.\n\n2. Two stays.\n\n3. Three goes.\n\nLast one.\n"
CASES = {
    "a word": (BASE, BASE.replace("shall", "should")),
    "words put in and out": (BASE, BASE.replace("shall meet", "may meet in an invented town").replace(" a year", "")),
    "a paragraph put in": (BASE, BASE.replace("2. Two", "New matter entirely.\n\n2. Two")),
    "a paragraph put in after a changed one": (
        BASE, BASE.replace("shall", "should").replace("2. Two", "New matter entirely.\n\n2. Two"),
    ),
    "paragraphs put in first and last": (BASE, f"Before all, invented.\n\n{BASE}\nAfter.\n\nAnd more beyond it.\n"),
    "a paragraph taken out": (BASE, BASE.replace("3. Three goes.\n\n", "")),
    "the first and the last taken out": (BASE, BASE.replace("Title here\n\n", "").replace("\n\nLast one.", "")),
    "the last rewritten and one more": (BASE, BASE.replace("Last one.", "Quite other words here.\n\nAnd beyond.")),
    "moved": (BASE, BASE.replace("3. Three goes.\n\n", "").replace("1. One", "3. Three goes.\n\n1. One")),
    "split": (BASE, BASE.replace("One shall meet once", "One shall meet.\n\nIt meets once")),
    "merged": (BASE, BASE.replace("year.\n\n2. Two", "year; two")),
    "everything": (BASE, "Other.\n\nQuite another.\n"),
    "all taken out": (BASE, ""),
    "all put in": ("", BASE),
    "nothing": (BASE, BASE),
    "empty": ("", ""),
    "lines and tabs": ("One\nline\ttab.\n\nTwo.\n", "One\nother line\ttab\there.\n\nTwo.\n"),
    "right to left": ("تتبادل الأطراف البيانات مرة في السنة.\n", "تتبادل الأطراف البيانات مرتين في السنة.\n\nثلاثة\n"),
    "no spaces": ("各方每年交换一次数据。\n", "各方每年交换两次数据。\n"),
    "hostile": (f"{HOSTILE} one.\n", f"{HOSTILE} two.\n\n{HOSTILE}\n"),
}  # fmt: skip


def document(data: bytes) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


def resolved(data: bytes, deed: str) -> list[str]:
    """Return the paragraphs that accepting or rejecting everything gives, by ISO/IEC 29500-1, 17.13.5."""
    gone, kept = (W + "del", W + "ins") if deed == "accept" else (W + "ins", W + "del")
    out, text = [], ""
    for paragraph in document(data).iter(W + "p"):
        for run in paragraph.iter(W + "r"):
            if run.getparent().tag != gone:
                text += "".join(_characters(each) for each in run)
        if paragraph.find(f"{W}pPr/{W}rPr/{gone}") is None:
            out, text = [*out, text], ""
    assert text == ""
    assert kept != gone
    return [each for each in out if each.strip()]


def _characters(element: etree._Element) -> str:
    return {W + "br": "\n", W + "tab": "\t"}.get(element.tag, element.text or "")


def plain(wording: str) -> list[str]:
    """Return the paragraphs of a document as Word can hold them."""
    return resolved(write_clean(wording), "accept")


@pytest.mark.parametrize("case", CASES)
def test_tracked_accepted_is_the_delegations_text_and_rejected_the_base(case: str) -> None:
    base, wording = CASES[case]
    data = write_tracked(base, wording, author="XAA")
    assert (resolved(data, "accept"), resolved(data, "reject")) == (paragraphs_of(wording), paragraphs_of(base))


@settings(max_examples=EXAMPLES, deadline=None)
@given(negotiations())
def test_tracked_holds_for_any_negotiation(negotiation: Negotiation) -> None:
    for code, wording in negotiation.versions.items():
        data = write_tracked(negotiation.base, wording, author=code)
        assert resolved(data, "accept") == plain(wording)
        assert resolved(data, "reject") == plain(negotiation.base)


@pytest.mark.parametrize("case", CASES)
def test_tracked_reads_the_same_to_docx_plus(case: str) -> None:
    """It leaves paragraph marks alone, so the characters are compared, and who made which change."""
    base, wording = CASES[case]
    data = write_tracked(base, wording, author="XAA")
    for resolve, meant in ((accept_all_revisions, wording), (reject_all_revisions, base)):
        opened = docx.Document(io.BytesIO(data))
        changes = list(read_revisions(opened))
        assert {change.author for change in changes} <= {"XAA"}
        assert bool(changes) == (base != wording)
        resolve(opened)
        assert "".join(each.text for each in opened.paragraphs) == "".join(paragraphs_of(meant))


def test_tracked_changes_have_numbers_of_their_own_and_one_fixed_time() -> None:
    base, wording = CASES["everything"]
    changes = list(document(write_tracked(base, wording, author='X"A')).iter(W + "ins", W + "del"))
    numbers = [each.get(W + "id") for each in changes]
    assert len(numbers) == len(set(numbers)) > 2
    assert {(each.get(W + "author"), each.get(W + "date")) for each in changes} == {('X"A', CHANGED)}


def test_tracked_changes_are_as_small_as_in_the_rolling_text() -> None:
    base, wording = CASES["a word"]
    changes = document(write_tracked(base, wording, author="XAA")).iter(W + "ins", W + "del")
    assert ["".join(each.itertext()) for each in changes] == ["shall", "should"]


def test_tracked_sample_says_so_on_every_page() -> None:
    data = write_tracked(*CASES["a word"], author="XAA", sample=True)
    assert SAMPLE.partition("'")[0] in zipfile.ZipFile(io.BytesIO(data)).read("word/header1.xml").decode()


def test_tracked_is_the_same_bytes_for_the_same_text() -> None:
    assert write_tracked(*CASES["moved"], author="XAA") == write_tracked(*CASES["moved"], author="XAA")


def test_tracked_handed_in_is_read_with_its_changes_accepted() -> None:
    base, wording = CASES["a word"]
    read = read_document(write_tracked(base, wording, author="XAA"), "x.docx")
    assert (read.text, read.base) == (wording, base)
    assert [(each.author, each.kind) for each in read.revisions] == [("XAA", "deleted"), ("XAA", "inserted")]


# What LibreOffice makes of them


@pytest.mark.office
def test_tracked_is_read_by_libreoffice_as_meant(tmp_path: Path) -> None:
    pairs = [*CASES.values(), *generated()]
    read = both_ways.found(tmp_path, ".docx", pairs, tracked=write_tracked, clean=write_clean)
    assert both_ways.wrong(pairs, read) == []


def generated() -> list[tuple[str, str]]:
    """Return bases and versions of generated negotiations, the same ones in every run."""
    pairs: list[tuple[str, str]] = []

    @seed(7)
    @settings(max_examples=IN_OFFICE, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(negotiations())
    def collect(negotiation: Negotiation) -> None:
        pairs.append((negotiation.base, next(iter(negotiation.versions.values()))))

    collect()
    return pairs
