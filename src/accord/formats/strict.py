"""
YAML of people we do not know: plain lists, tables and words, nothing else.

Tags never run (they are refused), neither do aliases, so that no file is larger than it looks; a key that is written
twice is refused; every scalar stays the text that was written, so that NO is a code and 0.55 an exact fraction.

Source: docs/reference/rules.md, "The form of a rule".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NoReturn

import yaml

DEEPEST = 40
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PLAIN = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")} | {"!", None}


class FormError(ValueError):
    """A file does not have the form that it should; the message names file, line, item and what is wrong."""


@dataclass(frozen=True, slots=True)
class Item:
    """
    A value with its place.

    Attributes:
        value: text, a list of items, or a table of items by key.
        place: such as "stages[1].test.at_least"; "" for the whole document.
    """

    value: str | list[Item] | dict[str, Item]
    file: str
    line: int
    place: str = ""

    def fail(self, reason: str) -> NoReturn:
        """Raise the error that names this item."""
        raise FormError(f"{self.file}:{self.line}: {self.place + ': ' if self.place else ''}{reason}")

    def table(self, known: Collection[str], required: Collection[str] = ()) -> dict[str, Item]:
        """Return a table whose keys are all ``known``, with every ``required`` one."""
        if not isinstance(self.value, dict):
            self.fail(f"a table with {', '.join(known)} is needed here.")
        for key, item in self.value.items():
            if key not in known:
                item.fail(f"unknown; here can stand {', '.join(known)}.")
        for key in required:
            if key not in self.value:
                self.fail(f'"{key}" is missing.')
        return self.value

    def entries(self) -> dict[str, Item]:
        """Return a table with any keys."""
        if not isinstance(self.value, dict):
            self.fail("a table is needed here.")
        return self.value

    def items(self) -> list[Item]:
        """Return a list."""
        if not isinstance(self.value, list):
            self.fail("a list is needed here.")
        return self.value

    def text(self) -> str:
        """Return a text; an empty one is "" ."""
        if not isinstance(self.value, str):
            self.fail("one word or sentence is needed here.")
        return self.value.strip()

    def one_of(self, known: Collection[str]) -> str:
        """Return a word of a list."""
        word = self.text()
        if word not in known:
            self.fail(f"{word!r} is not one of {', '.join(known)}.")
        return word

    def fraction(self) -> Fraction:
        """Return an exact number: 3, 3/5, 0.6, 60%."""
        written = self.text()
        try:
            if written.endswith("%"):
                return Fraction(written[:-1].strip()) / 100
            return Fraction(written)
        except (ValueError, ZeroDivisionError):
            self.fail(f"{written!r} is no number; write 9, 3/5, 0.6 or 60%.")

    def day(self) -> date | None:
        """Return a day; None where nothing or null is written."""
        written = self.text()
        if written in {"", "~", "null"}:
            return None
        try:
            return date.fromisoformat(written)
        except ValueError:
            self.fail(f"{written!r} is no date; write 2024-06-21.")


def read_strict(text: str, file: str) -> list[Item]:
    """
    Return the documents of a YAML text.

    Raises:
        FormError: not YAML, or with tags, aliases, keys written twice, or lists too deep.
    """
    try:
        return list(_Reader(text, file).documents())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = mark.line + 1 if mark else 1
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "not readable"
        raise FormError(f"{file}:{line}: is not YAML: {reason}.") from None
    except ValueError as error:
        if isinstance(error, FormError):
            raise
        raise FormError(f"{file}: is not YAML: {error}.") from None


class _Reader:
    """Builds items from the events of a parser, so that nothing is constructed but text, lists and tables."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.events = iter(yaml.parse(text, Loader=_LOADER))

    def documents(self) -> Iterator[Item]:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                yield self._item(next(self.events), "", 0)

    def _item(self, event: yaml.Event, place: str, depth: int) -> Item:
        line = event.start_mark.line + 1 if event.start_mark else 0
        blank = Item("", self.file, line, place)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            blank.fail("anchors and aliases (& and *) are not used here; write the value out.")
        if getattr(event, "tag", None) not in _PLAIN:
            blank.fail(f"tags such as {event.tag} are not used here, and never run.")  # type: ignore[attr-defined]
        if depth > DEEPEST:
            blank.fail("too deep.")
        if isinstance(event, yaml.SequenceStartEvent):
            return Item(list(self._list(place, depth)), self.file, line, place)
        if isinstance(event, yaml.MappingStartEvent):
            return Item(self._table(place, depth), self.file, line, place)
        return Item(event.value, self.file, line, place)  # type: ignore[attr-defined]

    def _list(self, place: str, depth: int) -> Iterator[Item]:
        number = 0
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self._item(event, f"{place}[{number}]", depth + 1)
            number += 1

    def _table(self, place: str, depth: int) -> dict[str, Item]:
        table: dict[str, Item] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._item(event, place, depth + 1)
            name = key.text()
            within = f"{place}.{name}" if place else name
            value = self._item(next(self.events), within, depth + 1)
            if name in table:
                value.fail("written twice.")
            table[name] = value
        return table
