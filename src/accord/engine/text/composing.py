"""
One paragraph: the base's wording and the delegations' wordings become common words and choices.

Edits that touch share a choice, transitively; a wording that replaces a long stretch stands beside the base's wording,
in which the smaller edits keep choices of their own. Long wordings that are like one another share an alternative, with
choices of their own inside it. Neighbouring choices that part the delegations alike, with at most one unchanged word
between them, are printed as one.

Source: docs/reference/notation.md, "Edits" and "Choices".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from accord.engine.text.diffing import CLOSING, Hunk, Side, apply, changes, settled, side
from accord.engine.text.model import CHAIR, Alternative, Choice, Inline, joined
from accord.engine.text.tables import BAR
from accord.engine.text.tokens import END, SPACELESS, Tokens, is_word

JOINED_OVER = 1
"""Unchanged words over which two choices that part the delegations alike are joined."""

_WORTH_NESTING = 5
"""A wording that replaces a stretch leaves the smaller edits beneath it choices of their own where they keep this many
words of it; and two that replace it share an alternative where they have as many words in common."""

_MOST_COMPARED = 24
"""How many long wordings of one stretch are compared with each other at most."""


class Variant(NamedTuple):
    """One wording of a stretch that differs from the base, and who holds it."""

    holders: tuple[str, ...]
    changes: tuple[Hunk, ...]


class Cluster(NamedTuple):
    """Base tokens ``[start, end)`` and the variants that change them, each cut down to its hunks there."""

    start: int
    end: int
    variants: tuple[Variant, ...]


def compose(base: str, versions: Mapping[str, str], order: Sequence[str]) -> tuple[Inline, ...]:
    """
    Return one paragraph's common wording and choices.

    Args:
        base: the base's wording; "" where the base has no such paragraph.
        versions: code → wording of those who differ; "" for a delegation that has no such paragraph. A version equal
            to the base is no position and leaves no trace.
        order: every code, in the order in which holders are listed.

    Returns:
        inlines whose choices carry the id ""; numbering is the caller's.
    """
    return _composed(base, versions, _ranks(tuple(order)))


def _composed(base: str, versions: Mapping[str, str], rank: Mapping[str, int]) -> tuple[Inline, ...]:
    old = side(base)
    grouped = list(_grouped(base, versions, rank))
    edits = settled(old.tokens, [changes(old, Side.of_paragraph(wording)) for wording, _ in grouped])
    variants = tuple(Variant(holders, each) for (_, holders), each in zip(grouped, edits, strict=True))
    return _inlines(old.tokens, variants, 0, len(old.tokens), rank)


@lru_cache(maxsize=64)
def _ranks(order: tuple[str, ...]) -> Mapping[str, int]:
    return {code: rank for rank, code in enumerate(order)}


def _grouped(base: str, versions: Mapping[str, str], rank: Mapping[str, int]) -> Iterator[tuple[str, tuple[str, ...]]]:
    together: dict[str, list[str]] = {}
    for code in sorted(versions, key=rank.__getitem__):
        if versions[code] != base:
            together.setdefault(versions[code], []).append(code)
    return ((wording, tuple(holders)) for wording, holders in together.items())


def _inlines(
    base: Tokens, variants: Sequence[Variant], start: int, end: int, rank: Mapping[str, int]
) -> tuple[Inline, ...]:
    if not variants:
        return joined("".join(base[start:end]))
    out: list[Inline] = []
    at = start
    for cluster in _joined_alike(base, list(_clusters(variants))):
        out += ["".join(base[at : cluster.start]), *_spaced(_choice(base, cluster, rank))]
        at = cluster.end
    return joined(*out, "".join(base[at:end]))


def _clusters(variants: Sequence[Variant]) -> Iterator[Cluster]:
    """Yield the groups of edits that touch, transitively, in the order of the base."""
    edits = sorted(
        [
            (hunk.start, hunk.end > hunk.start, index, hunk)
            for index, variant in enumerate(variants)
            for hunk in variant.changes
        ]
    )
    span = Hunk(-1, -1, ())
    inside: dict[int, list[Hunk]] = {}
    for _, _, index, hunk in edits:
        if not span.touches(hunk):
            if inside:
                yield _cluster(variants, span, inside)
            span, inside = hunk, {}
        elif hunk.end > span.end:
            span = Hunk(span.start, hunk.end, ())
        inside.setdefault(index, []).append(hunk)
    if inside:
        yield _cluster(variants, span, inside)


def _cluster(variants: Sequence[Variant], span: Hunk, inside: Mapping[int, Sequence[Hunk]]) -> Cluster:
    cut = [Variant(variants[index].holders, tuple(inside[index])) for index in sorted(inside)]
    return Cluster(span.start, span.end, tuple(cut))


def _joined_alike(base: Tokens, clusters: list[Cluster]) -> list[Cluster]:
    out: list[Cluster] = []
    for cluster in clusters:
        if out and _belong_together(base, out[-1], cluster):
            out[-1] = _union(out[-1], cluster)
        else:
            out.append(cluster)
    return out


def _belong_together(base: Tokens, left: Cluster, right: Cluster) -> bool:
    """
    Whether two choices, one after the other, are printed as one.

    They are where they part the delegations alike with at most one word between them; or where somebody edits both and
    no word stands between, so that apart they would be the halves of one thought, unless that would part others who
    agree on one of them. They never are over a full stop, a semicolon, or the edge of a cell.
    """
    between = base[left.end : right.start]
    kept = 0
    for token in between:
        kept += is_word(token)
        if kept > JOINED_OVER or token in (END, BAR) or token in CLOSING:
            return False
    if _parting(base, left) == _parting(base, right):
        return True
    both = {each.holders for each in left.variants} & {each.holders for each in right.variants}
    return not kept and bool(both) and _keeps_agreement(base, left, right)


def _keeps_agreement(base: Tokens, left: Cluster, right: Cluster) -> bool:
    whole = [frozenset(holders) for holders in _parting(base, _union(left, right))]
    parts = (frozenset(holders) for cluster in (left, right) for holders in _parting(base, cluster))
    return all(any(part <= each for each in whole) for part in parts)


def _parting(base: Tokens, cluster: Cluster) -> frozenset[tuple[str, ...]]:
    return frozenset(_wordings(base, cluster).values())


def _union(left: Cluster, right: Cluster) -> Cluster:
    made: dict[tuple[str, ...], tuple[Hunk, ...]] = {}
    for variant in (*left.variants, *right.variants):
        made[variant.holders] = made.get(variant.holders, ()) + variant.changes
    return Cluster(left.start, right.end, tuple(Variant(*each) for each in made.items()))


def _wordings(base: Tokens, cluster: Cluster) -> dict[str, tuple[str, ...]]:
    """Return the wordings of a cluster and who holds each; equal ones have joined."""
    together: dict[str, tuple[str, ...]] = {}
    for variant in cluster.variants:
        wording = "".join(apply(base, variant.changes, cluster.start, cluster.end))
        together[wording] = tuple(sorted(together.get(wording, ()) + variant.holders))
    return together


def _choice(base: Tokens, cluster: Cluster, rank: Mapping[str, int]) -> Choice:
    if len(cluster.variants) == 1:
        return _choice_of_one(base, cluster)
    over, under = _laid_over(base, cluster)
    stem = _inlines(base, under, cluster.start, cluster.end, rank)
    under_holders = _ranked((code for variant in under for code in variant.holders), rank)
    wordings = _wordings(base, Cluster(cluster.start, cluster.end, over))
    others = [(wording, _ranked(holders, rank)) for wording, holders in wordings.items()]
    others.sort(key=lambda each: rank[each[1][0]])
    alternatives = (_alternative(alike, rank) for alike in _alike(others))
    return Choice("", (Alternative(under_holders, stem), *alternatives))


def _choice_of_one(base: Tokens, cluster: Cluster) -> Choice:
    (holders, edits), start, end = cluster.variants[0], cluster.start, cluster.end
    stem, wording = "".join(base[start:end]), "".join(apply(base, edits, start, end))
    return Choice("", (Alternative((), joined(stem)), Alternative(holders, joined(wording))))


# Wordings that are like one another

Held = tuple[str, tuple[str, ...]]
"""A wording and who holds it."""


def _alike(wordings: Sequence[Held]) -> list[list[Held]]:
    """
    Return the wordings with those together that share an alternative.

    Each goes to the one before it, the first of its kind, with which it has the most words in common: as many as make a
    paragraph an edit of another one, and five. The chair's compromise stands by itself, so that it can be closed on; so
    does a wording that nobody is named for, so that it stays as it is. More than 24 are not compared: each is compared
    with each, and the choices inside would nest as deep.
    """
    may = set(filter(_may_share, wordings))
    if not 2 <= len(may) <= _MOST_COMPARED:
        return [[each] for each in wordings]
    found: list[list[Held]] = []
    for each in wordings:
        shared = [_in_common(group[0], each) if {group[0], each} <= may else 0 for group in found]
        most = max(shared, default=0)
        if most >= _WORTH_NESTING:
            found[shared.index(most)].append(each)
        else:
            found.append([each])
    return found


def _may_share(held: Held) -> bool:
    """Whether a wording is long enough to share an alternative, and held by delegations."""
    wording, holders = held
    spaceless = max(wording, default="") >= SPACELESS
    long_enough = len(wording) > _WORTH_NESTING if spaceless else wording.count(" ") >= _WORTH_NESTING
    return long_enough and not all(code == CHAIR or not code.isalnum() for code in holders)


def _in_common(one: Held, other: Held) -> int:
    """Return how many words of one wording the other keeps; 0 where they end differently in white space."""
    if one[0][-1].isspace() != other[0][-1].isspace():
        return 0
    old, new = side(one[0]), side(other[0])
    changed = sum(map(is_word, (old.tokens[at] for hunk in changes(old, new) for at in range(hunk.start, hunk.end))))
    return len(old.words) - 1 - changed


def _alternative(alike: Sequence[Held], rank: Mapping[str, int]) -> Alternative:
    """Return the alternative of wordings that are alike, with a choice wherever the others differ from the first."""
    (lead, holders), *others = alike
    if not others:
        return Alternative(holders, joined(lead))
    everybody = _ranked((code for _, codes in alike for code in codes), rank)
    versions = {code: wording for wording, codes in others for code in codes}
    return Alternative(everybody, _held_by_all(_composed(lead, versions, rank), everybody))


def _held_by_all(inlines: tuple[Inline, ...], holders: tuple[str, ...]) -> tuple[Inline, ...]:
    """Return inlines in whose choices those who hold no other wording stand at the first, which is not the base's."""
    return tuple(item if isinstance(item, str) else _each_held(item, holders) for item in inlines)


def _each_held(choice: Choice, holders: tuple[str, ...]) -> Choice:
    first, *others = choice.alternatives
    elsewhere = {code for each in others for code in each.holders}
    alternatives = (replace(first, holders=tuple(code for code in holders if code not in elsewhere)), *others)
    inside = (replace(each, inlines=_held_by_all(each.inlines, each.holders)) for each in alternatives)
    return replace(choice, alternatives=tuple(inside))


def _spaced(choice: Choice) -> Iterator[Inline]:
    """Yield the choice; a space with which all its wordings end stands behind it, as it stands in none of them."""
    shorter = [_without_last_space(each.inlines) for each in choice.alternatives]
    if not all(shorter):
        yield choice
        return
    yield _with_wordings(choice, shorter)
    yield " "


def _without_last_space(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the inlines without the space that ends each of their readings; () where there is none, or no word."""
    *others, last = inlines or ("",)
    if isinstance(last, str):
        kept = (last[:-1],) if last[:-1] else ()
        return (*others, *kept) if last.endswith(" ") and (last.strip() or others) else ()
    shorter = [_without_last_space(each.inlines) for each in last.alternatives]
    if all(shorter):
        return (*others, _with_wordings(last, shorter))
    before = others[-1] if others else ""
    nulls = [each.is_null for each in last.alternatives]
    if not isinstance(before, str) or not before.endswith(" ") or nulls != [not each for each in shorter]:
        return ()
    moved = [joined(" ", *each) if each else () for each in shorter]
    return (*others[:-1], *joined(before[:-1]), _with_wordings(last, moved))


def _with_wordings(choice: Choice, wordings: Sequence[tuple[Inline, ...]]) -> Choice:
    both = zip(choice.alternatives, wordings, strict=True)
    return replace(choice, alternatives=tuple(replace(each, inlines=inlines) for each, inlines in both))


def _ranked(codes: Iterable[str], rank: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(codes, key=rank.__getitem__))


def _laid_over(base: Tokens, cluster: Cluster) -> tuple[tuple[Variant, ...], tuple[Variant, ...]]:
    """
    Part the variants of a cluster into those that replace all of it and those that edit parts of it.

    The latter keep choices of their own inside the base's wording where that helps the reader: where they are apart
    from each other, keep much of the stretch, or change nothing but marks beside some words. Otherwise all stand side
    by side. The chair's compromise replaces all of it whatever it keeps, so that it can be closed on.
    """
    over = tuple(each for each in cluster.variants if CHAIR in each.holders or _covers(base, each, cluster))
    under = tuple(each for each in cluster.variants if each not in over)
    if not over or not under:
        return cluster.variants, ()
    apart = len(under) > 1 and len(list(_clusters(under))) > 1
    kept = _kept_words(base, cluster, under)
    nested = apart or kept >= _WORTH_NESTING or (kept > 1 and not _changes_words(base, under))
    return (over, under) if nested else (cluster.variants, ())


def _kept_words(base: Tokens, cluster: Cluster, variants: Sequence[Variant]) -> int:
    """Return how many words of the stretch none of these variants changes."""
    changed = {at for variant in variants for hunk in variant.changes for at in range(hunk.start, hunk.end)}
    return sum(is_word(base[at]) for at in range(cluster.start, cluster.end) if at not in changed)


def _changes_words(base: Tokens, variants: Sequence[Variant]) -> bool:
    """Whether any of these variants takes out or puts in a word; else they change marks and spaces alone."""
    edits = (hunk for variant in variants for hunk in variant.changes)
    return any(is_word(token) for hunk in edits for token in (*base[hunk.start : hunk.end], *hunk.tokens))


def _covers(base: Tokens, variant: Variant, cluster: Cluster) -> bool:
    """Whether a variant replaces all words of the stretch in one piece; END and the white space behind it are none."""
    first = variant.changes[0]
    left = base[first.end : cluster.end]
    return first.start == cluster.start and not any(is_word(token) for token in left if token != END)
