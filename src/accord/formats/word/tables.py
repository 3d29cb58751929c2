"""
The tables of a Word document: each cell is paragraphs of its own, a row or cell may be under a tracked change.

Source: ISO/IEC 29500-1, 17.4 (tables).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lxml import etree

from accord.engine.said import say
from accord.formats.word.changes import change_of
from accord.formats.word.elements import W, all_text, style_of
from accord.formats.word.story import Wall
from accord.formats.word.told import under

if TYPE_CHECKING:
    from accord.formats.word.walking import Walk


def table(walk: Walk, element: etree._Element) -> None:
    """Read a table row by row, each cell as paragraphs of its own."""
    walk.pieces.append(Wall())
    rows = list(element.iter(W + "tr"))
    cells = max((len(row.findall(W + "tc")) for row in rows), default=0)
    if all_text(element).strip() and not _is_own(walk, element):
        message = say(
            "A table of {count} × {cells} was read row by row, each cell as paragraphs of its own.",
            count=len(rows),
            cells=cells,
        )
        walk.tell("D017", message, warning=False)
    walk.into(element)
    walk.pieces.append(Wall())


def _is_own(walk: Walk, table: etree._Element) -> bool:
    """Whether this is the table of delegations in a rolling text that Accord wrote."""
    first = next(table.iter(W + "pPr"), None)
    return first is not None and walk.beside.roles.get(style_of(first, "pStyle")) == "table"


def row(walk: Walk, element: etree._Element) -> None:
    """Read a row, all of which may be under a tracked change."""
    _within(walk, element, element.find(W + "trPr"), ("ins", "del", "moveFrom", "moveTo"))


def cell(walk: Walk, element: etree._Element) -> None:
    """Read a cell, all of which may be under a tracked change."""
    _within(walk, element, element.find(W + "tcPr"), ("cellIns", "cellDel"))
    walk.pieces.append(Wall())


def _within(walk: Walk, element: etree._Element, properties: etree._Element | None, names: Iterable[str]) -> None:
    outer = walk.changes
    if properties is not None:
        walk.changes = under(outer, *(change_of(each) for each in properties.iterchildren(*(W + n for n in names))))
    walk.into(element)
    walk.changes = outer
