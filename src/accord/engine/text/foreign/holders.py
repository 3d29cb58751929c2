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

from accord.engine.text.foreign.naming import ARTICLE, Names, looks_like_a_code, looks_like_a_name, names_in
from accord.engine.text.foreign.roster import Roster
from accord.engine.text.foreign.stances import Stance, clause_of

_LONGEST_HEAD = 400
_CODE = r"[A-Z][A-Z0-9]{1,11}"
_CANONICAL = re.compile(rf"({_CODE}(?:, {_CODE})*)(?: (?P<verb>reserve|note))?:(?=\s|\Z)")
_HEAD = re.compile(r"\s*([^\[\]:：]{1,400}?)\s*(:|：|\.(?=\s+\S))")
_LEAD = re.compile(
    r"\s*(?:(?:(?:joint|alternative|new)\s+)?(?:proposals?|amendments?|submissions?)\s+(?:by|from)\s+"
    r"|propositions?\s+d(?:es?|u)\s+|propuestas?\s+del?\s+)",
    re.IGNORECASE,
)
_STRONG: frozenset[Stance] = frozenset({"propose", "oppose", "delete", "retain", "reserve"})
_DELEGATION = re.compile(
    r"\s*(?:(?:the|la|les|las)\s+)?(?:delegations?\s+of\s|d[ée]l[ée]gations?\s+d|delegaci[óo]n\w*\s+d|делегаци\w+\s)",
    re.IGNORECASE,
)
_SUPPORTED = re.compile(r"\s(?:(?:supported|joined|seconded)\s+by|при\s+поддержке)\s", re.IGNORECASE)
_LISTED = re.compile(r"[,/;]")
_LONGEST_GUESS = 100
"""A head whose first word no name of the table begins with is looked at up to this length."""
_TAIL = re.compile(r"(?:^|\s|(?<=[.,;]))[-–—]\s*([^\[\]–—]{2,400}?)[.;]?\s*\Z")
_GROUP_TAIL = re.compile(r"\(\s*([^()\[\]]{2,200}?)\s*\)[.;]?\s*\Z")
_FIRST_WORD = re.compile(rf"[\s+]*(?i:{ARTICLE}(?:делегаци\w+\s+|предложени\w+\s+)?)((\w[\w.’'-]*?)\d*)(?![\w.’'-])")
_NAME = r"[A-ZА-ЯЁ][\w’'-]{1,30}"
_VERB = r"(?:propose|oppose|support|delete|retain|reserve)s?"
_WOULD_NAME = re.compile(
    rf"{_NAME}(?:\s?/\s?{_NAME}){{1,40}}(?:\s*[:.](?=\s)|\s{_VERB}[:;\s])"
    rf"|{_NAME}(?:\s{_NAME}){{0,4}},?\s(?:also\s)?supported\sby\s"
    rf"|(?:{_CODE}[/,;& ]{{1,3}}){{0,40}}{_CODE}\s?(?:propose|oppose|support|delete|retain|reserve)"
    rf"|{_CODE}(?:/+{_CODE}){{1,40}}\s*:"
    r"|[А-ЯЁ]{2,6}(?:, [А-ЯЁ]{2,6}){0,40}:"
)
_WOULD_END = re.compile(
    rf"(?:[-–—]\s?|\()(?:{_CODE}[/,;& ]{{1,3}}){{0,40}}{_CODE}\s{_VERB}(?:;\s{_CODE}[^()\[\]]{{0,60}})?\)?[.;]?\s*\Z"
)
_VERB_AT_END = re.compile(rf"\s{_VERB}\)?[.;]?\s*\Z")

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


def head_of(text: str, start: int, end: int, roster: Roster | None, *, own: bool = False) -> Head:
    """Return the head of the bracket whose inside is ``text[start:end]``; ``own`` where only our form counts."""
    canonical = _CANONICAL.match(text, start, end) if text[start : start + 1].isupper() else None
    if canonical and not any(is_known_head(name) for name in canonical[1].split(", ")):
        head = _canonical(canonical, roster, _after_space(text, canonical.end(), end), end)
    else:
        head = (roster and not own and _named(text, start, end, roster)) or Head((), (), start, end)
    return _with_tail(text, head, roster) if roster and head.holders and head.end == end and not own else head


def is_known_head(name: str) -> bool:
    """Whether ``name`` before a colon is known to be no delegation ("NB", "Option 1", "OP3")."""
    if _LABEL_HEAD.fullmatch(name):
        return True
    match = _NUMBERED_HEAD.fullmatch(name.strip())
    return bool(match) and match[1].upper() in KNOWN_HEADS  # type: ignore[index]


def would_name(text: str, start: int, end: int) -> bool:
    """Whether a bracket looks as if it named delegations in a form that only the meeting's table can confirm."""
    if text[start : start + 1].isupper() and _WOULD_NAME.match(text, start, min(end, start + _LONGEST_HEAD)):
        return not is_known_head(text[start : start + 20].partition(":")[0])
    if not _VERB_AT_END.search(text, max(start, end - 12), end):
        return False
    return bool(_WOULD_END.search(text, max(start, end - _LONGEST_HEAD), end))


def _canonical(match: re.Match[str], roster: Roster | None, start: int, end: int) -> Head:
    names = match[1].split(", ")
    stance: Stance = "propose" if not match["verb"] else "reserve" if match["verb"] == "reserve" else "note"
    found = names_in(match[1], roster) if roster else Names(tuple(dict.fromkeys(names)), (), ())
    return Head(found.codes, found.unknown, start, end, (stance,) * len(found.codes), found.damaged)


def _named(text: str, start: int, end: int, roster: Roster) -> Head | None:
    """Return the head or tail that names delegations of the table in another form than the canonical one."""
    lead = _LEAD.match(text, start, end)
    at = lead.end() if lead else start
    led = bool(lead or _DELEGATION.match(text, start, end))
    may_guess = led or text[at : at + 1].isupper()
    longest = _LONGEST_HEAD if _may_name(text, at, end, roster) else _LONGEST_GUESS * may_guess
    head = _HEAD.match(text, at, min(end, at + longest)) if longest else None
    if head and not is_known_head(head[1]):
        said = positions_in(head[1], roster)
        led = led or bool(_SUPPORTED.search(head[1]))
        if said.is_sound or (head[2] != "." and said.is_clear(roster, led=led)):
            return said.head(_after_space(text, head.end(), end), end)
    return _behind(text, start, end, roster)


def _with_tail(text: str, head: Head, roster: Roster) -> Head:
    """Return a head with what others say behind the same wording: "[XAA: x (XBB delete)]"."""
    tail = _behind(text, head.start, head.end, roster)
    if tail is None or all(stance == "propose" for stance in tail.stances):
        return head
    said = dict(zip(head.holders, head.stances, strict=True)) | dict(zip(tail.holders, tail.stances, strict=True))
    unknown, damaged = (*head.unknown, *tail.unknown), (*head.damaged, *tail.damaged)
    return Head(tuple(said), unknown, head.start, tail.end, tuple(said.values()), damaged)


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
        is_list = pattern is _TAIL and _LISTED.search(tail[1])
        if said.codes and said.names_others and (is_list or said.has_verbs):
            return said.head(start, tail.start())
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
    stances_of_others: frozenset[Stance] = frozenset()
    """What those say who are not in the table."""

    @property
    def is_sound(self) -> bool:
        """Whether there are names, and all of them are in the table."""
        return bool(self.codes) and not self.unknown

    @property
    def is_partly_sound(self) -> bool:
        """Whether the clauses name delegations, though some names are not in the table."""
        likely = all(map(looks_like_a_code, self.unknown))
        return likely and (bool(self.codes) or self.has_verbs or len(self.unknown) == 1)

    @property
    def names_others(self) -> bool:
        """Whether all that is not in the table looks like names nevertheless."""
        return all(looks_like_a_name(name) and not is_known_head(name) for name in self.unknown)

    def is_clear(self, roster: Roster, *, led: bool) -> bool:
        """
        Whether these are names, some of them not in the table: beside one that is, with a stance, or all but one.

        Args:
            led: whether words such as "Proposal by" or "supported by" stand with them.
        """
        if self.is_partly_sound or not self.names_others:
            return self.is_partly_sound
        says_so = led or (self.has_verbs and self.stances_of_others <= _STRONG)
        return bool(self.codes) or says_so or (len(self.unknown) == 1 and bool(roster.near(self.unknown[0])))

    def head(self, start: int, end: int) -> Head:
        """Return what is said as the head of a wording."""
        return Head(self.codes, self.unknown, start, end, self.stances, self.damaged)


def positions_in(clauses: str, roster: Roster) -> Said:
    """Return who says what in "XAA/XBB propose; XCC oppose": each code with the last thing that it says."""
    said: dict[str, Stance] = {}
    unknown: list[str] = []
    damaged: list[str] = []
    verbs = False
    others: set[Stance] = set()
    for clause in filter(None, map(str.strip, clauses.split(";"))):
        names, stance, _ = clause_of(clause)
        found = names_in(names, roster)
        said |= dict.fromkeys(found.codes, stance)
        unknown += found.unknown
        others |= {stance} if found.unknown else set()
        damaged += found.damaged
        verbs |= names != clause
    return Said(tuple(said), tuple(said.values()), tuple(unknown), tuple(damaged), verbs, frozenset(others))


def _after_space(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \u00a0\n":
        at += 1
    return at
