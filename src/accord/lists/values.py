"""What a list is, and what becomes of its rows: frozen values."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.functional import Promise

from accord.access import Subject
from accord.lists.book import Book
from accord.lists.columns import Column
from accord.members.models import Organisation

Values = Mapping[str, Any]
"""Values of a row by the keys of their columns; what is not given is not in it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """
    For whom and of what a list is read or written.

    Attributes:
        on: the day as of which it is written; None for all of time. book: how things are called here.
        narrow: id of the one meeting whose rows are wanted, "" for all. entered: the rows that a file is compared with.
        comparing: whether a file is compared: then with what is entered of any day.
    """

    organisation: Organisation
    by: Subject
    book: Book
    on: date | None = None
    narrow: str = ""
    entered: list[Known] = field(default_factory=list)
    comparing: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """
    A row that is entered already.

    Attributes:
        id: what its enterer needs to find it again. also: other names of what it is of.
        apart: it is no row of its own when the list is written.
    """

    values: Values
    id: Any = None
    also: frozenset[str] = frozenset()
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """
    A row of a file as it was read.

    Attributes:
        number: as a spreadsheet counts it. words: what each column says, by key.
        faults: columns whose cell has no value, with the code of why (accord.formats.lists.values.Row).
    """

    number: int
    words: Mapping[str, str]
    faults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What a row changes of what is entered."""

    column: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row cannot be entered; ``column`` is a key, "" for the whole row."""

    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class Planned:
    """
    What becomes of a row.

    Attributes:
        values: what it says. known: what of it is entered already, None where it is new.
        changes: what it changes. faults: why it cannot be entered; then it is not.
    """

    line: Line
    values: Values
    known: Known | None = None
    changes: tuple[Change, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def verdict(self) -> str:
        """What becomes of it in one word: "wrong" | "new" | "changed" | "same"."""
        if self.faults:
            return "wrong"
        if self.known is None:
            return "new"
        return "changed" if self.changes else "same"

    @property
    def whole(self) -> dict[str, Any]:
        """What is entered once the row is: what was known, with what it changes."""
        if self.known is None:
            return dict(self.values)
        return {**self.known.values, **{each.column: each.new for each in self.changes}}


@dataclass(frozen=True, slots=True)
class DeclaredList:
    """
    A kind of list.

    Attributes:
        key: its address. title: what it is called. row: what one row of it is.
        columns: in their order. names: key of the column whose names in other languages may stand beside it, or "".
        known: its rows that are entered. identity: what tells rows apart, of the values of one.
        find: the entered row that a line is about, by the rows that are entered under each identity. Raises Wrong.
        check: why rows cannot be entered together, by their places.
        prepare: notes in the book what the file itself brings.
    """

    key: str
    title: str | Promise
    row: str | Promise
    columns: tuple[Column, ...]
    known: Callable[[Scope], Sequence[Known]]
    identity: Callable[[Values], Hashable]
    find: Callable[[Values, Mapping[Hashable, Sequence[Known]]], Known | None]
    check: Callable[[Scope, Sequence[Planned]], Iterator[tuple[int, Fault]]] = lambda _scope, _rows: iter(())
    prepare: Callable[[Sequence[Line], Book], None] = lambda _lines, _book: None
    names: str = ""
