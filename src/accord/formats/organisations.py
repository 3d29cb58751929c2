"""
Organisations to start a council from: name, rule, rotation, members and organs, from the YAML files that ship.

Source: docs/how-to/begin-a-council.md, "From a template".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

FOLDER = "data/organisations"


@dataclass(frozen=True, slots=True)
class TemplateMember:
    """A member: its code and name, its name in the working language where that is another, its zone and city, or ""."""

    code: str
    name: str
    local: str = ""
    zone: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class TemplateOrgan:
    """An organ; ``parent`` is the key of the organ above it, or ""."""

    key: str
    name: str
    kind: str = "other"
    level: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class TemplateStep:
    """
    A step of the way of documents (docs/reference/documents.md, "The way").

    Attributes:
        kind: "experts" | "clearance" | "organ". organ: key of the organ, or "". local: its name in the working
            language where that is another, or "".
    """

    key: str
    label: str
    kind: str = "organ"
    organ: str = ""
    local: str = ""
    optional: bool = False
    parallel: bool = False


@dataclass(frozen=True, slots=True)
class TemplateSeat:
    """Where the secretariat works: its zone (IANA), city, and country by three letters; "" where it is not known."""

    zone: str
    city: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class TemplateRule:
    """A rule of the organisation on its chairmanship, in plain words; ``basis`` as in the register, None for none."""

    key: str
    title: str
    words: str
    article: str = ""
    basis: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class TemplateTerm:
    """A term of the chairmanship, behind which the rotation goes on; ``exception`` says who decided otherwise."""

    member: str
    begins: date
    ends: date
    exception: str = ""
    basis: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """
    An organisation to start from.

    Attributes:
        title: how the template is called where one is chosen.
        rule: id of a decision rule. language: tag of the working language. rotation: as in the register.
        standing, why: how well all of it is known.
        seat: in which zone the secretariat works. way: the steps of documents. symbols: the series of their symbols.
        rules, terms: what is known of the chairmanship.
    """

    id: str
    title: str
    name: str
    short_name: str
    council: str
    rule: str
    language: str
    rotation: str
    standing: str
    why: str
    seat: TemplateSeat
    members: tuple[TemplateMember, ...] = field(default_factory=tuple)
    organs: tuple[TemplateOrgan, ...] = field(default_factory=tuple)
    way: tuple[TemplateStep, ...] = field(default_factory=tuple)
    symbols: str = "L.{n}"
    rules: tuple[TemplateRule, ...] = field(default_factory=tuple)
    terms: tuple[TemplateTerm, ...] = field(default_factory=tuple)


@cache
def templates() -> dict[str, Template]:
    """Return the templates that ship, by id."""
    folder = files("accord").joinpath(FOLDER)
    found = [_template(yaml.safe_load(each.read_text(encoding="utf-8"))) for each in sorted(folder.iterdir(), key=str)]
    return {each.id: each for each in found}


def _template(raw: dict[str, Any]) -> Template:
    language = raw["language"]
    members = tuple(_member(each, language) for each in raw.pop("members"))
    organs = tuple(TemplateOrgan(**each) for each in raw.pop("organs"))
    way = tuple(_step(each, language) for each in raw.pop("way"))
    known = {
        "rules": tuple(TemplateRule(**each) for each in raw.pop("rules", ())),
        "terms": tuple(TemplateTerm(**each) for each in raw.pop("terms", ())),
        "seat": TemplateSeat(**raw.pop("seat")),
    }
    return Template(**raw, **known, members=members, organs=organs, way=way)


def _member(raw: dict[str, Any], language: str) -> TemplateMember:
    return TemplateMember(raw["code"], raw["name"], raw.get(language, ""), raw.get("zone", ""), raw.get("city", ""))


def _step(raw: dict[str, Any], language: str) -> TemplateStep:
    return TemplateStep(**{name: value for name, value in raw.items() if name != language}, local=raw.get(language, ""))
