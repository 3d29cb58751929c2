"""
Foreign bytes, handed to a child process that can do little harm, and what it answers.

Whatever goes wrong there is one clear refusal here. What the child may do stands in :mod:`accord.formats.confined`.

Source: docs/reference/formats.md, "Files made to do harm".
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from accord.engine.said import say, unpacked
from accord.engine.text.model import Text
from accord.engine.text.storing import load
from accord.formats.answers import document_of
from accord.formats.confined import MEMORY, SECONDS
from accord.formats.lists.values import Note, Row, Sheet
from accord.formats.textfile import UnreadableFile
from accord.formats.values import Document

LARGEST = 50 * 1024 * 1024
"""Bytes of a file that is looked at at all."""

_MEGABYTES = MEMORY // 1024 // 1024


def read_word(data: bytes, name: str) -> Document:
    """
    Return what a Word file (.docx) says; its bytes are parsed in the child.

    Raises:
        UnreadableFile: it is no sound .docx; the reason says what is the matter.
    """
    return document_of(_ask("word", data, name))


def read_odt(data: bytes, name: str) -> Document:
    """
    Return what an OpenDocument text (.odt) says; its bytes are parsed in the child.

    Raises:
        UnreadableFile: it is no sound .odt; the reason says what is the matter.
    """
    return document_of(_ask("odt", data, name))


def read_akn(data: bytes, name: str) -> Text:
    """
    Return the rolling text in an Akoma Ntoso file that Accord wrote; its bytes are parsed in the child.

    Raises:
        UnreadableFile: it is none, or has been changed since; the reason says what is the matter.
    """
    return load(_ask("akn", data, name)["text"])


def read_report_text(kind: str, data: bytes, name: str) -> str:
    """
    Return the words of a web page ("html") or a PDF ("pdf"); the bytes are parsed in the child.

    Raises:
        UnreadableFile: it is none, or no text can be had of it; the reason says what is the matter.
    """
    return str(_ask(kind, data, name)["text"])


def read_xlsx(data: bytes, name: str) -> Sheet:
    """
    Return the rows of a spreadsheet (.xlsx); its bytes are parsed in the child.

    Raises:
        UnreadableFile: it is no sound .xlsx; the reason says what is the matter.
    """
    answer = _ask("xlsx", data, name)
    rows = (
        Row(number, tuple(cells), tuple((place, why) for place, why in faults))
        for number, cells, faults in answer["rows"]
    )
    return Sheet(tuple(rows), answer["name"], tuple(Note(code, tuple(what)) for code, what in answer["notes"]))


def _ask(kind: str, data: bytes, name: str) -> dict[str, Any]:
    """Return what the child answers; ``kind`` is a key of :data:`accord.formats.confined.READERS`."""
    if len(data) > LARGEST:
        raise UnreadableFile(name, say("is larger than {most} MB.", most=LARGEST // 1024 // 1024))
    command = [sys.executable, "-S", "-B", "-m", "accord.formats.confined", kind]
    home = {"PYTHONPATH": _import_path(), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(command, input=data, capture_output=True, env=home, timeout=SECONDS, check=False)  # noqa: S603
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise UnreadableFile(name, say("took more than {seconds} seconds to read.", seconds=SECONDS)) from None
    except ValueError:
        raise UnreadableFile(name, _failure(done.returncode)) from None
    if "refused" in answer:
        raise UnreadableFile(name, unpacked(answer["refused"]))
    return answer


def _import_path() -> str:
    """Return where the child finds what this process finds; it looks for nothing itself, so that it starts quickly."""
    own = str(Path(__file__).parents[2])
    return ":".join(dict.fromkeys([own, *(each for each in sys.path if each and ":" not in each)]))


def _failure(status: int) -> str:
    if status in (-24, -9):  # the processor limit, soft and hard
        return say(
            "took more than {seconds} seconds to read, or more than {most} MB of memory.",
            seconds=SECONDS,
            most=_MEGABYTES,
        )
    return say("cannot be read: it is damaged, or made to do harm.")
