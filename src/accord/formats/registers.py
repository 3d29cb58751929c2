"""
What a council knows of itself, for the reader of reports, from a YAML file of facts.

The file is one with ``schema: accord-facts/1``. What it holds is taken where it is found; nothing else is asked of it:
``organisation``, ``members``, ``organs`` (a list, or lists by kind), ``persons``, ``partners`` or
``partner_organisations``, ``activities`` or ``exercises`` with ``exercise_series``, ``operations``, ``areas``,
``priorities``, ``meeting``. Names in other languages are ``name_ru``, ``ru`` and ``variants``.

Source: docs/reference/reading.md, "The register".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pycountry
import yaml

from accord.engine.reading.lexicon import Edition, Known, KnownMeeting, Register
from accord.formats.facts import SCHEMA
from accord.formats.lexica import stored
from accord.formats.textfile import UnreadableFile

_SHIPPED = "data/facts/csto-2024.yaml"
_NAMES = {"csto": "csto-names"}
"""Names that ship beside an organisation's facts, by its id."""
_LARGEST = 10 * 1024 * 1024

Table = Mapping[str, Any]


@lru_cache(maxsize=1)
def shipped_register() -> Register:
    """Return the register of the council of the demonstration."""
    return _register(_load(files("accord").joinpath(_SHIPPED).read_text(encoding="utf-8")))


def read_register(path: Path) -> Register:
    """
    Return the register in a file of facts.

    Raises:
        UnreadableFile: it is no YAML of facts; the reason says what is the matter.
    """
    data = path.read_bytes()
    if len(data) > _LARGEST:
        raise UnreadableFile(str(path), f"is larger than {_LARGEST // 1024 // 1024} MB.")
    try:
        raw = _load(data.decode("utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError, ValueError) as error:
        raise UnreadableFile(str(path), f"is not YAML in UTF-8: {' '.join(str(error).split())[:200]}") from None
    if not isinstance(raw, dict) or raw.get("schema") != SCHEMA:
        raise UnreadableFile(str(path), f"is not a file of facts: its schema is not {SCHEMA}.")
    try:
        return _register(raw)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableFile(str(path), f"is not a file of facts: {type(error).__name__}: {error}") from None


def shipped_forms(own: str, kind: str) -> dict[str, tuple[str, ...]]:
    """
    Return the other names and spellings that ship for an organisation, by id and by name in small letters.

    Args:
        own: the lexicon's id of the organisation. kind: "organs", "people", "partners", "series" or "operations".
    """
    names: Table = stored(_NAMES[own]).get(kind, {}) if own in _NAMES else {}
    found: dict[str, tuple[str, ...]] = {}
    for key, value in names.items():
        found[key] = forms = _forms(value)
        if isinstance(value, dict):
            found[str(value["name"]).casefold()] = forms
    return found


def state_code(words: str) -> str:
    """Return the alpha-3 code of a state that is named; words that name none stay as they are."""
    return _code_of(words)


def _load(text: str) -> Any:
    """Return plain values; the C parser is ten times as fast, where there is one."""
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 -- both make plain values only


def _register(raw: Table) -> Register:
    organisation = raw.get("organisation") or {}
    own = str(organisation.get("id", ""))
    names: Table = stored(_NAMES[own]) if own in _NAMES else {}
    meeting = raw.get("meeting") or {}
    return Register(
        organisation=own,
        members={_code(each): str(each.get("name_en") or each.get("name")) for each in raw.get("members") or ()},
        organs=tuple(_merged(_organs(raw.get("organs") or ()), names.get("organs", {}))),
        people=tuple(_merged(_people(raw), names.get("people", {}))),
        partners=tuple(_merged(_partners(raw), names.get("partners", {}))),
        series=tuple(_merged(_series(raw), names.get("series", {}))),
        operations=tuple(_merged(_operations(raw), names.get("operations", {}))),
        areas=tuple(_areas(raw)),
        meetings=(_meeting(meeting),) if meeting else (),
        editions=tuple(_editions(raw)),
        priorities=tuple(_priorities(raw)),
        chairs=tuple(_chairs(raw)),
    )


def _merged(found: Iterable[Known], names: Table) -> Iterator[Known]:
    """Yield what the facts hold with the names that ship for it, by id or by name; then what only the names hold."""
    left = dict(names)
    for each in found:
        key = next((key for key, value in left.items() if each.id == key or _same(each, value)), "")
        value = left.pop(key, None)
        yield Known(key or each.id, each.name, (*each.forms, *_forms(value)), {**_more(value), **each.more})
    for key, value in left.items():
        if isinstance(value, dict):
            yield Known(key, value["name"], _forms(value), _more(value))


def _same(known: Known, value: Any) -> bool:
    return isinstance(value, dict) and known.name.casefold() == str(value["name"]).casefold()


def _forms(value: Any) -> tuple[str, ...]:
    return tuple(value if isinstance(value, list) else (value or {}).get("forms", ()))


def _more(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    posts = {"posts": "; ".join(value["posts"])} if "posts" in value else {}
    return {key: str(value[key]) for key in ("member", "kind", "area") if key in value} | posts


def _organs(raw: Any) -> Iterator[Known]:
    listed = (
        [each for group in raw.values() if isinstance(group, list) for each in group] if isinstance(raw, dict) else raw
    )
    for each in listed:
        if isinstance(each, dict) and ("id" in each or "key" in each):
            yield _known(each, level=each.get("level", ""), parent=each.get("parent", ""))


def _known(each: Table, **more: Any) -> Known:
    name = str(each.get("name_en") or each.get("name"))
    key = str(each.get("id") or each.get("key") or each.get("code") or name)
    return Known(key, name, tuple(_variants(each)), {item: str(value) for item, value in more.items() if value})


def _variants(each: Table) -> Iterator[str]:
    """Yield the other names of an item, without what stands in brackets behind them."""
    variants = each.get("variants") or ()
    for form in [each.get("name_ru"), each.get("ru"), *([variants] if isinstance(variants, str) else variants)]:
        plain = str(form or "").partition(" (")[0].strip()
        if plain:
            yield plain


def _people(raw: Table) -> Iterator[Known]:
    for each in raw.get("persons") or ():
        full = [form for form in _variants(each) if " " in form]
        posts = "; ".join(each.get("posts") or ())
        yield Known(
            str(each["id"]), str(each["name"]), tuple(full), _filled(member=_code_of(each.get("member")), posts=posts)
        )
    for each in (raw.get("meeting") or {}).get("seats") or ():
        if each.get("person"):
            yield Known(str(each["person"]), str(each["person"]), (), _filled(member=_code_of(each.get("member"))))


def _filled(**values: Any) -> dict[str, str]:
    return {key: str(value) for key, value in values.items() if value}


def _partners(raw: Table) -> Iterator[Known]:
    for each in raw.get("partner_organisations") or raw.get("partners") or ():
        known = _known(each)
        yield Known(known.id.lower(), known.name, (*known.forms, *([str(each["code"])] if "code" in each else [])))


def _series(raw: Table) -> Iterator[Known]:
    for each in raw.get("exercise_series") or ():
        special = "special" if "special" in str(each.get("kind", "")) else ""
        yield _known(each, kind=special)
    seen = {each.get("series") for each in raw.get("activities") or () if isinstance(each.get("series"), str)}
    yield from (Known(name, name) for name in sorted(seen))


def _operations(raw: Table) -> Iterator[Known]:
    for each in raw.get("operations") or ():
        yield _known(each, area=each.get("area", ""))


def _areas(raw: Table) -> Iterator[Known]:
    for each in raw.get("areas") or ():
        yield _known(each)
    items = raw.get("priorities_kz_2024") or {}
    for each in items.get("items") or () if isinstance(items, dict) else ():
        yield Known(str(each["area"]), str(each["gist"]))


def _priorities(raw: Table) -> Iterator[Known]:
    for each in raw.get("priorities") or ():
        yield Known(
            str(each.get("number")),
            str(each["name"]),
            (),
            _filled(announced=each.get("announced"), area=each.get("area")),
        )
    programme = raw.get("priorities_kz_2024") or {}
    announced = (programme.get("announced") or {}).get("date") if isinstance(programme, dict) else None
    for each in programme.get("items") or () if isinstance(programme, dict) else ():
        yield Known(str(each["id"]), str(each["gist"]), (), _filled(announced=announced, area=each.get("area")))


def _chairs(raw: Table) -> Iterator[tuple[str, str, str]]:
    for each in raw.get("chairmanship") or raw.get("chairmanship_history") or ():
        begins, ends = each.get("begins") or each.get("from") or "", each.get("ends") or each.get("to") or ""
        yield _code_of(each["member"]), str(begins), str(ends)


def _editions(raw: Table) -> Iterator[Edition]:
    """Yield each edition as it was entered, and then as each turn of it left it."""
    for each in (*(raw.get("activities") or ()), *(raw.get("turns") or ())):
        begins, ends = str(each.get("begins") or ""), str(each.get("ends") or "")
        yield Edition(
            str(each["series"]),
            int(each["edition"]),
            str(each.get("host") or ""),
            str(each.get("place") or ""),
            str(each.get("state") or ""),
            begins,
            ends,
        )
    names = {str(each["id"]): str(each["name"]) for each in raw.get("exercise_series") or ()}
    for each in raw.get("exercises") or ():
        for series in each.get("series") or ():
            begins, ends = str(each.get("from") or each.get("planned_from") or ""), str(each.get("to") or "")
            state = "cancelled" if "cancelled" in str(each.get("outcome", "")) else "held"
            yield Edition(
                names[series],
                int(each["year"]),
                _code_of(each.get("host")),
                str(each.get("place") or ""),
                state,
                begins,
                ends,
            )


def _meeting(meeting: Table) -> KnownMeeting:
    seats = meeting.get("seats") or meeting.get("attendance") or ()
    documents = meeting.get("documents") or {}
    papers = meeting.get("papers") or documents.get("items") or ()
    return KnownMeeting(
        organ=str(meeting.get("organ", "")),
        date=str(meeting.get("date", "")),
        place=str(meeting.get("city", "")),
        country=_code_of(meeting.get("country")),
        chair=_code_of(meeting.get("chair_member"))
        or next((_code_of(each.get("member")) for each in seats if each.get("role") == "chair"), ""),
        present=tuple(_code_of(each.get("member")) for each in seats if each.get("member") and _is_present(each)),
        absent=tuple(_code_of(each.get("member")) for each in seats if each.get("member") and not _is_present(each)),
        officials=tuple(str(each["role"]) for each in seats if not each.get("member") and each.get("role")),
        documents=tuple((str(each["title"]), str(each.get("outcome", ""))) for each in papers if each.get("title")),
        count=len(papers) or None,
    )


def _is_present(seat: Table) -> bool:
    return seat.get("attendance") == "present" or seat.get("present") is True


def _code(each: Table) -> str:
    return str(each.get("iso3") or _code_of(each.get("code")))


@lru_cache(maxsize=512)
def _code_of(written: Any) -> str:
    """Return the alpha-3 code of a state that is named, or given by a code of two or three letters; else as written."""
    text = str(written or "")
    if not text:
        return ""
    known = pycountry.countries
    found = (
        known.get(alpha_2=text)
        if len(text) == 2
        else known.get(alpha_3=text)
        if len(text) == 3
        else known.get(name=text)
    )
    return str(found.alpha_3) if found else text
