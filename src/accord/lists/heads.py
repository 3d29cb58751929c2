"""
Which column of a file is which: by its head, in any language of the pages, by its key, or by another usual head.

Source: docs/reference/lists.md, "Heads".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.formats.lists.values import Row, Sheet
from accord.lists.columns import Column
from accord.lists.columns import words as words_of
from accord.lists.errors import NoList
from accord.lists.values import DeclaredList, Line

REMARK = "#"
"""With what the first cell of a row begins that is a remark and no row."""

_TITLES = 5
"""How many rows (titles of the table, remarks) may stand above the row of heads."""

_LANGUAGE = re.compile(r"(.+?)\s*\(([a-z]{2,3}(?:-[a-z0-9]+)*)\)")


@dataclass(frozen=True, slots=True)
class Headed:
    """
    The rows of a file under the columns that are known.

    Attributes:
        columns: those that the file has, in its order. unknown: heads that mean nothing here; their cells are left out.
    """

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    unknown: tuple[str, ...] = ()


def headed(declared: DeclaredList, sheet: Sheet) -> Headed:
    """
    Return the rows of a file by the keys of their columns.

    Raises:
        NoList: it is empty, a column is named twice, or one is missing that no row is without.
    """
    if not sheet.rows:
        raise NoList(_("The file is empty."))
    place = _place_of_head(declared, sheet.rows)
    head, rows = sheet.rows[place], sheet.rows[place + 1 :]
    found = _places(declared, head)
    _require_needed(declared, found)
    unknown = tuple(cell for place, cell in enumerate(head.cells) if cell and place not in found)
    lines = tuple(_line(row, found) for row in rows if not row.cells[0].startswith(REMARK))
    return Headed(tuple(found.values()), lines, unknown)


def filled(declared: DeclaredList, sheet: Sheet, key: str, words: str) -> Sheet:
    """Return the rows of a file with one column more that says the same in each of them; where it has one, as it is."""
    own = [column for column in declared.columns if column.key == key]
    if not own or not sheet.rows:
        return sheet
    rest = replace(declared, columns=tuple(column for column in declared.columns if column.key != key))
    place, meanings = _place_of_head(rest, sheet.rows), _meanings(declared.columns)
    if any(meanings.get(_plain(cell)) in own for cell in sheet.rows[place].cells):
        return sheet
    width = max(len(row.cells) for row in sheet.rows)
    rows = (_widened(row, width, key if at == place else words) for at, row in enumerate(sheet.rows))
    return replace(sheet, rows=tuple(rows))


def _widened(row: Row, width: int, last: str) -> Row:
    return replace(row, cells=(*row.cells, *[""] * (width - len(row.cells)), last))


def language_column(column: Column, tag: str) -> Column:
    """Return the column in which the names of ``column`` stand in another language."""
    label = f"{column.label} ({tag})"
    return replace(
        column, key=f"{column.key}:{tag}", label=label, read=words_of(200), needed=False, hint="", aliases=()
    )


def _place_of_head(declared: DeclaredList, rows: Sequence[Row]) -> int:
    """Return where the heads stand: in the first row, or below titles in one that names two columns, and all needed."""
    meanings = _meanings(declared.columns)
    needed = {column.key for column in declared.columns if column.needed}
    for place, row in enumerate(rows[: _TITLES + 1]):
        keys = {column.key for cell in row.cells if (column := _column(declared, meanings, _plain(cell)))}
        if needed <= keys and len(keys) > 1:
            return place
    return 0


def _places(declared: DeclaredList, head: Row) -> dict[int, Column]:
    meanings = _meanings(declared.columns)
    found: dict[int, Column] = {}
    for place, cell in enumerate(head.cells):
        column = _column(declared, meanings, _plain(cell))
        if column is None:
            continue
        if column in found.values():
            raise NoList(_("Two columns are called “%s”. Keep one of them.") % column.label)
        found[place] = column
    return found


def _column(declared: DeclaredList, meanings: Mapping[str, Column], head: str) -> Column | None:
    if head in meanings:
        return meanings[head]
    named = _LANGUAGE.fullmatch(head)
    if named and declared.names and (column := meanings.get(named[1])) and column.key == declared.names:
        return language_column(column, named[2])
    return None


def _meanings(columns: Sequence[Column]) -> dict[str, Column]:
    """Return the columns by everything that means them; a label goes before what is only usual elsewhere."""
    found: dict[str, Column] = {}
    for column in columns:
        for each in column.aliases:
            found.setdefault(_plain(each), column)
    for tag, _name in settings.LANGUAGES:
        with translation.override(tag):
            found |= {_plain(str(column.label)): column for column in columns}
    return found | {_plain(column.key): column for column in columns}


def _plain(head: str) -> str:
    return " ".join(head.replace("_", " ").casefold().split()).strip(" *:")


def _require_needed(declared: DeclaredList, found: Mapping[int, Column]) -> None:
    here = {column.key for column in found.values()}
    missing = [f"“{column.label}”" for column in declared.columns if column.needed and column.key not in here]
    if not missing:
        return
    known = ", ".join(str(column.label) for column in declared.columns)
    words = ngettext(
        "The first row names the columns, and %(missing)s is missing. This list has: %(known)s.",
        "The first row names the columns, and %(missing)s are missing. This list has: %(known)s.",
        len(missing),
    )
    raise NoList(words % {"missing": ", ".join(missing), "known": known})


def _line(row: Row, found: Mapping[int, Column]) -> Line:
    words = {column.key: row.cells[place] for place, column in found.items() if place < len(row.cells)}
    faults = {found[place].key: why for place, why in row.faults if place in found}
    return Line(row.number, {key: cell for key, cell in words.items() if cell}, faults)
