"""
Days and hours as people write them in lists. What can be two days is refused, with both.

Source: docs/reference/lists.md, "Days and hours".
"""

from __future__ import annotations

import functools
import re
from datetime import date, time

from django.conf import settings
from django.utils import translation
from django.utils.dates import MONTHS, MONTHS_3, MONTHS_ALT
from django.utils.translation import gettext as _

from accord.lists.errors import Wrong
from accord.record.clock import EARLIEST, LATEST

_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]00:00(?::00)?)?")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:\s?г\.?)?")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_NAMED = re.compile(r"(\d{1,2})\.?\s+([^\W\d_]+)\.?,?\s+(\d{4})(?:\s?г\.?)?")
_SHORT_YEAR = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{2}")
_WITH_HOUR = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*")
_HOUR = re.compile(r"(\d{1,2})[:.](\d{2})(?::00)?")


def read_day(words: str) -> date:
    """
    Return a day: 2024-06-21, 21.06.2024, 21/06/2024, "21 June 2024", also in the other languages of the pages.

    Raises:
        Wrong: it is none, or can be two.
    """
    if found := _YEAR_FIRST.fullmatch(words):
        return _day(words, *map(int, found.groups()))
    if found := _DOTTED.fullmatch(words):
        return _day(words, *map(int, reversed(found.groups())))
    if found := _SLASHED.fullmatch(words):
        return _slashed(words, *map(int, found.groups()))
    if (found := _NAMED.fullmatch(words)) and (month := _months().get(found[2].casefold())):
        return _day(words, int(found[3]), month, int(found[1]))
    raise Wrong(_no_day(words))


def read_hour(words: str) -> time:
    """Return an hour of the day such as 10:00. Raises Wrong."""
    found = _HOUR.fullmatch(words)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise Wrong(_("“%s” is no hour. Write it as 09:30.") % words)
    return time(int(found[1]), int(found[2]))


def _day(words: str, year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise Wrong(_("“%s” is no day of the calendar.") % words) from None
    if not EARLIEST <= found <= LATEST:
        raise Wrong(_("“%s” lies outside the years 1000 to 2999. Is the year right?") % words)
    return found


def _slashed(words: str, first: int, second: int, year: int) -> date:
    if first > 12 or first == second:
        return _day(words, year, second, first)
    if second > 12:
        return _day(words, year, first, second)
    one, other = _day(words, year, second, first), _day(words, year, first, second)
    told = {"words": words, "one": one.isoformat(), "other": other.isoformat()}
    raise Wrong(_("“%(words)s” can be %(one)s or %(other)s. Write the one that is meant in this way.") % told)


def _no_day(words: str) -> str:
    if _SHORT_YEAR.fullmatch(words):
        return _("“%s” has a year of two digits. Write all four.") % words
    if _WITH_HOUR.fullmatch(words):
        return _("“%s” is a day with an hour. Give the day alone.") % words
    if words.isdigit():
        return _("“%s” is a number and no day. Write it as 2024-06-21 or 21.06.2024.") % words
    return _("“%s” is no day. Write it as 2024-06-21 or 21.06.2024.") % words


@functools.cache
def _months() -> dict[str, int]:
    """Return the number of each month by its names in the languages of the pages, in small letters."""
    found: dict[str, int] = {}
    for tag, _name in settings.LANGUAGES:
        with translation.override(tag):
            for months in (MONTHS, MONTHS_3, MONTHS_ALT):
                for number, name in enumerate(months.values(), 1):
                    found[str(name).casefold().rstrip(".")] = number
    return found
