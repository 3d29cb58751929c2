"""
Read a document of any format that Accord reads, and write a text in any that it writes, by the suffix of its name.

Source: docs/reference/formats.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from accord.engine.said import say
from accord.engine.text.model import Text
from accord.formats.textfile import UnreadableFile, decode, encode
from accord.formats.values import Document


def read_document(data: bytes, name: str) -> Document:
    """
    Return what the bytes of a file say; ``name`` gives the format and stands in messages.

    Raises:
        UnreadableFile: the suffix is not one that Accord reads, or the bytes are not what it claims.
    """
    reader = _READERS.get(suffix_of(name))
    if reader is None:
        raise UnreadableFile(name, say("is not one of {known}.", known=", ".join(_READERS)))
    return reader(data, name)


def write_text(text: Text, suffix: str) -> bytes:
    """Return ``text`` as a file with this suffix, one of :data:`WRITERS`; the same text gives the same bytes."""
    return WRITERS[suffix](text)


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name in lower case, with its dot."""
    return PurePath(name).suffix.lower()


def _read_text(data: bytes, name: str) -> Document:
    return Document(decode(data, name))


def _read_word(data: bytes, name: str) -> Document:
    from accord.formats.child import read_word  # noqa: PLC0415 -- text files need no XML

    return read_word(data, name)


def _read_odt(data: bytes, name: str) -> Document:
    from accord.formats.child import read_odt  # noqa: PLC0415

    return read_odt(data, name)


def _write_notation(text: Text) -> bytes:
    from accord.engine.text.notation import render  # noqa: PLC0415

    return encode(render(text))


def _write_word(text: Text) -> bytes:
    from accord.formats.word.rolling import write_rolling  # noqa: PLC0415

    return write_rolling(text)


def _write_odt(text: Text) -> bytes:
    from accord.formats.odt.writing import write_rolling  # noqa: PLC0415

    return write_rolling(text)


def _write_html(text: Text) -> bytes:
    from accord.formats.html import write_html  # noqa: PLC0415

    return write_html(text)


def _write_akn(text: Text) -> bytes:
    from accord.formats.akn.writing import write_akn  # noqa: PLC0415

    return write_akn(text)


def _write_pdf(text: Text) -> bytes:
    from accord.formats.pdf import write_pdf  # noqa: PLC0415

    return write_pdf(text)


_READERS: Mapping[str, Callable[[bytes, str], Document]] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".docx": _read_word,
    ".odt": _read_odt,
}
WRITERS: Mapping[str, Callable[[Text], bytes]] = {
    ".txt": _write_notation,
    ".md": _write_notation,
    ".docx": _write_word,
    ".odt": _write_odt,
    ".html": _write_html,
    ".xml": _write_akn,
    ".pdf": _write_pdf,
}
