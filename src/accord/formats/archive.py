"""
Open a ZIP archive of foreign bytes and see that it can do no harm, before any of its entries is read.

Entry count and unpacked size come first; nothing is ever written to disk and no name in the archive is used as a path.
Runs in the child process only.

Source: docs/reference/formats.md, "Files made to do harm".
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from accord.engine.said import filled, pattern, say
from accord.formats.xml import Refused

MOST_ENTRIES = 2_000
MOST_UNPACKED = 200 * 1024 * 1024
LARGEST_PART = 32 * 1024 * 1024
"""Bytes of one XML part; its tree takes about ten times as much."""
LONGEST_QUOTE = 80

_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STARTS = {
    b"{\\rtf": pattern("is RTF, whatever its name says. Open it in {program} and save it as {suffix}."),
    b"%PDF": pattern("is a PDF, whatever its name says. Ask for the file that it was made from, as {suffix}."),
    b"MIME-Version": pattern(
        "is a web page (MHTML), whatever its name says. Open it in {program} and save it as {suffix}."
    ),
    b"<!doctype html": pattern("is a web page, whatever its name says. Open it in {program} and save it as {suffix}."),
    b"<html": pattern("is a web page, whatever its name says. Open it in {program} and save it as {suffix}."),
    b"<?xml": pattern("is plain XML, no packed {suffix}. Open it in {program} and save it as {suffix}."),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What an archive claims to be: its suffix, and the program that messages send the reader to."""

    suffix: str
    program: str


def open_archive(data: bytes, kind: Kind) -> tuple[zipfile.ZipFile, dict[str, str]]:
    """
    Return a ZIP archive and the names of its entries by their form in small letters; nothing is unpacked yet.

    Raises:
        Refused: it is none; it has too many entries, too large ones, encrypted ones, two of one name, or names that
            are paths out of it.
    """
    _check_start(data, kind)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError):
        raise Refused(say("is no {suffix}: it is not a sound ZIP archive.", suffix=kind.suffix)) from None
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise Refused(
            say(
                "has {count} entries; {most} are the most that is read.",
                count=len(entries),
                most=MOST_ENTRIES,
            )
        )
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Refused(say("unpacks to more than {most} MB.", most=MOST_UNPACKED // 1024 // 1024))
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Refused(say("is encrypted. Save it without a password."))
    names: dict[str, str] = {}
    for entry in entries:
        _check_name(entry.orig_filename)
        if entry.filename.lower() in names:
            raise Refused(say("has two parts of one name, {filename}.", filename=shortened(entry.filename)))
        names[entry.filename.lower()] = entry.filename
    return archive, names


def bytes_of(archive: zipfile.ZipFile, name: str) -> bytes:
    """
    Return the bytes of an entry, no more than :data:`LARGEST_PART`.

    Raises:
        Refused: it is larger, or cannot be unpacked.
    """
    try:
        with archive.open(name) as file:
            data = file.read(LARGEST_PART + 1)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError, RuntimeError, zlib.error) as error:
        raise Refused(say("is damaged: {name} cannot be unpacked.", name=shortened(name))) from error
    if len(data) > LARGEST_PART:
        raise Refused(
            say(
                "is too large: {name} has more than {most} MB.",
                name=shortened(name),
                most=LARGEST_PART // 1024 // 1024,
            )
        )
    return data


def shortened(name: str) -> str:
    """Return a name of the file's own as it is quoted: in printable characters, at most 80."""
    return "".join(char if char.isprintable() else "?" for char in name[:LONGEST_QUOTE])


def _check_start(data: bytes, kind: Kind) -> None:
    """Refuse what is another kind of file by its first bytes; an archive begins with its first entry."""
    if data.startswith(_OLD_OR_ENCRYPTED):
        if _ENCRYPTED in data:
            raise Refused(say("is encrypted. Save it as {suffix} without a password.", suffix=kind.suffix))
        raise Refused(
            say("is encrypted, or a .doc of an old Word. Save it as {suffix} without a password.", suffix=kind.suffix)
        )
    start = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t")
    for known, reason in _STARTS.items():
        if start[: len(known)].lower() == known.lower():
            raise Refused(filled(reason, program=kind.program, suffix=kind.suffix))
    if not data.startswith(b"PK\x03\x04"):
        raise Refused(say("is no {suffix}: it is not a sound ZIP archive.", suffix=kind.suffix))


def _check_name(name: str) -> None:
    if "\0" in name or "\\" in name or ":" in name or name.startswith("/") or ".." in name.split("/"):
        raise Refused(say("has a part whose name is a path out of it, {name}.", name=shortened(name)))
