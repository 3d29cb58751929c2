"""
Text files: strictly UTF-8, every byte kept.

Source: docs/reference/command-line.md, "Files".
"""

from __future__ import annotations

from accord.engine.said import say
from accord.engine.text.findings import Lines

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class UnreadableFile(Exception):
    """
    A file that cannot be read as what it claims to be.

    Attributes:
        name: the file's name as given. reason: one clause that says why.
        line, column: where, both from 1; None when the reason has no place in the file.
    """

    def __init__(self, name: str, reason: str, line: int | None = None, column: int | None = None) -> None:
        place = "" if line is None else f":{line}:{column}"
        super().__init__(f"{name}{place}: {reason}")
        self.name, self.reason, self.line, self.column = name, reason, line, column


def decode(data: bytes, name: str) -> str:
    """
    Return the characters of a text file. Nothing is translated: line ends and a byte order mark stay as they are.

    Raises:
        UnreadableFile: the bytes are not UTF-8, with line and column of the first that is not.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        hint = say("; it looks like UTF-16") if data.startswith(UTF16_MARKS) else ""
        before = Lines(data[: error.start].decode("utf-8"))
        reason = say("byte 0x{byte:02x} is not UTF-8{hint}. Save the file as UTF-8.", byte=data[error.start], hint=hint)
        raise UnreadableFile(name, reason, *before.at(len(before.text))) from None


def encode(text: str) -> bytes:
    """Return the bytes of a text file that holds exactly these characters."""
    return text.encode("utf-8")
