"""
The elements of a Word document by what a reader of it sees of them, and small questions to ask of one.

Source: ISO/IEC 29500-1, 17 (WordprocessingML).
"""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

REVISIONS = frozenset(
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *("customXmlInsRangeStart", "customXmlDelRangeStart"),
        *("customXmlMoveFromRangeStart", "customXmlMoveToRangeStart"),
    )
)
"""Tracked changes of wording."""

FORMAT_REVISIONS = frozenset(
    W + name for name in ("rPrChange", "pPrChange", "tblPrChange", "sectPrChange", "tcPrChange", "trPrChange")
)
"""Tracked changes of formatting alone."""

OPEN = frozenset({
    *("document", "body", "sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo"),
    *("tbl", "tr", "tc", "object", "pict", "drawing", "ruby", "rubyBase"),
})  # fmt: skip
"""Elements that only hold others."""

SILENT = frozenset({
    *("rPr", "pPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "smartTagPr"),
    *("customXmlPr", "rubyPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "background"),
    *("lastRenderedPageBreak", "fldChar", "instrText", "ffData", "fldData", "commentRangeStart", "commentRangeEnd"),
    *("annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator"),
})  # fmt: skip
"""Elements that a reader does not see."""

PICTURES = frozenset({"inline", "anchor", "shape", "group", "imagedata"})
MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}

_LONGEST_QUOTE = 80


def name_of(element: etree._Element) -> str:
    """Return the local name of an element of Word's own, of a picture or of an alternative form; "" of any other."""
    tag = str(element.tag)
    local = tag.rpartition("}")[2]
    return local if tag.startswith((W, _COMPATIBILITY)) or local in PICTURES else ""


def is_on(element: etree._Element, name: str) -> bool:
    """Whether a property is given somewhere inside ``element`` and not switched off."""
    found = next(element.iter(W + name), None)
    return found is not None and str(found.get(W + "val", "true")) not in {"0", "false", "off"}


def style_of(properties: etree._Element, name: str) -> str:
    """Return the style that properties name ("pStyle" of a paragraph, "rStyle" of a run)."""
    style = properties.find(W + name)
    return str(style.get(W + "val", "")) if style is not None else ""


def all_text(element: etree._Element) -> str:
    """Return all characters inside an element, formulas included."""
    return "".join(each.text or "" for each in element.iter(W + "t", MATH + "t"))


def wording_of(element: etree._Element) -> str:
    """Return all wording inside an element as one line."""
    return " ".join(" ".join(map(all_text, element.iter(W + "p"))).split())


def quoted(wording: str) -> str:
    """Return wording as it is quoted in a finding: one line, at most 80 characters."""
    line = " ".join(wording.split())
    return line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE] + "…"
