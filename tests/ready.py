"""
An empty database with all its tables, made once and copied for each run of the tests.

Migrations of 60 steps take longer than the tests of a room. What they make is kept, under a name that changes with
every line of them: a file in pytest's cache for SQLite, a database to copy from on PostgreSQL. Django then finds that
nothing is left to migrate, and says so by itself if that is not so.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
import psycopg

from tests.databases import ENGINE, named

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "accord"
PREFIX = "accord_ready_"
_held: list[sqlite3.Connection] = []


def copied(folder: Path, test: dict[str, object]) -> None:
    """Let the test database begin as a copy: fill that of SQLite, or name the template in the settings of the test."""
    with _alone(folder):
        if ENGINE == "sqlite":
            _fill(_file(folder))
        else:
            test["TEMPLATE"] = _template()


def _fill(source: Path) -> None:
    """Copy the file into the database in memory, which lives as long as somebody is connected to it."""
    memory = sqlite3.connect("file:memorydb_default?mode=memory&cache=shared", uri=True, check_same_thread=False)
    with sqlite3.connect(source) as kept:
        kept.backup(memory)
    _held.append(memory)


def _file(folder: Path) -> Path:
    path = folder / f"{_name()}.sqlite3"
    if not path.exists():
        for old in folder.glob("*.sqlite3"):
            old.unlink()
        with tempfile.TemporaryDirectory() as data:
            _migrate({"ACCORD_DATA": data})
            (made,) = Path(data).glob("*.sqlite3")
            with sqlite3.connect(made) as source, sqlite3.connect(path.with_suffix(".new")) as target:
                source.backup(target)
        path.with_suffix(".new").rename(path)
    return path


def _template() -> str:
    name = PREFIX + _name()
    with psycopg.connect(named("postgres"), autocommit=True) as server:
        found = server.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{PREFIX}%"]).fetchall()
        known = [row[0] for row in found]
        if name not in known:
            for old in known:
                server.execute(f'DROP DATABASE IF EXISTS "{old}" WITH (FORCE)')
            server.execute(f'CREATE DATABASE "{name}_new"')
            _migrate({"ACCORD_DATABASE": named(f"{name}_new")})
            server.execute(f'ALTER DATABASE "{name}_new" RENAME TO "{name}"')
    return name


def _migrate(around: dict[str, str]) -> None:
    command = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(command, check=True, env={**os.environ, **around})


def _name() -> str:
    """Return a name for all that makes tables: migrations, what they call, and the version of Django."""
    paths = [*PACKAGE.glob("*/migrations/*.py"), *PACKAGE.glob("*/triggers.py"), *PACKAGE.glob("search/*.py")]
    told = hashlib.sha256(django.__version__.encode())
    for path in sorted(paths):
        told.update(f"{path.relative_to(PACKAGE)}\0".encode() + path.read_bytes())
    return told.hexdigest()[:16]


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process of this run is making it."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
