"""
The text of a press report: plain text, HTML or PDF. HTML and PDF are parsed in the confined child.

Source: docs/reference/reading.md, "Files".
"""

from __future__ import annotations

import regex

from accord.engine.said import say
from accord.formats.textfile import UTF16_MARKS, UnreadableFile, decode

SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf")
LETTERS = regex.compile(r"\p{L}")
FEWEST_LETTERS = 20
_GUESSES = (("windows-1251", "Windows-1251"), ("koi8-r", "KOI8-R"), ("cp866", "DOS 866"))
_COMMON = frozenset("оеаинтсрвл")
_LONGEST_GUESS = 20_000


def read_report_file(data: bytes, name: str) -> tuple[str, bool]:
    """
    Return the text of a report, and whether it was taken out of another format (so that it has to be given back).

    Raises:
        UnreadableFile: the bytes are not what they claim to be, or hold no text; the reason says what to do.
    """
    kind = kind_of(data, name)
    if kind == "text":
        text = _plain(data, name)
    else:
        from accord.formats.child import read_report_text  # noqa: PLC0415 -- plain text needs no child

        text = read_report_text(kind, data, name)
    _require_words(text, name, kind)
    return text, kind != "text"


def kind_of(data: bytes, name: str) -> str:
    """Return "text", "html" or "pdf", by what the bytes begin with, else by the suffix."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if (
        head.startswith((b"<!doctype html", b"<html", b"<?xml"))
        or b"<html" in head
        or name.lower().endswith((".html", ".htm"))
    ):
        return "html"
    if name.lower().endswith(".pdf"):
        raise UnreadableFile(
            name,
            say(
                "is not a PDF, whatever its name says: it does not begin with %PDF. "
                "Take the PDF itself, or the words of the report."
            ),
        )
    if head.startswith((b"pk\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise UnreadableFile(name, say("is a document of an office program. Save it as text (UTF-8), HTML or PDF."))
    return "text"


def _plain(data: bytes, name: str) -> str:
    if data.startswith(UTF16_MARKS) or _looks_wide(data):
        raise UnreadableFile(name, say("is UTF-16. Save the file as UTF-8."))
    try:
        return decode(data, name)
    except UnreadableFile as error:
        guess = _guess(data)
        if guess is None:
            raise
        raise UnreadableFile(
            name,
            say("is not UTF-8; it looks like {guess}. Save the file as UTF-8.", guess=guess),
            error.line,
            error.column,
        ) from None


def _looks_wide(data: bytes) -> bool:
    """Whether every second byte of the beginning is the same: two bytes a letter, without a mark."""
    head = data[:400]
    if len(head) < 20:
        return False
    return any(sum(byte in (0, 4) for byte in head[place::2]) > 0.4 * len(head) for place in (0, 1)) and b"\x00" in head


def _guess(data: bytes) -> str | None:
    """Return the Russian encoding in which the bytes have the most common letters, None where none has."""
    best, most = None, 0.0
    for codec, label in _GUESSES:
        text = data[:_LONGEST_GUESS].decode(codec, "replace")
        letters = [letter for letter in text if letter.isalpha() and ord(letter) > 127]
        share = sum(letter in _COMMON for letter in letters) / len(letters) if letters else 0.0
        if share > max(most, 0.45):
            best, most = label, share
    return best


def _require_words(text: str, name: str, kind: str) -> None:
    letters = len(LETTERS.findall(text[:1_000_000]))
    if not text.strip() and kind != "html":
        raise UnreadableFile(
            name,
            say("holds no text: it may be scanned pages. Use a file with text in it.")
            if kind == "pdf"
            else say("is empty."),
        )
    if letters < FEWEST_LETTERS:
        raise UnreadableFile(name, say("holds no words to read: it may be scanned pages, or not a report."))
    if _is_garbled(text):
        raise UnreadableFile(
            name,
            say(
                "was saved in the wrong encoding: its Russian letters are broken. "
                "Get the original and save it as UTF-8."
            ),
        )


def _is_garbled(text: str) -> bool:
    """Whether Russian in UTF-8 was taken for Windows-1251 or Latin-1 and saved again: Р or С before every letter."""
    head = text[:4000]
    letters = sum(letter.isalpha() for letter in head)
    broken = len(regex.findall(r"[РС][^\sа-яА-Яa-zA-Z.,;:!?\-–—0-9()«»“”]", head)) + len(
        regex.findall(r"[ÐÑ][\x80-\xff]", head)
    )
    return letters > 0 and (broken > 0.2 * letters or head.count("\N{REPLACEMENT CHARACTER}") > 0.1 * len(head))
