"""
Which brackets together are one choice.

Two brackets that touch, or that only spaces part, are alternatives of one choice when they are of one kind (words,
numbers, connectives). Where the second begins with a comma or "and", both are more likely to stand by themselves; a
bracket inside a word never joins one behind a space. A bracket alone is a choice between its wording and no text.

Source: docs/reference/inspect.md, "Choices".
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from accord.engine.text.foreign.holders import Head, head_of
from accord.engine.text.foreign.pairing import PLACE
from accord.engine.text.foreign.roles import Role
from accord.engine.text.foreign.roster import Roster
from accord.engine.text.foreign.tree import Tree

Kind = Literal["words", "number", "connective"]
Confidence = Literal["high", "low"]

ROLES: tuple[Role, ...] = get_args(Role)
_CODES = {role: code for code, role in enumerate(ROLES, 1)}
MOST_ALTERNATIVES = 1000
"""How many neighbouring brackets are one choice at most; nobody negotiates over more."""

_ROLE, _FOLLOWS, _IN_WORD = 15, 16, 32
_JOINABLE = frozenset({_CODES["alternative"], _CODES["number"]})
_SMALL = frozenset(_CODES[role] for role in ("placeholder", "note", "remark"))
_NUMBER_ALONE = _CODES["number"]
_MOST_SPACES, _MOST_GLUED = 3, 8
_CONNECTIVE = re.compile(r"[\s,.;:]*(?:and/or|and|or|but|nor|и|или|либо|et|ou|y/o)?[\s,.;:]*", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\(?[+-]?\d[\d.,\s]*(?:%|per cent)?\)?\s*")
_GOES_ON = re.compile(r"\s*(?:[,;،、]|(?:and|or|as well as|и|или|а также|et|ou)\b)", re.IGNORECASE)
_PARTED = re.compile(r"[ \u00a0]{0,3}(?:/|(?<=[ \u00a0])(?:or|или|ou)(?=[ \u00a0]))[ \u00a0]{0,3}(?=\[)")
_MAY_GO_ON = re.compile(
    r"\s*(?:including|inter alia|such as|while|with a view to|taking into account|in particular|where appropriate"
    r"|as appropriate|in accordance with|on the basis of|включая|в том числе|с учетом|y compris|incluid[oa]s?)\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\(\d[\d.,]*%?\)(?:\s+\(\d[\d.,]*%?\))+\s*")
_ONE_NUMBER = re.compile(r"\([^)]*\)")
_VERB = "(?:shall|should|may|will|must|can|could|would|is|are|has|have)"
_VERBS = re.compile(rf"\s*{_VERB}(?:/{_VERB})+\s*")
_SPACED_SLASH = re.compile(r"(?<=\s)/(?=\s)")
_SLASH = re.compile("/")
_LONGEST_NULL = 20
_NULL = re.compile(
    r"\s*(?:no text|no paragraph|delete|deleted|нет текста|исключить|удалить|снять|supprimer|suprimir)?\s*",
    re.IGNORECASE,
)


class Alternative(NamedTuple):
    """
    One printed alternative.

    Attributes:
        start, end: its wording, without holders and brackets, in code points, half-open.
        holders: codes that the text names for it, for or against.
        unknown: names that the meeting's table does not have.
        is_null: whether it says "no text".
        stances: what each of ``holders`` says to it.
        damaged: names as the text has them that were read in spite of what conversion did to them.
    """

    start: int
    end: int
    holders: tuple[str, ...]
    unknown: tuple[str, ...]
    is_null: bool
    stances: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()


class Choice(NamedTuple):
    """
    A place in dispute, from its first ``[`` to behind its last ``]``; one alternative alone implies "no text".

    Attributes:
        confidence: "low" where neighbouring brackets may as well be two choices ("ambiguous adjacency").
    """

    start: int
    end: int
    alternatives: tuple[Alternative, ...]
    confidence: Confidence = "high"


@dataclass(slots=True)
class Judged:
    """
    What each pair of a tree is, and which pairs are one choice, in a byte for each.

    Attributes:
        flags: role (from 1), whether the pair goes on the choice of a brother before it, whether it is in a word.
        doubts: pairs that were left apart from, or joined to, the one before though that is not certain.
    """

    tree: Tree
    flags: bytearray
    doubts: array[int]

    def role(self, pair: int) -> Role:
        """Return the role of a pair."""
        return ROLES[(self.flags[pair] & _ROLE) - 1]

    def follows(self, pair: int) -> bool:
        """Whether a pair is one choice with the brother before it."""
        return bool(self.flags[pair] & _FOLLOWS)

    def placeholders(self) -> Iterator[int]:
        """Yield the starts of what only holds a place, a number that no other stands beside among them."""
        return (self.tree.starts[pair] for pair, role in self.small() if role == "placeholder")

    def of_role(self, role: Role) -> Iterator[int]:
        """Yield the pairs that have a role."""
        return (pair for pair, flag in enumerate(self.flags) if flag & _ROLE == _CODES[role])

    def small(self) -> Iterator[tuple[int, Role]]:
        """Yield the pairs that are no wording but are worth a word, with their roles."""
        for pair, flag in enumerate(self.flags):
            if flag & _ROLE in _SMALL:
                yield pair, ROLES[(flag & _ROLE) - 1]
            elif flag & _ROLE == _NUMBER_ALONE and not flag & _FOLLOWS and len(next(self._run(pair))) == 1:
                yield pair, "placeholder"

    def runs(self) -> Iterator[list[int]]:
        """Yield the pairs of each choice, in order of the first."""
        for pair, flag in enumerate(self.flags):
            if flag & _ROLE in _JOINABLE and not flag & _FOLLOWS:
                yield from self._run(pair)

    def _run(self, pair: int) -> Iterator[list[int]]:
        run = [pair]
        while (after := _neighbour(self.tree, pair)) and self.flags[after] & _FOLLOWS:
            pair = after
            if len(run) == MOST_ALTERNATIVES:
                yield run
                run = []
            run.append(pair)
        yield run


def judge(tree: Tree, role_of: Callable[[int], Role]) -> Judged:
    """Return what each pair is and which belong together, in one pass."""
    judged = Judged(tree, bytearray(len(tree)), array(PLACE))
    text, ends, flags = tree.text, tree.ends, judged.flags
    for pair in range(len(tree)):
        if not flags[pair] & _ROLE:
            flags[pair] |= _CODES[role_of(pair)]
        if flags[pair] & _ROLE in _JOINABLE and text[ends[pair] : ends[pair] + 1] in _BEFORE_NEXT:
            _look_ahead(judged, pair, role_of)
    return judged


def choice_of(judged: Judged, run: list[int], roster: Roster | None) -> Choice:
    """Return the choice that these pairs make."""
    tree = judged.tree
    alternatives = [each for pair in run for each in _alternatives(tree, pair, roster)]
    confidence: Confidence = "high"
    if len(run) > 1 and any(_may_go_on(tree, pair) for pair in run[1:]):
        confidence = "high" if any(each.holders for each in alternatives) else "low"
    return Choice(tree.starts[run[0]], tree.ends[run[-1]], tuple(alternatives), confidence)


def _look_ahead(judged: Judged, pair: int, role_of: Callable[[int], Role]) -> None:
    """Judge the next brother of a pair where it stands beside it, and whether it goes on the choice."""
    tree, flags = judged.tree, judged.flags
    after = _neighbour(tree, pair)
    parted = 0 if after else _behind_a_word(tree, pair)
    if not (after or parted):
        return
    if not flags[after or parted] & _ROLE:
        flags[after or parted] |= _CODES[role_of(after or parted)]
    if flags[after or parted] & _ROLE not in _JOINABLE:
        return
    if parted:
        judged.doubts.extend([parted] if _kind(tree, pair) == _kind(tree, parted) else [])
        return
    apart = tree.starts[after] > tree.ends[pair]
    in_word = bool(flags[pair] & _IN_WORD) or _is_in_word(tree, pair)
    if not _belong(judged, pair, after, is_broken=apart and (in_word or _begins_word(tree, after))):
        return
    flags[after] |= _FOLLOWS | (_IN_WORD if in_word else 0)


def _belong(judged: Judged, pair: int, after: int, *, is_broken: bool) -> bool:
    tree = judged.tree
    if tree.canonical:
        return True
    kind = _kind(tree, pair)
    if is_broken or kind != _kind(tree, after):
        return False
    if kind == "words" and _GOES_ON.match(tree.text, *tree.inside(after)):
        judged.doubts.append(after)
        return False
    if kind == "words" and _may_go_on(tree, after):
        judged.doubts.append(after)
    return True


def _may_go_on(tree: Tree, pair: int) -> bool:
    return bool(_MAY_GO_ON.match(tree.text, *tree.inside(pair)))


def _neighbour(tree: Tree, pair: int) -> int:
    """Return the pair that begins where this one ends, or behind a few spaces; 0 when none does."""
    text, at = tree.text, tree.ends[pair]
    mark = text[at : at + 1]
    if mark in _SPACES:
        last = at + _MOST_SPACES
        while at < last and text[at : at + 1] in _SPACES:
            at += 1
        mark = text[at : at + 1]
    return tree.pair_at(at, pair) if mark in _OPENING else 0


def _behind_a_word(tree: Tree, pair: int) -> int:
    """Return the pair that only a stroke or "or" parts from this one; 0 when none does."""
    match = _PARTED.match(tree.text, tree.ends[pair])
    return tree.pair_at(match.end(), pair) if match else 0


_OPENING = frozenset("[{［【〔⟦⟨<")
_SPACES = frozenset(" \u00a0")
_BEFORE_NEXT = _OPENING | _SPACES | {"/"}


def _kind(tree: Tree, pair: int) -> Kind:
    start, end = tree.inside(pair)
    if end - start > 38 or tree.holds_pairs(pair):
        return "words"
    content = tree.text[start:end]
    if _CONNECTIVE.fullmatch(content):
        return "connective"
    return "number" if _NUMBER.fullmatch(content) else "words"


def _is_in_word(tree: Tree, pair: int) -> bool:
    text, begin, behind = tree.text, tree.starts[pair], tree.ends[pair]
    start, end = tree.inside(pair)
    before, first = text[max(begin - 1, 0) : begin], text[start : start + 1]
    last, after = text[end - 1 : end], text[behind : behind + 1]
    return (_has_case(before) and _has_case(first)) or (_has_case(after) and (_has_case(last) or last in "-‐‑"))


def _has_case(letter: str) -> bool:
    """Whether ``letter`` belongs to a script that parts words by spaces."""
    return letter.isalpha() and not "\u0e00" <= letter <= "\u0fff" and not "\u1000" <= letter <= "\u109f" and (
        letter < "\u2e80" or "\uac00" <= letter <= "\ud7a3"
    )


def _begins_word(tree: Tree, pair: int) -> bool:
    """Whether a pair or those glued behind it stand in a word: "[co][Co]-operation"."""
    for _ in range(_MOST_GLUED):
        if _is_in_word(tree, pair):
            return True
        end = tree.ends[pair]
        pair = tree.pair_at(end, pair) if tree.text[end : end + 1] in _OPENING else 0
        if not pair:
            break
    return False


def _alternatives(tree: Tree, pair: int, roster: Roster | None) -> Iterator[Alternative]:
    for start, end in _parts(tree, pair):
        head: Head = head_of(tree.text, start, end, roster, own=tree.canonical)
        is_null = head.end - head.start <= _LONGEST_NULL and bool(_NULL.fullmatch(tree.text, head.start, head.end))
        yield Alternative(head.start, head.end, head.holders, head.unknown, is_null, head.stances, head.damaged)


def _parts(tree: Tree, pair: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the alternatives in one bracket: "(75) (85)", "a / b", "shall/should", or all of it."""
    text, (start, end) = tree.text, tree.inside(pair)
    if tree.canonical or tree.holds_pairs(pair) or not (text.find("/", start, end) >= 0 or text[start] == "("):
        yield start, end
    elif _NUMBERS.fullmatch(text, start, end):
        yield from (match.span() for match in _ONE_NUMBER.finditer(text, start, end))
    else:
        cuts = [match.start() for match in _cuts(text, start, end)]
        yield from zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True)


def _cuts(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return (_SLASH if _VERBS.fullmatch(text, start, end) else _SPACED_SLASH).finditer(text, start, end)
