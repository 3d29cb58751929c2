"""How a discrepancy is put together: its place from tokens, and the places that it does not fit."""

from __future__ import annotations

from collections.abc import Iterable

from accord.engine.reading.model import Discrepancy, Evidence, Span
from accord.engine.reading.reading import Reading

ERROR, AMBIGUITY, NOTE = "error", "ambiguity", "note"
Place = tuple[int, int]
"""Tokens, half-open."""


def span_of(reading: Reading, place: Place) -> Span:
    """Return the code points of tokens."""
    tokens = reading.mentions.script.tokens
    return Span(tokens[place[0]].start, tokens[place[1] - 1].end)


def flagged(  # noqa: PLR0917 -- the fields of a discrepancy, in their order
    reading: Reading,
    kind: str,
    severity: str,
    place: Place | Evidence,
    why: str,
    basis: str,
    expected: str | None = None,
    others: Iterable[Place | Evidence | Span] = (),
) -> Discrepancy:
    """Return a discrepancy at tokens, or where an item has its evidence."""
    span = _span(reading, place)
    return Discrepancy(
        kind, severity, span.start, span.end, why, basis, expected, tuple(_span(reading, each) for each in others)
    )


def silence(why: str, basis: str, expected: str | None = None, *, severity: str = NOTE) -> Discrepancy:
    """Return what a report does not say; it has no place."""
    return Discrepancy("missing", severity, 0, 0, why, basis, expected)


def _span(reading: Reading, place: Place | Evidence | Span) -> Span:
    if isinstance(place, Span):
        return place
    return Span(place.start, place.end) if isinstance(place, Evidence) else span_of(reading, place)
