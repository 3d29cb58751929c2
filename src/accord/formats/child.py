"""
Foreign bytes, parsed in a child process that can do little harm.

The child has 512 MB of memory, 10 s of processor time, no new files, no sockets (no network at all where the system
lets it leave it), and no environment to speak of. It reads the bytes on standard input and answers JSON on standard
output. Whatever goes wrong there is one clear refusal here.

Source: docs/reference/formats.md, "Files made to do harm".
"""

from __future__ import annotations

import ctypes
import json
import resource
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from accord.engine.text.findings import Finding
from accord.engine.text.model import Text
from accord.engine.text.storing import load
from accord.formats.textfile import UnreadableFile
from accord.formats.values import Document

MEMORY = 512 * 1024 * 1024
SECONDS = 10
LARGEST = 50 * 1024 * 1024
"""Bytes of a file that is looked at at all."""

_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.remove", "os.rename")


# In this process


def read_word(data: bytes, name: str) -> Document:
    """
    Return what a Word file (.docx) says; its bytes are parsed in the child.

    Raises:
        UnreadableFile: it is no sound .docx without tracked changes; the reason says what is the matter.
    """
    answer = _ask("word", data, name)
    return Document(answer["text"], tuple(Finding(**finding) for finding in answer["findings"]))


def read_akn(data: bytes, name: str) -> Text:
    """
    Return the rolling text in an Akoma Ntoso file that Accord wrote; its bytes are parsed in the child.

    Raises:
        UnreadableFile: it is none, or has been changed since; the reason says what is the matter.
    """
    return load(_ask("akn", data, name)["text"])


def _ask(kind: str, data: bytes, name: str) -> dict[str, Any]:
    """Return what the child answers; ``kind`` is a key of :data:`_READERS`."""
    if len(data) > LARGEST:
        raise UnreadableFile(name, f"is larger than {LARGEST // 1024 // 1024} MB.")
    command = [sys.executable, "-B", "-m", "accord.formats.child", kind]
    home = {"PYTHONPATH": str(Path(__file__).parents[2]), "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(command, input=data, capture_output=True, env=home, timeout=SECONDS, check=False)  # noqa: S603
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise UnreadableFile(name, f"took more than {SECONDS} seconds to read.") from None
    except ValueError:
        raise UnreadableFile(name, _failure(done.returncode)) from None
    if "refused" in answer:
        raise UnreadableFile(name, answer["refused"])
    return answer


def _failure(status: int) -> str:
    if status in (-24, -9):  # the processor limit, soft and hard
        return f"took more than {SECONDS} seconds to read, or too much memory."
    return "cannot be read: it is damaged, or made to do harm."


# In the child


def main() -> None:
    """Read the bytes of one file on standard input; print what its reader returns, or ``{"refused": reason}``."""
    confine()
    sys.stdout.write(json.dumps(_answer(sys.argv[1], sys.stdin.buffer.read())))


def confine() -> None:
    """Give up, for good, what parsing does not need."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if hasattr(ctypes, "CDLL") and sys.platform == "linux":
        ctypes.CDLL(None).unshare(_NEW_USER_AND_NETWORK)  # not allowed everywhere; the hook below holds anyway
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: object) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)


_READERS = {"word": "accord.formats.word.reading", "akn": "accord.formats.akn.reading"}
"""Modules with a function ``read`` from bytes to JSON values, imported after the limits are set."""


def _answer(kind: str, data: bytes) -> dict[str, object]:
    from accord.formats.xml import Refused  # noqa: PLC0415 -- after the limits are set

    try:
        answer: dict[str, object] = import_module(_READERS[kind]).read(data)
    except Refused as error:
        return {"refused": str(error)}
    except MemoryError:
        return {"refused": f"needs more than {MEMORY // 1024 // 1024} MB of memory to read."}
    except RecursionError:
        return {"refused": "is nested too deeply."}
    return answer


if __name__ == "__main__":
    main()
