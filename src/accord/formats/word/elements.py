"""
The elements of a Word document by what a reader of it sees of them, and small questions to ask of one.

Source: ISO/IEC 29500-1, 17 (WordprocessingML).
"""

from __future__ import annotations

from lxml import etree

from accord.engine.said import say

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DRAWN = (
    "{http://schemas.openxmlformats.org/drawingml/",
    "{http://schemas.microsoft.com/office/",
    "{urn:schemas-microsoft-com:",
)
"""How the namespaces of pictures, shapes and their newer forms begin."""

TRACKED = {"ins": "inserted", "moveTo": "inserted", "del": "deleted", "moveFrom": "deleted"}
"""Tracked changes of wording, by the names of their elements."""

FORMAT_REVISIONS = frozenset(
    W + name
    for name in (
        *("rPrChange", "pPrChange", "tblPrChange", "sectPrChange", "tcPrChange", "trPrChange", "tblGridChange"),
        *("tblPrExChange", "numberingChange", "cellMerge"),
    )
)
"""Tracked changes of formatting alone."""

OPEN = frozenset({
    *("document", "body", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo"),
    *("hdr", "ftr", "footnote", "endnote", "comment", "ruby", "rubyBase"),
})  # fmt: skip
"""Elements that only hold others."""

SILENT = frozenset({
    *("rPr", "pPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "smartTagPr"),
    *("customXmlPr", "rubyPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "background"),
    *("lastRenderedPageBreak", "instrText", "delInstrText", "fldData", "annotationRef", "footnoteRef", "endnoteRef"),
    *("separator", "continuationSeparator", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart"),
    *("moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart"),
    *("customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
    *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
})  # fmt: skip
"""Elements that a reader does not see."""

MADE = {
    **dict.fromkeys(
        ("dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong"),
        say("A date that Word works out was left out."),
    ),
    "pgNum": say("A page number that Word works out was left out."),
}
"""What Word works out when it shows a page."""

MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}

_OFF = frozenset({"0", "false", "off"})
_LONGEST_QUOTE = 80


def name_of(element: etree._Element) -> str:
    """Return the local name of an element of Word's own, or of an alternative form; "" of any other."""
    tag = str(element.tag)
    return tag.rpartition("}")[2] if tag.startswith((W, COMPATIBILITY)) else ""


def is_on(element: etree._Element, name: str) -> bool:
    """Whether a property is given somewhere inside ``element`` and not switched off."""
    found = next(element.iter(W + name), None)
    return found is not None and str(found.get(W + "val", "true")) not in _OFF


def value_of(element: etree._Element, name: str) -> str:
    """Return the value of a child; "" without one."""
    child = element.find(W + name)
    return str(child.get(W + "val", "")) if child is not None else ""


def style_of(properties: etree._Element, name: str) -> str:
    """Return the style that properties name ("pStyle" of a paragraph, "rStyle" of a run)."""
    return value_of(properties, name)


def all_text(element: etree._Element) -> str:
    """Return all characters inside an element, formulas included, deleted ones not."""
    return "".join(each.text or "" for each in element.iter(W + "t", MATH + "t"))


def one_line(wording: str) -> str:
    """Return wording as one line."""
    return " ".join(wording.split())


def quoted(wording: str) -> str:
    """Return wording that stands in the text as it is quoted in a finding: one line, at most 80 characters."""
    line = one_line(wording)
    return line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE] + "…"
