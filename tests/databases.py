"""
A database for tests that need processes of their own: of the engine on which this run of the tests is.

That is SQLite in a folder or, where ACCORD_DATABASE names a PostgreSQL, a new database on it, dropped at the end.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg

SERVER = os.environ.get("ACCORD_DATABASE", "")
ENGINE = "postgresql" if SERVER.startswith("postgres") else "sqlite"


def named(name: str) -> str:
    """Return the address of another database on the same server."""
    return urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))


@contextlib.contextmanager
def database(folder: Path) -> Iterator[dict[str, str]]:
    """Give the environment of processes that work on a new, empty database; ``folder`` is their data folder."""
    own = {
        **os.environ,
        "ACCORD_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "accord.project.settings",
        "PYTHONPATH": os.pathsep.join(["src", "."]),
    }
    if ENGINE == "sqlite":
        yield own
        return
    name = f"accord_{uuid4().hex[:12]}"
    with psycopg.connect(named("postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield {**own, "ACCORD_DATABASE": named(name)}
    finally:
        with psycopg.connect(named("postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
