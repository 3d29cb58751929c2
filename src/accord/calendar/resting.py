"""Public holidays of members, from a maintained list; of a code that the list does not know, none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import holidays
import pycountry

from accord.calendar.pages import Holiday

LANGUAGE = "en_US"


def holidays_of(codes: Iterable[str], first: date, last: date) -> tuple[Holiday, ...]:
    """Return the public holidays of members (ISO 3166 codes of three letters) between two days, both included."""
    found: dict[date, list[tuple[str, str]]] = {}
    for code in sorted(set(codes)):
        for year in range(first.year, last.year + 1):
            for day, name in _of_year(code, year):
                if first <= day <= last:
                    found.setdefault(day, []).append((code, name))
    return tuple(Holiday(day, tuple(names)) for day, names in sorted(found.items()))


@lru_cache(maxsize=512)
def _of_year(code: str, year: int) -> tuple[tuple[date, str], ...]:
    country = pycountry.countries.get(alpha_3=code)
    if country is None:
        return ()
    try:
        known = holidays.country_holidays(country.alpha_2, years=year, language=LANGUAGE)
    except NotImplementedError:
        return ()
    return tuple(sorted(known.items()))
