"""
What the cells of a row of a spreadsheet say, as words. Runs in the child process only.

Source: ECMA-376 part 1, 18.3.1.4 (cell), 18.18.11 (types of cells).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from accord.engine.said import say
from accord.formats.lists.formats import NoDay, Shows, day_words, hour_words, iso_words
from accord.formats.lists.values import MOST_COLUMNS, column_letters
from accord.formats.xml import Refused

_LETTERS = re.compile(r"[A-Z]{1,3}")


class _Fault(Exception):
    """The cell has no value; the message is the code of why."""


@dataclass(slots=True)
class Cells:
    """
    How the cells of one workbook are read.

    Attributes:
        strings: the words that cells share. styles: what the number format of each style shows.
        from_1904: whether days are counted from 1904. formulas: places whose formula's last value was taken.
    """

    strings: list[str]
    styles: list[Shows]
    from_1904: bool
    formulas: list[str] = field(default_factory=list)

    def row(self, row: etree._Element, number: int) -> tuple[list[str], list[tuple[int, str]]]:
        """Return the words of a row, and the places (from 0) of cells that have no value, with why."""
        words: list[str] = []
        faults: list[tuple[int, str]] = []
        for cell in row.iter("{*}c"):
            place = _place(cell.get("r", ""), len(words))
            words += [""] * (place + 1 - len(words))
            try:
                words[place] = self._words(cell, f"{column_letters(place)}{number}").strip()
            except _Fault as fault:
                faults.append((place, str(fault)))
        while words and not words[-1] and len(words) - 1 not in dict(faults):
            words.pop()
        return words, faults

    def _words(self, cell: etree._Element, name: str) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(each.text or "" for each in cell.iter("{*}t"))
        raw = next((each.text or "" for each in cell.iter("{*}v")), "")
        if next(cell.iter("{*}f"), None) is not None:
            if not raw:
                raise _Fault("formula")
            self.formulas.append(name)
        if not raw:
            return ""
        return self._value(kind, raw, cell.get("s", ""))

    def _value(self, kind: str, raw: str, style: str) -> str:
        if kind == "s":
            return self._shared(raw)
        if kind == "str":
            return raw
        if kind == "b":
            return "yes" if raw in ("1", "true") else "no"
        if kind == "e":
            raise _Fault("error")
        try:
            return iso_words(raw) if kind == "d" else self._number(raw, style)
        except NoDay:
            raise _Fault("day") from None

    def _shared(self, raw: str) -> str:
        try:
            return self.strings[int(raw)]
        except (ValueError, IndexError):
            raise Refused(say("is damaged: a cell points to words that are not there.")) from None

    def _number(self, raw: str, style: str) -> str:
        try:
            number = float(raw)
        except ValueError:
            raise Refused(say("is damaged: a cell says that it is a number and is none.")) from None
        shown = self.styles[int(style)] if style.isdigit() and int(style) < len(self.styles) else ""
        if shown == "day":
            return day_words(number, from_1904=self.from_1904)
        if shown == "hour":
            return hour_words(number)
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def _place(reference: str, following: int) -> int:
    """Return the column (from 0) of a cell such as "AB7"; the next one where it names none."""
    found = _LETTERS.match(reference)
    if not found:
        return following
    place = 0
    for letter in found[0]:
        place = place * 26 + ord(letter) - ord("A") + 1
    if place > MOST_COLUMNS * 10:
        raise Refused(say("has more than {most} columns.", most=MOST_COLUMNS))
    return place - 1
