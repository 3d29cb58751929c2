"""
Positions of members from CSV or YAML, as people write them: any separator, with a BOM, headers in English or Russian.

A CSV may open with ``#`` lines (``# question: substance``, ``# date: 2024-06-21``, ``# deadline: …``, ``# closed: …``).
A YAML is a table of codes to positions, or has ``positions`` beside ``question``, ``date``, ``deadline``, ``closed``.

Source: docs/reference/rules.md, "Positions".
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from accord.engine.rules import Line
from accord.engine.rules.model import POSITIONS
from accord.formats.strict import FormError, Item, read_strict

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "member": ("member", "country", "code", "state", "член", "государство", "страна", "код"),
    "position": ("position", "vote", "value", "позиция", "голос", "решение"),
    "at": ("at", "time", "время", "когда"),
    "reservation": ("reservation", "with", "note", "оговорка"),
}
WORDS: Mapping[str, tuple[str, ...]] = {
    "for": ("for", "y", "yes", "in favour", "in favor", "за"),
    "against": ("against", "n", "no", "против"),
    "abstain": (
        "abstain", "a", "abstained", "abstention", "воздержался", "воздержалась", "воздержалось", "воздержались",
    ),
    "absent": ("absent", "отсутствует", "отсутствовал", "отсутствовала", "отсутствуют"),
    "no_objection": ("no_objection", "no objection", "не возражает", "нет возражений", "без возражений"),
    "objection": ("objection", "objects", "возражает", "возражение"),
    "not_participating": ("not_participating", "not participating", "не участвует"),
    "not_voting": ("not_voting", "x", "not voting", "не голосовал", "не голосовала", "не голосует"),
}  # fmt: skip
_BY_WORD = {word: position for position, words in WORDS.items() for word in words}
_BY_COLUMN = {name: column for column, names in COLUMNS.items() for name in names}
HEAD = ("question", "date", "deadline", "closed", "subject")
_HEAD_WORDS = {"вопрос": "question", "дата": "date", "срок": "deadline", "закрыто": "closed", "о члене": "subject"}
_HEAD_LINE = re.compile(r"#\s*([^:]+?)\s*:\s*(.*?)[\s;,\t]*")
_CODE = re.compile(r"[A-Z0-9?][A-Z0-9_ ]{0,30}")
_SEPARATORS = ",;\t"
_EMPTY = " \t\r\n,;\""


@dataclass(frozen=True, slots=True)
class Positions:
    """What a file of positions says: its lines, and what stands before them."""

    lines: tuple[Line, ...]
    question: str = ""
    date: date | None = None
    deadline: datetime | None = None
    closed: datetime | None = None
    subject: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)


def read_positions(text: str, file: str) -> Positions:
    """
    Return the positions of a file; a name that ends in .yaml or .yml is YAML, everything else CSV.

    Raises:
        FormError: a column or a word is not known; the message names file, line and word.
    """
    text = text.removeprefix("\ufeff")
    return _of_yaml(text, file) if file.lower().endswith((".yaml", ".yml")) else _of_csv(text, file)


def _of_csv(text: str, file: str) -> Positions:
    head: dict[str, Item] = {}
    rows = text.splitlines(keepends=True)
    start = next((number for number, row in enumerate(rows) if not _before(row)), len(rows))
    for number, row in enumerate(rows[:start], start=1):
        found = _HEAD_LINE.fullmatch(row.strip().strip('"'))
        if found:
            key = found[1].lower()
            head[_HEAD_WORDS.get(key, key)] = Item(found[2], file, number, f"# {found[1]}")
    if start == len(rows):
        raise FormError(f"{file}: holds no positions; write the columns member,position.")
    return _with_head(head, tuple(_lines(rows[start:], start, file)))


def _before(row: str) -> bool:
    """Whether a row stands before the table: a ``#`` line or an empty one."""
    return row.lstrip('"').startswith("#") or not row.strip(_EMPTY)


def _lines(rows: list[str], above: int, file: str) -> Iterator[Line]:
    separator = max(_SEPARATORS, key=rows[0].count)
    table = csv.reader(rows, delimiter=separator)
    names = [_BY_COLUMN.get(_plain(name)) for name in next(table)]
    for needed in ("member", "position"):
        if names.count(needed) != 1:
            header = Item("", file, above + 1)
            header.fail(f'one column "{needed}" is needed ({", ".join(COLUMNS[needed])}), here is {rows[0].strip()!r}.')
    for cells in table:
        row = above + table.line_num
        if not any(cell.strip(_EMPTY) for cell in cells) or cells[0].lstrip().startswith("#"):
            continue
        values = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if name}
        extra = [cell for cell in cells[len(names) :] if cell.strip()]
        if extra:
            raise FormError(f"{file}:{row}: has more cells than the first line has columns: {extra[0]!r}.")
        yield _line({key: Item(value, file, row, key) for key, value in values.items()}, Item("", file, row))


def _line(values: Mapping[str, Item], whole: Item) -> Line:
    member = values["member"].text() if "member" in values else ""
    code = member.upper()
    if not code:
        whole.fail("names no member.")
    if not _CODE.fullmatch(code):
        whole.fail(f"{member!r} is no member; write a code of three letters, such as XAA.")
    position = values.get("position")
    if position is None or not position.text():
        whole.fail(f"{code} has no position; leave the line out where none is known, or write absent.")
    return Line(
        member=code,
        position=_position(position),
        at=_moment(values.get("at")),
        reservation=values["reservation"].text() if "reservation" in values else "",
        row=whole.line,
    )


def _position(item: Item) -> str:
    word = _plain(item.text())
    if word not in _BY_WORD:
        item.fail(f"{item.text()!r} is no position; write one of {', '.join(POSITIONS)}, or the letters Y N A X.")
    return _BY_WORD[word]


def _plain(word: str) -> str:
    return " ".join(word.strip().strip("\ufeff").lower().split())


def _moment(item: Item | None) -> datetime | None:
    if item is None or not item.text():
        return None
    try:
        return datetime.fromisoformat(item.text())
    except ValueError:
        item.fail(f"{item.text()!r} is no time; write 2024-06-21T15:30+05:00.")


def _with_head(head: Mapping[str, Item], lines: tuple[Line, ...]) -> Positions:
    return Positions(
        lines=lines,
        question=head["question"].text() if "question" in head else "",
        date=head["date"].day() if "date" in head else None,
        deadline=_moment(head.get("deadline")),
        closed=_moment(head.get("closed")),
        subject=head["subject"].text().upper() if "subject" in head else "",
        extra={key: item.text() for key, item in head.items() if key not in (*HEAD, "positions")},
    )


def _of_yaml(text: str, file: str) -> Positions:
    documents = read_strict(text, file)
    if len(documents) != 1:
        raise FormError(f"{file}: one table of positions is needed.")
    whole = documents[0]
    if isinstance(whole.value, list):
        return Positions(tuple(_yaml_lines(whole)))
    table = whole.entries()
    if "positions" not in table:
        return Positions(tuple(_yaml_lines(whole)))
    head = whole.table((*HEAD, "positions"))
    return _with_head(head, tuple(_yaml_lines(head["positions"])))


def _yaml_lines(item: Item) -> Iterator[Line]:
    if isinstance(item.value, dict):
        for code, position in item.value.items():
            yield _line({"member": Item(code, item.file, position.line, "member"), "position": position}, position)
        return
    for each in item.items():
        yield _line(each.table(tuple(COLUMNS), ("member", "position")), each)
