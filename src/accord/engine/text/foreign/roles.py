"""
What a pair of brackets is for, by its look alone: wording in dispute, placeholder, note, link, status or remark.

Source: docs/reference/inspect.md, "What a bracket is".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from accord.engine.text.foreign.tree import Bracket, Tree

Role = Literal["alternative", "number", "placeholder", "note", "link", "status", "stance", "remark"]

_SHORT = 80
_PLACEHOLDER = re.compile(
    r"\s*|[Xx]{1,4}|20[Xx]{2}|[\s._…●•*-]*[._…●•][\s._…●•*-]*|date|dates|place|name|number|title|year|blank|tb[acd]|TB[ACD]"
    r"|(?:to be|insert|placeholder)\b[^\n]*"
    r"|дата|место|номер|название|(?:будет|подлежит) [^\n]*",
    re.IGNORECASE,
)
_STATUS = re.compile(r"agreed ad ref(?:erendum)?\b|ad ref(?:erendum)?\s*\Z", re.IGNORECASE)
_OWN_STATUS = re.compile(r"agreed ad ref|reopened(?: in [^;\]]+)?(?:; pending [^\]]+)?\Z")
_STANCE = re.compile(r"[A-Z][A-Z0-9]{1,11} (?:reserve|note): ")
_REMARK = re.compile(
    r"\s*(?:N\.?B\.?|(?:\w+['’]s?\s+|Drafting\s+|Editorial\s+)?(?:Notes?|Comments?|Remarks?)|Примечание)\s*:",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\((?:[^()\s]|\([^()\s]*\))+\)")
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]\n]{1,200})\]:[ \t]*\S", re.MULTILINE)
_NOTE_LINE = re.compile(r"^ {0,3}\[(\d{1,4})\](?=[ \t])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class References:
    """
    What the text defines somewhere for its brackets to point to.

    Attributes:
        labels: labels of link definitions (``[label]: address``), in lower case.
        notes: numbers of notes (a line that begins ``[12]``).
    """

    labels: frozenset[str]
    notes: frozenset[str]


def references_of(text: str) -> References:
    """Return the link labels and note numbers that ``text`` defines."""
    labels = frozenset(match[1].lower() for match in _DEFINITION.finditer(text)) if "]:" in text else frozenset()
    return References(labels, frozenset(match[1] for match in _NOTE_LINE.finditer(text)))


def roles(tree: Tree, row: tuple[Bracket, ...], references: References) -> Iterator[Role]:
    """Yield the role of each bracket of a row of brothers."""
    if tree.canonical:
        yield from (_own_role(tree.text, bracket) for bracket in row)
        return
    for index, bracket in enumerate(row):
        after = row[index + 1] if index + 1 < len(row) else None
        yield _role(tree.text, bracket, after, references)


def _own_role(text: str, bracket: Bracket) -> Role:
    content = text[bracket.start + 1 : min(bracket.end - 1, bracket.start + _SHORT)]
    if _OWN_STATUS.match(content):
        return "status"
    return "stance" if _STANCE.match(content) else "alternative"


def _role(text: str, bracket: Bracket, after: Bracket | None, references: References) -> Role:
    content = text[bracket.start + 1 : min(bracket.end - 1, bracket.start + _SHORT)]
    if _is_link(text, bracket, after, references):
        return "link"
    if _REMARK.match(content):
        return "remark"
    if _STANCE.match(content):
        return "stance"
    return "alternative" if bracket.inside else _short_role(bracket, content, references)


def _short_role(bracket: Bracket, content: str, references: References) -> Role:
    if content.startswith("^") and " " not in content:
        return "note"
    if content.isdecimal():
        return "note" if content in references.notes else "number"
    if bracket.end - bracket.start <= _SHORT and _PLACEHOLDER.fullmatch(content):
        return "placeholder"
    return "status" if _STATUS.match(content) else "alternative"


def _is_link(text: str, bracket: Bracket, after: Bracket | None, references: References) -> bool:
    """Whether the bracket is ``[text](address)``, ``[text][label]``, ``[label]`` or the definition of a label."""
    if _ADDRESS.match(text, bracket.end) and bracket.end - bracket.start > 2:
        return not text[bracket.start - 1 : bracket.start].isalpha()
    if not references.labels:
        return False
    labelled = after is not None and after.start == bracket.end and _label(text, after) in references.labels
    return labelled or _label(text, bracket) in references.labels


def _label(text: str, bracket: Bracket) -> str:
    return text[bracket.start + 1 : min(bracket.end - 1, bracket.start + 201)].lower()
