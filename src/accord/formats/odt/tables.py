"""
The tables of an OpenDocument text: each cell is paragraphs of its own.

Source: OpenDocument 1.3, part 3, 9 (tables).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from accord.engine.said import say
from accord.formats.odt.names import TABLE, TEXT, all_text, number_in
from accord.formats.word.story import Change, Wall
from accord.formats.word.told import under

if TYPE_CHECKING:
    from accord.formats.odt.walking import Walk


def table(walk: Walk, element: etree._Element) -> None:
    """Read a table row by row, each cell as paragraphs of its own."""
    walls, walk.walls = walk.walls, _around_all_of(walk, element)
    walk.pieces.append(Wall(walk.walls))
    rows = list(element.iter(TABLE + "table-row"))
    cells = max((len(row.findall(TABLE + "table-cell")) for row in rows), default=0)
    if all_text(element).strip() and not _is_own(walk, element):
        message = say(
            "A table of {count} × {cells} was read row by row, each cell as paragraphs of its own.",
            count=len(rows),
            cells=cells,
        )
        walk.tell("D017", message, warning=False)
    outer, walk.listing, walk.item, walk.first = (walk.listing, walk.item), None, None, None
    walk.into(element)
    walk.listing, walk.item = outer
    walk.pieces.append(Wall(walk.walls))
    walk.walls = walls


def _around_all_of(walk: Walk, table: etree._Element) -> tuple[Change, ...]:
    """Return the tracked changes that a whole table is under; one that ends in a cell is none."""
    ended = {str(each.get(TEXT + "change-id", "")) for each in table.iter(TEXT + "change-end")}
    return under(walk.around, *(each for key, began in walk.begun.items() if key not in ended for each in began))


def _is_own(walk: Walk, table: etree._Element) -> bool:
    """Whether this is the table of delegations in a rolling text that Accord wrote."""
    first = next(table.iter(TEXT + "p"), None)
    return first is not None and walk.beside.looks.role("paragraph", first.get(TEXT + "style-name")) == "table"


def cell(walk: Walk, element: etree._Element) -> None:
    """Read a cell."""
    walk.into(element)
    walk.pieces.append(Wall(walk.walls))
    times = number_in(element.get(TABLE + "number-columns-repeated"), 1)
    if times > 1 and all_text(element).strip():
        walk.tell("D008", say("A cell that stands {times} times in its row was read once.", times=times))
