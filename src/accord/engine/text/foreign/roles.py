"""
What a pair of brackets is for, by its look alone: wording in dispute, placeholder, note, link, status or remark.

Source: docs/reference/inspect.md, "What a bracket is".
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from accord.engine.text.foreign.roster import Roster
from accord.engine.text.foreign.stances import says_only_a_position
from accord.engine.text.foreign.tree import Tree

Role = Literal["alternative", "number", "placeholder", "note", "link", "status", "stance", "remark"]

_SHORT = 80
_PLACEHOLDER = re.compile(
    r"\s*|[Xx]{1,4}|[Yy]{2,4}|20[Xx]{2}|\s*(?:\.\s*){2,}|[\s._…●•*-]*[_…●•][\s._…●•*-]*|[-–—]{2,}"
    r"|(?:insert |add )?(?:dates?|place|name|number|title|year|month|blank|figure|amount)(?: and place)?"
    r"|tb[acd]|t\.b\.[acd]\.?|(?:to be|insert|placeholder|pending)\b[^\n]*"
    r"|дата|даты|место|номер|название|год|(?:будет|подлежит|уточняется)\b[^\n]*"
    r"|\w+ (?:будет|будут|подлежит|подлежат) (?:уточн|определ|согласов|дополн)\w*"
    r"|fecha|lugar|número|título|(?:por|a) (?:determinar|definir|completar)"
    r"|date|lieu|numéro|titre|à (?:déterminer|compléter|définir)|التاريخ|المكان|日期|地点|待定",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"agreed(?:\s+ad\s+ref(?:erendum)?\b|\s+in\s|\s*\Z)|(?:agreed\s+)?ad\s+ref(?:erendum)?\.?\s*\Z|согласовано\b",
    re.IGNORECASE,
)
_OWN_STATUS = re.compile(r"agreed ad ref|reopened(?: in [^;\]]+)?(?:; pending [^\]]+)?\Z")
_STANCE = re.compile(r"[A-Z][A-Z0-9]{1,11} (?:reserve|note): ")
_REMARK = re.compile(
    r"\s*(?:N\.?B\.?|(?:\w+['’]s?\s+|Drafting\s+|Editorial\s+|Facilitators?['’]?s?\s+)?(?:Notes?|Comments?|Remarks?)"
    r"|Примечание|Прим\.|Nota?)\s*:",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\((?:[^()\s]|\([^()\s]*\))+(?:[ \t]+\"[^\"\n]{0,200}\")?\)")
_LINE = re.compile(r"\n {0,3}\[(?:([^\[\]\n]{1,200})\]:[ \t]*\S|(\d{1,4})\](?=[ \t]))")
_MOST_LABELS = 100_000
_NOTE_MARK = re.compile(r"\^[^\s\]]+")


@dataclass(frozen=True, slots=True)
class References:
    """
    What the text defines somewhere for its brackets to point to.

    Attributes:
        labels: labels of link definitions (``[label]: address``), in lower case.
        notes: numbers of notes (a line that begins ``[12]``).
    """

    labels: Set[str]
    notes: Set[str]


def references_of(text: str) -> References:
    """Return the link labels and note numbers that ``text`` defines."""
    labels: set[str] = set()
    notes: set[str] = set()
    for match in chain(filter(None, [_LINE.match(f"\n{text[:300]}")]), _LINE.finditer(text)):
        if match[2]:
            notes.add(match[2])
        elif len(labels) < _MOST_LABELS:
            labels.add(match[1].lower())
    return References(labels, notes)


def role_of(tree: Tree, pair: int, references: References, roster: Roster | None) -> Role:
    """Return the role of a pair."""
    text, (start, end) = tree.text, tree.inside(pair)
    content = text[start : min(end, start + _SHORT)]
    if tree.canonical:
        return _own_role(content)
    if _is_link(tree, pair, references):
        return "link"
    if ":" in content and _REMARK.match(content):
        return "remark"
    if ":" in content and _STANCE.match(content):
        return "stance"
    if roster and end - start <= _SHORT and says_only_a_position(content, roster):
        return "stance"
    return "alternative" if tree.holds_pairs(pair) else _short_role(content, end - start, references)


def _own_role(content: str) -> Role:
    if _OWN_STATUS.match(content):
        return "status"
    return "stance" if _STANCE.match(content) else "alternative"


def _short_role(content: str, length: int, references: References) -> Role:
    if _NOTE_MARK.fullmatch(content):
        return "note"
    if content.isdecimal():
        return "note" if content in references.notes else "number"
    if length <= _SHORT and _PLACEHOLDER.fullmatch(content):
        return "placeholder"
    return "status" if length <= _SHORT and _STATUS.match(content) else "alternative"


def _is_link(tree: Tree, pair: int, references: References) -> bool:
    """Whether the pair is ``[text](address)``, ``[text][label]``, ``[label]`` or the definition of a label."""
    text, start, end = tree.text, tree.starts[pair], tree.ends[pair]
    if text.startswith("(", end) and end - start > 2 and _ADDRESS.match(text, end):
        return not text[start - 1 : start].isalpha()
    if not references.labels:
        return False
    after = tree.pair_at(end, pair) if text.startswith("[", end) else 0
    return (after > 0 and _label(tree, after) in references.labels) or _label(tree, pair) in references.labels


def _label(tree: Tree, pair: int) -> str:
    start, end = tree.inside(pair)
    return tree.text[start : min(end, start + 201)].lower()
