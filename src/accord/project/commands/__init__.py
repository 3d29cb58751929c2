"""
The commands that run a council: demo, serve, check, begin, index. :func:`register` adds them to the command line.

Importing this starts no Django: each command imports what it needs when it runs, so that ``accord --help`` and the
commands on texts stay quick.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_FOLDER = Path(".demo")
DEFAULT_PORT = 8000

Port = Annotated[int, typer.Option("--port", min=1, max=65535, metavar="N", help="The port on 127.0.0.1.")]
Folder = Annotated[Path, typer.Option("--data", metavar="DIR", help="The data folder, made where there is none.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("demo")(demo_command)
    app.command("serve")(serve_command)
    app.command("check")(check_command)
    app.command("begin")(begin_command)
    app.command("index")(index_command)


def demo_command(
    data: Folder = DEFAULT_FOLDER,
    port: Port = DEFAULT_PORT,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget what was done and start anew.")] = False,
) -> None:
    """Start a council to try out, filled with public facts of June 2024; it keeps what you do in DIR."""
    _run("demo", folder=data, port=port, fresh=fresh)


def serve_command() -> None:
    """Start the production server; its settings come from the environment (ACCORD_…)."""
    _run("serving")


def check_command() -> None:
    """Check the installation that the environment describes: settings, database, and whether it is up to date."""
    _run("checking")


def begin_command(
    template: Annotated[str, typer.Argument(metavar="[TEMPLATE]", help="Which one; none lists them.")] = "",
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="The council's name, if it is another.")] = "",
    public: Annotated[bool, typer.Option("--public", help="Its home and register are public.")] = False,
) -> None:
    """Begin a council from a template in the installation that the environment describes; print its sign-ins once."""
    _run("beginning", template=template, name=name, public=public)


def index_command() -> None:
    """Draw the index of search anew, in the installation that the environment describes."""
    _run("indexing")


def _run(command: str, /, **arguments: object) -> None:
    """Run a command's module and leave with its status; what is refused is one sentence on standard error."""
    from accord.project.commands.refusing import Refusal  # noqa: PLC0415 -- imported when a command runs

    try:
        status = import_module(f"accord.project.commands.{command}").run(**arguments)
    except Refusal as refusal:
        typer.echo(f"accord: {refusal}", err=True)
        status = 2
    raise typer.Exit(status)
