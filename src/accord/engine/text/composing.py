"""
One paragraph: the base's wording and the delegations' wordings become common words and choices.

Edits that touch share a choice, transitively; a wording that replaces a long stretch stands beside the base's wording,
in which the smaller edits keep choices of their own. Neighbouring choices that part the delegations alike, with at most
one unchanged word between them, are printed as one.

Source: docs/reference/notation.md, "Edits" and "Choices".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accord.engine.text.diffing import Hunk, apply, changes, settled
from accord.engine.text.model import Alternative, Choice, Inline, joined
from accord.engine.text.tokens import END, Tokens, framed, is_word

JOINED_OVER = 1
"""Unchanged words over which two choices that part the delegations alike are joined."""

_WORTH_NESTING = 8
"""A wording that replaces at least this many words leaves the smaller edits beneath it choices of their own."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a stretch that differs from the base, and who holds it."""

    holders: tuple[str, ...]
    changes: tuple[Hunk, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
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
    tokens = framed(base)
    grouped = list(_grouped(base, versions, order))
    edits = settled(tokens, [changes(tokens, framed(wording)) for wording, _ in grouped])
    variants = tuple(Variant(holders, each) for (_, holders), each in zip(grouped, edits, strict=True))
    return _inlines(tokens, variants, 0, len(tokens), {code: rank for rank, code in enumerate(order)})


def _grouped(base: str, versions: Mapping[str, str], order: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    together: dict[str, list[str]] = {}
    for code in order:
        if code in versions and versions[code] != base:
            together.setdefault(versions[code], []).append(code)
    return ((wording, tuple(holders)) for wording, holders in together.items())


def _inlines(
    base: Tokens, variants: Sequence[Variant], start: int, end: int, rank: Mapping[str, int]
) -> tuple[Inline, ...]:
    out: list[Inline] = []
    at = start
    for cluster in _joined_alike(base, list(_clusters(variants))):
        out += ["".join(base[at : cluster.start]), _choice(base, cluster, rank)]
        at = cluster.end
    return joined(*out, "".join(base[at:end]))


def _clusters(variants: Sequence[Variant]) -> Iterator[Cluster]:
    """Yield the groups of edits that touch, transitively, in the order of the base."""
    edits = sorted(
        ((hunk.start, hunk.end, index) for index, variant in enumerate(variants) for hunk in variant.changes),
        key=lambda edit: (edit[0], edit[1] > edit[0]),
    )
    span: tuple[int, int] | None = None
    for start, end, _index in edits:
        if span and (Hunk(*span, ()).touches(Hunk(start, end, ()))):
            span = span[0], max(span[1], end)
            continue
        if span:
            yield _cut(variants, *span)
        span = start, end
    if span:
        yield _cut(variants, *span)


def _cut(variants: Sequence[Variant], start: int, end: int) -> Cluster:
    inside = ((each.holders, tuple(hunk for hunk in each.changes if _lies(hunk, start, end))) for each in variants)
    return Cluster(start, end, tuple(Variant(holders, changes) for holders, changes in inside if changes))


def _lies(hunk: Hunk, start: int, end: int) -> bool:
    """Whether a hunk belongs to the cluster ``[start, end)``; an insertion at its edge is a neighbour."""
    if hunk.start == hunk.end:
        return start < hunk.start < end or start == end == hunk.start
    return start <= hunk.start and hunk.end <= end and start < end


def _joined_alike(base: Tokens, clusters: list[Cluster]) -> list[Cluster]:
    out: list[Cluster] = []
    for cluster in clusters:
        if out and _close(base, out[-1], cluster) and _parting(base, out[-1]) == _parting(base, cluster):
            out[-1] = _union(out[-1], cluster)
        else:
            out.append(cluster)
    return out


def _close(base: Tokens, left: Cluster, right: Cluster) -> bool:
    between = base[left.end : right.start]
    return END not in between and sum(map(is_word, between)) <= JOINED_OVER


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
    over, under = _laid_over(base, cluster)
    stem = _inlines(base, under, cluster.start, cluster.end, rank)
    under_holders = _ranked((code for variant in under for code in variant.holders), rank)
    others = _wordings(base, Cluster(cluster.start, cluster.end, over)).items()
    alternatives = [Alternative(_ranked(holders, rank), joined(wording)) for wording, holders in others]
    alternatives.sort(key=lambda each: rank[each.holders[0]])
    return Choice("", (Alternative(under_holders, stem), *alternatives))


def _ranked(codes: Iterable[str], rank: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(codes, key=rank.__getitem__))


def _laid_over(base: Tokens, cluster: Cluster) -> tuple[tuple[Variant, ...], tuple[Variant, ...]]:
    """
    Part the variants of a cluster into those that replace all of it and those that edit parts of it.

    The latter keep choices of their own inside the base's wording where that helps the reader: where they are apart
    from each other, or where the stretch is long. Otherwise all stand side by side.
    """
    over = tuple(each for each in cluster.variants if _covers(each, cluster))
    under = tuple(each for each in cluster.variants if not _covers(each, cluster))
    if not over or not under:
        return cluster.variants, ()
    apart = len(list(_clusters(under))) > 1
    long = sum(map(is_word, base[cluster.start : cluster.end])) >= _WORTH_NESTING
    return (over, under) if apart or long else (cluster.variants, ())


def _covers(variant: Variant, cluster: Cluster) -> bool:
    change = variant.changes[0]
    return len(variant.changes) == 1 and (change.start, change.end) == (cluster.start, cluster.end)
