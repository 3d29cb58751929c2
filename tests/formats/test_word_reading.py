"""Word files read as a reader would see them; what is beside the wording or unseen is a finding."""

import json
import re

import pytest
from lxml import etree

from accord.engine.text.findings import Finding
from accord.formats.documents import Document, UnreadableFile, read_document
from accord.formats.word import reading
from accord.formats.word.opening import Refused, open_package, parsed
from tests.formats.packages import W, docx, paragraph, zipped
from tests.shared import shared_path


def read(data: bytes) -> Document:
    """Read in this process, so that many cases are quick; the child does the same."""
    answer = reading.read(data)
    return Document(str(answer["text"]), tuple(Finding(**each) for each in answer["findings"]))  # type: ignore[attr-defined]


def found(data: bytes) -> list[tuple[str, str, int]]:
    return [(finding.code, finding.severity, finding.offset) for finding in read(data).findings]


def test_word_paragraphs_are_parted_by_one_blank_line() -> None:
    assert read(docx(paragraph("One.") + "<w:p/>" + paragraph("Two."))) == Document("One.\n\nTwo.\n")
    assert read(docx("")) == Document("")


@pytest.mark.parametrize(
    ("inside", "wording"),
    [
        ('<w:r><w:t xml:space="preserve">a </w:t></w:r><w:r><w:t>b</w:t></w:r>', "a b"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "ab"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>er</w:t></w:r>", "co\u2011oper"),
        ("<w:r><w:t>a</w:t></w:r><w:hyperlink><w:r><w:t>b</w:t></w:r></w:hyperlink>", "ab"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>", "a"),
        ("<w:smartTag><w:r><w:t>a</w:t></w:r></w:smartTag><w:bookmarkStart/><w:proofErr/>", "a"),
        ("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText><w:t>7</w:t></w:r>", "7"),
        ("<w:r><w:t>[a] \\ % &amp; é</w:t></w:r>", "[a] \\ % & é"),
    ],
)
def test_word_runs_are_read_in_the_order_of_the_document(inside: str, wording: str) -> None:
    assert read(docx(f"<w:p>{inside}</w:p>")) == Document(f"{wording}\n")


def test_word_cells_of_a_table_are_paragraphs() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = (
        f"<w:tbl><w:tblPr/>{row.format(paragraph('a'), paragraph('b'))}{row.format(paragraph('c'), '<w:p/>')}</w:tbl>"
    )
    assert read(docx(paragraph("1") + table + paragraph("2"))).text == "1\n\na\n\nb\n\nc\n\n2\n"


def test_word_text_box_is_read_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('box')}</w:txbxContent>"
    shape = f"<mc:AlternateContent><mc:Choice><w:drawing><wp:anchor>{box}</wp:anchor></w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    assert read(docx(f"<w:p><w:r><w:t>a</w:t>{shape}{old}<w:t>b</w:t></w:r></w:p>")) == Document("ab\n\nbox\n")


# What is left out is a finding, with its place


@pytest.mark.parametrize(
    ("inside", "text", "finding"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", "x", ("D001", "warning", 5)),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>x</w:t></w:r>', "x", None),
        ("<w:r><w:rPr><w:strike/></w:rPr><w:t>x</w:t></w:r>", "x", ("D002", "warning", 5)),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0B7"/></w:r>', "\uf0b7", ("D003", "warning", 5)),
        ("<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>", "E=mc", ("D006", "warning", 5)),
        ("<w:r><w:drawing><wp:inline/></w:drawing></w:r>", "", ("D007", "info", 5)),
        ("<w:strange><w:r><w:t>x</w:t></w:r></w:strange>", "", ("D008", "warning", 5)),
    ],
)
def test_word_what_is_unseen_or_unusual_is_a_finding(
    inside: str, text: str, finding: tuple[str, str, int] | None
) -> None:
    data = docx(f"{paragraph('One')}<w:p>{inside}</w:p>")
    assert read(data).text == ("One\n\n" + text + "\n" if text else "One\n")
    assert found(data) == ([(finding[0], finding[1], min(finding[2], len(read(data).text)))] if finding else [])


def test_word_text_hidden_by_a_style_is_a_finding() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    body = '<w:p><w:r><w:rPr><w:rStyle w:val="B"/></w:rPr><w:t>x</w:t></w:r><w:r><w:t>y</w:t></w:r></w:p>'
    body += paragraph("z", '<w:pPr><w:pStyle w:val="B"/></w:pPr>')
    data = docx(body, ("styles", "styles.xml", False), styles=styles)
    assert read(data).text == "xy\n\nz\n"
    assert found(data) == [("D001", "warning", 0), ("D001", "warning", 4)]


def test_word_comments_and_notes_are_findings_at_their_place() -> None:
    comments = f'<w:comments {W}><w:comment w:id="1" w:author="XAA">{paragraph("Not so.")}</w:comment></w:comments>'
    footnotes = (
        f'<w:footnotes {W}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("A note.")}</w:footnote></w:footnotes>'
    )
    note, comment = '<w:footnoteReference w:id="2"/>', '<w:commentReference w:id="1"/>'
    body = f"<w:p><w:r><w:t>abc</w:t>{note}<w:t>def</w:t>{comment}</w:r></w:p>"
    related = (("comments", "comments.xml", False), ("footnotes", "footnotes.xml", False))
    data = docx(body, *related, comments=comments, footnotes=footnotes)
    assert read(data).text == "abcdef\n"
    assert found(data) == [("D004", "warning", 3), ("D005", "warning", 6)]
    assert [finding.message for finding in read(data).findings] == [
        'A footnote was left out: "A note.".',
        'A comment by XAA was left out: "Not so.".',
    ]


def test_word_page_heads_numbers_and_formatting_are_information() -> None:
    header = f"<w:hdr {W}>{paragraph('Page of a draft')}</w:hdr>"
    body = paragraph("a", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body += "<w:p><w:r><w:rPr><w:b/><w:rPrChange/></w:rPr><w:t>b</w:t></w:r></w:p>"
    data = docx(body, ("header", "header1.xml", False), header1=header)
    assert read(data).text == "a\n\nb\n"
    assert found(data) == [("D010", "info", 0), ("D011", "info", 0), ("D012", "info", 0)]


# Tracked changes


@pytest.mark.parametrize("change", ["ins", "del", "moveFrom", "moveTo"])
@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:{0} w:author="XAA"><w:r><w:t>x</w:t></w:r></w:{0}></w:p>',
        '<w:p><w:pPr><w:rPr><w:{0} w:author="XAA"/></w:rPr></w:pPr></w:p>',
        '<w:tbl><w:tr><w:trPr><w:{0} w:author="XAA"/></w:trPr></w:tr></w:tbl>',
    ],
)
def test_word_file_with_tracked_changes_is_refused(change: str, body: str) -> None:
    with pytest.raises(Refused, match=re.escape("has tracked changes by XAA. Accept or reject them")):
        read(docx(body.format(change)))


def test_word_file_with_tracked_changes_in_a_footnote_is_refused() -> None:
    footnotes = f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:ins/></w:p></w:footnote></w:footnotes>'
    with pytest.raises(Refused, match="has tracked changes"):
        read(docx(paragraph("a"), ("footnotes", "footnotes.xml", False), footnotes=footnotes))


# Files that another program wrote

FOREIGN = [
    "01-words-one-author",
    "02-two-authors-ru",
    "03-paragraphs-kk",
    "04-comments",
    "05-table",
    "06-footnotes",
    "07-arabic",
    "08-chinese",
    "09-numbering-hy",
    "10-nested-format-hidden",
]
W_NAME = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize("stem", FOREIGN)
def test_word_file_of_another_program_with_tracked_changes_is_refused(stem: str) -> None:
    with pytest.raises(UnreadableFile, match="has tracked changes by"):
        read_document(shared_path("word", f"{stem}.docx").read_bytes(), f"{stem}.docx")


@pytest.mark.parametrize("stem", FOREIGN)
def test_word_file_of_another_program_is_read_once_its_changes_are_accepted(stem: str) -> None:
    expected = json.loads(shared_path("word", "expected.json").read_text(encoding="utf-8"))[f"{stem}.docx"]["accept"]
    document = read(accepted(shared_path("word", f"{stem}.docx").read_bytes()))
    assert document.text.removesuffix("\n").split("\n\n") == expected["paragraphs"]
    for note in expected.get("notes", []):
        assert any(note[:60] in finding.message for finding in document.findings)


def accepted(data: bytes) -> bytes:
    """Return a Word file as its user has it after "accept all"."""
    archive = open_package(data).archive
    files = {name: archive.read(name) for name in archive.namelist()}
    for name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        if name in files:
            root = parsed(files[name], name)
            _accept(root)
            files[name] = etree.tostring(root)
    return zipped(files)


def _accept(root: etree._Element) -> None:
    for gone in list(root.iter(*(W_NAME + name for name in ("del", "moveFrom")))):
        if gone.getparent().tag == W_NAME + "rPr":
            _join_next(gone)
        else:
            gone.getparent().remove(gone)
    for kept in list(root.iter(*(W_NAME + name for name in ("ins", "moveTo")))):
        place = kept.getparent().index(kept)
        kept.getparent()[place : place + 1] = list(kept)


def _join_next(mark: etree._Element) -> None:
    """Join the paragraph whose mark is deleted with the one behind it, which keeps its own properties."""
    paragraph = mark.getparent().getparent().getparent()
    following = paragraph.getnext()
    mark.getparent().remove(mark)
    head = 1 if len(following) and following[0].tag == W_NAME + "pPr" else 0
    following[head:head] = [child for child in paragraph if child.tag != W_NAME + "pPr"]
    paragraph.getparent().remove(paragraph)


def test_word_reader_does_not_follow_hyperlinks() -> None:
    assert read(docx(paragraph("a"), ("hyperlink", "http://x.example/", True))) == Document("a\n")
