"""
What one version changes in one paragraph, in a canonical form: the same change gives the same hunks, wherever else the
paragraph was changed.

Words are matched with words (rapidfuzz opcodes); spaces and marks belong to the words around them, so a comma that
happens to be there again never tears a phrase apart. Source: docs/reference/notation.md, "Edits".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

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
    parts = [part for whole in _between_matches(base, version) for part in _parted(base, _trimmed(base, whole))]
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


def _between_matches(base: Tokens, version: Tokens) -> Iterator[Hunk]:
    """Yield what differs between one pair of matched words and the next."""
    at = new_at = 0
    for start, end, new_start, new_end in _matches(base, version):
        if base[at:start] != version[new_at:new_start]:
            yield Hunk(at, start, version[new_at:new_start])
        at, new_at = end, new_end
    if base[at:] != version[new_at:]:
        yield Hunk(at, len(base), version[new_at:])


def _matches(base: Tokens, version: Tokens) -> Iterator[tuple[int, int, int, int]]:
    """Yield stretches of tokens, from word to word, that both have; as long as they go on without a difference."""
    old, new = _words_of(base), _words_of(version)
    for op in Indel.opcodes(old.words, new.words):
        if op.tag != "equal":
            continue
        start, end = old.places[op.src_start], old.places[op.src_end - 1] + 1
        new_start, new_end = new.places[op.dest_start], new.places[op.dest_end - 1] + 1
        if base[start:end] == version[new_start:new_end]:
            yield start, end, new_start, new_end
            continue
        for i, j in zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True):
            yield old.places[i], old.places[i] + 1, new.places[j], new.places[j] + 1


@dataclass(frozen=True, slots=True)
class _Words:
    """The words among some tokens, and the place of each."""

    words: Tokens
    places: tuple[int, ...]


@lru_cache(maxsize=16384)
def _words_of(tokens: Tokens) -> _Words:
    places = tuple(place for place, token in enumerate(tokens) if is_word(token))
    return _Words(tuple(tokens[place] for place in places), places)


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


def settled(base: Tokens, versions: Sequence[tuple[Hunk, ...]]) -> list[tuple[Hunk, ...]]:
    """
    Return the changes of several versions with neighbours kept apart.

    Who takes out "b " and who takes out " c" of "a b c." take the same space, and that alone is no conflict: the first
    edit takes the space before its words instead. Equal edits stay equal.
    """
    edits = {hunk for changes in versions for hunk in changes}
    deletions = sorted((each for each in edits if not each.tokens), key=lambda each: each.start, reverse=True)
    insertions = [each for each in edits if each.start == each.end]
    moved: dict[Hunk, Hunk] = {}
    for hunk in [*deletions, *insertions]:
        step = _shared_space(base, hunk, [moved.get(each, each) for each in edits if each != hunk])
        new = _moved_left(base, hunk, step) if step else hunk
        if new != hunk and all(_fits(new, hunk, changes) for changes in versions):
            moved[hunk] = new
    return [tuple(moved.get(hunk, hunk) for hunk in changes) for changes in versions] if moved else list(versions)


def _shared_space(base: Tokens, hunk: Hunk, others: Sequence[Hunk]) -> int:
    """Return how many tokens, white space alone, at the end of ``hunk`` another edit takes as well."""
    if hunk.start == hunk.end:
        begins = [each.start for each in others if each.start < hunk.start < each.end]
    else:
        begins = [each.start for each in others if hunk.start < each.start < hunk.end < each.end]
    first = min(begins, default=hunk.end)
    return hunk.end - first if all(token.isspace() for token in base[first : hunk.end]) else 0


def _moved_left(base: Tokens, hunk: Hunk, step: int) -> Hunk:
    """Return the same edit ``step`` tokens to the left, or as it is where that would be another edit."""
    start, end = hunk.start - step, hunk.end - step
    space = base[end : hunk.end]
    if not hunk.tokens:
        return Hunk(start, end, ()) if start >= 0 and base[start : hunk.start] == space else hunk
    return Hunk(start, end, space + hunk.tokens[:-step]) if hunk.tokens[-step:] == space else hunk


def _fits(new: Hunk, old: Hunk, changes: Sequence[Hunk]) -> bool:
    """Whether a version that makes this edit has no other where it would move to."""
    others = [each for each in changes if each != old]
    return old not in changes or all(each.end <= new.start or each.start >= old.start for each in others)
