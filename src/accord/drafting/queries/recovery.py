"""
The check of the compiled text: is every version that was handed in still in it, character for character?

This is law 1 (docs/explanation/laws.md) asked of the living text instead of a test.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import takewhile

from accord.access import Subject
from accord.drafting.models import Text, Version
from accord.engine import text as engine
from accord.record.models import Entry
from accord.record.queries import visible_entries

HANDED_IN = "submitted"
CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Recovered:
    """
    One delegation's whole version, looked for in the text.

    Attributes:
        entry: number of the entry by which it was handed in; ``version`` the version of the text that this made.
        until: the version in which it was looked for: the latest in which it has to be whole.
        exact: whether projecting that version gives the very document that was handed in.
    """

    code: str
    entry: int
    version: int
    until: int
    exact: bool


def document_hash(document: str) -> str:
    """Return the SHA-256 of a document as negotiated (NFC, plain line ends, one at its end), in 64 digits."""
    return sha256(document.encode("utf-8")).hexdigest()


def recoveries(by: Subject, text: Text) -> tuple[Recovered, ...]:
    """
    Return every delegation that handed in a whole version, in the order of handing in, with the check of its latest.

    A version handed in has to be whole in the text until its own delegation acts again (it then wants something else)
    or a choice is closed (the base is then no longer the one on which it was written). It is looked for in the last
    version of the text before that; where neither has happened, in the current one. What other delegations hand in,
    propose or withdraw, and what the chair proposes, never excuses a difference. Whether it is there is whether the
    SHA-256 of the projection is the one that was recorded with the entry.

    Args:
        text: as found through ``text_row`` for ``by``.
    """
    entries = list(visible_entries(by).filter(stream=text.stream, data__has_key="version").order_by("number"))
    handed_in = {entry.on_behalf_of: entry for entry in entries if entry.verb == HANDED_IN and "document" in entry.data}
    until = {code: _until(entry, entries) for code, entry in handed_in.items()}
    bodies = {row.number: row.body for row in Version.objects.filter(text=text, number__in=set(until.values()))}
    ranked = sorted(handed_in.items(), key=lambda pair: pair[1].number)
    return tuple(_checked(code, entry, until[code], bodies) for code, entry in ranked)


def recovery_of(by: Subject, text: Text) -> tuple[int, int] | None:
    """Return how many versions are recovered exactly, and of how many; None where none was handed in."""
    rows = recoveries(by, text)
    return (sum(row.exact for row in rows), len(rows)) if rows else None


def _until(handed_in: Entry, entries: Iterable[Entry]) -> int:
    """Return the last version before the delegation's next act or the next closing."""
    later = (entry for entry in entries if entry.number > handed_in.number)
    return max(_versions(handed_in, takewhile(lambda entry: not _ends(handed_in, entry), later)))


def _ends(handed_in: Entry, later: Entry) -> bool:
    return later.verb == CLOSED or later.on_behalf_of == handed_in.on_behalf_of


def _versions(handed_in: Entry, later: Iterable[Entry]) -> Iterator[int]:
    yield handed_in.data["version"]
    yield from (entry.data["version"] for entry in later)


def _checked(code: str, entry: Entry, until: int, bodies: Mapping[int, engine.Text]) -> Recovered:
    projected = engine.project(bodies[until], code)
    exact = document_hash(projected) == entry.data["document"]
    return Recovered(code, entry.number, entry.data["version"], until, exact)
