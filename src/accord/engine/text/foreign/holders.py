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
from typing import NamedTuple

from accord.engine.text.foreign.naming import Names, looks_like_a_code, names_in
from accord.engine.text.foreign.roster import Roster
from accord.engine.text.foreign.stances import Stance, clause_of

_LONGEST_HEAD = 400
_CODE = r"[A-Z][A-Z0-9]{1,11}"
_CANONICAL = re.compile(rf"({_CODE}(?:, {_CODE})*)(?: (?P<verb>reserve|note))?:(?=\s|\Z)")
_HEAD = re.compile(r"\s*([^\[\]:]{1,400}?)(:|\.(?=\s+\S))")
_TAIL = re.compile(r"(?:^|\s|(?<=[.,;]))[-–—]\s*([^\[\]–—]{2,400}?)[.;]?\s*\Z")
_GROUP_TAIL = re.compile(r"\(\s*([^()\[\]]{2,200}?)\s*\)[.;]?\s*\Z")
_FIRST_WORD = re.compile(r"[\s+]*(?:the\s+)?(?:delegations?\s+of\s+)?(?:the\s+)?((\w[\w.’'-]*?)\d*)(?![\w.’'-])")
_WOULD_NAME = re.compile(
    rf"(?:{_CODE}[/,;& ]{{1,3}}){{0,40}}{_CODE}\s?(?:propose|oppose|support|delete|retain|reserve)"
    rf"|{_CODE}(?:/+{_CODE}){{1,40}}\s*:"
    r"|[А-ЯЁ]{2,6}(?:, [А-ЯЁ]{2,6}){0,40}:"
)

_NO_DELEGATIONS = (
    "NB NOTE NOTES OPTION OPTIONS ALT ALTERNATIVE TBC TBD TBA ANNEX APPENDIX ARTICLE ART PARA CHAPEAU TITLE HEADING"
    " PLACEHOLDER FN FOOTNOTE REF SOURCE COMMENT REMARK EDITOR SECRETARIAT DRAFTING REV ADD CORR RULE CHAPTER"
    " SECTION PART DEFINITION EXAMPLE WARNING ПРИМЕЧАНИЕ ВАРИАНТ СТАТЬЯ ПРИЛОЖЕНИЕ РАЗДЕЛ ГЛАВА ПУНКТ"
)
KNOWN_HEADS = frozenset(_NO_DELEGATIONS.split())
"""Words before a colon that name no delegation, whatever their capitals."""

_LABEL_HEAD = re.compile(r"(?:OP|PP|FN|ALT|NB|ART)\d+(?:BIS|TER|ALT)?\d*")
_NUMBERED_HEAD = re.compile(r"(\w+)[.’'s]*(?:\s+(?:\(?\w{1,4}\)?|[\d.]+))?")


class Head(NamedTuple):
    """
    What a bracket says about its holders.

    Attributes:
        holders: codes in the order of the text, each once. stances: what each of them says.
        unknown: names that the table does not have.
        damaged: names that were read in spite of what conversion did to them.
        start, end: offsets of the wording that is left.
    """

    holders: tuple[str, ...]
    unknown: tuple[str, ...]
    start: int
    end: int
    stances: tuple[Stance, ...] = ()
    damaged: tuple[str, ...] = ()


def head_of(text: str, start: int, end: int, roster: Roster | None) -> Head:
    """Return the head of the bracket whose inside is ``text[start:end]``."""
    canonical = _CANONICAL.match(text, start, end) if text[start : start + 1].isupper() else None
    if canonical and not any(is_known_head(name) for name in canonical[1].split(", ")):
        return _canonical(canonical, roster, _after_space(text, canonical.end(), end), end)
    return (roster and _named(text, start, end, roster)) or Head((), (), start, end)


def is_known_head(name: str) -> bool:
    """Whether ``name`` before a colon is known to be no delegation ("NB", "Option 1", "OP3")."""
    if _LABEL_HEAD.fullmatch(name):
        return True
    match = _NUMBERED_HEAD.fullmatch(name.strip())
    return bool(match) and match[1].upper() in KNOWN_HEADS  # type: ignore[index]


def would_name(text: str, start: int, end: int) -> bool:
    """Whether a bracket looks as if it named delegations in a form that only the meeting's table can confirm."""
    if not text[start : start + 1].strip().isupper():
        return False
    return bool(_WOULD_NAME.match(text, start, min(end, start + _LONGEST_HEAD)))


def _canonical(match: re.Match[str], roster: Roster | None, start: int, end: int) -> Head:
    names = match[1].split(", ")
    stance: Stance = "propose" if not match["verb"] else "reserve" if match["verb"] == "reserve" else "note"
    found = names_in(match[1], roster) if roster else Names(tuple(dict.fromkeys(names)), (), ())
    return Head(found.codes, found.unknown, start, end, (stance,) * len(found.codes), found.damaged)


def _named(text: str, start: int, end: int, roster: Roster) -> Head | None:
    """Return the head or tail that names delegations of the table in another form than the canonical one."""
    head = _HEAD.match(text, start, min(end, start + _LONGEST_HEAD)) if _may_name(text, start, end, roster) else None
    if head and not is_known_head(head[1]):
        said = positions_in(head[1], roster)
        if said.is_sound or (head[2] == ":" and said.is_partly_sound):
            return said.head(_after_space(text, head.end(), end), end)
    return _behind(text, start, end, roster)


def _behind(text: str, start: int, end: int, roster: Roster) -> Head | None:
    for pattern in (_TAIL, _GROUP_TAIL):
        tail = pattern.search(text, max(start, end - _LONGEST_HEAD), end)
        if not tail or not _may_name(text, tail.start(1), end, roster):
            continue
        said = positions_in(tail[1], roster)
        if not said.has_verbs and _ends_with_a_name(text[start : tail.start()], roster):
            continue
        if said.is_sound and (pattern is _TAIL or said.has_verbs):
            return said.head(start, tail.start())
        if said.codes and said.has_verbs and all(map(looks_like_a_code, said.unknown)):
            return Head((), said.unknown, start, end)
    return None


def _ends_with_a_name(wording: str, roster: Roster) -> bool:
    """Whether a wording ends with a name of the table, so that a dash behind it only parts two names."""
    return not wording.strip() or bool(roster.code(wording.rsplit(maxsplit=1)[-1].rstrip(".,;:")))


def _may_name(text: str, start: int, end: int, roster: Roster) -> bool:
    """Whether the first word can begin a name: of the table, or in capitals."""
    word = _FIRST_WORD.match(text, start, end)
    return bool(word) and (roster.begins_with(word[2]) or word[1][:2].isupper() or word[2].isupper())  # type: ignore[index]


@dataclass(frozen=True, slots=True)
class Said:
    """Clauses such as "XAA/XBB propose; XCC oppose", read."""

    codes: tuple[str, ...]
    stances: tuple[Stance, ...]
    unknown: tuple[str, ...]
    damaged: tuple[str, ...]
    has_verbs: bool

    @property
    def is_sound(self) -> bool:
        """Whether there are names, and all of them are in the table."""
        return bool(self.codes) and not self.unknown

    @property
    def is_partly_sound(self) -> bool:
        """Whether the clauses name delegations, though some names are not in the table."""
        likely = all(map(looks_like_a_code, self.unknown))
        return likely and (bool(self.codes) or self.has_verbs or len(self.unknown) == 1)

    def head(self, start: int, end: int) -> Head:
        """Return what is said as the head of a wording."""
        return Head(self.codes, self.unknown, start, end, self.stances, self.damaged)


def positions_in(clauses: str, roster: Roster) -> Said:
    """Return who says what in "XAA/XBB propose; XCC oppose": each code with the last thing that it says."""
    said: dict[str, Stance] = {}
    unknown: list[str] = []
    damaged: list[str] = []
    verbs = False
    for clause in filter(None, map(str.strip, clauses.split(";"))):
        names, stance, _ = clause_of(clause)
        found = names_in(names, roster)
        said |= dict.fromkeys(found.codes, stance)
        unknown += found.unknown
        damaged += found.damaged
        verbs |= names != clause
    return Said(tuple(said), tuple(said.values()), tuple(unknown), tuple(damaged), verbs)


def _after_space(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \u00a0\n":
        at += 1
    return at
