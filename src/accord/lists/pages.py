"""What the pages of lists show: frozen values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A column of a list, with what to write in it."""

    label: str
    needed: bool
    hint: str


@dataclass(frozen=True, slots=True)
class ListLine:
    """A list; ``row`` says what one row of it is."""

    key: str
    title: str
    row: str
    columns: tuple[ColumnLine, ...]


@dataclass(frozen=True, slots=True)
class ListsPage:
    """All lists; ``enters`` says whether the reader may bring them in."""

    lists: tuple[ListLine, ...]
    enters: bool


@dataclass(frozen=True, slots=True)
class CellLine:
    """A cell of a row. ``old`` is what stands there now, "" where nothing does; ``reason`` why it cannot be entered."""

    label: str
    words: str
    old: str = ""
    changes: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RowLine:
    """
    A row of a file and what becomes of it.

    Attributes:
        caption: its first words, by which a person knows it. named: labels of the cells that say them.
        reasons: those that are of no one cell.
    """

    number: int
    caption: str
    cells: tuple[CellLine, ...]
    reasons: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowsBlock:
    """Rows of which the same becomes: the first of them, and how many there are."""

    verdict: str
    rows: tuple[RowLine, ...]
    count: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True)
class PlanPage:
    """
    What becomes of a file, before anything of it is entered.

    Attributes:
        sentence: the answer. blocks: wrong rows first. notes: what reading the file has shown.
        entered: how many rows would be entered.
    """

    fingerprint: str
    sentence: str
    blocks: tuple[RowsBlock, ...]
    notes: tuple[str, ...]
    entered: int
    wrong: int
