"""
Where passages come from: one file a room, each with its ``SOURCE``, all of the same shape (:class:`~values.Source`).

A source reads the rows of its room and says of each passage which audience sees it; it shows nothing to anybody. A new
room adds its file and its line here.
"""

from __future__ import annotations

from accord.search.queries.sources import (
    adopted,
    commitments,
    courses,
    decisions,
    documents,
    meetings,
    members,
    positions,
    programme,
    reports,
    rules,
    signing,
    texts,
)
from accord.search.values import Source

SOURCES: tuple[Source, ...] = (
    texts.SOURCE,
    adopted.SOURCE,
    decisions.SOURCE,
    signing.SOURCE,
    documents.SOURCE,
    meetings.SOURCE,
    courses.SOURCE,
    members.SOURCE,
    positions.SOURCE,
    programme.SOURCE,
    commitments.SOURCE,
    reports.SOURCE,
    rules.SOURCE,
)

QUIET = frozenset({"alignment", "calendar", "wishes"})
"""Streams about nothing that is found by words."""


def scopes_of(organisation_id: str, stream: str) -> set[str]:
    """Return the scopes that an entry of a stream can have changed; those of everything for a stream nobody knows."""
    first = stream.partition(":")[0]
    if first in QUIET:
        return set()
    reading = [source for source in SOURCES if first in source.streams]
    if not reading:
        return {scope for source in SOURCES for scope in source.scopes(organisation_id)}
    return {scope for source in reading for scope in source.touched(organisation_id, stream)}


def source_of(scope: str) -> Source:
    """Return the source of a scope: scopes begin with the name of what they hold."""
    return next(source for source in SOURCES if scope.partition(":")[0] in source.prefixes)
