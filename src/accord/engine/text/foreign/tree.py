"""
The brackets of a text as they stand: leaves that tile it, and the pairs among them.

Nothing here judges. A ``]`` closes the nearest ``[`` that is open, wherever that stands; one that finds none is stray,
and a ``[`` that none closes stays open. So the figures are those that anybody counts by hand.

Source: docs/reference/inspect.md, "How brackets pair".
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal, NamedTuple

import numpy as np

from accord.engine.text.foreign.pairing import PLACE, Mask, Pairs, Places, Scan, pair
from accord.engine.text.foreign.profile import PLAIN, Profile

LeafKind = Literal["text", "open", "close", "unclosed", "stray", "literal"]

CANONICAL_HEAD = "%accord 1\n"
"""A text that begins so is in our own notation: a backslash escapes what follows it."""

_STRETCH = 1 << 16
_ESCAPE = re.compile(r"\\[\[\]\\]")


class Leaf(NamedTuple):
    """A stretch of the text, in code points, half-open ``[start, end)``."""

    kind: LeafKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """
    A text and its brackets.

    Attributes:
        marks: what counts as a bracket, and whether it opens.
        starts, ends: of each pair, in the order of its start: an outer pair before those inside it.
        unclosed, stray: offsets of the brackets without a partner, in order.
        literals: offsets of escaped brackets without a partner (our own notation only).
        depth: longest chain of pairs inside one another.
    """

    text: str = field(repr=False)
    canonical: bool
    marks: dict[str, bool]
    starts: array[int] = field(repr=False)
    ends: array[int] = field(repr=False)
    unclosed: array[int] = field(repr=False)
    stray: array[int] = field(repr=False)
    literals: array[int] = field(repr=False)
    depth: int

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self.starts)

    def inside(self, pair: int) -> tuple[int, int]:
        """Return start and end of what stands between the brackets of a pair."""
        start, end = self.starts[pair], self.ends[pair]
        if len(self.marks) == 2:
            return start + 1, end - 1
        return start + 1 + (self.text[start] == "<"), end - 1 - (self.text[end - 1] == ">")

    def holds_pairs(self, pair: int) -> bool:
        """Whether a pair has others inside it."""
        return pair + 1 < len(self.starts) and self.starts[pair + 1] < self.ends[pair]

    def pair_at(self, offset: int, after: int) -> int:
        """Return the pair that begins at ``offset``, among those after the pair ``after``; 0 when none does."""
        found = bisect_left(self.starts, offset, after + 1)
        return found if found < len(self.starts) and self.starts[found] == offset else 0

    def leaves(self) -> Iterator[Leaf]:
        """Yield the leaves in order: they tile the text without gap or overlap."""
        at = 0
        for kind, start, end in _marked(self):
            if at < start:
                yield Leaf("text", at, start)
            yield Leaf(kind, start, end)
            at = end
        if at < len(self.text):
            yield Leaf("text", at, len(self.text))


def emit(tree: Tree) -> str:
    """Return the text again, from its leaves alone; a stretch at a time, as there may be very many."""
    pieces = (tree.text[leaf.start : leaf.end] for leaf in tree.leaves())
    return "".join(iter(lambda: "".join(islice(pieces, _STRETCH)), ""))


def plant(text: str, profile: Profile = PLAIN) -> Tree:
    """Return the tree of ``text``, in time linear in its length. Every ``str`` has one."""
    canonical = text.startswith(CANONICAL_HEAD)
    marks = PLAIN.marks if canonical else profile.marks
    found: Pairs = pair(_scan(text, marks, escaped=canonical))
    literals = _lonely_literals(text) if canonical else array(PLACE)
    starts, ends, unclosed, stray, depth = found
    if "<<" in marks:
        ends = array(PLACE, (end + (text[end - 1] == ">") for end in ends))
    return Tree(text, canonical, marks, starts, ends, unclosed, stray, literals, depth)


def _scan(text: str, marks: dict[str, bool], *, escaped: bool) -> Scan:
    if escaped or len(marks) > 2:
        return lambda: _searched(text, marks, escaped=escaped)
    return lambda: _seen(text)


def _seen(text: str) -> Iterator[tuple[Places, Mask]]:
    """Yield the square brackets of a text, by looking at many characters at once."""
    for begin in range(0, len(text), _STRETCH):
        stretch = text[begin : begin + _STRETCH]
        if "[" in stretch or "]" in stretch:
            codes = np.frombuffer(stretch.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
            opens = codes == ord("[")
            places = np.flatnonzero(opens | (codes == ord("]")))
            yield (places + begin).astype(np.uint32), opens[places]


def _searched(text: str, marks: dict[str, bool], *, escaped: bool) -> Iterator[tuple[Places, Mask]]:
    """Yield the brackets of a text, whatever their shape and with those left out that are escaped."""
    found = ((each.start(), marks[each[0]]) for each in _pattern(marks, escaped).finditer(text) if each[0] in marks)
    while stretch := list(islice(found, _STRETCH)):
        yield np.array([place for place, _ in stretch], dtype=np.uint32), np.array([opens for _, opens in stretch])


def _pattern(marks: dict[str, bool], escaped: bool) -> re.Pattern[str]:
    shapes = "|".join(map(re.escape, marks))
    return re.compile(rf"\\.|{shapes}" if escaped else shapes, re.DOTALL)


def _marked(tree: Tree) -> Iterator[tuple[LeafKind, int, int]]:
    """Yield kind, start and end of every bracket and escape."""
    alone: tuple[tuple[LeafKind, Iterator[int]], ...] = (("unclosed", iter(tree.unclosed)), ("stray", iter(tree.stray)))
    waiting = [next(places, -1) for _, places in alone]
    for match in _pattern(tree.marks, tree.canonical).finditer(tree.text):
        opens = tree.marks.get(match[0])
        if opens is None:
            yield "literal", *match.span()
            continue
        which = 0 if opens else 1
        kind: LeafKind = "open" if opens else "close"
        if match.start() == waiting[which]:
            kind, places = alone[which]
            waiting[which] = next(places, -1)
        yield kind, *match.span()


def _lonely_literals(text: str) -> array[int]:
    """Return the escaped brackets of our own notation that have no partner."""
    opened, closing = array(PLACE), array(PLACE)
    for match in _ESCAPE.finditer(text):
        if match[0] == "\\[":
            opened.append(match.start() + 1)
        elif match[0] == "\\]":
            if opened:
                opened.pop()
            else:
                closing.append(match.start() + 1)
    return array(PLACE, sorted([*opened, *closing]))
