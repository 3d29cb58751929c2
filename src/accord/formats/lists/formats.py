"""
Which cells of a spreadsheet hold days and hours, and what their numbers stand for.

Source: ECMA-376 part 1, 18.8.30 (number formats), 18.17.4 (dates); docs/reference/lists.md, "Files".
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Literal

Shows = Literal["", "day", "hour"]
"""What a number format shows: a plain number, a day (with hours or without), hours alone."""

_DAYS = frozenset({14, 15, 16, 17, 22, *range(27, 32), *range(34, 37), *range(50, 59)})
_HOURS = frozenset({18, 19, 20, 21, 32, 33, 45, 46, 47})
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_LAST = 2_958_466
"""The first number behind 31 December 9999."""
_MINUTE = 24 * 60


class NoDay(Exception):
    """The number stands for no day."""


def shows(number: int, custom: str = "") -> Shows:
    """Return what a number format shows, by its number and, where it is the file's own, its pattern."""
    if not custom:
        return "day" if number in _DAYS else "hour" if number in _HOURS else ""
    letters = _ASIDE.sub("", custom.partition(";")[0]).lower()
    if "general" in letters:
        return ""
    if "y" in letters or "d" in letters:
        return "day"
    if "h" in letters or "s" in letters:
        return "hour"
    return "day" if "m" in letters else ""


def day_words(number: float, *, from_1904: bool) -> str:
    """
    Return a day as "2024-06-21", with its hour as "2024-06-21T10:00" where it has one.

    Raises:
        NoDay: it is before the first day, behind the last, or the 29 February 1900, which never was.
    """
    if not 0 <= number < _LAST or (not from_1904 and int(number) in (0, 60)):
        raise NoDay
    whole, minutes = _parted(number)
    if from_1904:
        day = date(1904, 1, 1) + timedelta(whole)
    else:
        day = date(1899, 12, 30 if whole > 60 else 31) + timedelta(whole)
    return f"{day.isoformat()}T{_clock(minutes)}" if minutes else day.isoformat()


def hour_words(number: float) -> str:
    """Return hours as "10:00". Raises NoDay: they are a day or more."""
    whole, minutes = _parted(number)
    if whole or number < 0:
        raise NoDay
    return _clock(minutes)


def iso_words(words: str) -> str:
    """Return what a cell of type "d" says, as :func:`day_words` does. Raises NoDay."""
    try:
        at = datetime.fromisoformat(words.removesuffix("Z"))
    except ValueError:
        raise NoDay from None
    return at.strftime("%Y-%m-%dT%H:%M") if at.hour or at.minute else at.date().isoformat()


def _parted(number: float) -> tuple[int, int]:
    whole = int(number)
    minutes = round((number - whole) * _MINUTE)
    return (whole + 1, 0) if minutes == _MINUTE else (whole, minutes)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
