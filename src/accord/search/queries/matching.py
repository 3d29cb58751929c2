"""
What is asked, as each database asks it: MATCH of FTS5, or ``@@`` with a tsquery. Words are letters and digits in
quotation marks, and arguments of the statement, so that nothing that somebody types is ever read as an operator.

Neither database ranks: what they would weigh words by is counted over all rows, hidden ones too.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from accord.search.asking import Asked, Item

_MATCHING = "search_passage.id IN (SELECT rowid FROM search_words WHERE search_words MATCH %s)"


def having(asked: Asked) -> RawSQL:
    """Return whether a passage has what is asked; something has to be wanted."""
    if connection.vendor == "postgresql":
        return _of_postgresql(asked)
    return RawSQL(_MATCHING, [fts5(asked)], BooleanField())  # noqa: S611


def named(asked: Asked) -> RawSQL:
    """Return whether everything that is wanted stands in the title of a passage."""
    if connection.vendor == "postgresql":
        query = " & ".join(f"({_tsquery(item)})" for item in asked.wanted)
        return RawSQL("search_passage.name @@ %s::tsquery", [query], BooleanField())
    query = " AND ".join(f"({_fts5_item(item, 'name')})" for item in asked.wanted)
    return RawSQL(_MATCHING, [query], BooleanField())  # noqa: S611


def fts5(asked: Asked) -> str:
    """Return what is asked in the language of FTS5."""
    wanted = " AND ".join(f"({_fts5_item(item, item.form)})" for item in asked.wanted)
    return f"({wanted})" + "".join(f" NOT ({_fts5_item(item, item.form)})" for item in asked.unwanted)


def _fts5_item(item: Item, column: str) -> str:
    star = " *" if item.prefix else ""
    return " OR ".join(f'{column} : "{" ".join(phrase)}"{star}' for phrase in item.phrases)


def _of_postgresql(asked: Asked) -> RawSQL:
    conditions = [f"search_passage.{item.form} @@ %s::tsquery" for item in asked.wanted]
    conditions += [f"NOT search_passage.{item.form} @@ %s::tsquery" for item in asked.unwanted]
    arguments = [_tsquery(item) for item in (*asked.wanted, *asked.unwanted)]
    return RawSQL(f"({' AND '.join(conditions)})", arguments, BooleanField())  # noqa: S611


def _tsquery(item: Item) -> str:
    return " | ".join(f"({_in_order(phrase, item.prefix)})" for phrase in item.phrases)


def _in_order(phrase: Sequence[str], prefix: bool) -> str:
    quoted = [f"'{word}'" for word in phrase]
    return " <-> ".join([*quoted[:-1], f"{quoted[-1]}:*" if prefix else quoted[-1]])
