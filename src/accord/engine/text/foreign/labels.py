"""
Labels of paragraphs that say where they belong: ``2.bis``, ``2 alt.``, ``OP3bis``, ``PP5alt``, ``(PP6)``.

"bis" puts a new paragraph behind, "alt" replaces one. The UN Editorial Manual's other use of bis, for alternative
versions of one paragraph, is a choice that an organisation makes for itself.

Source: docs/reference/inspect.md, "Labels".
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from typing import Literal

from accord.engine.text.foreign.lazily import Lazy
from accord.engine.text.foreign.pairing import PLACE
from accord.engine.text.foreign.profile import PLAIN, Profile

Relation = Literal["none", "after", "replaces", "version"]

_ORDER = "bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies"
_ITEM = r"(?:[(\[]?\w{1,4}[).\]]?[ \t]+)?"
_LABEL = re.compile(
    rf"^[ \t*_>#\[{{]*{_ITEM}"
    r"(?P<label>\(?(?P<kind>PP|OP|Pp|Op|pp|op|Article|Art\.|Rule|Paragraph|Para\.?)?\)?"
    r"[ \t]?(?P<number>\d{1,4}(?:\.\d{1,3})*)\)?"
    rf"(?:(?:\.|[ \t])?[ \t]?(?P<bis>{_ORDER})(?!\w))?"
    r"(?:(?:\.|[ \t])?[ \t]?(?P<alt>[Aa]lt(?:ernative)?\.?(?:[ \t]?\d{1,2})?)(?!\w))?)",
    re.MULTILINE,
)
_HINTS = (
    re.compile(rf"[0-9٠-٩][.)]?[ \t]{{0,2}}(?:{_ORDER}|[Aa]lt)"),
    re.compile(r"[Pp](?<=[PpOo][Pp])\)?[ \t]?[0-9٠-٩]"),
)
"""Where a label may be that says more than a number; each begins with few characters, so that a search skips to one."""

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Label:
    """
    The label of a paragraph.

    Attributes:
        start, end: its span in code points, half-open.
        kind: "PP", "OP", "article", "rule", "paragraph" or "" for a bare number.
        number: such as "3" or "3.1". suffix: such as "bis", "alt", "bis alt 2" or "".
        relation: "after" (a new paragraph behind that number), "replaces" (another wording of it), "version" (an
            alternative version of it, where the profile gives bis that meaning), or "none".
    """

    start: int
    end: int
    kind: str
    number: str
    suffix: str
    relation: Relation


def labels_in(text: str, profile: Profile = PLAIN) -> Iterator[Label]:
    """Yield the labels that say more than a bare number: those of preambular and operative paragraphs, bis and alt."""
    return filter(None, (_label(text, begin, profile) for begin in _lines_with_hints(text)))


def all_labels(text: str, profile: Profile = PLAIN) -> Lazy[Label]:
    """Return what :func:`labels_in` yields, with four bytes kept for each."""
    begins = array(PLACE, (begin for begin in _lines_with_hints(text) if _label(text, begin, profile)))
    return Lazy(lambda: filter(None, (_label(text, begin, profile) for begin in begins)), len(begins))


def _lines_with_hints(text: str) -> Iterator[int]:
    """Yield where the lines begin that may have such a label, in order, each once."""
    last = -1
    for hint in merge(*(map(re.Match.start, hint.finditer(text)) for hint in _HINTS)):
        begin = text.rfind("\n", max(0, hint - _LONGEST), hint) + 1
        if begin > last and (begin or hint <= _LONGEST):
            last = begin
            yield begin


def _label(text: str, begin: int, profile: Profile) -> Label | None:
    match = _LABEL.match(text, begin)
    if not match:
        return None
    kind = _KINDS.get((match["kind"] or "").lower().rstrip("."), "")
    if not (match["bis"] or match["alt"] or kind in ("PP", "OP")):
        return None
    return Label(*match.span("label"), kind, match["number"], _suffix(match), _relation(match, profile))


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


def _relation(match: re.Match[str], profile: Profile) -> Relation:
    if match["alt"]:
        return "replaces"
    if not match["bis"]:
        return "none"
    return "version" if profile.bis == "version" else "after"
