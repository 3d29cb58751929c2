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

from accord.engine.text.aligning import SHARED
from accord.engine.text.tokens import END, Tokens, is_word

Run = tuple[int, int, int, int]
"""A stretch that both have: ``[start, end)`` of the base and ``[start, end)`` of the version."""

_SEAM = 8
"""How many words the seam between two matched runs is moved at most in search of a better reading."""

_COMMAS = frozenset(",،，、")


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
    return _hunks(base, version, _runs(base, version))


def changes(base: Tokens, version: Tokens) -> tuple[Hunk, ...]:
    """
    Return the changes from ``base`` to ``version``, both :func:`~accord.engine.text.tokens.framed`.

    A paragraph that is there no longer, is new, or was written anew is one edit. It was written anew where fewer than
    :data:`~accord.engine.text.aligning.SHARED` of the words, counted in the shorter of the two, stand in the other in
    the same order, in runs of two words or more (of one, where one is all there is).
    """
    if not base or not version:
        return (Hunk(0, len(base), version),)
    runs = _runs(base, version)
    if _is_kept(base, version, runs):
        return _hunks(base, version, runs)
    end, new_end = base.index(END), version.index(END)
    tail = (Hunk(end + 1 + each.start, end + 1 + each.end, each.tokens) for each in _ends(base, version, end, new_end))
    return (Hunk(0, end, version[:new_end]), *tail)


def _is_kept(base: Tokens, version: Tokens, runs: Sequence[Run]) -> bool:
    old, new = _words_of(base).words, _words_of(version).words
    shorter = min(len(old), len(new)) - 1
    sizes = [end - start - (end == len(old)) for start, end, _, _ in runs]
    kept = sum(size for size in sizes if size >= min(2, shorter))
    return kept >= SHARED * shorter if shorter else len(old) == len(new)


def _ends(base: Tokens, version: Tokens, end: int, new_end: int) -> tuple[Hunk, ...]:
    return hunks(base[end + 1 :], version[new_end + 1 :])


def _hunks(base: Tokens, version: Tokens, runs: Sequence[Run]) -> tuple[Hunk, ...]:
    parts = [part for hunk in _between_matches(base, version, runs) for part in _parted(base, hunk)]
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


def _between_matches(base: Tokens, version: Tokens, runs: Sequence[Run]) -> Iterator[Hunk]:
    """Yield what differs between one pair of matched words and the next."""
    at = new_at = 0
    for start, end, new_start, new_end in _matches(base, version, runs):
        if base[at:start] != version[new_at:new_start]:
            yield _trimmed(base, Hunk(at, start, version[new_at:new_start]))
        at, new_at = end, new_end
    if base[at:] != version[new_at:]:
        yield _trimmed(base, Hunk(at, len(base), version[new_at:]))


def _matches(base: Tokens, version: Tokens, runs: Sequence[Run]) -> Iterator[Run]:
    """Yield stretches of tokens, from word to word, that both have; as long as they go on without a difference."""
    old, new = _words_of(base), _words_of(version)
    for start, end, new_start, new_end in runs:
        whole = old.places[start], old.places[end - 1] + 1, new.places[new_start], new.places[new_end - 1] + 1
        if base[whole[0] : whole[1]] == version[whole[2] : whole[3]]:
            yield whole
            continue
        for i, j in zip(range(start, end), range(new_start, new_end), strict=True):
            yield old.places[i], old.places[i] + 1, new.places[j], new.places[j] + 1


def _runs(base: Tokens, version: Tokens) -> list[Run]:
    """
    Return which words are matched, in runs.

    Where a run of words was put in or taken out that could as well be one that begins earlier or later ("and on
    request" before "and", or "on request and" behind it), the reading that changes the fewest tokens is taken.
    """
    old, new = _words_of(base).words, _words_of(version).words
    opcodes = ((op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Indel.opcodes(old, new))
    runs = [(i1, i2, j1, j2) for tag, i1, i2, j1, j2 in opcodes if tag == "equal"]
    for index in range(len(runs) - 1, 0, -1):
        readings = _readings(old, new, runs, index)
        if len(readings) > 1:
            runs = min(readings, key=lambda each: _cost(base, version, each))
    return runs


def _readings(old: Tokens, new: Tokens, runs: list[Run], index: int) -> list[list[Run]]:
    """Return the runs as they are and with the seam before run ``index`` moved; a few words at most."""
    (i1, i2, j1, j2), (k1, k2, l1, l2) = runs[index - 1], runs[index]
    if k1 > i2 and l1 > j2:
        return [runs]
    words, start, end = (old, i2, k1) if k1 > i2 else (new, j2, l1)
    left = _common(words[max(start - min(i2 - i1, _SEAM), 0) : start][::-1], words[end - min(end, _SEAM) : end][::-1])
    right = _common(words[start : start + _SEAM], words[end : end + min(k2 - k1, _SEAM)])
    moved = []
    for step in sorted(range(-left, right + 1), key=abs):
        two = [(i1, i2 + step, j1, j2 + step), (k1 + step, k2, l1 + step, l2)]
        moved.append([*runs[: index - 1], *(run for run in two if run[0] < run[1]), *runs[index + 1 :]])
    return moved


def _cost(base: Tokens, version: Tokens, runs: Sequence[Run]) -> tuple[int, int]:
    made = list(_between_matches(base, version, runs))
    return sum(len(hunk.tokens) + hunk.end - hunk.start for hunk in made), len(made)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words among some tokens, and the place of each."""

    words: Tokens
    places: tuple[int, ...]


@lru_cache(maxsize=16384)
def _words_of(tokens: Tokens) -> _Words:
    places = tuple(place for place, token in enumerate(tokens) if token == END or is_word(token))
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
    """
    Move each pure insertion or deletion to where people would put it, without meeting its neighbours.

    That is as far right as it goes ("x ", not " x"), or where it begins with a comma (", in writing").
    """
    limit = len(base)
    out: list[Hunk] = []
    for index in range(len(parts) - 1, -1, -1):
        moved = parts[index]
        if not moved.tokens or moved.start == moved.end:
            moved = _placed(base, moved, parts[index - 1].end if index else 0, limit)
        limit = moved.start
        out.append(moved)
    return out[::-1]


def _placed(base: Tokens, hunk: Hunk, first: int, limit: int) -> Hunk:
    """Return the same insertion or deletion at its best place between ``first`` and ``limit``."""
    start, end = hunk.start, hunk.end
    tokens = hunk.tokens or base[start:end]
    size = len(tokens)
    sequence = base[first:start] + tokens + base[end:limit]
    at = start - first
    while at + size < len(sequence) and sequence[at] == sequence[at + size]:
        at += 1
    rightmost = at
    while sequence[at] not in _COMMAS and at and sequence[at - 1] == sequence[at - 1 + size]:
        at -= 1
    at = at if sequence[at] in _COMMAS else rightmost
    place = first + at
    return Hunk(place, place, sequence[at : at + size]) if hunk.tokens else Hunk(place, place + size, ())


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
