"""
Positions on points from CSV: ``point,member,position[,weight,topic]``, by any separator, with headers in two languages.

Words and letters are those of ``accord decide``, and those of a negotiation (support, can live with, oppose). A line
that is empty or begins with ``#`` says nothing.

Source: docs/reference/alignment.md, "Positions".
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NoReturn, Protocol

import numpy as np
from numpy.typing import NDArray

from accord.engine.alignment.model import (
    BETWEEN,
    OPPOSES,
    SUPPORTS,
    UNKNOWN,
    Approaches,
    NotComparable,
    Point,
    table_of,
)
from accord.formats.positions import WORDS
from accord.formats.textfile import UnreadableFile

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "point": ("point", "item", "question", "rcid", "пункт", "вопрос"),
    "member": ("member", "country", "state", "delegation", "code", "член", "государство", "страна", "делегация", "код"),
    "position": ("position", "vote", "value", "позиция", "голос"),
    "weight": ("weight", "вес"),
    "topic": ("topic", "area", "тема"),
}
NEEDED = ("point", "member", "position")
LEVELS: Mapping[str, int] = {
    "for": SUPPORTS,
    "no_objection": SUPPORTS,
    "abstain": BETWEEN,
    "against": OPPOSES,
    "objection": OPPOSES,
    "absent": UNKNOWN,
    "not_participating": UNKNOWN,
    "not_voting": UNKNOWN,
}
"""The level of every position of ``accord decide``."""

MORE_WORDS: Mapping[str, tuple[str, ...]] = {
    "for": ("support", "supports", "prefers", "поддерживает", "поддержка"),
    "abstain": (
        "can live with",
        "can live",
        "neutral",
        "воздерживается",
        "может согласиться",
        "приемлемо",
        "нейтрально",
    ),
    "against": ("oppose", "opposes", "opposed", "не поддерживает", "выступает против"),
    "absent": ("", "unknown", "no position", "нет позиции", "неизвестно"),
}
SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class _Columns:
    """The place of each column in a row; -1 for one that is not there."""

    point: int
    member: int
    position: int
    weight: int
    topic: int


def read_approaches(text: str, name: str) -> Approaches:
    """
    Return the positions that the CSV ``text`` of the file ``name`` holds.

    Raises:
        UnreadableFile: a column, a word, a number or a line is not as it should be; with its line.
        NotComparable: fewer than two members, or no point.
    """
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    start = next((number for number, line in enumerate(lines) if not _says_nothing(line)), None)
    if start is None:
        raise UnreadableFile(name, "holds no positions. Write the columns point,member,position.")
    separator = max(SEPARATORS, key=lines[start].count)
    table = csv.reader(lines[start:], delimiter=separator, strict=True)
    try:
        columns = _columns(next(table), name, start + 1)
        return _Reader(name, start, columns).read(table)
    except csv.Error as error:
        raise UnreadableFile(name, f"is no table: {error}.", start + table.line_num, 1) from None


def _says_nothing(line: str) -> bool:
    return not line.strip(" \t\r\n,;") or line.lstrip(' "').startswith("#")


def _columns(head: Sequence[str], name: str, line: int) -> _Columns:
    by_name = {known: column for column, names in COLUMNS.items() for known in names}
    found = [by_name.get(plain(cell), "") for cell in head]
    for column in COLUMNS:
        if found.count(column) > 1:
            raise UnreadableFile(name, f'has two columns "{column}".', line, 1)
        if column in NEEDED and column not in found:
            known = ", ".join(COLUMNS[column])
            raise UnreadableFile(name, f'has no column "{column}" ({known}) among {", ".join(head).strip()}.', line, 1)
    return _Columns(**{column: found.index(column) if column in found else -1 for column in COLUMNS})


def plain(word: str) -> str:
    """Return a word as it is looked up: no case, no underscores, single spaces."""
    return " ".join(word.strip("\ufeff").replace("_", " ").casefold().split())


POSITIONS: Mapping[str, str] = {
    plain(word): position for table in (WORDS, MORE_WORDS) for position, words in table.items() for word in words
}
"""What can be written, as it is looked up, and the position that it is."""


class CsvReader(Protocol):
    """What ``csv.reader`` returns."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]:
        """Go through the rows."""

    def __next__(self) -> list[str]:
        """Return the next row."""


@dataclass(slots=True)
class _Read:
    """What the rows have said so far: numbers of points and members as they came, and the level of each row."""

    points: list[int] = field(default_factory=list)
    members: list[int] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    objected: set[str] = field(default_factory=set)


class _Reader:
    """Goes through the rows once. What is written again and again (a code, a word) is understood once."""

    def __init__(self, name: str, above: int, columns: _Columns) -> None:
        self.name, self.above, self.columns = name, above, columns
        self.points: dict[str, Point] = {}
        self.point_numbers: dict[str, int] = {}
        self.member_numbers: dict[str, int] = {}
        self.members: dict[str, int] = {}
        self.words: dict[str, str] = {}
        self.places: dict[str, int] = {}

    def read(self, table: CsvReader) -> Approaches:
        """Return what all rows say together."""
        said = _Read()
        columns, described = self.columns, max(self.columns.weight, self.columns.topic) >= 0
        shortest = max(columns.point, columns.member, columns.position) + 1
        for row in table:
            line = table.line_num + self.above
            if not row or (_says_nothing(row[0]) and _is_left_out(row)):
                continue
            if len(row) < shortest:
                self._refuse(line, f"has {len(row)} cells where point, member and position are needed.")
            point = self._point(row[columns.point], line)
            if described:
                self._describe(row, line)
            position = self.words.get(row[columns.position]) or self._position(row[columns.position], line)
            if position == "objection":
                said.objected.add(row[columns.point].strip())
            said.points.append(point)
            said.members.append(self._member(row[columns.member], line))
            said.levels.append(LEVELS[position])
            said.lines.append(line)
        return self._table(said)

    def _table(self, said: _Read) -> Approaches:
        codes = sorted(self.members)
        places = np.argsort(np.argsort(list(self.members))) if codes else np.zeros(0, dtype=np.int64)
        rows, columns = np.array(said.points, dtype=np.int64), places[np.array(said.members, dtype=np.int64)]
        self._require_once(rows * len(codes) + columns, said, codes)
        levels = np.full((len(self.points), len(codes)), UNKNOWN, dtype=np.int8)
        levels[rows, columns] = said.levels
        try:
            points = [each if each.weight >= 0 else replace(each, weight=1.0) for each in self.points.values()]
            return table_of(codes, points, levels, said.objected)
        except NotComparable as error:
            raise UnreadableFile(self.name, str(error)) from None

    def _require_once(self, cells: NDArray[np.int64], said: _Read, codes: Sequence[str]) -> None:
        order = np.argsort(cells, kind="stable")
        again = np.flatnonzero(np.diff(cells[order]) == 0)
        if len(again):
            second = min(int(order[place + 1]) for place in again)
            first = int(np.flatnonzero(cells == cells[second])[0])
            point, member = list(self.points)[said.points[second]], codes[int(cells[second]) % len(codes)]
            reason = f"{member} already has a position on {point} in line {said.lines[first]}. Leave one of them."
            self._refuse(said.lines[second], reason)

    def _point(self, written: str, line: int) -> int:
        number = self.point_numbers.get(written)
        if number is None:
            point = written.strip()
            if not point:
                self._refuse(line, "names no point.")
            self.points.setdefault(point, Point(point, -1.0))
            number = self.point_numbers[written] = self.places.setdefault(point, len(self.places))
        return number

    def _member(self, written: str, line: int) -> int:
        number = self.member_numbers.get(written)
        if number is None:
            member = written.strip().upper()
            if not member:
                self._refuse(line, "names no member.")
            number = self.member_numbers[written] = self.members.setdefault(member, len(self.members))
        return number

    def _position(self, word: str, line: int) -> str:
        known = POSITIONS.get(plain(word))
        if known is None:
            hint = "for, against, abstain, absent, support, can live with, oppose, objection, or Y N A X"
            self._refuse(line, f"{word.strip()!r} is no position. Write {hint}.")
        self.words[word] = known
        return known

    def _describe(self, row: list[str], line: int) -> None:
        """Note weight and topic of the row's point; refuse what contradicts an earlier row."""
        point = self.points[row[self.columns.point].strip()]
        weight, topic = self._weight(row, line), self._cell(row, self.columns.topic)
        if weight is not None and point.weight not in (-1.0, weight):
            self._refuse(line, f"{point.id} has the weight {weight:g} here and {point.weight:g} above.")
        if topic and point.topic not in ("", topic):
            self._refuse(line, f"{point.id} has the topic {topic!r} here and {point.topic!r} above.")
        weight = point.weight if weight is None else weight
        self.points[point.id] = Point(point.id, weight, topic or point.topic)

    def _weight(self, row: list[str], line: int) -> float | None:
        written = self._cell(row, self.columns.weight)
        try:
            weight = float(written.replace(",", ".")) if written else None
        except ValueError:
            weight = -1.0
        if weight is not None and not 0 <= weight < float("inf"):
            self._refuse(line, f"{written!r} is no weight. Write a number from 0 up.")
        return weight

    @staticmethod
    def _cell(row: list[str], column: int) -> str:
        return row[column].strip() if 0 <= column < len(row) else ""

    def _refuse(self, line: int, reason: str) -> NoReturn:
        raise UnreadableFile(self.name, reason, line, 1)


def _is_left_out(row: list[str]) -> bool:
    """Whether a row is a remark, or empty."""
    return row[0].lstrip().startswith("#") or not any(cell.strip() for cell in row)
