"""
The brackets of a text as they stand: leaves that tile it, and the pairs among them.

Nothing here judges. A ``]`` closes the nearest ``[`` that is open, wherever that stands; one that finds none is stray,
and a ``[`` that none closes stays open. So the figures are those that anybody counts by hand.

Source: docs/reference/inspect.md, "How brackets pair".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

LeafKind = Literal["text", "open", "close", "unclosed", "stray", "literal"]

CANONICAL_HEAD = "%accord 1\n"
"""A text that begins so is in our own notation: a backslash escapes what follows it."""

_BRACKET = re.compile(r"[\[\]]")
_BRACKET_OR_ESCAPE = re.compile(r"\\.|[\[\]]", re.DOTALL)


class Leaf(NamedTuple):
    """A stretch of the text, in code points, half-open ``[start, end)``."""

    kind: LeafKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Bracket:
    """
    A pair of brackets with the pairs directly inside it.

    Attributes:
        start: offset of the ``[``. end: offset behind the ``]``.
    """

    start: int
    end: int
    inside: tuple[Bracket, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """
    A text and its brackets.

    Attributes:
        leaves: they tile the text: sorted, without gap or overlap.
        brackets: the outermost pairs, in order.
        unclosed, stray: offsets of the brackets without a partner, in order.
        literals: offsets of escaped brackets without a partner (our own notation only).
        depth: longest chain of pairs inside one another.
    """

    text: str = field(repr=False)
    canonical: bool
    leaves: tuple[Leaf, ...] = field(repr=False)
    brackets: tuple[Bracket, ...] = field(repr=False)
    unclosed: tuple[int, ...]
    stray: tuple[int, ...]
    literals: tuple[int, ...]
    depth: int


def emit(tree: Tree) -> str:
    """Return the text again, from its leaves alone."""
    return "".join(tree.text[leaf.start : leaf.end] for leaf in tree.leaves)


def plant(text: str) -> Tree:
    """Return the tree of ``text``, in time linear in its length. Every ``str`` has one."""
    canonical = text.startswith(CANONICAL_HEAD)
    gardener = _Gardener()
    for match in (_BRACKET_OR_ESCAPE if canonical else _BRACKET).finditer(text):
        gardener.see(match[0], match.start())
    return gardener.tree(text, canonical)


def walk(brackets: tuple[Bracket, ...]) -> Iterator[tuple[Bracket, ...]]:
    """Yield every row of brothers: ``brackets`` first, then those directly inside each, in reading order."""
    rows = [brackets]
    while rows:
        row = rows.pop()
        yield row
        rows.extend(bracket.inside for bracket in reversed(row) if bracket.inside)


@dataclass(slots=True)
class _Open:
    """A ``[`` that waits for its ``]``: where, the pairs inside it so far, and the longest chain among them."""

    start: int
    inside: list[Bracket] = field(default_factory=list)
    chain: int = 0

    def take(self, brackets: list[Bracket] | tuple[Bracket, ...], chain: int) -> None:
        self.inside.extend(brackets)
        self.chain = max(self.chain, chain)


@dataclass(slots=True)
class _Gardener:
    """Pairs the brackets in one pass; the lowest of ``open`` is the text itself."""

    open: list[_Open] = field(default_factory=lambda: [_Open(-1)])
    marks: list[tuple[LeafKind, int]] = field(default_factory=list)
    stray: list[int] = field(default_factory=list)
    escaped: list[int] = field(default_factory=list)
    lonely: list[int] = field(default_factory=list)

    def see(self, mark: str, start: int) -> None:
        if mark == "[":
            self.marks.append(("open", start))
            self.open.append(_Open(start))
        elif mark == "]":
            self.close(start)
        else:
            self.escape(mark, start)

    def close(self, start: int) -> None:
        if len(self.open) == 1:
            self.marks.append(("stray", start))
            self.stray.append(start)
            return
        self.marks.append(("close", start))
        done = self.open.pop()
        self.open[-1].take((Bracket(done.start, start + 1, tuple(done.inside)),), done.chain + 1)

    def escape(self, mark: str, start: int) -> None:
        self.marks.append(("literal", start))
        if mark == "\\[":
            self.escaped.append(start + 1)
        elif mark == "\\]":
            if self.escaped:
                self.escaped.pop()
            else:
                self.lonely.append(start + 1)

    def tree(self, text: str, canonical: bool) -> Tree:
        unclosed = tuple(each.start for each in self.open[1:])
        while len(self.open) > 1:
            lost = self.open.pop()
            self.open[-1].take(lost.inside, lost.chain)
        root = self.open[0]
        literals = tuple(sorted([*self.escaped, *self.lonely]))
        leaves = tuple(_leaves(text, self.marks, frozenset(unclosed)))
        return Tree(text, canonical, leaves, tuple(root.inside), unclosed, tuple(self.stray), literals, root.chain)


def _leaves(text: str, marks: list[tuple[LeafKind, int]], unclosed: frozenset[int]) -> Iterator[Leaf]:
    at = 0
    for kind, start in marks:
        if at < start:
            yield Leaf("text", at, start)
        at = start + (2 if kind == "literal" else 1)
        yield Leaf("unclosed" if start in unclosed else kind, start, at)
    if at < len(text):
        yield Leaf("text", at, len(text))
