"""Dates: days of a month, with or without a year, months of a year; in figures or with the month in words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from accord.engine.text.concordance.facts import Fact
from accord.engine.text.concordance.lexicon import Lexicon

Day = tuple[int, int, int]
"""Year, month, day; 0 for what is not said."""

_ISO = regex.compile(r"(?<![\d.])(?P<y>[12]\d{3})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)")
_FIGURES = regex.compile(r"(?<![\d.])(?P<a>\d{1,2})([./])(?P<b>\d{1,2})\2(?P<y>[12]\d{3})(?!\d)")
_CHINESE = regex.compile(r"(?:(?P<y>[12]\d{3})\s?年\s?)?(?P<m>\d{1,2})\s?月(?:\s?(?P<d>\d{1,2})\s?[日号])?")


def dates_in(text: str, lexicon: Lexicon) -> list[Fact]:
    """Return the dates of ``text``, whose digits are plain, in order of place."""
    found: list[Fact] = []
    taken: set[int] = set()
    for fact in _all(text, lexicon):
        if not taken & set(range(fact.start, fact.end)):
            taken.update(range(fact.start, fact.end))
            found.append(fact)
    return sorted(found, key=lambda fact: fact.start)


def _all(text: str, lexicon: Lexicon) -> Iterator[Fact]:
    for found in _ISO.finditer(text):
        yield from _fact(found, {(int(found["y"]), int(found["m"]), int(found["d"]))})
    for found in _FIGURES.finditer(text):
        one, other, year = int(found["a"]), int(found["b"]), int(found["y"])
        yield from _fact(found, {(year, other, one), (year, one, other)})
    for found in _CHINESE.finditer(text):
        if found["y"] or found["d"]:
            yield from _fact(found, {(int(found["y"] or 0), int(found["m"]), int(found["d"] or 0))})
    for pattern in _patterns(lexicon):
        for found in pattern.finditer(text):
            groups = found.groupdict()
            month = lexicon.month_of(found["month"])
            yield from _fact(found, {(int(groups.get("y") or 0), month, int(groups.get("d") or 0))})


def _fact(found: regex.Match[str], days: set[Day]) -> Iterator[Fact]:
    sound = frozenset(day for day in days if 1 <= day[1] <= 12 and day[2] <= 31)
    if sound:
        yield Fact(sound, found.start(), found.end())


@lru_cache(maxsize=64)
def _built(months: str, connector: str, year_first: bool, fold: bool) -> tuple[regex.Pattern[str], ...]:
    between = rf"{connector}{{0,6}}?"
    month = rf"(?<!\p{{L}})(?P<month>{months})(?:\s?/\s?{months})?(?!\p{{L}})"
    day, year = r"(?<![\d/.,-])(?P<d>\d{1,2})(?![\d/])", r"(?<!\d)(?P<y>[12]\d{3})(?!\d)"
    forms = [
        rf"{day}{between}{month}{between}{year}",
        rf"{month}{between}{day}{between}{year}",
        rf"{day}{between}{month}",
        rf"{month}{between}{year}",
        rf"{month}{between}{day}",
    ]
    if year_first:
        forms = [
            rf"{year}{between}{day}{between}{month}",
            rf"{year}{between}{month}{between}{day}(?!\s*-?\p{{L}}+\s+(?:{months}))",
            rf"{year}{between}{month}",
            *forms,
        ]
    return tuple(regex.compile(form, regex.IGNORECASE if fold else 0) for form in forms)


def _patterns(lexicon: Lexicon) -> tuple[regex.Pattern[str], ...]:
    if not lexicon.month_pattern:
        return ()
    return _built(lexicon.month_pattern, lexicon.connector_pattern, lexicon.year_first, lexicon.tag != "en")
