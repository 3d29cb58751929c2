"""Names of cities and countries in a reader's language, where they are known in it."""

from __future__ import annotations

import gettext
from functools import lru_cache
from typing import Any

import pycountry

from accord.formats.lexica import stored

_UNITED_NATIONS = {
    ("RUS", "ru"): "Россия",
    ("BLR", "ru"): "Беларусь",
    ("KGZ", "ru"): "Кыргызстан",
    ("MDA", "ru"): "Республика Молдова",
}
"""Short names in use where pycountry has an older form or the full one."""

_SHORT = {"Russia": "RUS", "Iran": "IRN", "Syria": "SYR", "Laos": "LAO", "Türkiye": "TUR", "Turkey": "TUR"}
"""Short names that pycountry does not know."""


def city_name(city: str, language: str) -> str:
    """Return a city as ``language`` ("en", "ru") writes it; one that is not known there as it was given."""
    return _cities(language.partition("-")[0]).get(city, city)


@lru_cache(maxsize=512)
def country_name(country: str, language: str) -> str:
    """Return the name of a country, given by its code of three letters or its English name; else as it was given."""
    tag = language.partition("-")[0]
    by_code = pycountry.countries.get(alpha_3=country)
    found = by_code or _named(country)
    if found is None or (tag == "en" and by_code is None):
        return country
    name = str(getattr(found, "common_name", found.name))
    known = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[tag], fallback=True)
    return _UNITED_NATIONS.get((found.alpha_3, tag)) or known.gettext(name)


def _named(country: str) -> Any:
    known = pycountry.countries
    code = _SHORT.get(country)
    found = known.get(alpha_3=code) if code else known.get(name=country)
    return found or known.get(common_name=country)


@lru_cache(maxsize=8)
def _cities(language: str) -> dict[str, str]:
    return {each["en"]: each[language] for each in stored("places")["cities"] if each.get(language)}


def place_name(city: str, country: str, language: str) -> str:
    """Return city and country in one line, as :func:`city_name` and :func:`country_name` write them."""
    return ", ".join(filter(None, (city_name(city, language), country_name(country, language))))
