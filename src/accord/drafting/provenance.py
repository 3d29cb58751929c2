"""
Where every word of a text comes from, out of its versions and the entries that made them. Pure: no database.

The versions are walked in order. In each, every paragraph is read as each of its holders has it, and each reading is
laid word by word over the readings of the version before: a word that stood there keeps its origin, any other was
brought by the act that made this version. So a word's origin is the act that first put it into this place, and it
survives every support, compromise, closing and reopening that leaves the word there (law 9). Where an alternative was
written anew (less than half of its words stood in the base), all of it belongs to who wrote it, even a "the" that stood
in the old wording too; three words in a row that were there before keep their origin.

A word also knows in which choices it stood and how it left each of them; :mod:`accord.publishing.accounts` puts that
into words.

Source: docs/reference/releases.md, "Where words come from".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from rapidfuzz.distance import Indel

from accord.engine import text as engine
from accord.engine.text.tokens import is_word, tokenise

BRINGING = frozenset({"began", "proposed", "submitted", "wrote a compromise"})
"""Verbs of acts that bring wording; all others only choose among what is there."""

ALIKE = 3
"""So many words in a row, found in earlier wording at the same place, count as taken from it."""

KEPT = 0.5
"""Where this share of an alternative's words stood in the base, those are the base's; below, all is written anew."""


@dataclass(frozen=True, slots=True)
class Deed:
    """
    An entry of the record, as far as provenance asks.

    Attributes:
        number: of the entry. version: the version that it made, 0 where it made none.
        code: the delegation that acted, "CHAIR", or "" for the secretariat.
    """

    number: int
    version: int
    at: datetime
    verb: str
    code: str
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Word:
    """
    A word, a space or a mark, and where it comes from.

    Attributes:
        origin: number of the version whose act brought it into the paragraph; 1 is the zero draft.
        path: the open choices in which it stands, the outermost first.
        stood: every choice in which it ever stood.
        left: pairs (choice, version) of the choices that it left because they ended.
    """

    token: str
    origin: int
    path: tuple[str, ...] = ()
    stood: frozenset[str] = frozenset()
    left: tuple[tuple[str, int], ...] = ()


Words = tuple[Word, ...]
Readings = Mapping[str | None, Words]
"""Code → the paragraph as it has it; None is the base."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row with one origin and one history."""

    wording: str
    origin: int
    stood: frozenset[str]
    left: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """One of the wordings of a choice, as it was last on the table. ``holders`` is everybody who ever held it."""

    wording: str
    holders: tuple[str, ...]
    last: int


def stretches(versions: Sequence[engine.Text], verbs: Sequence[str]) -> dict[str, tuple[Stretch, ...]]:
    """
    Return for each paragraph of the last version (by id) the stretches of its base wording, which tile it.

    Args:
        versions: all versions in order, the zero draft first.
        verbs: for each version the verb of the entry that made it.
    """
    found = traced(versions, verbs)
    return {block_id: tuple(_grouped(_settled(readings[None]))) for block_id, readings in found.items()}


def traced(versions: Sequence[engine.Text], verbs: Sequence[str]) -> dict[str, Readings]:
    """Return for each paragraph of the last version its readings, every word with its origin."""
    state: dict[str, Readings] = {}
    before: dict[str, engine.Block] = {}
    for number, (version, verb) in enumerate(zip(versions, verbs, strict=True), 1):
        state = {block.id: _next(block, before, state, number, verb in BRINGING) for block in version.blocks}
        before = {block.id: block for block in version.blocks}
    return state


def contests(versions: Sequence[engine.Text], block_id: str) -> dict[str, tuple[Contest, ...]]:
    """Return choice → the wordings that it ever had in this paragraph, in the order in which they came."""
    found: dict[str, dict[str, Contest]] = {}
    known: engine.Block | None = None
    for number, version in enumerate(versions, 1):
        block = next((each for each in version.blocks if each.id == block_id), None)
        if block is None or (known is not None and block.inlines == known.inlines):
            known = block
            continue
        known = block
        for standing in engine.choices_in(block):
            rows = found.setdefault(standing.choice.id, {})
            for alternative in standing.choice.alternatives:
                _contend(rows, alternative, version.delegations, number)
    return {choice: tuple(rows.values()) for choice, rows in found.items()}


def _contend(
    rows: dict[str, Contest], alternative: engine.Alternative, order: tuple[str, ...], number: int
) -> None:
    wording = "".join(item if isinstance(item, str) else _common(item) for item in alternative.inlines).strip()
    codes = {*alternative.holders, *(rows[wording].holders if wording in rows else ())}
    ranked = tuple(code for code in (*order, engine.CHAIR) if code in codes)
    rows[wording] = Contest(wording, ranked, number)


def _common(choice: engine.Choice) -> str:
    """Return a choice inside an alternative as its base has it."""
    return engine.project_block(engine.Block("", (choice,)), None)


# One step from version to version.


@dataclass(frozen=True, slots=True)
class _Step:
    """The act that made a version: its number, whether it brings wording, and the choices that are open after it."""

    number: int
    brings: bool
    open: frozenset[str]


def _next(
    block: engine.Block, before: Mapping[str, engine.Block], state: Mapping[str, Readings], number: int, brings: bool
) -> Readings:
    known = state.get(block.id, {})
    if block.id in before and before[block.id].inlines == block.inlines:
        return known
    step = _Step(number, brings, frozenset(standing.choice.id for standing in engine.choices_in(block)))
    return {code: _traced(list(_read(block, code)), code, known, step) for code in _readers(block)}


def _readers(block: engine.Block) -> tuple[str | None, ...]:
    return None, *sorted(engine.holders_in(block))


def _read(block: engine.Block, code: str | None) -> Iterator[Word]:
    """Yield the tokens of the paragraph as ``code`` has it, with the choices in which each stands."""
    pieces = list(_pieces(block.inlines, code, ()))
    ends, at = [], 0
    for wording, path in pieces:
        at += len(wording)
        ends.append((at, path))
    at, place = 0, 0
    for token in tokenise("".join(wording for wording, _path in pieces)):
        while ends[place][0] <= at:
            place += 1
        path = ends[place][1]
        yield Word(token, 0, path, frozenset(path))
        at += len(token)


def _pieces(
    inlines: tuple[engine.Inline, ...], code: str | None, path: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for item in inlines:
        if isinstance(item, str):
            yield item, path
        else:
            taken = item.alternatives[engine.held(item, code) or 0]
            yield from _pieces(taken.inlines, code, (*path, item.id))


def _traced(new: list[Word], code: str | None, known: Readings, step: _Step) -> Words:
    found: list[Word | None] = [None] * len(new)
    for source, rule in _sources(new, code, known, step.brings):
        _carry(new, found, source, step, rule)
    return tuple(each or replace(word, origin=step.number) for word, each in zip(new, found, strict=True))


class _Rule(StrEnum):
    """Which words of a source count as the same word."""

    ANY = "any"
    COMMON = "outside choices any, inside one where it is KEPT, else only ALIKE words in a row"
    WHOLE = "a whole stretch, or ALIKE words in a row"


def _sources(new: list[Word], code: str | None, known: Readings, brings: bool) -> Iterator[tuple[Words, _Rule]]:
    """Yield earlier readings, the likeliest first: those that say the same, the own one, the base, all others."""
    others = [reading for each, reading in known.items() if each not in (code, None)]
    own = [known[each] for each in (code, None) if each in known]
    wording = [word.token for word in new]
    yield from ((each, _Rule.ANY) for each in (*own, *others) if [word.token for word in each] == wording)
    if brings:
        yield from ((known[each], _Rule.ANY) for each in (code,) if each in known)
        yield from ((known[each], _Rule.COMMON) for each in (None,) if each in known)
        yield from ((each, _Rule.WHOLE) for each in others)
        return
    yield from ((_unchanged(each, new), _Rule.ANY) for each in own)
    yield from ((each, _Rule.WHOLE) for each in others)
    yield from ((each, _Rule.ANY) for each in (*others, *own))


def _unchanged(source: Words, new: Sequence[Word]) -> Words:
    """Return the words of a reading without those of choices that it now reads otherwise."""
    now, then = _by_path(new), _by_path(source)
    return tuple(word for word in source if not word.path or then[word.path] == now.get(word.path))


def _by_path(words: Sequence[Word]) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for word in words:
        found[word.path] = found.get(word.path, "") + word.token
    return found


def _carry(new: list[Word], found: list[Word | None], source: Words, step: _Step, rule: _Rule) -> None:
    """Let words of ``new`` without an origin take that of the words of ``source`` at their place, as ``rule`` says."""
    old = tuple(word.token for word in source)
    pairs = dict(_matched(old, tuple(word.token for word in new)))
    kept = _kept(new, pairs) if rule == _Rule.COMMON else frozenset()
    for start, end in list(_runs([each is None for each in found])):
        for first, last in _rows(start, end, pairs):
            long = rule == _Rule.ANY or _words(new[first:last]) >= ALIKE
            whole = rule == _Rule.WHOLE and (first, last) == (start, end)
            for at in range(first, last):
                if long or whole or new[at].path in kept:
                    found[at] = _moved(source[pairs[at]], new[at], step)


def _kept(new: Sequence[Word], pairs: Mapping[int, int]) -> frozenset[tuple[str, ...]]:
    """Return the places (outside choices, and inside each) where what was written is largely what stood there."""
    here = {at: word.path for at, word in enumerate(new) if is_word(word.token)}
    total, old = Counter(here.values()), Counter(path for at, path in here.items() if at in pairs)
    return frozenset([(), *(path for path, count in total.items() if old[path] >= KEPT * count)])


def _matched(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield (index in new, index in old) of equal tokens in the same order."""
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            yield from zip(range(op.dest_start, op.dest_end), range(op.src_start, op.src_end), strict=True)


def _rows(start: int, end: int, pairs: Mapping[int, int]) -> list[tuple[int, int]]:
    """Return the stretches inside ``[start, end)`` that the source has in a row."""
    rows: list[tuple[int, int]] = []
    for at in range(start, end):
        if at not in pairs:
            continue
        if rows and rows[-1][1] == at and pairs[at] == pairs[at - 1] + 1:
            rows[-1] = (rows[-1][0], at + 1)
        else:
            rows.append((at, at + 1))
    return rows


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for at, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = at
        elif not flag and start is not None:
            yield start, at
            start = None


def _words(words: Sequence[Word]) -> int:
    return sum(is_word(word.token) for word in words)


def _moved(old: Word, new: Word, step: _Step) -> Word:
    """Return the word where it stands now, with what it was; choices around it that ended are remembered."""
    merged = set(new.path) - set(old.path)
    ended = () if merged else tuple(each for each in old.path if each not in step.open)
    left = old.left + tuple((choice, step.number) for choice in ended)
    return Word(new.token, old.origin, new.path, old.stood | new.stood, left)


# From words to stretches.


def _settled(words: Words) -> Words:
    """Return the words with each space, and each mark of the zero draft, going with the word before it."""
    out: list[Word] = []
    for word in words:
        follows = word.token.isspace() or (word.origin == 1 and not is_word(word.token))
        last = out[-1] if follows and out else word
        out.append(replace(word, origin=last.origin, stood=last.stood, left=last.left))
    return tuple(out)


def _grouped(words: Words) -> Iterator[Stretch]:
    pending: Stretch | None = None
    for word in words:
        if pending and (pending.origin, pending.stood, pending.left) == (word.origin, word.stood, word.left):
            pending = replace(pending, wording=pending.wording + word.token)
            continue
        if pending:
            yield pending
        pending = Stretch(word.token, word.origin, word.stood, word.left)
    if pending:
        yield pending
