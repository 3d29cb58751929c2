"""
The lists of an OpenDocument text as the walk meets them: which list and which item are at hand.

Source: OpenDocument 1.3, part 3, 5.3 (lists).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from accord.formats.odt.names import TEXT, number_in
from accord.formats.word.numbering import LEVELS, Place

if TYPE_CHECKING:
    from accord.formats.odt.walking import Walk


def listed(walk: Walk, element: etree._Element) -> None:
    """Read a list, one of its own or one inside an item."""
    outer, item = walk.listing, walk.item
    walk.listing = walk.beside.lists.entry(element, outer, goes_on=bool(walk.within))
    walk.into(element)
    walk.listing, walk.item = outer, item if outer is None else None


def list_item(walk: Walk, element: etree._Element) -> None:
    """Read a list item; its first paragraph is numbered."""
    walk.item = element
    walk.into(element)
    walk.item = None


def list_header(walk: Walk, element: etree._Element) -> None:
    """Read a heading of a list, which has no number."""
    walk.item = None
    walk.into(element)


def numbered_paragraph(walk: Walk, element: etree._Element) -> None:
    """Read a paragraph that says itself where it stands in a list."""
    outer, lists = walk.listing, walk.beside.lists
    entry = lists.entry(element, None, goes_on=True)
    entry = replace(entry, chain=str(element.get(TEXT + "list-id", entry.chain)))
    walk.listing = replace(entry, level=min(max(number_in(element.get(TEXT + "level"), 1), 1), LEVELS) - 1)
    list_item(walk, element)
    walk.listing = outer


def place(walk: Walk, element: etree._Element) -> Place | None:
    """Return what numbers a paragraph: its list, or the outline of a heading."""
    lists, item, walk.item = walk.beside.lists, walk.item, None
    own = walk.beside.looks.lists.get(str(element.get(TEXT + "style-name", "")))
    if walk.listing is not None:
        return lists.place(walk.listing, item, own or "") if item is not None else None
    if element.tag != TEXT + "h" or own == "" or element.get(TEXT + "is-list-header") == "true":
        return None
    return lists.heading(element)
