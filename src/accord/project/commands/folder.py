"""
The data folder of a demonstration: the database, its key, the passphrase of its sign-ins.

Nobody but its owner can look into it (mode 700, files 600). ``accord-demo`` marks it, so that no command ever fills or
empties a folder of another kind; a lock keeps two demonstrations from working in one folder. The database has its name
only when it is whole: it is filled under another and then renamed.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from accord.members.passphrases import new_passphrase
from accord.project.commands.refusing import Refusal

MARK = "accord-demo"
DATABASE = "accord.sqlite3"
UNFINISHED = "unfinished.sqlite3"
PASSPHRASE = "passphrase"  # noqa: S105 -- the name of the file
KEY = "secret-key"
OWN = frozenset({MARK, DATABASE, UNFINISHED, PASSPHRASE, KEY})
_BESIDE = ("", "-journal", "-wal", "-shm")


class DataFolder:
    """A data folder that is marked as a demonstration's and can be written."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def database(self) -> Path:
        """The database; where it exists, it is whole."""
        return self.path / DATABASE

    @property
    def unfinished(self) -> Path:
        """The database while it is being filled."""
        return self.path / UNFINISHED

    @property
    def is_filled(self) -> bool:
        """Whether there is a council in it."""
        return self.database.exists()

    def empty(self) -> None:
        """Remove what the demonstration made, and nothing else."""
        for name in (DATABASE, UNFINISHED):
            self._remove(name)
        for name in (PASSPHRASE, KEY):
            (self.path / name).unlink(missing_ok=True)

    def forget_unfinished(self) -> bool:
        """Remove a database that was never finished. Whether there was one."""
        was_there = self.unfinished.exists()
        self._remove(UNFINISHED)
        return was_there

    def finish(self) -> None:
        """Give the filled database its name, durably."""
        _sync(self.unfinished)
        self.unfinished.rename(self.database)
        self._remove(UNFINISHED)
        _sync(self.path)

    def passphrase(self) -> str:
        """Return the passphrase of all sign-ins, made where the folder has no council yet."""
        path = self.path / PASSPHRASE
        if path.exists():
            return path.read_text(encoding="ascii").strip()
        if self.is_filled:
            raise Refusal(f"{path} is gone, so nobody can sign in. Start anew with --fresh.")
        path.touch(mode=0o600)
        path.write_text(f"{new_passphrase()}\n", encoding="ascii")
        return self.passphrase()

    def _remove(self, name: str) -> None:
        for suffix in _BESIDE:
            (self.path / f"{name}{suffix}").unlink(missing_ok=True)


@contextmanager
def opened(path: Path) -> Iterator[DataFolder]:
    """
    Open a data folder, made where there is none, for this process alone.

    Raises:
        Refusal: it is no folder, of another kind, not writable, or in use.
    """
    path = path.expanduser().absolute()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        _require_own(path)
        path.chmod(0o700)
        with (path / MARK).open("a", encoding="ascii") as mark:
            _lock(mark.fileno(), path)
            yield DataFolder(path)
    except (FileExistsError, NotADirectoryError) as error:
        raise Refusal(f"{error.filename} is not a folder. Name one with --data.") from error
    except OSError as error:
        raise Refusal(_sentence(error, path)) from error


def _require_own(path: Path) -> None:
    """Refuse a folder that holds other things and is not marked. A key alone is what any start of Accord leaves."""
    names = {each.name for each in path.iterdir()}
    if MARK not in names and names - {KEY}:
        raise Refusal(f"{path} holds other things and is not the folder of a demonstration. Name another with --data.")


def _lock(number: int, path: Path) -> None:
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise Refusal(f"Another accord demo is at work in {path}. Stop it, or name a folder with --data.") from error


def _sentence(error: OSError, path: Path) -> str:
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{error.filename or path} cannot be written. Name another folder with --data."
    return f"{error.filename or path}: {error.strerror}."


def _sync(path: Path) -> None:
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
