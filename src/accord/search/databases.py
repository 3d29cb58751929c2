"""
What search needs of a database beyond tables: the index of words, and a note of every stream of the record that is
written.

SQLite has FTS5 over the columns of ``search_passage``; its tokenizer "ascii" takes every word as it stands between two
spaces, since no word of ours holds another ASCII mark. PostgreSQL has the columns as ``tsvector``, written by us place
by place, so that none of its dictionaries has a say either.

On SQLite a later migration that alters ``record_entry`` or ``search_passage`` makes it anew and drops its triggers: it
has to end with the operation from here again; ``accord check`` notices where it does not.
"""

# ruff: noqa: S608 -- statements of our own names alone
from __future__ import annotations

from typing import Any

from accord.record.triggers import Guard

TABLE = "search_passage"
COLUMNS = ("exact", "stem", "name")
TRIGGERS = ("search_words_added", "search_words_removed", "search_record_written")
"""What SQLite has to have; PostgreSQL has the last alone."""


def index_the_words() -> Guard:
    """Return the migration operation after which words of passages are found."""
    return _operation(_INDEX, _UNINDEX)


def follow_the_record() -> Guard:
    """Return the migration operation after which each stream that is written stands in ``search_touched``; so do all
    that were written before."""
    return _operation(_FOLLOW, _UNFOLLOW)


def _operation(there: dict[str, tuple[str, ...]], back: dict[str, tuple[str, ...]]) -> Guard:
    def run(statements: dict[str, tuple[str, ...]]) -> Any:
        def execute(_apps: Any, schema_editor: Any) -> None:
            for statement in statements[schema_editor.connection.vendor]:
                schema_editor.execute(statement, None)

        return execute

    return Guard(run(there), run(back))


_NEW = ", ".join(f"new.{column}" for column in COLUMNS)
_OLD = ", ".join(f"old.{column}" for column in COLUMNS)
_NAMES = ", ".join(COLUMNS)

_INDEX = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE search_words USING fts5({_NAMES}, content='{TABLE}', content_rowid='id', "
        "tokenize='ascii')",
        f"CREATE TRIGGER search_words_added AFTER INSERT ON {TABLE} BEGIN "
        f"INSERT INTO search_words(rowid, {_NAMES}) VALUES (new.id, {_NEW}); END",
        f"CREATE TRIGGER search_words_removed AFTER DELETE ON {TABLE} BEGIN "
        f"INSERT INTO search_words(search_words, rowid, {_NAMES}) VALUES ('delete', old.id, {_OLD}); END",
        f"CREATE TRIGGER search_words_stand BEFORE UPDATE ON {TABLE} BEGIN "
        f"SELECT RAISE(ABORT, '{TABLE} is added and removed'); END",
    ),
    "postgresql": (
        f"CREATE INDEX search_exact ON {TABLE} USING gin (exact)",
        f"CREATE INDEX search_stem ON {TABLE} USING gin (stem)",
    ),
}
_UNINDEX = {
    "sqlite": (
        "DROP TRIGGER search_words_added",
        "DROP TRIGGER search_words_removed",
        "DROP TRIGGER search_words_stand",
        "DROP TABLE search_words",
    ),
    "postgresql": ("DROP INDEX search_exact", "DROP INDEX search_stem"),
}
_BEFORE = (
    "INSERT INTO search_touched(organisation_id, stream) "
    "SELECT organisation_id, stream FROM record_entry GROUP BY organisation_id, stream"
)
_NOTE = "INSERT INTO search_touched(organisation_id, stream) VALUES (NEW.organisation_id, NEW.stream)"
_FOLLOW = {
    "sqlite": (
        f"CREATE TRIGGER search_record_written AFTER INSERT ON record_entry BEGIN {_NOTE}; END",
        _BEFORE,
    ),
    "postgresql": (
        "CREATE FUNCTION search_record_written() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {_NOTE}; RETURN NULL; END $$",
        "CREATE TRIGGER search_record_written AFTER INSERT ON record_entry "
        "FOR EACH ROW EXECUTE FUNCTION search_record_written()",
        _BEFORE,
    ),
}
_UNFOLLOW = {
    "sqlite": ("DROP TRIGGER search_record_written",),
    "postgresql": ("DROP TRIGGER search_record_written ON record_entry", "DROP FUNCTION search_record_written()"),
}
