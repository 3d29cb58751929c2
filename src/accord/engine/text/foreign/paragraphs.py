"""
Where the paragraphs, blocks and options of a foreign text end.

Source: docs/reference/inspect.md, "How brackets pair".
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from accord.engine.text.foreign.furniture import Furniture
from accord.engine.text.foreign.pairing import PLACE
from accord.engine.text.foreign.tree import Tree

_PARAGRAPH_END = re.compile(r"\n[ \t\r]*(?=\n)")
_BLOCK_END = re.compile(
    r"\n(?=[ \t*_>]*(?:\r?\n|\f|#|\||[\[{(]?(?:\d{1,3}(?:\.\d{1,3})*|\w{1,3})[.)]\s|\d{1,3}(?:\.\d{1,3})*\s"
    r"|[\[{]|\((?:[a-z]{1,4}|\d{1,3})\)|(?:\*\*)?(?:Option|Alt|Article|ARTICLE|Вариант|Статья)\b))"
)
_OPTION_END = re.compile(r"\n(?=[^\w\n]{0,6}(?:Option|Alt|Вариант)\b)")
_FARTHEST = 10_000
_SENTENCE_ENDS = frozenset(".;:!?]}")


def paragraph_ends(text: str, furniture: Iterable[Furniture] = ()) -> array[int]:
    """
    Return the offsets where paragraphs end: at blank lines and page breaks, but not where only a page ends amid a
    sentence.
    """
    ends = array(PLACE, (match.start() for match in _PARAGRAPH_END.finditer(text)))
    if "\f" in text:
        ends = array(PLACE, sorted([*ends, *(match.start() for match in re.finditer("\f", text))]))
    return _without_pages(text, ends, furniture)


def _without_pages(text: str, ends: array[int], furniture: Iterable[Furniture]) -> array[int]:
    out, done = array(PLACE), 0
    for each in furniture:
        before = text[max(0, each.start - 80) : each.start].rstrip()
        first = each.start - min(each.start, 80) + len(before)
        behind = text[each.end : each.end + 80]
        last = each.end + len(behind) - len(behind.lstrip())
        if before and before[-1] not in _SENTENCE_ENDS:
            out += ends[done : max(done, bisect_left(ends, first))]
            done = max(done, bisect_left(ends, last))
    return out + ends[done:] if done else ends


def block_end(text: str, offset: int) -> int:
    """Return where the block ends that holds ``offset``: before a blank line or a line with a label of its own."""
    return _end(_BLOCK_END, text, offset)


def option_end(text: str, offset: int) -> int:
    """Return where the option ends that holds ``offset``; 0 when no other follows nearby."""
    return _end(_OPTION_END, text, offset)


def text_end(text: str) -> int:
    """Return where a text ends, but for white space."""
    return before_space(text, len(text))


def before_space(text: str, at: int) -> int:
    """Return the offset behind the last visible character before ``at``."""
    while at and text[at - 1].isspace():
        at -= 1
    return at


def _end(pattern: re.Pattern[str], text: str, offset: int) -> int:
    page = text.find("\f", offset, offset + _FARTHEST)
    match = pattern.search(text, offset, page if page >= 0 else offset + _FARTHEST)
    return before_space(text, match.start() if match else max(page, 0))


def covered(tree: Tree, places: Iterable[int]) -> set[int]:
    """Return those of ``places`` that stand inside a pair, in one look at all pairs."""
    wanted = np.array(sorted(set(places)), dtype=np.uint32)
    starts, ends = np.frombuffer(tree.starts, dtype=np.uint32), np.frombuffer(tree.ends, dtype=np.uint32)
    if not len(wanted) or not len(starts):
        return set()
    farthest = _farthest_ends(ends, np.searchsorted(starts, wanted))
    return {int(place) for place in wanted[farthest > wanted]}


def _farthest_ends(ends: NDArray[np.uint32], counts: NDArray[np.intp]) -> NDArray[np.uint32]:
    """Return for each of the rising ``counts`` the largest of so many first ``ends``; 0 for none."""
    out = np.zeros(len(counts), dtype=np.uint32)
    farthest, done = np.uint32(0), 0
    for index, count in enumerate(counts):
        if count > done:
            farthest, done = max(farthest, ends[done:count].max()), int(count)
        out[index] = farthest
    return out


def over_paragraphs(tree: Tree, ends: array[int]) -> Iterable[tuple[int, int, int]]:
    """Yield each pair over several paragraphs, with the number of the paragraphs where it begins and ends."""
    places = np.frombuffer(ends, dtype=np.uint32)
    for begin in range(0, len(tree) if len(ends) else 0, 1 << 16):
        first = np.searchsorted(places, np.array(tree.starts[begin : begin + (1 << 16)], dtype=np.uint32))
        last = np.searchsorted(places, np.array(tree.ends[begin : begin + (1 << 16)], dtype=np.uint32))
        for index in np.flatnonzero(first != last):
            yield begin + int(index), int(first[index]), int(last[index])
