"""What a list says, whatever its format: rows of words, and what its reader has to be told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

MOST_ROWS = 100_000
MOST_COLUMNS = 100

Value = str | int | date | None
"""A cell that is written: words, a whole number, a day, or nothing."""


@dataclass(frozen=True, slots=True)
class Note:
    """
    Something that reading a list has shown.

    Attributes:
        code: "encoding" | "parted" | "sheets" | "hidden sheets" | "hidden rows" | "hidden columns" | "merged" |
            "formulas" | "outside".
        what: what it is about: names, places such as "B7", numbers; all as words.
    """

    code: str
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """
    One row.

    Attributes:
        number: as a spreadsheet counts it, from 1.
        cells: its words, without spaces at the ends. Days are "2024-06-21", instants "2024-06-21T10:00", hours "10:00".
        faults: places (from 0) whose cell has no value, and why: "formula" | "error" | "day".
    """

    number: int
    cells: tuple[str, ...]
    faults: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list as it was read, without its empty rows. ``name`` is that of the sheet, "" for a CSV file."""

    rows: tuple[Row, ...]
    name: str = ""
    notes: tuple[Note, ...] = field(default=())


def column_letters(place: int) -> str:
    """Return how a spreadsheet calls a column (from 0): "A", "Z", "AA"."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
