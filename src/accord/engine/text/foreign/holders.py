"""
Who a bracket names: ``[XAA, XBB: …]``, and with the meeting's table ``[XAA/XBB propose; XCC oppose: …]``,
``[Xaa/Xbb. …]`` and ``[… - XAA; XCC delete]``.

Without a table only the canonical form counts. With one, every name must be in it: a name that is not is reported and
never becomes a delegation.

Source: docs/reference/inspect.md, "Holders".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from accord.engine.text.foreign.roster import Roster

_LONGEST_HEAD = 200
_CODE = r"[A-Z][A-Z0-9]{1,11}"
_VERB = (
    r"(?:propose|oppose|support|delete|retain|reserve|note|consider|prefer|suggest|add|accept)"
    r"(?:s|d|ed|ing|s its position)?"
)
_CANONICAL = re.compile(rf"({_CODE}(?:, {_CODE})*)(?: (?:reserve|note))?:(?=\s|\Z)")
_SEPARATOR = re.compile(r"\s*(?:,\s*supported by\b|/+|,|&|\band\b|\bsupported by\b)\s*")
_CLAUSE = re.compile(rf"(?P<names>\S.*?)(?:\s+(?:{_VERB})\b(?:\s+to)?)?\s*", re.IGNORECASE)
_HEAD = re.compile(r"[^\[\]:\n]{1,200}?(?::|\.(?=\s+\S))")
_TAIL = re.compile(r"(?:^|\s)[-–—]\s*([^\[\]\n–—]{2,120}?)[.;]?\s*\Z")

_NO_DELEGATIONS = (
    "NB NOTE NOTES OPTION OPTIONS ALT ALTERNATIVE TBC TBD TBA ANNEX APPENDIX ARTICLE ART PARA CHAPEAU TITLE HEADING"
    " PLACEHOLDER FN FOOTNOTE REF SOURCE COMMENT REMARK EDITOR SECRETARIAT DRAFTING REV ADD CORR RULE CHAPTER"
    " SECTION PART"
)
KNOWN_HEADS = frozenset(_NO_DELEGATIONS.split())
"""Words before a colon that name no delegation, whatever their capitals."""

_LABEL_HEAD = re.compile(r"(?:OP|PP|FN|ALT|NB|ART)\d+(?:BIS|TER|ALT)?\d*")


@dataclass(frozen=True, slots=True)
class Head:
    """
    What a bracket says about its holders.

    Attributes:
        holders: codes in the order of the text, each once.
        unknown: names that the table does not have.
        start, end: offsets of the wording that is left.
    """

    holders: tuple[str, ...]
    unknown: tuple[str, ...]
    start: int
    end: int


def head_of(text: str, start: int, end: int, roster: Roster | None) -> Head:
    """Return the head of the bracket whose inside is ``text[start:end]``."""
    canonical = _CANONICAL.match(text, start, end)
    names = canonical[1].split(", ") if canonical else []
    if canonical and not any(is_known_head(name) for name in names):
        return _judged(names, roster, _after_space(text, canonical.end(), end), end)
    return (roster and _named(text, start, end, roster)) or Head((), (), start, end)


def is_known_head(name: str) -> bool:
    """Whether ``name`` before a colon is known to be no delegation ("NB", "Option", "OP3")."""
    return name in KNOWN_HEADS or bool(_LABEL_HEAD.fullmatch(name))


def _judged(names: list[str], roster: Roster | None, start: int, end: int) -> Head:
    codes = [roster.code(name) if roster else name for name in names]
    unknown = tuple(name for name, code in zip(names, codes, strict=True) if not code)
    return Head(tuple(dict.fromkeys(filter(None, codes))), unknown, start, end)


def _named(text: str, start: int, end: int, roster: Roster) -> Head | None:
    """Return the head or tail that names delegations of the table in another form than the canonical one."""
    head = _HEAD.match(text, start, min(end, start + _LONGEST_HEAD))
    codes = _codes(head[0][:-1], roster) if head else ()
    if head and codes:
        return Head(codes, (), _after_space(text, head.end(), end), end)
    tail = _TAIL.search(text, max(start, end - _LONGEST_HEAD), end)
    codes = _codes(tail[1], roster) if tail else ()
    return Head(codes, (), start, tail.start()) if tail and codes else None


def _codes(clauses: str, roster: Roster) -> tuple[str, ...]:
    """Return the codes named in "XAA/XBB propose; XCC oppose"; none when any name is not in the table."""
    matches = [_CLAUSE.fullmatch(clause.strip()) for clause in clauses.split(";")]
    names = [name for match in matches if match for name in _SEPARATOR.split(match["names"])]
    codes = [roster.code(name.strip().rstrip(".")) or roster.code(name.strip()) for name in names]
    return tuple(dict.fromkeys(codes)) if codes and all(codes) and all(matches) else ()


def _after_space(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \u00a0":
        at += 1
    return at
