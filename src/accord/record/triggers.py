"""
Rows that must never change: triggers that refuse UPDATE and DELETE on SQLite and PostgreSQL (TRUST D17).

On SQLite a later migration that alters such a table makes it anew and drops its triggers: it has to end with
:func:`immutable` again. ``REPLACE`` is caught because connections set ``recursive_triggers``.
"""

from __future__ import annotations

from typing import Any

from django.db.migrations.operations import RunPython


class Guard(RunPython):
    """A step that gives tables what only SQL can say; it asks nothing of the models, and touches no row."""


def immutable(table: str, *, when: str = "") -> Guard:
    """
    Return the migration operation after which rows of ``table`` can be added and read, and nothing else.

    Args:
        when: condition on ``OLD`` in SQL ("OLD.state = 'adopted'") from which on a row stands still; "" is always.
    """

    def guard(_apps: Any, schema_editor: Any) -> None:
        for statement in _guards(table, when)[schema_editor.connection.vendor]:
            schema_editor.execute(statement, None)

    def unguard(_apps: Any, schema_editor: Any) -> None:
        for statement in _unguards(table)[schema_editor.connection.vendor]:
            schema_editor.execute(statement, None)

    return Guard(guard, unguard)


def _guards(table: str, when: str) -> dict[str, list[str]]:
    condition = f"WHEN ({when}) " if when else ""
    sqlite = [
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} FOR EACH ROW {condition}"
        f"BEGIN SELECT RAISE(ABORT, '{table} is immutable'); END"
        for verb in ("update", "delete")
    ]
    postgresql = [
        f"CREATE FUNCTION {table}_immutable() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} is immutable' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"CREATE TRIGGER {table}_immutable BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW {condition}EXECUTE FUNCTION {table}_immutable()",
    ]
    return {"sqlite": sqlite, "postgresql": postgresql}


def _unguards(table: str) -> dict[str, list[str]]:
    sqlite = [f"DROP TRIGGER {table}_no_{verb}" for verb in ("update", "delete")]
    postgresql = [f"DROP TRIGGER {table}_immutable ON {table}", f"DROP FUNCTION {table}_immutable()"]
    return {"sqlite": sqlite, "postgresql": postgresql}
