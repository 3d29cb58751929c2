"""
The decision rules that ship with Accord (``data/rules``), read when they are asked for.

Source: docs/reference/rules.md, "Rules that ship".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from accord.engine import rules as engine
from accord.engine.rules import AllOf, NoneOf, Roster
from accord.formats.rulefiles import read_roster, read_rules
from accord.formats.strict import read_strict


@dataclass(frozen=True, slots=True)
class Rule:
    """
    A rule as the product shows it.

    Attributes:
        standing: "stated" | "inference" | "unverified": how well its wording is known.
    """

    id: str
    title: str
    sentence: str
    standing: str
    source: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Shipped:
    """A rule as it is written: its file, its text, and what a list shows of it without reading it whole."""

    id: str
    organ: str
    question: tuple[str, ...]
    file: str
    text: str


@cache
def shipped() -> Mapping[str, tuple[Shipped, ...]]:
    """Return what ships, by id; a rule that changed over time has several versions, in the order of the file."""
    found: dict[str, tuple[Shipped, ...]] = {}
    for path in sorted(_folder().iterdir(), key=lambda each: each.name):
        if path.name.endswith(".yaml"):
            for each in _versions(path):
                found[each.id] = (*found.get(each.id, ()), each)
    return found


def versions(rule: str) -> tuple[engine.Rule, ...]:
    """Return every version of a shipped rule; KeyError where there is none of this id."""
    return tuple(_read(each.text, each.file) for each in shipped()[rule])


def in_force(rule: str, on: date) -> engine.Rule | None:
    """Return the version of a shipped rule that is in force on a day; the latest one where several are."""
    return next((each for each in reversed(versions(rule)) if each.in_force(on)), None)


def organs() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the shipped rules by the id of their organ."""
    found: dict[str, tuple[str, ...]] = {}
    for id_, (first, *_) in shipped().items():
        if first.organ:
            found[first.organ] = (*found.get(first.organ, ()), id_)
    return found


@cache
def shipped_roster(name: str) -> Roster | None:
    """Return a roster that ships, by its name; None where there is none."""
    path = _folder().joinpath("rosters", f"{name}.yaml")
    known = name.replace("-", "").isalnum() and path.is_file()
    return read_roster(path.read_text(encoding="utf-8"), path.name) if known else None


@cache
def rules() -> dict[str, Rule]:
    """
    Return by id the shipped rules that a council can decide a text by today.

    These are the rules whose only stage is consensus: nobody objects, and somebody is present.
    """
    read = [_read(each.text, each.file) for (each, *_) in shipped().values() if "kind: consensus" in each.text]
    return {rule.id: _shown(rule) for rule in read if _is_plain_consensus(rule)}


def _shown(rule: engine.Rule) -> Rule:
    return Rule(rule.id, rule.title["en"], rule.sentence, rule.standing, rule.source, rule.why)


def _is_plain_consensus(rule: engine.Rule) -> bool:
    if len(rule.stages) != 1 or rule.quorum is not None or "subject" in rule.exclude:
        return False
    match rule.stages[0].test:
        case AllOf((NoneOf("objecting", ""), _)):
            return rule.organ != "asean" or rule.id == "asean-consensus"
        case _:
            return False


def _folder() -> Traversable:
    return files("accord").joinpath("data/rules")


def _versions(path: Traversable) -> list[Shipped]:
    """Return the documents of a file, each with its own text."""
    text = path.read_text(encoding="utf-8")
    return [_glance(part.strip("\n") + "\n", path.name) for part in text.split("\n---\n")]


def _glance(text: str, file: str) -> Shipped:
    """Return what a list shows: the lines before the first that opens a table."""
    head = {}
    for line in text.splitlines():
        key, colon, value = line.partition(": ")
        if colon and key in {"id", "organ", "question"}:
            head[key] = value
    question = read_strict(head.get("question", "''"), file)[0]
    words = (question.text(),) if isinstance(question.value, str) else tuple(each.text() for each in question.items())
    return Shipped(head["id"], head.get("organ", ""), tuple(filter(None, words)), file, text)


@cache
def _read(text: str, file: str) -> engine.Rule:
    return read_rules(text, file, shipped_roster)[0]
