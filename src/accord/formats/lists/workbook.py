"""
A spreadsheet (.xlsx) as rows of words. Runs in the child process only.

Values are read as the file keeps them: the last value of a formula, none of a formula that never had one. Nothing is
computed, and nothing that the file points to is opened.

Source: ECMA-376 part 1, 18 (SpreadsheetML); docs/reference/lists.md, "Files".
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from accord.engine.said import say
from accord.formats.archive import Kind, bytes_of, open_archive, shortened
from accord.formats.lists.cells import Cells
from accord.formats.lists.formats import Shows, shows
from accord.formats.lists.values import MOST_COLUMNS, MOST_ROWS, column_letters
from accord.formats.xml import Refused, parsed, streamed

KIND = Kind(".xlsx", "a spreadsheet program")
_OLD = b"\xd0\xcf\x11\xe0"
_NAMED = 5
"""How many rows, columns or places a note names."""


@dataclass(slots=True)
class Told:
    """What the reader of a sheet has to be told, as it is found."""

    hidden_rows: list[str] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Book:
    """An open workbook that has passed every check; ``names`` are its parts by their form in small letters."""

    archive: zipfile.ZipFile
    names: Mapping[str, str]
    path: str

    def part(self, path: str) -> bytes | None:
        """Return the bytes of a part; None where there is none."""
        written = self.names.get(path.lower())
        return bytes_of(self.archive, written) if written else None

    def related(self, path: str) -> dict[str, tuple[str, str]]:
        """Return the last word of the type and the target of each relationship of a part, by its id."""
        folder, name = posixpath.split(path)
        data = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        if data is None:
            return {}
        found = {}
        for each in parsed(data, "a list of relationships").iter("{*}Relationship"):
            kind = each.get("Type", "").rpartition("/")[2].lower()
            target = each.get("Target", "")
            inside = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[each.get("Id", "")] = (kind, posixpath.normpath(inside))
        return found


def read(data: bytes) -> dict[str, Any]:
    """
    Return the first sheet that can be seen and has rows: {"name", "rows": [[number, cells, faults]], "notes"}.

    Raises:
        Refused: it is no sound workbook, holds macros, or has too many rows or columns.
    """
    book = _opened(data)
    root = parsed(book.part(book.path) or b"", "the workbook")
    related = book.related(book.path)
    cells = Cells(_strings(book, related), _styles(book, related), _from_1904(root))
    sheets = [(each.get("name", ""), each.get("state", "visible"), _id_of(each)) for each in root.iter("{*}sheet")]
    seen = [each for each in sheets if each[1] == "visible"] or sheets
    shown, told, rows = "", Told(), []
    for shown, _state, key in seen:  # noqa: B007 -- the one that was read last is told
        told = Told()
        rows = list(_rows(book.part(related.get(key, ("", ""))[1]), cells, told))
        if rows:
            break
    return {"name": shown, "rows": rows, "notes": _notes(book, cells, told, sheets, shown)}


def _opened(data: bytes) -> Book:
    if data.startswith(_OLD):
        raise Refused(say("is encrypted, or an .xls of an old Excel. Save it as .xlsx without a password."))
    archive, names = open_archive(data, KIND)
    types = bytes_of(archive, names["[content_types].xml"]) if "[content_types].xml" in names else b""
    if b"macroenabled" in types.lower() or any(name.endswith("vbaproject.bin") for name in names):
        raise Refused(say("holds macros. Save it as .xlsx."))
    book = Book(archive, names, "")
    mains = [path for kind, path in book.related("").values() if kind == "officedocument"]
    path = mains[0] if mains else "xl/workbook.xml"
    if path.lower() not in names or b"spreadsheetml" not in types:
        raise Refused(say("is no .xlsx: it holds no workbook."))
    return Book(archive, names, path)


def _id_of(sheet: etree._Element) -> str:
    return next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")


def _from_1904(root: etree._Element) -> bool:
    return any(each.get("date1904") in ("1", "true") for each in root.iter("{*}workbookPr"))


def _strings(book: Book, related: Mapping[str, tuple[str, str]]) -> list[str]:
    data = _first(book, related, "sharedstrings")
    if data is None:
        return []
    return [_words(each) for each in streamed(data, "the shared words", ("{*}si",))]


def _words(element: etree._Element) -> str:
    """Return the words of a cell, without what only says how they are spoken."""
    return "".join(each.text or "" for each in element.iter("{*}t") if "rPh" not in str(each.getparent().tag))


def _styles(book: Book, related: Mapping[str, tuple[str, str]]) -> list[Shows]:
    data = _first(book, related, "styles")
    if data is None:
        return []
    root = parsed(data, "the styles")
    own = {each.get("numFmtId"): each.get("formatCode", "") for each in root.iter("{*}numFmt")}
    found: list[Shows] = []
    for place in root.iter("{*}cellXfs"):
        for each in place.iter("{*}xf"):
            number = each.get("numFmtId", "0")
            found.append(shows(int(number) if number.isdigit() else 0, own.get(number, "")))
    return found


def _first(book: Book, related: Mapping[str, tuple[str, str]], kind: str) -> bytes | None:
    return next((book.part(path) for each, path in related.values() if each == kind), None)


def _rows(data: bytes | None, cells: Cells, told: Told) -> Iterator[tuple[int, list[str], list[tuple[int, str]]]]:
    number = count = 0
    for each in streamed(data or b"<none/>", "a sheet", ("{*}row", "{*}mergeCell", "{*}col")):
        kind = etree.QName(each).localname
        if kind == "mergeCell":
            told.merged.append(each.get("ref", ""))
        elif kind == "col":
            _tell_column(each, told)
        else:
            number = int(each.get("r", number + 1))
            row, faults = cells.row(each, number)
            if not any(row) and not faults:
                continue
            count += 1
            _require_size(count, row)
            if each.get("hidden") in ("1", "true"):
                told.hidden_rows.append(str(number))
            yield number, row, faults


def _tell_column(each: etree._Element, told: Told) -> None:
    if each.get("hidden") in ("1", "true"):
        last = min(int(each.get("max", 1)), MOST_COLUMNS)
        told.hidden_columns += [column_letters(place - 1) for place in range(int(each.get("min", 1)), last + 1)]


def _require_size(count: int, row: list[str]) -> None:
    if count > MOST_ROWS:
        raise Refused(say("has more than {most} rows. Divide it.", most=MOST_ROWS))
    if len(row) > MOST_COLUMNS:
        raise Refused(say("has more than {most} columns.", most=MOST_COLUMNS))


def _notes(
    book: Book, cells: Cells, told: Told, sheets: list[tuple[str, str, str]], name: str
) -> list[tuple[str, list[str]]]:
    others = [each for each, state, _key in sheets if state == "visible" and each != name]
    hidden = [each for each, state, _key in sheets if state != "visible" and each != name]
    outside = [each for each in book.names if "/externallinks/" in each]
    found = {
        "sheets": [name, *others] if others else [],
        "hidden sheets": hidden,
        "hidden rows": told.hidden_rows,
        "hidden columns": told.hidden_columns,
        "merged": told.merged,
        "formulas": cells.formulas,
        "outside": outside and ["1"],
    }
    return [(code, _shortened(what)) for code, what in found.items() if what]


def _shortened(what: list[str]) -> list[str]:
    """Return the first few of what is named, and "…" where there are more."""
    shown = [shortened(each) for each in what[:_NAMED]]
    return [*shown, "…"] if len(what) > _NAMED else shown
