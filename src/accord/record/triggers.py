"""Rows that must never change: triggers that refuse UPDATE and DELETE on SQLite and PostgreSQL (TRUST D17)."""

from __future__ import annotations

from typing import Any

from django.db.migrations.operations import RunPython


def immutable(table: str) -> RunPython:
    """Return the migration operation after which rows of ``table`` can be added and read, and nothing else."""

    def guard(apps: Any, schema_editor: Any) -> None:
        for statement in _guards(table)[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    def unguard(apps: Any, schema_editor: Any) -> None:
        for statement in _unguards(table)[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return RunPython(guard, unguard)


def _guards(table: str) -> dict[str, list[str]]:
    sqlite = [
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is immutable'); END"
        for verb in ("update", "delete")
    ]
    postgresql = [
        f"CREATE FUNCTION {table}_immutable() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} is immutable'; END $$",
        f"CREATE TRIGGER {table}_immutable BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_immutable()",
    ]
    return {"sqlite": sqlite, "postgresql": postgresql}


def _unguards(table: str) -> dict[str, list[str]]:
    sqlite = [f"DROP TRIGGER {table}_no_{verb}" for verb in ("update", "delete")]
    postgresql = [f"DROP TRIGGER {table}_immutable ON {table}", f"DROP FUNCTION {table}_immutable()"]
    return {"sqlite": sqlite, "postgresql": postgresql}
