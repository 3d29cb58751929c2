"""
Labels of paragraphs that say where they belong: ``2.bis``, ``2 alt.``, ``OP3bis``, ``PP5alt``, ``(PP6)``.

"bis" puts a new paragraph behind, "alt" replaces one. The UN Editorial Manual's other use of bis, for alternative
versions of one paragraph, is a choice that an organisation makes for itself.

Source: docs/reference/inspect.md, "Labels".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Relation = Literal["none", "after", "replaces"]

_ORDER = "bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies"
_ITEM = r"(?:[(\[]?\w{1,4}[).\]]?[ \t]+)?"
_LABEL = re.compile(
    rf"^[ \t*_>#\[{{]*{_ITEM}"
    r"(?P<label>\(?(?P<kind>PP|OP|Pp|Op|pp|op|Article|Art\.|Rule|Paragraph|Para\.?)?\)?"
    r"[ \t]?(?P<number>\d{1,4}(?:\.\d{1,3})*)\)?"
    rf"(?:(?:\.|[ \t])?[ \t]?(?P<bis>{_ORDER})(?!\w))?"
    r"(?:(?:\.|[ \t])?[ \t]?(?P<alt>[Aa]lt(?:ernative)?\.?[ \t]?\d{0,2})(?!\w))?)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """
    The label of a paragraph.

    Attributes:
        start, end: its span in code points, half-open.
        kind: "PP", "OP", "article", "rule", "paragraph" or "" for a bare number.
        number: such as "3" or "3.1". suffix: such as "bis", "alt", "bis alt 2" or "".
        relation: "after" (a new paragraph behind that number), "replaces" (another wording of it), or "none".
    """

    start: int
    end: int
    kind: str
    number: str
    suffix: str
    relation: Relation


def labels_in(text: str) -> Iterator[Label]:
    """Yield the labels that say more than a bare number: those of preambular and operative paragraphs, bis and alt."""
    for match in _LABEL.finditer(text):
        kind = _KINDS.get((match["kind"] or "").lower().rstrip("."), "")
        if match["bis"] or match["alt"] or kind in ("PP", "OP"):
            yield Label(*match.span("label"), kind, match["number"], _suffix(match), _relation(match))


_KINDS = {
    "pp": "PP",
    "op": "OP",
    "article": "article",
    "art": "article",
    "rule": "rule",
    "paragraph": "paragraph",
    "para": "paragraph",
}


def _suffix(match: re.Match[str]) -> str:
    alt = (match["alt"] or "").lower().replace("ernative", "").replace(".", "").split()
    return " ".join(filter(None, [match["bis"] or "", *alt]))


def _relation(match: re.Match[str]) -> Relation:
    if match["alt"]:
        return "replaces"
    return "after" if match["bis"] else "none"
