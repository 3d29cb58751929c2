"""
What a foreign text says about a paragraph and not in it: that it is agreed, and who reserves or remarks what.

Source: docs/reference/import.md, "Statuses, reservations, remarks".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.engine.text.foreign.importing_spots import Spot
from accord.engine.text.foreign.roster import Roster
from accord.engine.text.model import Note, Status

_AGREED = (
    r"(?:text\s+|paragraph\s+)?(?:provisionally\s+)?agreed(?:\s+ad\s+ref(?:erendum)?\b\.?)?|ad\s+ref(?:erendum)?\b\.?"
    r"|согласовано(?:\s+ad\s+ref(?:erendum)?\b\.?)?|reopened"
)
_SQUARE = re.compile(
    rf"\[\s*(?P<word>{_AGREED})(?P<rest>(?:\s+(?:in|by|at|on|pending)\s|\s*[;,:–—-])[^\[\]]*|\s*)\]", re.IGNORECASE
)
_ROUND = re.compile(
    r"\(\s*(?P<word>(?:provisionally\s+)?agreed(?:\s+ad\s+ref\w*\.?)?)(?P<rest>[;,][^()]*|\s*)\)", re.IGNORECASE
)
_FORUM = re.compile(r"\s*(?:in|by|at)\s+(?P<forum>[^;\[\]]+?)\s*(?=;|,?\s*\bpending\b|\Z)", re.IGNORECASE)
_PENDING = re.compile(r"\bpending(?:\s+only)?:?\s+(?P<names>.+)\Z", re.IGNORECASE | re.DOTALL)
_BEHIND_SENTENCE = re.compile(r"(?:\A|[.;:,!?…)\]»”])\s*\Z")
_STANCE = re.compile(
    r"\[(?P<name>[^\W\d][\w.]{0,40}) (?P<kind>reserve|note)s?(?:\s+(?:its|their) position)?:\s+(?P<said>[^\[\]]+)\]"
)
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}")
_SEPARATOR = re.compile(r"\s*(?:[,/;&]|\band\b|\bи\b)\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """
    A status or a note that a paragraph carries.

    Attributes:
        start, end: where it stands, in code points, half-open.
        said: as the text has it.
    """

    start: int
    end: int
    said: str
    value: Status | Note


def code_of(name: str, roster: Roster | None) -> str:
    """Return the code that ``name`` stands for; without a roster a code stands for itself; "" for nobody known."""
    plain = " ".join(name.split()).strip(" .")
    if roster is not None:
        return roster.code(plain)
    return plain if _CODE.fullmatch(plain) else ""


def marks_in(text: str, start: int, end: int, roster: Roster | None, spots: Sequence[Spot]) -> list[Mark]:
    """
    Return the statuses and notes of the paragraph ``text[start:end]``, in order.

    A status stands at an edge of its paragraph; the words must be about agreement, and nothing else may follow them.
    """
    notes = [mark for mark in _notes(text, start, end, roster) if not _inside(mark, spots)]
    status = _status(text, start, end, roster, notes)
    return sorted([*notes, *([status] if status else [])], key=lambda mark: mark.start)


def unknown_in(text: str, start: int, end: int, roster: Roster | None) -> list[tuple[int, str]]:
    """Return where somebody reserves or remarks in a paragraph who is not in the table, and the name."""
    found = _STANCE.finditer(text, start, end) if roster is not None else ()
    return [(each.start(), each["name"]) for each in found if not code_of(each["name"], roster)]


def _notes(text: str, start: int, end: int, roster: Roster | None) -> Iterator[Mark]:
    for found in _STANCE.finditer(text, start, end):
        code = code_of(found["name"], roster)
        if code:
            yield Mark(*found.span(), found[0], Note(found["kind"], code, " ".join(found["said"].split())))


def _inside(mark: Mark, spots: Sequence[Spot]) -> bool:
    return any(spot.start < mark.start and mark.end < spot.end for spot in spots)


def _status(text: str, start: int, end: int, roster: Roster | None, notes: Sequence[Mark]) -> Mark | None:
    for pattern in (_SQUARE, _ROUND):
        for found in pattern.finditer(text, start, end):
            if _is_at_edge(text, start, end, found, notes):
                return Mark(*found.span(), found[0], _read(found["word"], found["rest"], roster))
    return None


def _is_at_edge(text: str, start: int, end: int, found: re.Match[str], notes: Sequence[Mark]) -> bool:
    behind = text[found.end() : end]
    for note in notes:
        behind = behind.replace(note.said, "")
    if not text[start : found.start()].strip():
        return not behind.strip()[:1].islower()
    return not behind.strip() and bool(_BEHIND_SENTENCE.search(text, max(start, found.start() - 8), found.start()))


def _read(word: str, rest: str, roster: Roster | None) -> Status:
    forum, pending = _FORUM.match(rest), _PENDING.search(rest)
    codes = [code_of(name, roster) for name in _SEPARATOR.split(pending["names"])] if pending else []
    state = "reopened" if word.lower().startswith("reopened") else "agreed"
    known = tuple(dict.fromkeys(code for code in codes if code))
    return Status(state, " ".join(forum["forum"].split()) if forum else "", known)
