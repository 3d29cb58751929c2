"""
What one version changes in one paragraph, in a canonical form: the same change gives the same hunks, wherever else the
paragraph was changed.

The opcodes come from rapidfuzz; this module only normalises them. Source: docs/reference/notation.md, "Edits".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from accord.engine.text.tokens import Tokens, is_word


@dataclass(frozen=True, slots=True)
class Hunk:
    """
    Base tokens ``[start, end)`` are replaced by ``tokens``. ``start == end`` is an insertion into that gap.
    """

    start: int
    end: int
    tokens: Tokens

    def touches(self, other: Hunk) -> bool:
        """
        Whether the two edits conflict: the base tokens that they replace intersect, or both insert into one gap.

        An insertion strictly inside what the other replaces counts as well; neighbours do not touch.
        """
        if self.start == self.end and other.start == other.end:
            return self.start == other.start
        return max(self.start, other.start) < min(self.end, other.end) or _inside(self, other) or _inside(other, self)


def _inside(inner: Hunk, outer: Hunk) -> bool:
    return inner.start == inner.end and outer.start < inner.start < outer.end


def hunks(base: Tokens, version: Tokens) -> tuple[Hunk, ...]:
    """Return the changes from ``base`` to ``version`` in order; applied to the base they give the version."""
    raw = [Hunk(i1, i2, version[j1:j2]) for tag, i1, i2, j1, j2 in Indel.opcodes(base, version) if tag != "equal"]
    parts = [part for whole in _coalesced(base, raw) for part in _parted(base, _trimmed(base, whole))]
    return tuple(_slid(base, parts))


def apply(base: Tokens, changes: Sequence[Hunk], start: int, end: int) -> Tokens:
    """Return base tokens ``[start, end)`` after ``changes``, which lie inside."""
    out: list[str] = []
    at = start
    for hunk in changes:
        out.extend(base[at : hunk.start])
        out.extend(hunk.tokens)
        at = hunk.end
    out.extend(base[at:end])
    return tuple(out)


def _coalesced(base: Tokens, raw: Sequence[Hunk]) -> Iterator[Hunk]:
    """Join hunks with nothing but white space between them: how the diff paired the spaces must not matter."""
    pending: Hunk | None = None
    for hunk in raw:
        if pending is None:
            pending = hunk
        elif all(token.isspace() for token in base[pending.end : hunk.start]):
            between = base[pending.end : hunk.start]
            pending = Hunk(pending.start, hunk.end, pending.tokens + between + hunk.tokens)
        else:
            yield pending
            pending = hunk
    if pending is not None:
        yield pending


def _trimmed(base: Tokens, hunk: Hunk) -> Hunk:
    old, new = base[hunk.start : hunk.end], hunk.tokens
    front = _common(old, new)
    back = _common(old[front:][::-1], new[front:][::-1])
    return Hunk(hunk.start + front, hunk.end - back, new[front : len(new) - back])


def _common(left: Tokens, right: Tokens) -> int:
    size = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        size += 1
    return size


def _parted(base: Tokens, hunk: Hunk) -> Iterator[Hunk]:
    """Part "shall exchange" → "may share" word by word, so that an equal edit of one word joins another's."""
    old = base[hunk.start : hunk.end]
    if len(old) != len(hunk.tokens) or not all(map(_alike, old, hunk.tokens)):
        yield hunk
        return
    for offset, (before, after) in enumerate(zip(old, hunk.tokens, strict=True)):
        if before != after:
            yield Hunk(hunk.start + offset, hunk.start + offset + 1, (after,))


def _alike(before: str, after: str) -> bool:
    return before == after or (is_word(before) and is_word(after))


def _slid(base: Tokens, parts: list[Hunk]) -> list[Hunk]:
    """Move each pure insertion or deletion as far right as it goes without meeting the next hunk."""
    limit = len(base)
    out: list[Hunk] = []
    for hunk in reversed(parts):
        moved = _moved_right(base, hunk, limit)
        limit = moved.start
        out.append(moved)
    return out[::-1]


def _moved_right(base: Tokens, hunk: Hunk, limit: int) -> Hunk:
    start, end, new = hunk.start, hunk.end, list(hunk.tokens)
    if start < end and new:
        return hunk
    if start == end:
        while end < limit and new[0] == base[end]:
            new.append(new.pop(0))
            end += 1
        return Hunk(end, end, tuple(new))
    while end < limit and base[start] == base[end]:
        start, end = start + 1, end + 1
    return Hunk(start, end, ())
