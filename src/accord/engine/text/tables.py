"""
Tables as Markdown writes them, one line for each row: what one version makes of a row and a cell stays inside it.

A row that is put in or taken out is so as a whole, with the line end before it; two rows that stand for each other are
compared cell by cell where they have as many. Source: docs/reference/notation.md, "Edits".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from accord.engine.text.aligning import pairs, similarity
from accord.engine.text.dividing import SHARED
from accord.engine.text.tokens import Tokens

BAR = "|"
"""What parts the cells of a row."""

_LINE = "\n"

Stretch = tuple[int, int, int, int]
"""Tokens ``[start, end)`` of the base and ``[start, end)`` of the version that stand for each other."""


def has_table(tokens: Tokens) -> bool:
    """Whether a paragraph, or a stretch of one, holds rows: a line begins with a bar, and none inside is empty."""
    if BAR not in tokens:
        return False
    lines = _lines(tokens)
    return any(line.lstrip().startswith(BAR) for line in lines) and all(line.strip() for line in lines[1:-1])


def stretches(base: Tokens, version: Tokens) -> Iterator[Stretch]:
    """Yield what of two paragraphs with tables stands for each other, in order; one side is empty for a row alone."""
    old, new = _edges(base), _edges(version)
    at = new_at = 0
    for i, j in pairs(_lines(base), _lines(version)):
        end, new_end = at if i is None else old[i + 1], new_at if j is None else new[j + 1]
        whole = at, end, new_at, new_end
        yield from [whole] if i is None or j is None else _in_row(base, version, whole)
        at, new_at = end, new_end


def _in_row(base: Tokens, version: Tokens, row: Stretch) -> Iterator[Stretch]:
    """Yield the cells of a row; the whole row where they are not as many, or it was written anew."""
    start, end, new_start, new_end = row
    old, new = base[start:end], version[new_start:new_end]
    if old == new:
        return
    bars, new_bars = _bars(old), _bars(new)
    if len(bars) != len(new_bars) or similarity("".join(old), "".join(new)) < SHARED:
        yield row
        return
    for (left, right), (new_left, new_right) in zip(pairwise(bars), pairwise(new_bars), strict=True):
        yield start + left + 1, start + right, new_start + new_left + 1, new_start + new_right


def _bars(row: Tokens) -> list[int]:
    """Return where the cells of a row are parted, its two edges among them."""
    return [-1, *(at for at, token in enumerate(row) if token == BAR), len(row)]


@lru_cache(maxsize=256)
def _edges(tokens: Tokens) -> tuple[int, ...]:
    """Return where the rows begin, each but the first with the line end before it, and where the last one ends."""
    return (0, *(at for at, token in enumerate(tokens) if token == _LINE), len(tokens))


@lru_cache(maxsize=256)
def _lines(tokens: Tokens) -> tuple[str, ...]:
    return tuple("".join(tokens).split(_LINE))
