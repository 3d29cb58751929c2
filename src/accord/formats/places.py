"""Names of cities and countries in a reader's language, where they are known in it."""

from __future__ import annotations

import gettext
from functools import lru_cache

import pycountry

from accord.formats.lexica import stored

_UNITED_NATIONS = {("BLR", "ru"): "Беларусь", ("KGZ", "ru"): "Кыргызстан", ("MDA", "ru"): "Республика Молдова"}
"""Names as the United Nations write them where pycountry has an older form."""


def city_name(city: str, language: str) -> str:
    """Return a city as ``language`` ("en", "ru") writes it; one that is not known there as it was given."""
    return _cities(language.partition("-")[0]).get(city, city)


@lru_cache(maxsize=512)
def country_name(country: str, language: str) -> str:
    """Return the name of a country, given by its code of three letters or its English name; else as it was given."""
    found = pycountry.countries.get(alpha_3=country) or pycountry.countries.get(name=country)
    if found is None:
        return country
    name = str(getattr(found, "common_name", found.name))
    tag = language.partition("-")[0]
    known = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[tag], fallback=True)
    return _UNITED_NATIONS.get((found.alpha_3, tag)) or known.gettext(name)


@lru_cache(maxsize=8)
def _cities(language: str) -> dict[str, str]:
    return {each["en"]: each[language] for each in stored("places")["cities"] if each.get(language)}
