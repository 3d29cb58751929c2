"""Django and its database, as the commands need them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, connections

from accord.project.commands import tables
from accord.project.commands.refusing import Refusal


def start() -> None:
    """Start Django with the settings of the environment. Raises Refusal: one of them is none."""
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Refusal(str(error)) from error


@contextmanager
def instead(path: Path) -> Iterator[None]:
    """
    Let the embedded database be this file inside the block.

    Nothing waits for the disk meanwhile: whoever keeps the file makes it durable as a whole, and whoever loses power
    begins again.
    """
    settings = connections["default"].settings_dict
    usual = {name: settings[name] for name in ("NAME", "OPTIONS")}
    hasty = {"init_command": f"{usual['OPTIONS']['init_command']} PRAGMA synchronous=OFF;"}
    connections.close_all()
    settings.update(NAME=path, OPTIONS={**usual["OPTIONS"], **hasty})
    try:
        yield
    finally:
        connections.close_all()
        settings.update(usual)


def migrate() -> None:
    """Make the tables, or bring them up to date, and where that took a step, the index of search with them."""
    from django.core.management import call_command  # noqa: PLC0415 -- slow to import

    from accord.search.actions import rebuild  # noqa: PLC0415 -- needs the started Django

    if all(app in tables.THEIRS for app, _step in _applied()):
        tables.make()
    behind = outstanding()
    call_command("migrate", verbosity=0, interactive=False)
    if behind:  # a step moves what no act wrote, so the record does not tell the index of it
        rebuild()
    connections.close_all()


def unusable() -> str:
    """Return why the database cannot be used, as a sentence; "" where it can."""
    try:
        unknown = _applied() - _shipped()
    except (DatabaseError, sqlite3.DatabaseError) as error:
        return f"{str(error).strip().splitlines()[0]}."
    return f"it was made by a newer Accord ({len(unknown)} steps are unknown to this one)." if unknown else ""


def outstanding() -> int:
    """Return how many steps bring the tables up to date."""
    return len(_shipped() - _applied())


def _applied() -> set[tuple[str, str]]:
    from django.db.migrations.recorder import MigrationRecorder  # noqa: PLC0415 -- needs the started Django

    return set(MigrationRecorder(connection).applied_migrations())


def _shipped() -> set[tuple[str, str]]:
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415 -- needs the started Django

    return set(MigrationLoader(None).disk_migrations)
