"""Print what a new database holds, made at once ("made") or step by step ("stepped"): a process of the tests."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

import django
from django.core.management import call_command
from django.db import connection


def described() -> dict[str, Any]:
    """Return tables with their columns and constraints, and all triggers; names that Django makes up are left out."""
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        tables = {name: _table(cursor, name) for name in sorted(names)}
        cursor.execute(_TRIGGERS[connection.vendor])
        triggers = sorted([row[0], " ".join(row[1].split())] for row in cursor.fetchall())
        cursor.execute("SELECT app, name FROM django_migrations")
        return {"tables": tables, "triggers": triggers, "steps": sorted(map(list, cursor.fetchall()))}


def _table(cursor: Any, name: str) -> dict[str, Any]:
    inspecting = connection.introspection
    columns = {
        column.name: [str(column.type_code), column.display_size, column.null_ok, column.default, column.collation]
        for column in inspecting.get_table_description(cursor, name)
    }
    constraints = inspecting.get_constraints(cursor, name)
    told = sorted(_told(known, each) for known, each in constraints.items())
    return {"columns": columns, "constraints": told, "checks": _checks(cursor, name)}


def _told(name: str, constraint: dict[str, Any]) -> str:
    """Return a constraint with the name that we gave it, or as Django's own kind."""
    named = "" if _MADE_UP.search(name) else name
    return json.dumps([named, {key: constraint[key] for key in sorted(constraint) if key != "definition"}], default=str)


def _checks(cursor: Any, name: str) -> list[str]:
    if connection.vendor == "sqlite":
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = %s", [name])
        return sorted(re.findall(r'CONSTRAINT "\w+" CHECK \(.*?\)(?=, CONSTRAINT|, "|\)$)', cursor.fetchone()[0] or ""))
    cursor.execute(
        "SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE conrelid = %s::regclass AND contype = 'c'",
        [name],
    )
    return sorted(row[0] for row in cursor.fetchall())


_MADE_UP = re.compile(r"_[0-9a-f]{8}(_|$)|^fk_\d|__unnamed|_pkey$|_key$|^[0-9_]+not_null$|_check\d*$")
_TRIGGERS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
}


if __name__ == "__main__":
    django.setup()
    from accord.project.commands import databases

    if sys.argv[1] == "made":
        databases.migrate()
    else:
        call_command("migrate", verbosity=0)
    json.dump(described(), sys.stdout)
