"""
Law 6, nothing silent: which differences between consecutive versions of a text no entry of the record accounts for.

Pure: versions and what entries say of them in, ids of paragraphs out. An entry accounts for the step to one version,
which it names by number and by fingerprint; it covers the paragraphs that it names, and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from accord.engine import text as engine

FRAME = ""
"""Stands for what differs outside the paragraphs: the roster, the sample mark."""


@dataclass(frozen=True, slots=True)
class Account:
    """
    What one entry answers for.

    Attributes:
        version: number of the version that it made; ``made`` that version's fingerprint.
        signed: it says who acted, when, and on what authority.
        data: what it says of the change.
    """

    version: int
    made: str
    signed: bool
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Ids of paragraphs with a difference that no entry accounts for, and of all that differ in some step."""

    silent: frozenset[str]
    changed: frozenset[str]


def uncovered(bodies: Sequence[tuple[int, engine.Text]], accounts: Iterable[Account]) -> Uncovered:
    """
    Return which paragraphs changed without an entry from the first of these versions to the last.

    Args:
        bodies: consecutive versions by number, oldest first.
        accounts: entries that made versions; those of other versions are ignored.

    A paragraph that was changed silently and then stands again as before is no difference between the two.
    """
    by_version = {account.version: account for account in accounts}
    silent: set[str] = set()
    changed: set[str] = set()
    for (_before, old), (number, new) in pairwise(bodies):
        different = differing(old, new)
        changed |= different
        silent |= different - _covered(different, new, by_version.get(number))
    net = differing(bodies[0][1], bodies[-1][1]) if bodies else frozenset()
    return Uncovered(frozenset(silent) & net, frozenset(changed))


def differing(old: engine.Text, new: engine.Text) -> frozenset[str]:
    """Return ids of the paragraphs that differ in anything: wording, holders, status, notes, place, being there."""
    before, after = ({block.id: block for block in text.blocks} for text in (old, new))
    ids = {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}
    ids |= {change.block for change in engine.compare(old, new, by_id=True).moved}
    framed = replace(old, blocks=(), numbered=0) != replace(new, blocks=(), numbered=0)
    return frozenset(ids | ({FRAME} if framed else set()))


def _covered(ids: frozenset[str], new: engine.Text, account: Account | None) -> frozenset[str]:
    if account is None or not account.signed or account.made != engine.fingerprint(new):
        return frozenset()
    return named(account.data) & ids


def named(data: Mapping[str, Any]) -> frozenset[str]:
    """
    Return ids of the paragraphs that an entry names as changed by it.

    One that names a single paragraph answers for that one; an act on many, or a handed-in version, names a list.
    """
    alone = data.get("block")
    return frozenset([alone] if alone else data.get("blocks", ()))
