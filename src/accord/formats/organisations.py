"""
Organisations to start a council from: name, rule, rotation, members and organs, from the YAML files that ship.

Source: docs/how-to/begin-a-council.md, "From a template".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

FOLDER = "data/organisations"


@dataclass(frozen=True, slots=True)
class TemplateMember:
    """A member: its code, its name, and its name in the working language where that is another, or ""."""

    code: str
    name: str
    local: str = ""


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
class Template:
    """
    An organisation to start from.

    Attributes:
        title: how the template is called where one is chosen.
        rule: id of a decision rule. language: tag of the working language. rotation: as in the register.
        standing, why: how well all of it is known.
        way: the steps of documents. symbols: the series of their symbols.
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
    members: tuple[TemplateMember, ...] = field(default_factory=tuple)
    organs: tuple[TemplateOrgan, ...] = field(default_factory=tuple)
    way: tuple[TemplateStep, ...] = field(default_factory=tuple)
    symbols: str = "L.{n}"


@cache
def templates() -> dict[str, Template]:
    """Return the templates that ship, by id."""
    folder = files("accord").joinpath(FOLDER)
    found = [_template(yaml.safe_load(each.read_text(encoding="utf-8"))) for each in sorted(folder.iterdir(), key=str)]
    return {each.id: each for each in found}


def _template(raw: dict[str, Any]) -> Template:
    language = raw["language"]
    members = tuple(TemplateMember(each["code"], each["name"], each.get(language, "")) for each in raw.pop("members"))
    organs = tuple(TemplateOrgan(**each) for each in raw.pop("organs"))
    way = tuple(_step(each, language) for each in raw.pop("way"))
    return Template(**raw, members=members, organs=organs, way=way)


def _step(raw: dict[str, Any], language: str) -> TemplateStep:
    return TemplateStep(**{name: value for name, value in raw.items() if name != language}, local=raw.get(language, ""))
