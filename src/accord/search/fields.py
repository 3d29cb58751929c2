"""Words in order, as each database finds them: a ``tsvector`` on PostgreSQL; on SQLite plain text, which FTS5 reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models


class WordsField(models.Field):
    """
    A sequence of words of :mod:`accord.search.words`, written only; it is compared in the database and never read back.

    Neither database cuts or folds the words again, so that both find the same.
    """

    def db_type(self, connection: Any) -> str:
        """Return the type of the column."""
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def get_placeholder(self, _value: object, _compiler: object, connection: Any) -> str:
        """Return how a value stands in a statement."""
        return "%s::tsvector" if connection.vendor == "postgresql" else "%s"

    def get_db_prep_value(self, value: Sequence[str], connection: Any, prepared: bool = False) -> str:  # noqa: ARG002
        """Return the words with their places for PostgreSQL, one behind the other for SQLite."""
        if connection.vendor == "postgresql":
            return " ".join(f"'{word}':{place}" for place, word in enumerate(value, 1))
        return " ".join(value)
