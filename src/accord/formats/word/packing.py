"""
Write a .docx: a small package, always the same bytes for the same document.

Only the parts that a document needs are written, with fixed metadata: no author, no date, no history, nothing outside.

Source: ISO/IEC 29500-1 (17, WordprocessingML; the order of elements is that of its transitional schema) and -2.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from html import escape
from itertools import count

from accord.formats.paper.values import (
    CHANGED,
    EN_SPACE,
    Change,
    Comment,
    Image,
    Look,
    Paper,
    Paragraph,
    Run,
    Table,
    pieces,
)
from accord.formats.showing import NOT_XML
from accord.formats.word.styles import PAGE_WIDTH, SETTINGS, W, styles

_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_LOOKS: dict[Look, str] = {
    "first": "First",
    "other": "Other",
    "opening": "ChoiceBracket",
    "bracket": "Bracket",
    "holder": "Holder",
    "none": "NoText",
    "status": "StatusMark",
    "reopened": "ReopenedMark",
    "label": "Label",
    "mark": "BreakMark",
    "kept": "KeptSpace",
    "letter": "WordingBracket",
    "term": "Term",
}
_EMU = 635
"""English metric units in a twentieth of a point."""
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    f' xmlns:pic="{_PICTURE}" distT="0" distB="0" distL="0" distR="0"'
)
_EDGES = {"open": "", "agreed": "Agreed", "reopened": "Reopened"}


def pack(paper: Paper) -> bytes:
    """Return a document as the bytes of a .docx."""
    parts = {"document": _document(paper), "styles": styles(paper.language), "settings": SETTINGS}
    parts["footer1"] = f'<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{_PAGES}</w:p></w:ftr>'
    if paper.heads:
        parts["header1"] = f"<w:hdr {W}>{''.join(map(_head, paper.heads))}</w:hdr>"
    if paper.comments:
        parts["comments"] = f"<w:comments {W}>{''.join(_comments(paper))}</w:comments>"
    return _zipped(parts, [image.data for image in paper.images])


# The package


def _zipped(parts: dict[str, str], images: Sequence[bytes]) -> bytes:
    files = {
        "[Content_Types].xml": _types(list(parts), bool(images)),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relations(
            [
                *((_kind(each), f"{each}.xml") for each in parts if each != "document"),
                *(("image", f"media/{_image_name(place)}.png") for place, _data in enumerate(images)),
            ]
        ),
        **{f"word/{name}.xml": part for name, part in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, part in files.items():
            archive.writestr(_entry(name), (_XML + part).encode("utf-8"))
        for place, data in enumerate(images):
            archive.writestr(_entry(f"word/media/{_image_name(place)}.png"), data)
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
    return entry


def _image_name(place: int) -> str:
    """Return the name of a picture's file, and of the relationship that points to it, by its place."""
    return f"image{place + 1}"


def _kind(part: str) -> str:
    return part.rstrip("1")


def _types(parts: list[str], pictured: bool) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD_TYPE}.{_type(part)}+xml"/>' for part in parts
    )
    png = '<Default Extension="png" ContentType="image/png"/>' if pictured else ""
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">{png}'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _type(part: str) -> str:
    return "document.main" if part == "document" else _kind(part)


def _relations(relations: list[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{_name(target)}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _name(target: str) -> str:
    """Return the id of the relationship that points to a part."""
    return target.rpartition("/")[2].removesuffix(".xml").removesuffix(".png")


# The document


def _document(paper: Paper) -> str:
    numbers = count()
    places = count()
    body = "".join(_content(each, numbers, places) for each in paper.content) or "<w:p/>"
    last = "<w:p/>" if paper.content and isinstance(paper.content[-1], Table) else ""
    return f"<w:document {W} {_R}><w:body>{body}{last}{_section(paper)}</w:body></w:document>"


def _content(each: Paragraph | Table | Image, numbers: Iterator[int], places: Iterator[int]) -> str:
    match each:
        case Table():
            return _table(each)
        case Image():
            return _image(each, next(places))
        case Paragraph():
            return _paragraph(each, numbers)


def _image(image: Image, place: int) -> str:
    """Return a paragraph with a picture in its line, as wide as the page allows."""
    wide = PAGE_WIDTH * _EMU
    size = f'cx="{wide}" cy="{wide * image.height // image.width}"'
    named = f'id="{place + 1}" name="{_image_name(place)}" descr="{_safe(image.words)}"'
    return (
        f"<w:p><w:r><w:drawing><wp:inline {_DRAWING}><wp:extent {size}/><wp:docPr {named}/>"
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{_image_name(place)}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def _section(paper: Paper) -> str:
    header = '<w:headerReference w:type="default" r:id="header1"/>' if paper.heads else ""
    return (
        f'<w:sectPr>{header}<w:footerReference w:type="default" r:id="footer1"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418"'
        f' w:header="709" w:footer="709" w:gutter="0"/>{"<w:bidi/>" if paper.right_to_left else ""}</w:sectPr>'
    )


def _head(line: str) -> str:
    return _paragraph(Paragraph((Run(line),)), count(), style="Header")


def _paragraph(paragraph: Paragraph, comments: Iterator[int], style: str = "") -> str:
    rtl = paragraph.right_to_left
    label = Run(f"{paragraph.label}{EN_SPACE}", "label")
    runs = (label, *paragraph.runs) if paragraph.label else paragraph.runs
    inside = "".join(_run(run, paragraph.runs_from_right(run)) for run in runs)
    for number in [next(comments) for _ in paragraph.comments]:
        reference = (
            f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
        )
        start, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
        inside = f"{start}{inside}{end}{reference}"
    return f"<w:p>{_properties(paragraph, style or _style(paragraph), rtl)}{inside}</w:p>"


def _style(paragraph: Paragraph) -> str:
    if paragraph.style in {"Normal", "Heading1"}:
        return ("" if paragraph.style == "Normal" else paragraph.style) + _EDGES[paragraph.state]
    return paragraph.style


def _properties(paragraph: Paragraph, style: str, rtl: bool) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    mark = f"<w:rPr>{_tag(paragraph.mark)}/></w:rPr>" if paragraph.mark else ""
    inside = named + ("<w:bidi/>" if rtl else "") + mark
    return f"<w:pPr>{inside}</w:pPr>" if inside else ""


def _run(run: Run, rtl: bool) -> str:
    look = f'<w:rStyle w:val="{_LOOKS[run.look]}"/>' if run.look in _LOOKS else ""
    look += "<w:rtl/>" if rtl else ""
    deleted = run.change is not None and run.change.kind == "del"
    inside = "".join(_piece(piece, deleted) for piece in pieces(run.wording))
    if not inside:
        return ""
    whole = f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inside}</w:r>"
    return f"{_tag(run.change)}>{whole}</w:{run.change.kind}>" if run.change else whole


def _piece(piece: str, deleted: bool) -> str:
    if piece in {"\n", "\t"}:
        return "<w:tab/>" if piece == "\t" else "<w:br/>"
    tag = "w:delText" if deleted else "w:t"
    return f'<{tag} xml:space="preserve">{escape(piece, quote=False)}</{tag}>'


def _tag(change: Change) -> str:
    """Return the beginning of a tracked change's element, up to its attributes."""
    return f'<w:{change.kind} w:id="{change.number}" w:author="{_safe(change.author)}" w:date="{CHANGED}"'


def _safe(words: str) -> str:
    return escape(NOT_XML.sub("", words))


def _table(table: Table) -> str:
    widths = [PAGE_WIDTH * each // sum(table.widths) for each in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(row, widths, table.from_right, head=index == 0) for index, row in enumerate(table.rows))
    side = "<w:bidiVisual/>" if table.from_right else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Delegations"/>{side}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _row(row: tuple[str, ...], widths: list[int], from_right: bool | None, *, head: bool) -> str:
    how = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if head else "<w:trPr><w:cantSplit/></w:trPr>"
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_cell(words, from_right)}</w:tc>'
        for words, width in zip(row, widths, strict=True)
    )
    return f"<w:tr>{how}{cells}</w:tr>"


def _cell(words: str, from_right: bool | None) -> str:
    return _paragraph(Paragraph((Run(words),), from_right=from_right), count(), style="TableText")


def _comments(paper: Paper) -> Iterator[str]:
    for number, comment in enumerate(paper.comments):
        yield f'<w:comment w:id="{number}" w:author="{_safe(comment.author)}" w:date="{CHANGED}">'
        yield f"{_comment(comment)}</w:comment>"


def _comment(comment: Comment) -> str:
    return _paragraph(Paragraph((Run(comment.wording),)), count(), style="CommentText")


_PAGES = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> / </w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> NUMPAGES </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
"""The number of the page and how many there are, as fields without a result of their own."""
