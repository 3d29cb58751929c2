"""
Lists as CSV: read as spreadsheet programs write it, and written so that they read it.

What a program would take for a formula is written with an apostrophe before it, which reading takes away. It may begin
within a cell: a program whose language parts cells by semicolons opens a file that is parted by commas.

Source: RFC 4180; docs/reference/lists.md, "Files".
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from accord.engine.said import say
from accord.formats.lists.encodings import decoded
from accord.formats.lists.values import MOST_COLUMNS, MOST_ROWS, Note, Row, Sheet, Value
from accord.formats.textfile import UnreadableFile

PARTINGS = (",", ";", "\t", "|")
"""What parts the cells of a row; the first of those that part most."""

_BEGINS = r"[=+\-@\t\r＝＋－＠]"
_FORMULA = re.compile(rf"(?:^|(?<=[;\t|\r\n]))(?='*{_BEGINS})")
"""Where a formula would begin: at the beginning of a cell, or behind what parts cells in some program."""
_GUARDED = re.compile(rf"(?:^|(?<=[;\t|\r\n]))'(?='*{_BEGINS})")
_NAMED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_TITLES = 5
"""Rows above the heads that may be the title of the table."""

_HEAD = 20
"""Rows that are looked at to find what parts the cells."""


def read_csv(data: bytes, name: str) -> Sheet:
    """
    Return the rows of a CSV file in any usual encoding and parting.

    Raises:
        UnreadableFile: the encoding is none of the usual, a quotation does not end, there are too many rows or columns.
    """
    text, encoding = decoded(data, name)
    named = _NAMED.match(text)
    body = text[named.end() :] if named else text
    parting = named[1] if named else _parting(body)
    skipped = 1 if named else 0
    rows = tuple(_rows(body, parting, name, skipped))
    notes = [Note("encoding", (encoding,))] if encoding.startswith("cp") else []
    return Sheet(rows, notes=tuple(notes))


def write_csv(rows: Iterable[Sequence[Value]]) -> bytes:
    """Return rows as CSV in UTF-8 with a byte order mark, cells parted by commas; the same rows give the same bytes."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_written(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _written(value: Value) -> str:
    if value is None:
        return ""
    words = value.isoformat() if isinstance(value, date) else str(value)
    return _FORMULA.sub("'", words) if isinstance(value, str) else words


def _read(cell: str) -> str:
    return _GUARDED.sub("", cell.strip(" \u00a0\n\r\t"))


def _rows(text: str, parting: str, name: str, skipped: int) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parting, strict=True)
    number = skipped
    count = 0
    try:
        for number, cells in enumerate(reader, skipped + 1):
            read = tuple(map(_read, cells))
            if not any(read):
                continue
            count += 1
            _require_size(count, read, name)
            yield Row(number, read)
    except csv.Error as error:
        raise UnreadableFile(name, _reason(number + 1, str(error))) from None


def _reason(row: int, error: str) -> str:
    if "field limit" in error:
        return say("row {row} has a cell with more than {most} characters.", row=row, most=csv.field_size_limit())
    return say("row {row} cannot be read: {error}.", row=row, error=error)


def _require_size(count: int, cells: tuple[str, ...], name: str) -> None:
    if count > MOST_ROWS:
        raise UnreadableFile(name, say("has more than {most} rows. Divide it.", most=MOST_ROWS))
    if len(cells) > MOST_COLUMNS:
        raise UnreadableFile(name, say("has more than {most} columns.", most=MOST_COLUMNS))


def _parting(text: str) -> str:
    """
    Return what parts the cells: that which gives the first row most of them, and the following rows as many.

    Where no row agrees with the first, that is the title of the table, and the next ones are looked at.
    """
    rest = text
    for _title in range(_TITLES + 1):
        best = max(PARTINGS, key=lambda each: _parts(rest, each))
        if _parts(rest, best)[1] > 1:
            return best
        rest = rest.partition("\n")[2]
    return max(PARTINGS, key=lambda each: _parts(text, each))


def _parts(text: str, parting: str) -> tuple[int, int]:
    head = io.StringIO(text[:20_000], newline="")
    reader = csv.reader(head, delimiter=parting)
    try:
        widths = [len(row) for row, _count in zip(reader, range(_HEAD), strict=False) if any(row)]
    except csv.Error:
        return (0, 0)
    first = widths[0] if widths else 0
    return (first, sum(width == first for width in widths) if first > 1 else 0)
