"""
The names of OpenDocument's elements, and small questions to ask of one.

Source: OpenDocument 1.3, part 3, 1.3 (namespaces).
"""

from __future__ import annotations

from lxml import etree

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = _OASIS + "office:1.0}"
STYLE = _OASIS + "style:1.0}"
TEXT = _OASIS + "text:1.0}"
TABLE = _OASIS + "table:1.0}"
DRAW = _OASIS + "drawing:1.0}"
SCRIPT = _OASIS + "script:1.0}"
FORM = _OASIS + "form:1.0}"
MANIFEST = _OASIS + "manifest:1.0}"
FO = _OASIS + "xsl-fo-compatible:1.0}"
SVG = _OASIS + "svg-compatible:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
MATH = "{http://www.w3.org/1998/Math/MathML}"
FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
HREF = "{http://www.w3.org/1999/xlink}href"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

_PREFIXES = {
    OFFICE: "office",
    STYLE: "style",
    TEXT: "text",
    TABLE: "table",
    DRAW: "draw",
    SCRIPT: "script",
    FORM: "form",
    SVG: "svg",
    DC: "dc",
    MATH: "math",
    LOEXT: "loext",
    _OASIS + "dr3d:1.0}": "dr3d",
    _OASIS + "meta:1.0}": "meta",
    _OASIS + "presentation:1.0}": "presentation",
    _OASIS + "chart:1.0}": "chart",
    FIELD: "field",
}

ISOLATE, END_OF_ISOLATE = "\u2066", "\u2069"
"""Characters around words that run from left to right in a paragraph that does not."""
FROM_LEFT = frozenset({"holder", "none", "status", "reopened", "label"})
"""Looks of runs (accord.formats.paper.values) that hold English words and codes alone."""


def name_of(element: etree._Element) -> str:
    """Return the name of an element with the usual prefix ("text:p"); "" where it is no element or not known."""
    if not isinstance(element.tag, str):
        return ""
    space, brace, name = element.tag.rpartition("}")
    prefix = _PREFIXES.get(space + brace)
    return f"{prefix}:{name}" if prefix else ""


def all_text(element: etree._Element) -> str:
    """Return all characters inside an element."""
    return "".join(str(each) for each in element.itertext(etree.Element))


def number_in(written: str | None, otherwise: int) -> int:
    """Return a number that a file gives, no larger than a document has paragraphs; ``otherwise`` where it is none."""
    return int(written) if written and written.isascii() and written.isdecimal() and len(written) < 7 else otherwise
