"""
The characters of a Word document as a reader sees them, and the elements that stand close around them.

Source: ISO/IEC 29500-1, 17.3.3 (run content), 17.16 (fields and hyperlinks).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from accord.engine.said import say
from accord.formats.word.elements import MARKS, W, all_text, name_of, one_line, quoted
from accord.formats.word.fields import form_field
from accord.formats.word.story import PAGE_BREAK
from accord.formats.word.symbols import symbol

if TYPE_CHECKING:
    from accord.formats.word.walking import Walk

_UNKNOWN = 0xFFFD
_SPACES = str.maketrans("\n\t\r", "   ")
_LINES = str.maketrans("\n\r", "  ")
_BLANKS = frozenset(" \t\r\n")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def text(walk: Walk, element: etree._Element) -> None:
    """Take characters as Word shows them: line ends are spaces, outer spaces stay only where that is said."""
    wording = element.text or ""
    if wording and (wording[0] in _BLANKS or wording[-1] in _BLANKS or "\n" in wording or "\t" in wording):
        wording = wording.translate(_LINES) if _keeps_space(element) else wording.translate(_SPACES).strip(" ")
    walk.put(wording)


def deleted_text(walk: Walk, element: etree._Element) -> None:
    """Take deleted characters; outside a deletion they are seen by nobody."""
    if any(each.kind == "deleted" for each in walk.changes):
        text(walk, element)
    elif element.text:
        message = say('Text that is marked as deleted, by nobody, was left out: "{text}".', text=one_line(element.text))
        walk.tell("D008", message)


def mark(walk: Walk, element: etree._Element) -> None:
    """Take a tab, a line end or a hyphen."""
    walk.put(MARKS[name_of(element)])


def line_break(walk: Walk, element: etree._Element) -> None:
    """Take a line break; one of page or column parts wording only inside a paragraph."""
    walk.put("\n" if element.get(W + "type") in {None, "textWrapping"} else PAGE_BREAK)


def sign(walk: Walk, element: etree._Element) -> None:
    """Take a character that only its font explains."""
    font = str(element.get(W + "font", ""))
    try:
        code = int(str(element.get(W + "char", "")), 16)
    except ValueError:
        code = _UNKNOWN
    known = symbol(code, font)
    valid = code < 0x110000 and not 0xD800 <= code < 0xE000 and code >= 0x20
    seen = known or (chr(code) if valid else chr(_UNKNOWN))
    message = say(
        "A symbol of the font {font} was read as {seen} (U+{code:04X}).",
        font=font or say("nobody names"),
        seen=seen,
        code=ord(seen),
    )
    walk.tell("D003", message, "" if known else say("Write the character itself."), warning=not known)
    walk.put(seen)


def field_part(walk: Walk, element: etree._Element) -> None:
    """Note where a field's instruction begins and ends; take what a form field shows."""
    if walk.fields.get(element) == 1:
        walk.put(form_field(element))
    walk.unseen += walk.fields.get(element, 0)


def link(walk: Walk, element: etree._Element) -> None:
    """Read a link's wording."""
    outer, walk.linked = walk.linked, True
    walk.into(element)
    walk.linked = outer


def control(walk: Walk, element: etree._Element) -> None:
    """Read a content control; say so where Word may show something else in it."""
    properties = element.find(W + "sdtPr")
    bound = properties is not None and next(properties.iter(W + "dataBinding", "{*}dataBinding"), None) is not None
    if bound and all_text(element):
        wording = quoted(all_text(element))
        message = say(
            'A content control that is tied to other data was read as it is stored: "{wording}".', wording=wording
        )
        walk.tell("D016", message, say("See that Word shows the same."), warning=False)
    walk.into(element)


def _keeps_space(element: etree._Element) -> bool:
    """Whether outer spaces are said to stay, by the element itself or by one around it."""
    own = element.get(_SPACE)
    if own is None:
        own = next((each.get(_SPACE) for each in element.iterancestors() if each.get(_SPACE) is not None), None)
    return own == "preserve"
