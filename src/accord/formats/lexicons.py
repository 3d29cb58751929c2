"""
What is known of languages, from the files of ``data/lexicons``: one file a language, named by its tag.

Names of countries come with pycountry, in the same languages.
"""

from __future__ import annotations

import gettext
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pycountry
import yaml

from accord.engine.text.concordance import Lexicon

LANGUAGES = ("ar", "en", "es", "fr", "hy", "kk", "ru", "zh")
"""Languages whose words are known; of any other, figures, codes and brackets alone are compared."""

_CATALOGUES = {"zh": "zh_CN"}
_SHORTEST = {"zh": 2, "ar": 4}
_STEMMED = ("ru", "kk", "hy")
"""Where names take endings: the name without its last vowel stands for all its forms."""


@lru_cache(maxsize=64)
def lexicon(tag: str) -> Lexicon:
    """Return what is known of the language with this tag ("zh-Hans" is read as "zh"); little where it is not known."""
    known = tag.partition("-")[0].lower()
    if known not in LANGUAGES:
        return Lexicon(known)
    stored = _stored(known)
    return Lexicon(known, **{**stored, "names": {**_countries(known), **stored.get("names", {})}})


def _stored(tag: str) -> dict[str, Any]:
    """Return the lists of a file; every word in it stays the word that was written ("no" is one)."""
    text = files("accord").joinpath(f"data/lexicons/{tag}.yaml").read_text(encoding="utf-8")
    found = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 -- it makes text, lists and tables, nothing else
    return {name: _value(name, value) for name, value in found.items()}


def _value(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return value if name == "names" else {form: int(number) for form, number in value.items()}
    return value == "true" if value in ("true", "false") else value


def _countries(tag: str) -> dict[str, str]:
    """Return names of countries in one word, and what they name."""
    out = {}
    translated = _translation(tag)
    for country in pycountry.countries:
        english = getattr(country, "common_name", country.name)
        name = translated(english)
        if (
            " " in name
            or "," in name
            or len(name) < _SHORTEST.get(tag, 5)
            or (tag != "en" and name == english and not name.isascii())
        ):
            continue
        out[_stem(name, tag)] = country.alpha_3
    return out


def _translation(tag: str) -> Any:
    if tag == "en":
        return str
    catalogue = _CATALOGUES.get(tag, tag)
    return gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[catalogue]).gettext


def _stem(name: str, tag: str) -> str:
    if tag not in _STEMMED or len(name) < 6:
        return name
    return f"{name.rstrip('аеёиоуыэюяьйі')}*"
