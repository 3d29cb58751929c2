"""
The tracked changes of a Word document: what an element makes of the wording inside it.

Source: ISO/IEC 29500-1, 17.13.5 (revisions).
"""

from __future__ import annotations

from lxml import etree

from accord.formats.word.elements import TRACKED, W, name_of
from accord.formats.word.story import Change


def change_of(element: etree._Element) -> Change:
    """Return the tracked change that an element makes."""
    name = name_of(element)
    kind = "inserted" if name in {"ins", "moveTo", "cellIns"} else "deleted"
    author, date = str(element.get(W + "author", "")), str(element.get(W + "date", ""))
    return Change(kind, author, date, moved=name in {"moveTo", "moveFrom"})  # type: ignore[arg-type]


def marks_of(properties: etree._Element | None) -> list[Change]:
    """Return the tracked changes of a paragraph's end."""
    own = properties.find(W + "rPr") if properties is not None else None
    return [] if own is None else [change_of(each) for each in own.iterchildren(*(W + name for name in TRACKED))]
