"""
The command line around engine and formats.

``accord --help`` imports no engine and no Django: each command imports what it needs when it runs.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec


def main() -> None:
    """Run the command line with the arguments of this process."""
    from accord.cli.app import app  # noqa: PLC0415 -- the entry point itself must be quick to import

    register = getattr(import_module(COUNCIL), "register", None) if _is_there(COUNCIL) else None
    if register:
        register(app)
    app(prog_name="accord")


COUNCIL = "accord.project.commands"
"""Adds the commands that run a council (demo, serve, …), where the product is installed beside the engine."""


def _is_there(module: str) -> bool:
    return all(find_spec(name) for name in (module.rpartition(".")[0], module))
