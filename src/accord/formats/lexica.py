"""What the reader of reports knows of words, from the files of ``data/reading``; names of states from pycountry."""

from __future__ import annotations

import gettext
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pycountry
import yaml

from accord.engine.reading.lexicon import City, Lexicon, Organisation, OrganKind

LANGUAGES = ("en", "ru")
_LIKE_WORDS = ("TGO", "WSM")
"""States whose Russian name is a common word."""


@lru_cache(maxsize=len(LANGUAGES))
def lexicon(language: str) -> Lexicon:
    """Return what is known of reports in this language, one of :data:`LANGUAGES`."""
    known, places = stored("organisations"), stored("places")
    cities = tuple(_city(each) for each in places["cities"])
    return Lexicon(
        language,
        lists=stored(language),
        organisations=tuple(_organisation(each) for key in ("structures", "organisations") for each in known[key]),
        organs=tuple(_organ(each) for each in known["organs"]),
        cities=cities,
        countries=_countries(places["countries"], places["samples"]),
        capitals=_capitals(places["capitals"], cities),
    )


def stored(name: str) -> dict[str, Any]:
    """Return one file of ``data/reading``; every word in it stays the word that was written."""
    text = files("accord").joinpath(f"data/reading/{name}.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 -- text, lists and tables only
    return found


def _city(item: Mapping[str, Any]) -> City:
    return City({tag: item[tag] for tag in LANGUAGES}, tuple(item["forms"]), item["country"])


def _capitals(names: Mapping[str, str], cities: Sequence[City]) -> dict[str, City]:
    by_name = {each.names["en"]: each for each in cities}
    return {code: by_name[name] for code, name in names.items()}


def _organisation(item: Mapping[str, Any]) -> Organisation:
    names = {tag: item[tag] for tag in LANGUAGES}
    members = frozenset(item.get("members", ())) | _roster(item.get("roster", ""))
    short = {tag: item.get("short", {}).get(tag) or names[tag] for tag in LANGUAGES}
    forms = tuple(dict.fromkeys([*item["forms"], *names.values()]))
    return Organisation(item["id"], names, short, forms, members, item.get("parent"), "partner_only" in item)


def _roster(name: str) -> frozenset[str]:
    """Return the states in a roster of the decision rules, whenever they were members."""
    if not name:
        return frozenset()
    text = files("accord").joinpath(f"data/rules/rosters/{name}.yaml").read_text(encoding="utf-8")
    listed = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))["members"]  # noqa: S506 -- as above
    return frozenset(each if isinstance(each, str) else each["member"] for each in listed)


def _organ(item: Mapping[str, Any]) -> OrganKind:
    names = {tag: item[tag] for tag in LANGUAGES}
    marks = ("meeting" in item, "gathered" in item, "as_written" in item)
    return OrganKind(item["id"], item["level"], names, tuple(item["forms"]), item.get("of"), *marks)


def _countries(more: Mapping[str, Sequence[str]], samples: Sequence[str]) -> dict[str, list[str]]:
    """Return the names of every state in both languages, by its code, with what the data adds."""
    russian = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["ru"]).gettext
    out: dict[str, list[str]] = {code: [code] for code in samples}
    for country in pycountry.countries:
        if country.alpha_3 in _LIKE_WORDS:
            continue
        english = getattr(country, "common_name", country.name)
        names = [english.partition(",")[0].partition(" (")[0], _declined(russian(english))]
        out[country.alpha_3] = [*names, *more.get(country.alpha_3, ())]
    return out


def _declined(name: str) -> str:
    """Return a Russian name in all its cases, Дания|Дании|Данию|Данией; with open endings if it has several words."""
    words = name.partition(" (")[0].replace("—", " ").split()
    if len(words) > 1:
        return " ".join(f"{word[:-2]}*" if len(word) > 5 else word for word in words)
    if name.endswith("а"):
        plural = "и" if name[-2] in "гкхжшщч" else "ы"
        return "|".join(name[:-1] + ending for ending in ("а", plural, "е", "у", "ой"))
    known = next(((end, endings) for end, endings in _CASES if name.endswith(end)), ("", _CONSONANT))
    stem = name[: len(name) - len(known[0])]
    return "|".join(stem + ending for ending in known[1])


_CASES = (
    ("ия", ("ия", "ии", "ию", "ией")),
    ("ь", ("ь", "и", "ью", "я", "ю", "ем", "е")),
    ("я", ("я", "и", "ю", "ей", "е")),
    ("ы", ("ы", "", "ам", "ами", "ах")),
    ("й", ("й", "я", "ю", "ем", "е")),
    ("о", ("о",)), ("у", ("у",)), ("и", ("и",)), ("е", ("е",)), ("э", ("э",)),
)  # fmt: skip
_CONSONANT = ("", "а", "у", "ом", "е")
