"""
Positions that stand beside the wording: negotiators' notes, reservations, marks such as ``(+XEE)`` and
``(XCC: delete)``, and paragraphs under the name of a delegation.

They are read with the meeting's table alone, and only where all that is named is in it.

Source: docs/reference/inspect.md, "Positions beside the wording".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import chain, pairwise
from typing import Literal

from accord.engine.text.foreign.holders import is_known_head
from accord.engine.text.foreign.naming import names_in
from accord.engine.text.foreign.roster import Roster
from accord.engine.text.foreign.stances import Stance, clause_of, says_only_a_position

Source = Literal["note", "mark", "heading"]

_NAMES = r"[^\W\d_][^\n:;.()\[\]]{0,160}?"
_MARK = re.compile(
    rf"\((?:(?P<sign>[+-])\s*(?P<signed>{_NAMES})|(?P<said>{_NAMES}:?\s+(?:\w+\s+)?(?:(?:delet|oppos|support|reserv|retain|propos|keep"
    r"|исключ|удал|возража|против|поддерж|резервир|сохран|предлага)\w*[^()\n]{0,60}|(?:bracket(?:s|ed)?|del|снять)\.?)))\)"
)
_PROPOSED = re.compile(
    rf"^[ \t*_\[(]*(?:PP|OP|Pp|Op|Article|Para)?\)?[ \t]?\d[\w. \t]{{0,16}}?[ \t.]?\((?P<by>{_NAMES})\)", re.MULTILINE
)
_RESERVES = re.compile(
    r"\breserv(?:e|es|ed|ing)\s+(?:its|their|his|her)\s+positions?\b"
    r"|\b(?:will|would|can|could)\s+(?:follow|join|go\s+along\s+with|not\s+block)\s+(?:the\s+)?consensus\b"
    r"|\b(?:is|are)\s+(?:still\s+)?(?:considering|studying|flexible|reflecting)\b|\b(?:can|could)\s+be\s+flexible\b"
    r"|\b(?:can\s+)?supports?\s+in\s+principle\b|\b(?:maintains?|enters?|places?)\s+(?:a|its|their)\s+(?:\w+\s+)?reservation"
    r"|\bрезервиру(?:ет|ют)\b|\bзаявля(?:ет|ют)\s+оговорку\b"
)
_RESERVATION = re.compile(r"[Rr](?<!\w[Rr])eservations?\b")
_SCRUTINY = re.compile(r"(?:scrutiny|study|parliamentary)\s+(?:general\s+)?\Z", re.IGNORECASE)
_NAMED_BEHIND = re.compile(
    rf"\s+(?:by|of|from)\s+(?:the\s+)?({_NAMES})(?=\s+(?:on|to|regarding|with)\b|[.;:,)\]\n]|\Z)"
)
_NAMED_BEFORE = re.compile(rf"(?<!\w)({_NAMES}):\s*(?:(?:scrutiny|study|general|parliamentary|substantive)\s+)*\Z")
_VISIBLE = re.compile(r"\S")
_LONGEST = 80
_BEGINS = re.compile(r"[.;:!?*•(\[\n]\s*(?=\S)")
_ONLY_NAMES = re.compile(
    r"^[ \t#*_>•(\[]*(?:(?:Proposals?|Submission|Submitted|Text|Comments?|Amendments?)\s+(?:by|of|from)\s+(?:the\s+)?)?"
    r"(?P<names>[^\W\d_][^\n:;.!?\[\]()]{0,160}?)(?:\s+(?:proposals?|propose[ds]?|text|comments?|position))?"
    r"[ \t)\]:.*_]*\r?$",
    re.MULTILINE,
)
_COMMENT = re.compile(rf"^[ \t*•–—-]*(?P<names>{_NAMES}):[ \t]+(?P<said>\S[^\n]*)", re.MULTILINE)
_ONE_VERB = re.compile(
    r"(?:delete|oppose|support|retain|keep|reserve|(?:\w+\s+)?(?:scrutiny\s+)?reservation|agree|accept|исключить|поддерж)",
    re.IGNORECASE,
)
_ENDS_BLOCK = re.compile(
    r"^[ \t*_]*(?:#{1,6}[ \t]|(?:Article|ARTICLE|Section|Chapter|Part|Annex|Option|Статья|Раздел|Глава)\b)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Position:
    """
    What a delegation says beside the wording.

    Attributes:
        start, end: where it says so, in code points, half-open; of a heading with all that stands under it.
        code: of the meeting's table.
        stance: what it says.
        source: "note" for a sentence, "mark" for a sign in parentheses, "heading" for paragraphs under its name.
    """

    start: int
    end: int
    code: str
    stance: Stance
    source: Source


def positions_in(text: str, roster: Roster, brackets: Iterable[tuple[int, int]] = ()) -> Iterator[Position]:
    """
    Yield the positions that stand beside the wording of ``text``, in order, none within another of the same code.

    Args:
        brackets: start and end of the inside of each bracket that holds a position and no wording.
    """
    kinds = (_in_brackets(text, roster, brackets), *(kind(text, roster) for kind in _KINDS))
    ends: dict[str, int] = {}
    for each in merge(*kinds, key=lambda position: (position.start, -position.end)):
        if each.start >= ends.get(each.code, 0):
            yield each
            ends[each.code] = each.end if each.source != "heading" else each.start + 1


def _in_brackets(text: str, roster: Roster, brackets: Iterable[tuple[int, int]]) -> Iterator[Position]:
    for start, end in brackets:
        if end - start <= _LONGEST and says_only_a_position(text[start:end], roster):
            names, stance, _ = clause_of(text[start:end])
            for code in _sound(names, roster):
                yield Position(start, end, code, stance, "mark")


def _marks(text: str, roster: Roster) -> Iterator[Position]:
    for match in _MARK.finditer(text):
        if match["sign"]:
            stance: Stance = "support" if match["sign"] == "+" else "oppose"
            yield from _each(match, match["signed"], stance, "mark", roster)
        else:
            names, stance, _ = clause_of(match["said"])
            yield from _each(match, names, stance, "mark", roster)


def _proposed(text: str, roster: Roster) -> Iterator[Position]:
    """Yield who stands in parentheses behind the label of a paragraph: "OP3 bis (XAA, XBB)"."""
    for match in _PROPOSED.finditer(text):
        for code in _sound(match["by"], roster):
            yield Position(match.start("by") - 1, match.end(), code, "propose", "mark")


def _comments(text: str, roster: Roster) -> Iterator[Position]:
    """Yield what stands behind a name at the beginning of a line: "Xaa: delete the second sentence"."""
    for match in _COMMENT.finditer(text):
        if not is_known_head(match["names"]) and roster.begins_with(match["names"].split()[0].rstrip(",/&")):
            stance = clause_of(f"x {match['said'][:_LONGEST]}")[1] if _ONE_VERB.match(match["said"]) else "propose"
            yield from _each(match, match["names"], stance, "heading", roster)


def _sentences(text: str, roster: Roster) -> Iterator[Position]:
    for match in _RESERVES.finditer(text):
        begin = max(0, match.start() - 200)
        starts = [each.end() for each in _BEGINS.finditer(text, begin, match.start())]
        start = starts[-1] if starts else begin
        _, stance, _ = clause_of(f"x {match[0]}")
        for code in _sound(text[start : match.start()].removeprefix("the "), roster):
            yield Position(start, match.end(), code, stance, "note")


def _reservations(text: str, roster: Roster) -> Iterator[Position]:
    for word in _RESERVATION.finditer(text):
        begin = max(0, word.start() - 200)
        named = _NAMED_BEFORE.search(text, begin, word.start())
        behind = _NAMED_BEHIND.match(text, word.end())
        stance: Stance = "scrutiny" if _SCRUTINY.search(text, max(0, word.start() - 60), word.start()) else "reserve"
        start = named.start(1) if named else word.start()
        end = behind.end() if behind and not named else word.end()
        for code in _sound(named[1] if named else behind[1] if behind else "", roster):
            yield Position(start, end, code, stance, "note")


def _headed(text: str, roster: Roster) -> Iterator[Position]:
    heads = (match for match in _ONLY_NAMES.finditer(text) if _heads(match, roster))
    for head, after in pairwise(chain(heads, [None])):
        end = after.start() if after else len(text)
        if head:
            other = _ENDS_BLOCK.search(text, head.end(), end)
            yield from _under(text, head, other.start() if other else end, roster)


def _under(text: str, head: re.Match[str], end: int, roster: Roster) -> Iterator[Position]:
    if _VISIBLE.search(text, head.end(), end):
        for code in _sound(head["names"], roster):
            yield Position(head.start(), end, code, "propose", "heading")


def _heads(match: re.Match[str], roster: Roster) -> bool:
    first = match["names"].split(maxsplit=1)[0].rstrip(",/&")
    begins = roster.begins_with(first) or "/" in first
    return begins and not is_known_head(match["names"]) and bool(_sound(match["names"], roster))


def _each(match: re.Match[str], names: str, stance: Stance, source: Source, roster: Roster) -> Iterator[Position]:
    for code in _sound(names, roster):
        yield Position(*match.span(), code, stance, source)


def _sound(names: str, roster: Roster) -> tuple[str, ...]:
    found = names_in(names.strip(), roster)
    return found.codes if found.is_sound else ()


_KINDS = (_marks, _proposed, _comments, _sentences, _reservations, _headed)
