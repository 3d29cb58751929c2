"""
The characters of an OpenDocument text, and what changes how they are shown.

Source: OpenDocument 1.3, part 3, 6.1 (text), 7 (fields).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from accord.engine.said import say
from accord.formats.odt.elements import BREAKS
from accord.formats.odt.names import FIELD, TEXT, all_text, name_of, number_in
from accord.formats.word.elements import one_line

if TYPE_CHECKING:
    from accord.formats.odt.walking import Walk

_LONGEST_COUNT = 20
"""Characters of a number that are quoted."""


def mark(walk: Walk, element: etree._Element) -> None:
    """Take a tab or a line end."""
    walk.put(BREAKS[name_of(element)])
    walk.blank = False


def spaces(walk: Walk, element: etree._Element) -> None:
    """Take spaces that stay."""
    written = element.get(TEXT + "c", "1")
    count = number_in(written, 1)
    if written not in {str(count), ""}:
        walk.tell("D008", say("“{written}” spaces in a row were read as one.", written=written[:_LONGEST_COUNT]))
    walk.put(" " * count)
    walk.blank = False


def span(walk: Walk, element: etree._Element) -> None:
    """Read a span, and how it is shown."""
    style, looks = element.get(TEXT + "style-name"), walk.beside.looks
    outer = walk.look, walk.part
    walk.look = {**walk.look, **looks.of("text", style), **walk.kept}
    walk.part = looks.role("text", style) or walk.part
    walk.flow(element)
    walk.look, walk.part = outer


def link(walk: Walk, element: etree._Element) -> None:
    """Read a link's wording."""
    outer, walk.linked = walk.linked, True
    walk.flow(element)
    walk.linked = outer


def hidden_text(walk: Walk, element: etree._Element) -> None:
    """Read wording that a condition hides or shows."""
    if element.get(TEXT + "is-hidden", "true") != "true":
        walk.flow(element)
        return
    outer, walk.look = walk.look, {**walk.look, "display": "hidden"}
    walk.put(one_line(str(element.get(TEXT + "string-value") or all_text(element))))
    walk.look = outer


def hidden_paragraph(walk: Walk, element: etree._Element) -> None:
    """Hide the rest of a paragraph where a condition does so."""
    if element.get(TEXT + "is-hidden") == "true":
        walk.look = {**walk.look, "display": "hidden"}


def form_field(walk: Walk, element: etree._Element) -> None:
    """Take the box of a form, which is ticked or not."""
    ticked = any(each.get(FIELD + "value") == "true" for each in element.iter(FIELD + "param"))
    walk.put("☒" if ticked else "☐")
    walk.blank = False
