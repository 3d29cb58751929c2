"""
Write a .docx: a small package, always the same bytes for the same paragraphs.

Only the parts that a document needs are written, with fixed metadata: no author, no date, no history.

Source: ISO/IEC 29500-1 and -2.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from accord.formats.showing import NOT_XML, reads_right_to_left

Style = Literal["Normal", "Title", "Heading1", "Legend", "Status"]
Look = Literal["plain", "holder", "bracket", "status"]

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
CHANGED = "1980-01-01T00:00:00Z"
"""When every tracked change was made, as far as the file says: the same text gives the same bytes."""

_MARK = re.compile(r"\r\n|[\n\t\r]")
_LOOKS: dict[Look, str] = {
    "plain": "",
    "holder": '<w:rPr><w:rStyle w:val="Holder"/></w:rPr>',
    "bracket": '<w:rPr><w:rStyle w:val="Bracket"/></w:rPr>',
    "status": '<w:rPr><w:rStyle w:val="StatusMark"/></w:rPr>',
}


@dataclass(frozen=True, slots=True)
class Change:
    """
    A tracked change.

    Attributes:
        kind: "ins" | "del".
        number: no two changes of a document have the same.
    """

    kind: str
    author: str
    number: int


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look. Line ends and tabs are written as Word has them."""

    wording: str
    look: Look = "plain"
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """
    Runs in one style.

    Attributes:
        mark: what was done to the paragraph's end; accepted or rejected, it parts or joins paragraphs.
    """

    runs: tuple[Run, ...]
    style: Style = "Normal"
    mark: Change | None = None


def pack(paragraphs: Iterable[Paragraph], *, head: str = "") -> bytes:
    """
    Return a .docx of these paragraphs.

    Args:
        head: a line that stands at the head of every page ("" for none).
    """
    parts = {
        "[Content_Types].xml": _types(head),
        "_rels/.rels": _relations(("rId1", f"{_OFFICE}/officeDocument", "word/document.xml")),
        "word/document.xml": _document(paragraphs, head),
        "word/_rels/document.xml.rels": _relations(
            ("rId1", f"{_OFFICE}/styles", "styles.xml"),
            *([("rId2", f"{_OFFICE}/header", "header1.xml")] if head else []),
        ),
        "word/styles.xml": STYLES,
    }
    if head:
        parts["word/header1.xml"] = f"{_XML}<w:hdr {_W}>{_paragraph(Paragraph((Run(head),), 'Legend'))}</w:hdr>"
    return _zipped(parts)


def _zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            archive.writestr(entry, part.encode("utf-8"))
    return out.getvalue()


def _types(head: str) -> str:
    parts = [("document", "document.main"), ("styles", "styles"), *([("header1", "header")] if head else [])]
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>' for part, kind in parts
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    each = "".join(f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in relations)
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _document(paragraphs: Iterable[Paragraph], head: str) -> str:
    body = "".join(map(_paragraph, paragraphs))
    header = '<w:headerReference w:type="default" r:id="rId2"/>' if head else ""
    page = (
        f'<w:sectPr>{header}<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418"'
        ' w:header="709" w:footer="709" w:gutter="0"/>'
        "</w:sectPr>"
    )
    return f"{_XML}<w:document {_W} {_R}><w:body>{body}{page}</w:body></w:document>"


def _paragraph(paragraph: Paragraph) -> str:
    wording = "".join(run.wording for run in paragraph.runs)
    style = "" if paragraph.style == "Normal" else f'<w:pStyle w:val="{paragraph.style}"/>'
    right_to_left = reads_right_to_left(wording)
    mark = f"<w:rPr>{_tag(paragraph.mark)}/></w:rPr>" if paragraph.mark else ""
    properties = style + ("<w:bidi/>" if right_to_left else "") + mark
    head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{head}{''.join(_run(run, right_to_left) for run in paragraph.runs)}</w:p>"


def _run(run: Run, right_to_left: bool) -> str:
    look = _LOOKS[run.look]
    if right_to_left:
        look = look.replace("</w:rPr>", "<w:rtl/></w:rPr>") or "<w:rPr><w:rtl/></w:rPr>"
    whole = f"<w:r>{look}{_marked(run.wording)}</w:r>" if run.wording else ""
    if not run.change or not whole:
        return whole
    inside = whole
    if run.change.kind == "del":
        inside = whole.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f"{_tag(run.change)}>{inside}</w:{run.change.kind}>"


def _tag(change: Change) -> str:
    """Return the beginning of a tracked change's element, up to its attributes."""
    return f'<w:{change.kind} w:id="{change.number}" w:author="{escape(change.author)}" w:date="{CHANGED}"'


def _marked(wording: str) -> str:
    """Return wording with its line ends and tabs as elements; what XML cannot hold is left out."""
    out, at = [], 0
    for match in _MARK.finditer(wording):
        out += [_text(wording[at : match.start()]), "<w:tab/>" if match[0] == "\t" else "<w:br/>"]
        at = match.end()
    return "".join([*out, _text(wording[at:])])


def _text(wording: str) -> str:
    plain = NOT_XML.sub("", wording)
    return f'<w:t xml:space="preserve">{escape(plain, quote=False)}</w:t>' if plain else ""


def _styles(each: Sequence[str]) -> str:
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    return f"{_XML}<w:styles {_W}>{defaults}{''.join(each)}</w:styles>"


def _style(kind: str, name: str, properties: str, *, default: bool = False) -> str:
    mark = ' w:default="1"' if default else ""
    based = "" if default or kind == "character" else '<w:basedOn w:val="Normal"/>'
    return f'<w:style w:type="{kind}"{mark} w:styleId="{name}"><w:name w:val="{name}"/>{based}{properties}</w:style>'


STYLES = _styles(
    [
        _style("paragraph", "Normal", "", default=True),
        _style("paragraph", "Title", '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'),
        _style("paragraph", "Heading1", '<w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr>'),
        _style("paragraph", "Legend", '<w:rPr><w:color w:val="595959"/><w:sz w:val="18"/></w:rPr>'),
        _style("paragraph", "Status", '<w:pPr><w:ind w:left="284"/></w:pPr><w:rPr><w:i/><w:sz w:val="18"/></w:rPr>'),
        _style("character", "Holder", '<w:rPr><w:b/><w:sz w:val="16"/></w:rPr>'),
        _style("character", "Bracket", "<w:rPr><w:b/></w:rPr>"),
        _style("character", "StatusMark", '<w:rPr><w:i/><w:sz w:val="18"/></w:rPr>'),
    ]
)
"""The styles part: holders stand out by weight and size, never by colour alone."""
