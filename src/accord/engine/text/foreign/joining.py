"""
Which brackets together are one choice.

Two brackets that touch, or that only spaces part, are alternatives of one choice when they are of one kind (words,
numbers, connectives). Where the second begins with a comma or "and", both are more likely to stand by themselves; a
bracket inside a word never joins one behind a space. A bracket alone is a choice between its wording and no text.

Source: docs/reference/inspect.md, "Choices".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from accord.engine.text.foreign.holders import Head, head_of
from accord.engine.text.foreign.roster import Roster
from accord.engine.text.foreign.tree import Bracket, Tree

Kind = Literal["words", "number", "connective"]

_MOST_SPACES = 3
_CONNECTIVE = re.compile(r"[\s,.;:]*(?:and/or|and|or|but|nor|и|или|либо)?[\s,.;:]*", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\(?[+-]?\d[\d.,\s]*(?:%|per cent)?\)?\s*")
_GOES_ON = re.compile(r"\s*(?:[,;]|(?:and|or|as well as|и|или|а также)\b)", re.IGNORECASE)
_NUMBERS = re.compile(r"\s*\(\d[\d.,]*%?\)(?:\s+\(\d[\d.,]*%?\))+\s*")
_ONE_NUMBER = re.compile(r"\([^)]*\)")
_VERB = "(?:shall|should|may|will|must|can|could|would)"
_VERBS = re.compile(rf"\s*{_VERB}(?:/{_VERB})+\s*")
_SPACED_SLASH = re.compile(r"(?<=\s)/(?=\s)")
_SLASH = re.compile("/")
_NULL = re.compile(r"\s*(?:no text|delete|нет текста)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Alternative:
    """
    One printed alternative.

    Attributes:
        start, end: its wording, without holders and brackets, in code points, half-open.
        holders: codes that the text names for it, for or against.
        unknown: names that the meeting's table does not have.
        is_null: whether it says "no text".
    """

    start: int
    end: int
    holders: tuple[str, ...]
    unknown: tuple[str, ...]
    is_null: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A place in dispute, from its first ``[`` to behind its last ``]``; one alternative alone implies "no text"."""

    start: int
    end: int
    alternatives: tuple[Alternative, ...]


@dataclass(slots=True)
class Run:
    """Neighbouring brackets that are one choice so far."""

    brackets: list[Bracket]
    kind: Kind
    in_word: bool


def runs(tree: Tree, row: list[Bracket]) -> tuple[list[Run], list[int]]:
    """
    Return the choices among brothers, each as its brackets, and the offsets where two neighbours were left apart
    though they might be one choice.
    """
    doubts: list[int] = []
    glued = _joined([_run(tree.text, bracket) for bracket in row], tree, doubts, spaced=False)
    return _joined(glued, tree, doubts, spaced=True), sorted(set(doubts))


def choice_of(tree: Tree, run: Run, roster: Roster | None) -> Choice:
    """Return the choice that the brackets of ``run`` make."""
    alternatives = [each for bracket in run.brackets for each in _alternatives(tree, bracket, roster)]
    return Choice(run.brackets[0].start, run.brackets[-1].end, tuple(alternatives))


def _run(text: str, bracket: Bracket) -> Run:
    return Run([bracket], _kind(text, bracket), _is_in_word(text, bracket))


def _kind(text: str, bracket: Bracket) -> Kind:
    if bracket.inside or bracket.end - bracket.start > 40:
        return "words"
    content = text[bracket.start + 1 : bracket.end - 1]
    if _CONNECTIVE.fullmatch(content):
        return "connective"
    return "number" if _NUMBER.fullmatch(content) else "words"


def _is_in_word(text: str, bracket: Bracket) -> bool:
    before, first = text[bracket.start - 1 : bracket.start], text[bracket.start + 1]
    last, after = text[bracket.end - 2], text[bracket.end : bracket.end + 1]
    return (before.isalpha() and first.isalpha()) or (after.isalpha() and (last.isalpha() or last in "-‐‑"))


def _joined(parts: list[Run], tree: Tree, doubts: list[int], *, spaced: bool) -> list[Run]:
    out: list[Run] = []
    for part in parts:
        if out and _is_near(tree.text, out[-1], part, spaced) and _belong(tree, out[-1], part, doubts):
            out[-1].brackets.extend(part.brackets)
            out[-1].in_word |= part.in_word
        else:
            out.append(part)
    return out


def _is_near(text: str, left: Run, right: Run, spaced: bool) -> bool:
    start, end = left.brackets[-1].end, right.brackets[0].start
    return start == end or (spaced and end - start <= _MOST_SPACES and not text[start:end].strip(" \u00a0"))


def _belong(tree: Tree, left: Run, right: Run, doubts: list[int]) -> bool:
    if tree.canonical:
        return True
    apart = left.brackets[-1].end != right.brackets[0].start
    if left.kind != right.kind or (apart and (left.in_word or right.in_word)):
        return False
    if left.kind == "words" and _GOES_ON.match(tree.text, right.brackets[0].start + 1, right.brackets[0].end - 1):
        doubts.append(right.brackets[0].start)
        return False
    return True


def _alternatives(tree: Tree, bracket: Bracket, roster: Roster | None) -> Iterator[Alternative]:
    for start, end in _parts(tree, bracket):
        head: Head = head_of(tree.text, start, end, roster)
        is_null = head.end - head.start <= 20 and bool(_NULL.fullmatch(tree.text, head.start, head.end))
        yield Alternative(head.start, head.end, head.holders, head.unknown, is_null)


def _parts(tree: Tree, bracket: Bracket) -> Iterator[tuple[int, int]]:
    """Yield the spans of the alternatives in one bracket: "(75) (85)", "a / b", "shall/should", or all of it."""
    text, start, end = tree.text, bracket.start + 1, bracket.end - 1
    if bracket.inside or tree.canonical:
        yield start, end
    elif _NUMBERS.fullmatch(text, start, end):
        yield from (match.span() for match in _ONE_NUMBER.finditer(text, start, end))
    else:
        cuts = [match.start() for match in _cuts(text, start, end)]
        yield from zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True)


def _cuts(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return (_SLASH if _VERBS.fullmatch(text, start, end) else _SPACED_SLASH).finditer(text, start, end)
