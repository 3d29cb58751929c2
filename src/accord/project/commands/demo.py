"""``accord demo``: a council to try out, on this machine alone."""

from __future__ import annotations

import errno
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

from accord.project.commands import databases, serving
from accord.project.commands.folder import DataFolder, opened
from accord.project.commands.refusing import Refusal
from accord.project.demo.signins import DESCRIBED

ADDRESS = "127.0.0.1"
INTERRUPTED = 130
"""Exit status where Ctrl-C came before there was anything to stop."""

console = Console(highlight=False, soft_wrap=True, emoji=False, markup=False)


def run(folder: Path, port: int, fresh: bool) -> int:
    """Fill the folder where it is empty, and serve it until Ctrl-C."""
    os.umask(0o077)
    require_free(port)
    with opened(folder) as data:
        try:
            _prepare(data, port, fresh)
        except KeyboardInterrupt:
            console.print("\nStopped before the council was whole; nothing is kept. `accord demo` begins again.")
            return INTERRUPTED
        return _serve(data, port)


def require_free(port: int) -> None:
    """Refuse a port on which something listens, or that this user may not open."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise Refusal(f"Port {port} is taken on this machine. Name another with --port.") from error
            raise Refusal(f"Port {port} cannot be opened: {error.strerror}. Name another with --port.") from error


def _prepare(data: DataFolder, port: int, fresh: bool) -> None:
    if fresh:
        data.empty()
    interrupted = data.forget_unfinished()
    passphrase = data.passphrase()
    _settle_environment(data, port)
    if data.is_filled:
        _bring_up_to_date(data)
        console.print(f"Going on with the council in {data.path}.")
        return
    if interrupted:
        console.print("The last start was interrupted before the council was whole; filling it anew.")
    _fill(data, passphrase)


def _settle_environment(data: DataFolder, port: int) -> None:
    """
    Set the settings of a demonstration, whatever those of an installation are in this environment.

    Its mails are written into files in its folder; nothing leaves this machine.
    """
    for name in [name for name in os.environ if name.startswith("ACCORD_")]:
        del os.environ[name]
    os.environ["ACCORD_DATA"] = str(data.path)
    os.environ["ACCORD_FOUNDING"] = "1"
    os.environ["ACCORD_HOSTS"] = f"{ADDRESS},localhost"
    os.environ["ACCORD_MAIL"] = "file"
    os.environ["ACCORD_MAIL_SITE"] = f"http://{ADDRESS}:{port}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "accord.project.settings"


def _fill(data: DataFolder, passphrase: str) -> None:
    databases.start()
    from accord.project.demo.filling import fill  # noqa: PLC0415 -- needs the started Django

    with databases.instead(data.unfinished), _heeded() as heed:
        _tell("Making the database")
        databases.migrate()
        heed()
        fill(passphrase, _tell)
        heed()
    data.finish()
    console.print("The council is filled with public facts, and with a practice text, which is a sample.\n")


@contextmanager
def _heeded() -> Iterator[Callable[[], None]]:
    """
    Give a function that raises KeyboardInterrupt where Ctrl-C has been pressed since.

    Python drops the exception of a Ctrl-C that comes while a library calls back (a finaliser, for instance).
    """
    pressed: list[int] = []

    def press(number: int, _frame: object) -> None:
        pressed.append(number)
        raise KeyboardInterrupt

    def heed() -> None:
        if pressed:
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, press)
    try:
        yield heed
    finally:
        signal.signal(signal.SIGINT, before)


def _bring_up_to_date(data: DataFolder) -> None:
    databases.start()
    reason = databases.unusable()
    if reason:
        raise Refusal(f"{data.database} cannot be used: {reason} Start anew with --fresh, or name another folder.")
    databases.migrate()


def _tell(step: str) -> None:
    console.print(f"  {step} …")


def _serve(data: DataFolder, port: int) -> int:
    passphrase = data.passphrase()
    status = serving.serve(ADDRESS, port, serving.WORKERS, lambda: _show_sign_ins(port, passphrase))
    word = "Stopped." if status == 0 else "The server failed; what it said stands above."
    console.print(f"{word} `accord demo` goes on where you were; everything is kept in {data.path}.")
    return status


def _show_sign_ins(port: int, passphrase: str) -> None:
    """Print what a person needs to begin."""
    table = Table("sign-in", "acts as", box=None, pad_edge=False)
    for sign_in in DESCRIBED.items():
        table.add_row(*sign_in)
    console.print(f"Accord is at http://{ADDRESS}:{port}/ and shows the council as of 21 June 2024.\n")
    console.print(table)
    console.print(f"\nThe passphrase of every sign-in: {passphrase}\nThe public needs none. Ctrl-C stops Accord.")
