"""
The child process in which foreign bytes are parsed: it can do little harm.

It has 512 MB of memory, 10 s of processor time, no new files, no sockets (no network at all where the system lets it
leave it), and no environment to speak of. Once its reader is loaded it can open nothing more, of whatever kind. It
reads the bytes on standard input and answers JSON on standard output. It imports as little as it can, so that it
starts quickly.

Source: docs/reference/formats.md, "Files made to do harm".
"""

from __future__ import annotations

import ctypes
import resource
import sys
from importlib import import_module

MEMORY = 512 * 1024 * 1024
"""Bytes of memory."""
SECONDS = 10
"""Of processor time here, of waiting in the process that asks."""
LARGEST_ANSWER = 100 * 1024 * 1024
"""Characters of an answer."""
READERS = {
    "word": "accord.formats.word.reading",
    "odt": "accord.formats.odt.reading",
    "akn": "accord.formats.akn.reading",
    "html": "accord.formats.pages:read_html",
    "pdf": "accord.formats.pages:read_pdf",
    "xlsx": "accord.formats.lists.workbook",
}
"""Modules with a function from bytes to JSON values, ``read`` if none is named; imported after the limits are set."""

_CODECS = (
    "encodings.cp437",
    "encodings.utf_16",
    "encodings.utf_16_be",
    "encodings.utf_16_le",
    "encodings.latin_1",
    "encodings.cp1251",
    "encodings.koi8_r",
    "encodings.cp1252",
)
"""Which ZIP archives, XML and web pages name; nothing can be imported later."""
_DEEPEST = 5_000
"""Calls within calls; the XML parser allows 256 elements within elements."""
_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.remove", "os.rename")


def main() -> None:
    """Read the bytes of one file on standard input; print what its reader returns, or ``{"refused": reason}``."""
    confine()
    sys.stdout.write(_answer(sys.argv[1], sys.stdin.buffer.read()))


def confine() -> None:
    """Give up, for good, what parsing does not need."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).unshare(_NEW_USER_AND_NETWORK)  # not allowed everywhere; what follows holds anyway
    sys.setrecursionlimit(_DEEPEST)
    sys.addaudithook(_refuse)


def close_doors() -> None:
    """Let this process open nothing more: no file, no socket, no pipe."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _refuse(event: str, _arguments: object) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)


def _answer(kind: str, data: bytes) -> str:
    import json  # noqa: PLC0415 -- after the limits are set

    from accord.engine.said import packed, say  # noqa: PLC0415
    from accord.formats.xml import Refused  # noqa: PLC0415

    module, _, function = READERS[kind].partition(":")
    read = getattr(import_module(module), function or "read")
    for name in _CODECS:
        import_module(name)
    close_doors()
    try:
        answer = json.dumps(read(data))
    except Refused as error:
        return json.dumps({"refused": packed(str(error))})
    except MemoryError:
        return json.dumps(
            {"refused": packed(say("needs more than {most} MB of memory to read.", most=MEMORY // 1024 // 1024))}
        )
    except RecursionError:
        return json.dumps({"refused": packed(say("is nested too deeply."))})
    if len(answer) > LARGEST_ANSWER:
        return json.dumps({"refused": packed(say("says more than {most} MB.", most=LARGEST_ANSWER // 1024 // 1024))})
    return answer


if __name__ == "__main__":
    main()
