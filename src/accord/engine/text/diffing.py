"""
What one version changes in one paragraph, in a canonical form: the same change gives the same hunks, wherever else the
paragraph was changed.

Words are matched with words (rapidfuzz opcodes); spaces and marks belong to the words around them, so a comma that
happens to be there again never tears a phrase apart. Source: docs/reference/notation.md, "Edits".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, compress
from typing import NamedTuple

from rapidfuzz.distance import Indel

from accord.engine.text.dividing import SHARED
from accord.engine.text.tables import BAR, has_table, stretches
from accord.engine.text.tokens import END, Tokens, framed, is_word

Run = tuple[int, int, int, int]
"""A stretch that both have: ``[start, end)`` of the base and ``[start, end)`` of the version."""

_SEAM = 8
"""How many words the seam between two matched runs is moved at most in search of a better reading."""

_COMMAS = frozenset(",،，、")
_STOPS = frozenset(".!?…。！？؟։")
CLOSING = _STOPS | frozenset(";；؛")
"""Marks that close a sentence, or an item of a list."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: its tokens, the words among them (END counts as one), and the place of each."""

    tokens: Tokens
    words: Tokens
    places: tuple[int, ...]

    @classmethod
    def of(cls, tokens: Tokens) -> Side:
        """Return the side that has these tokens."""
        counts = tuple(map(is_word, tokens))
        return cls(tokens, tuple(compress(tokens, counts)), tuple(compress(range(len(tokens)), counts)))

    @classmethod
    def of_paragraph(cls, wording: str) -> Side:
        """Return a whole paragraph as one side of a comparison, with END before the white space that it ends with."""
        return cls.of(framed(wording))


@lru_cache(maxsize=16384)
def side(wording: str) -> Side:
    """Return :meth:`Side.of_paragraph`, remembered: for a paragraph that is compared with many."""
    return Side.of_paragraph(wording)


class Hunk(NamedTuple):
    """
    Base tokens ``[start, end)`` are replaced by ``tokens``. ``start == end`` is an insertion into that gap.

    A tuple and no dataclass, since a dense text has a hundred thousand of them to compare.
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
    old, new = Side.of(base), Side.of(version)
    return _hunks(old, new, _runs(old, new))


def changes(base: Side, version: Side) -> tuple[Hunk, ...]:
    """
    Return the changes from one whole paragraph to another.

    A paragraph that is there no longer, is new, or was written anew is one edit. It was written anew where fewer than
    :data:`~accord.engine.text.dividing.SHARED` of the words, counted in the shorter of the two, stand in the other in
    the same order; a word that stands alone between two edits counts half.
    """
    if not base.tokens or not version.tokens:
        return (Hunk(0, len(base.tokens), version.tokens),)
    runs = _runs(base, version)
    if not _is_kept(base, version, runs):
        return _anew(base.tokens, version.tokens)
    if BAR in base.tokens and BAR in version.tokens:
        old, new = base.tokens[: base.tokens.index(END)], version.tokens[: version.tokens.index(END)]
        if has_table(old) and has_table(new):
            return (*_by_row(old, new), *_behind_end(base.tokens, version.tokens))
    return _hunks(base, version, runs)


def _is_kept(base: Side, version: Side, runs: Sequence[Run]) -> bool:
    """Whether enough words are kept; END is matched always and does not count."""
    words = len(base.words)
    shorter = min(words, len(version.words)) - 1
    sizes = [end - start - (end == words) for start, end, _, _ in runs]
    kept = sum(sizes) - sizes.count(1) / 2
    return kept >= SHARED * shorter if shorter else words == len(version.words)


def _anew(base: Tokens, version: Tokens) -> tuple[Hunk, ...]:
    """Return the edit of all that stands before END, and those behind it."""
    return Hunk(0, base.index(END), version[: version.index(END)]), *_behind_end(base, version)


def _behind_end(base: Tokens, version: Tokens) -> tuple[Hunk, ...]:
    start = base.index(END) + 1
    return _shifted(hunks(base[start:], version[version.index(END) + 1 :]), start)


def _shifted(changes: Sequence[Hunk], by: int) -> tuple[Hunk, ...]:
    return tuple(Hunk(each.start + by, each.end + by, each.tokens) for each in changes)


def _by_row(base: Tokens, version: Tokens) -> Iterator[Hunk]:
    """Yield the changes of a paragraph with a table; rows that are put in at one place are one edit."""
    last: Hunk | None = None
    for start, end, new_start, new_end in stretches(base, version):
        for hunk in _shifted(_of_stretch(base[start:end], version[new_start:new_end]), start):
            if last and last.start == last.end == hunk.start == hunk.end:
                last = Hunk(hunk.start, hunk.end, last.tokens + hunk.tokens)
                continue
            if last:
                yield last
            last = hunk
    if last:
        yield last


def _of_stretch(base: Tokens, version: Tokens) -> tuple[Hunk, ...]:
    if base and version:
        return hunks(base, version)
    return (Hunk(0, len(base), version),) if base != version else ()


def _hunks(base: Side, version: Side, runs: Sequence[Run]) -> tuple[Hunk, ...]:
    whole = (part for hunk in _between_matches(base, version, runs) for part in _at_stop(base.tokens, hunk))
    return tuple(_slid(base.tokens, [part for hunk in whole for part in _parted(base.tokens, hunk)]))


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


def _between_matches(old: Side, new: Side, runs: Sequence[Run]) -> Iterator[Hunk]:
    """Yield what differs between one pair of matched words and the next."""
    base, version = old.tokens, new.tokens
    at = new_at = 0
    for start, end, new_start, new_end in _matches(old, new, runs):
        if base[at:start] != version[new_at:new_start]:
            yield _trimmed(base, Hunk(at, start, version[new_at:new_start]))
        at, new_at = end, new_end
    if base[at:] != version[new_at:]:
        yield _trimmed(base, Hunk(at, len(base), version[new_at:]))


def _matches(old: Side, new: Side, runs: Sequence[Run]) -> Iterator[Run]:
    """Yield stretches of tokens, from word to word, that both have; as long as they go on without a difference."""
    for start, end, new_start, new_end in runs:
        whole = old.places[start], old.places[end - 1] + 1, new.places[new_start], new.places[new_end - 1] + 1
        if old.tokens[whole[0] : whole[1]] == new.tokens[whole[2] : whole[3]]:
            yield whole
            continue
        for i, j in zip(range(start, end), range(new_start, new_end), strict=True):
            yield old.places[i], old.places[i] + 1, new.places[j], new.places[j] + 1


def _runs(base: Side, version: Side) -> list[Run]:
    """
    Return which words are matched, in runs.

    Where a run of words was put in or taken out that could as well be one that begins earlier or later ("and on
    request" before "and", or "on request and" behind it), the reading that changes the fewest tokens is taken.
    """
    blocks = Indel.editops(base.words, version.words).as_matching_blocks()
    runs = [(i, i + size, j, j + size) for i, j, size in blocks if size]
    for index in range(len(runs) - 1, 0, -1):
        readings = _readings(base.words, version.words, runs, index)
        if len(readings) > 1:
            runs = min(readings, key=lambda each: _cost(base, version, each))
    return runs


def _readings(old: Tokens, new: Tokens, runs: list[Run], index: int) -> list[list[Run]]:
    """Return the runs as they are and with the seam before run ``index`` moved; a few words at most."""
    (i1, i2, j1, j2), (k1, k2, l1, l2) = runs[index - 1], runs[index]
    if k1 > i2 and l1 > j2:
        return [runs]
    words, start, end = (old, i2, k1) if k1 > i2 else (new, j2, l1)
    if words[start - 1] != words[end - 1] and words[start] != words[end]:
        return [runs]
    left = _common(words[max(start - min(i2 - i1, _SEAM), 0) : start][::-1], words[end - min(end, _SEAM) : end][::-1])
    right = _common(words[start : start + _SEAM], words[end : end + min(k2 - k1, _SEAM)])
    moved = []
    for step in sorted(range(-left, right + 1), key=abs):
        two = [(i1, i2 + step, j1, j2 + step), (k1 + step, k2, l1 + step, l2)]
        moved.append([*runs[: index - 1], *(run for run in two if run[0] < run[1]), *runs[index + 1 :]])
    return moved


def _cost(base: Side, version: Side, runs: Sequence[Run]) -> tuple[int, int]:
    made = list(_between_matches(base, version, runs))
    return sum(len(hunk.tokens) + hunk.end - hunk.start for hunk in made), len(made)


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


def _at_stop(base: Tokens, hunk: Hunk) -> Iterator[Hunk]:
    """
    Part an edit before a full stop or a semicolon that puts in one more sentence, or item of a list.

    "autumn." → "autumn in Yerevan. They thank the host." is "in Yerevan" before the stop and a sentence behind it.
    """
    stop = base[hunk.end] if hunk.end < len(base) else END
    new = hunk.tokens
    at = new.index(stop) if stop in CLOSING and stop in new[:-1] else -1
    if at < 0 or not new[at + 1].isspace():
        yield hunk
        return
    if at or hunk.start < hunk.end:
        yield Hunk(hunk.start, hunk.end, new[:at])
    yield Hunk(hunk.end + 1, hunk.end + 1, (*new[at + 1 :], stop))


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

    That is as far right as it goes ("x ", not " x"), or where it begins with a comma (", in writing"), a line or a
    paragraph, or else is a whole sentence ("They meet. ", not "meet. They ").
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
    spots = _spots(sequence, start - first, size)
    sentences = (at for at in spots if _is_sentence(sequence, at, size, whole=not first))
    openings = (at for at in spots if _opens(sequence, at))
    at = next(chain(openings, sentences, spots))
    place = first + at
    return Hunk(place, place, sequence[at : at + size]) if hunk.tokens else Hunk(place, place + size, ())


def _spots(sequence: Tokens, at: int, size: int) -> list[int]:
    """Return where the same edit of so many tokens can stand, the rightmost first."""
    while at + size < len(sequence) and sequence[at] == sequence[at + size]:
        at += 1
    spots = [at]
    while at and sequence[at - 1] == sequence[at - 1 + size]:
        at -= 1
        spots.append(at)
    return spots


def _is_sentence(tokens: Tokens, at: int, size: int, *, whole: bool) -> bool:
    """Whether an edit is of whole sentences: it begins and ends behind a full stop, or with the paragraph."""
    return all(_follows_stop(tokens, each, whole=whole) for each in (at, at + size))


def _follows_stop(tokens: Tokens, at: int, *, whole: bool) -> bool:
    while at and tokens[at - 1].isspace():
        at -= 1
    return tokens[at - 1] in _STOPS if at else whole


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether an edit is best begun here: with a comma, a line or a paragraph."""
    return tokens[at] in _COMMAS or tokens[at] == "\n"


def settled(base: Tokens, versions: Sequence[tuple[Hunk, ...]]) -> list[tuple[Hunk, ...]]:
    """
    Return the changes of several versions with neighbours kept apart.

    Who takes out "b " and who takes out " c" of "a b c." take the same space, and that alone is no conflict: the first
    edit takes the space before its words instead, or what is put in before the space goes behind it. Equal edits stay
    equal.
    """
    edits = {hunk for changes in versions for hunk in changes}
    reach: dict[int, int] = {}
    for hunk in edits:
        reach[hunk.start] = max(reach.get(hunk.start, 0), hunk.end)
    deletions = sorted((each for each in edits if not each.tokens), reverse=True)
    moved: dict[Hunk, Hunk] = {}
    for hunk in [*deletions, *(each for each in edits if each.start == each.end)]:
        step = _shared_space(base, hunk, reach)
        new = _moved_left(base, hunk, step) if step else hunk
        if new != hunk and _fits(hunk, new, versions):
            moved[hunk] = new
            reach[new.start] = max(reach.get(new.start, 0), new.end)
    moved |= {hunk: new for hunk, new in _behind_space(base, edits.difference(moved)) if _fits(hunk, new, versions)}
    return [tuple(moved.get(hunk, hunk) for hunk in changes) for changes in versions] if moved else list(versions)


def _shared_space(base: Tokens, hunk: Hunk, reach: Mapping[int, int]) -> int:
    """
    Return how many tokens, white space alone, before the end of ``hunk`` another edit takes as well.

    ``reach`` has for each token at which an edit begins how far the longest of them goes.
    """
    step = place = 0
    for place in range(hunk.end - 1, -1, -1):
        if not base[place].isspace() or (place == hunk.start and hunk.start < hunk.end):
            break
        if reach.get(place, 0) > hunk.end:
            step = hunk.end - place
    return step


def _moved_left(base: Tokens, hunk: Hunk, step: int) -> Hunk:
    """Return the same edit ``step`` tokens to the left, or as it is where that would be another edit."""
    start, end = hunk.start - step, hunk.end - step
    space = base[end : hunk.end]
    if not hunk.tokens:
        return Hunk(start, end, ()) if start >= 0 and base[start : hunk.start] == space else hunk
    return Hunk(start, end, space + hunk.tokens[:-step]) if hunk.tokens[-step:] == space else hunk


def _behind_space(base: Tokens, edits: Iterable[Hunk]) -> Iterator[tuple[Hunk, Hunk]]:
    """Yield insertions before the white space with which another edit ends, and the same insertions behind it."""
    begins: dict[int, int] = {}
    put: dict[int, list[Hunk]] = {}
    for hunk in sorted(edits):
        if hunk.start < hunk.end:
            begins[hunk.end] = min(begins.get(hunk.end, hunk.start), hunk.start)
        else:
            put.setdefault(hunk.start, []).append(hunk)
    for gap, hunks in put.items():
        place = gap
        while place < len(base) and base[place].isspace() and begins.get(place, gap) >= gap:
            place += 1
        space = base[gap:place]
        if space and begins.get(place, gap) < gap and all(each.tokens[: len(space)] == space for each in hunks):
            yield from ((each, Hunk(place, place, each.tokens[len(space) :] + space)) for each in hunks)


def _fits(hunk: Hunk, new: Hunk, versions: Sequence[Sequence[Hunk]]) -> bool:
    """Whether no version that makes this edit has another one between its two places."""
    first, last = sorted((hunk.start, new.start))
    return all(
        each.end <= first or each.start >= last or each == hunk
        for changes in versions
        if hunk in changes
        for each in changes
    )
