"""
Facts of a council from a YAML file: every item with its source and how well it is known.

The file holds ``as_of``, ``sources`` and, under further keys, items: mappings with ``source`` (a key of ``sources``),
``standing`` ("stated" | "inference" | "unverified") and, unless stated, ``why``. ``data/facts/csto-2024.yaml`` is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

STANDINGS = ("stated", "inference", "unverified")
SCHEMA = "accord-facts/1"


class FactsError(ValueError):
    """The file cannot be used; the message names the item and the reason."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read. ``date`` is the day of publication, None when the page shows none."""

    name: str
    url: str
    date: date | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One item: its own values, its source, and its standing with the reason when it is not stated."""

    values: Mapping[str, Any]
    source: Source
    standing: str
    why: str

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def get(self, name: str, default: Any = None) -> Any:
        """Return the named value, or ``default`` where the item has none."""
        return self.values.get(name, default)

    def pick(self, *names: str) -> dict[str, Any]:
        """Return the named values that the item has; the others keep the default of whoever receives them."""
        return {name: self.values[name] for name in names if name in self.values}


@dataclass(frozen=True, slots=True)
class Facts:
    """A whole file: the day as of which it speaks, single mappings and lists of :class:`Fact` by their key."""

    as_of: date
    parts: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.parts[name]


def read_facts(path: Path) -> Facts:
    """
    Read a file of facts.

    Raises:
        FactsError: not YAML, another schema, an unknown source or standing, or a reason missing.
    """
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise FactsError(f"{path.name}: {error}") from error
    if not isinstance(raw, dict) or raw.get("schema") != SCHEMA:
        raise FactsError(f"{path.name}: the schema is not {SCHEMA}")
    sources = {key: Source(**value) for key, value in raw["sources"].items()}
    parts = {key: _resolved(value, key, sources) for key, value in raw.items() if key not in _HEAD}
    return Facts(as_of=raw["as_of"], parts=parts)


_HEAD = ("schema", "as_of", "sources")


def _resolved(value: Any, place: str, sources: Mapping[str, Source]) -> Any:
    """Return ``value`` with every item that names a source turned into a :class:`Fact`."""
    if isinstance(value, list):
        return tuple(_resolved(item, f"{place}[{index}]", sources) for index, item in enumerate(value))
    if not isinstance(value, dict):
        return value
    inner = {str(key): _resolved(item, f"{place}.{key}", sources) for key, item in value.items()}
    return _fact(inner, place, sources) if "standing" in inner else inner


def _fact(values: dict[str, Any], place: str, sources: Mapping[str, Source]) -> Fact:
    standing, why, key = values.pop("standing"), values.pop("why", ""), values.pop("source", None)
    for problem in _problems(standing, why, key, sources):
        raise FactsError(f"{place}: {problem}")
    return Fact(values=values, source=sources[key], standing=standing, why=why)


def _problems(standing: Any, why: str, key: Any, sources: Mapping[str, Source]) -> Iterator[str]:
    if standing not in STANDINGS:
        yield f"standing {standing!r} is not one of {', '.join(STANDINGS)}"
    if standing != "stated" and not why:
        yield "an item that is not stated says why"
    if key not in sources:
        yield f"source {key!r} is not in the list of sources"
