"""Whether the index says what the rooms say."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import DatabaseError, connection

from accord.members.models import Organisation
from accord.search.databases import TRIGGERS
from accord.search.models import Passage
from accord.search.queries.sources import SOURCES


def doubts() -> Iterator[str]:
    """Yield a sentence for each thing that is not as it should be; the index has to be brought in step before."""
    missing = [name for name in _needed() if name not in _triggers()]
    if missing:
        yield f"The database no longer tells search what changes ({', '.join(missing)} is missing)."
    there = set(Passage.objects.values_list("organisation", "scope", "position", "digest"))
    now = {
        (organisation_id, scope, position, found.digest)
        for organisation_id in Organisation.objects.values_list("pk", flat=True)
        for source in SOURCES
        for scope in source.scopes(organisation_id)
        for position, found in enumerate(source.passages(organisation_id, scope))
        if found.named or found.words
    }
    if apart := len(there ^ now):
        yield f"The index of search differs from the council in {apart} places; `accord index` draws it anew."
    if connection.vendor == "sqlite" and not _is_whole():
        yield "The index of search is damaged; `accord index` draws it anew."


def _needed() -> tuple[str, ...]:
    return TRIGGERS if connection.vendor == "sqlite" else TRIGGERS[-1:]


def _triggers() -> set[str]:
    ask = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger",
    }
    with connection.cursor() as cursor:
        cursor.execute(ask[connection.vendor])
        return {name for (name,) in cursor.fetchall()}


def _is_whole() -> bool:
    """Whether FTS5 finds its own structure and the words of the table to be the same."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_words(search_words, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True
