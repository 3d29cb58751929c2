"""Public holidays and weekends of countries, from a maintained list; of a code that the list does not know, none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import holidays
import pycountry
from django.utils.translation import get_language

from accord.calendar.pages import Holiday
from accord.engine.rules.periods import WorkingCalendar

LANGUAGE = "en_US"
"""In which holidays are named where the list does not have them in the reader's language."""


def holidays_of(codes: Iterable[str], first: date, last: date) -> tuple[Holiday, ...]:
    """Return the public holidays of members (ISO 3166 codes of three letters) between two days, both included."""
    found: dict[date, list[tuple[str, str]]] = {}
    for code in sorted(set(codes)):
        for year in range(first.year, last.year + 1):
            for day, name in _of_year(code, year, get_language() or LANGUAGE):
                if first <= day <= last:
                    found.setdefault(day, []).append((code, name))
    return tuple(Holiday(day, tuple(names)) for day, names in sorted(found.items()))


@lru_cache(maxsize=64)
def working_in(code: str, first: int, last: int) -> WorkingCalendar:
    """Return on which days one works in a country between two years; Monday to Friday where it is not known."""
    known = _country(code, tuple(range(first, last + 1)), LANGUAGE)
    if known is None:
        return WorkingCalendar()
    return WorkingCalendar(frozenset(known.weekend), frozenset(known), frozenset(known.weekend_workdays))


@lru_cache(maxsize=512)
def _of_year(code: str, year: int, language: str) -> tuple[tuple[date, str], ...]:
    known = _country(code, (year,), language)
    return tuple(sorted(known.items())) if known is not None else ()


def _country(code: str, years: tuple[int, ...], language: str) -> holidays.HolidayBase | None:
    country = pycountry.countries.get(alpha_3=code)
    if country is None:
        return None
    try:
        known = holidays.country_holidays(country.alpha_2, language=language)
        spoken = language if language in known.supported_languages else LANGUAGE
        return holidays.country_holidays(country.alpha_2, years=years, language=spoken)
    except NotImplementedError:
        return None
