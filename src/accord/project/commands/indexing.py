"""``accord index``: draw the index of search anew, in the installation that the environment describes."""

from __future__ import annotations

import os

import typer

from accord.project.commands import databases
from accord.project.commands.refusing import Refusal


def run() -> int:
    """Throw the index away and draw it anew; say how much it holds."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accord.project.settings")
    databases.start()
    if reason := databases.unusable():
        raise Refusal(f"The database cannot be used: {reason}")
    databases.migrate()
    from accord.search.actions import rebuild  # noqa: PLC0415 -- needs the started Django

    typer.echo(f"{rebuild()} passages can be found.")
    return 0
