"""
A document as paragraphs, and back, byte for byte.

Paragraphs are parted by blank lines. What the form "paragraph, blank line, paragraph, line end" does not say is kept in
the paragraph's own wording: extra line ends as trailing "\\n"; a separator of any other make is written out in full and
closed with :data:`EXACT`. A document that differs from plain lines throughout (BOM, CRLF, decomposed letters) is
undressed first and its :data:`Envelope` kept apart, so that a difference of encoding never becomes one of wording.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

BREAK = "\n\n"
"""A paragraph break inside a wording: what parts paragraphs that are one block, since somebody split or merged them."""

EXACT = "\0"
"""Ends a separator that is written out in full. NUL never occurs in a readable document."""

Envelope = tuple[str, ...]

_BLANK = " \t\r\f\v"
_SEPARATOR = re.compile(rf"\n(?:[{_BLANK}]*\n)+")
_ODD_SEPARATOR = re.compile(rf"\n[{_BLANK}]+\n|\n\n\n")
_LINES = re.compile(r"\n*")
_RUN = 8
"""How many paragraphs of two documents are compared at once."""


def undress(document: str) -> tuple[str, Envelope]:
    """
    Return the document as plain lines and what was taken off, such that ``dress`` gives the same characters back.

    Returns:
        the plain document, and the marks in the order they were taken off: "bom", "crlf", "nfd".
    """
    plain, marks = document, []
    for mark, off in (("bom", _without_bom), ("crlf", _without_crlf), ("nfd", _composed)):
        candidate = off(plain)
        if candidate != plain and _ON[mark](candidate) == plain:
            plain = candidate
            marks.append(mark)
    return plain, tuple(marks)


def dress(plain: str, envelope: Envelope) -> str:
    """Return the document whose plain lines and envelope are given."""
    for mark in reversed(envelope):
        plain = _ON[mark](plain)
    return plain


def _without_bom(document: str) -> str:
    return document.removeprefix("\ufeff")


def _without_crlf(document: str) -> str:
    return document.replace("\r\n", "\n") if "\r" in document else document


def _composed(document: str) -> str:
    return document if document.isascii() else unicodedata.normalize("NFC", document)


_ON: dict[str, Callable[[str], str]] = {
    "bom": lambda plain: "\ufeff" + plain,
    "crlf": lambda plain: plain.replace("\n", "\r\n"),
    "nfd": lambda plain: unicodedata.normalize("NFD", plain),
}


def split(plain: str, like: Sequence[str] = ()) -> tuple[str, ...]:
    """
    Return the paragraphs of a plain document, each with the marks that make :func:`join` exact.

    An empty document has no paragraph; one of white space alone has one.

    Args:
        like: paragraphs of another document. Those that both have are then the same objects, as far as both are plain:
            193 versions of one text need little more memory than the text, and are read sooner.
    """
    shared, start = _shared(plain, tuple(like)) if like else ([], 0)
    lines = plain[start:].split("\n")
    if _are_parted(lines):
        return (*shared, *lines[::2])
    return split(plain) if shared else _exactly(plain) if plain else ()


def _shared(plain: str, like: tuple[str, ...]) -> tuple[list[str], int]:
    """Return the first paragraphs of a document, those of ``like`` where it has them, and where the others begin."""
    known = _known(like)
    found: list[str] = []
    at = place = 0
    while place < len(known.parted):
        stretch, size = known.standing(plain, at, place)
        if stretch:
            found += like[place : place + size]
        else:
            stretch = plain[at : plain.find(BREAK, at) + len(BREAK)]
            line = stretch[: -len(BREAK)]
            if not stretch.endswith(BREAK) or "\n" in line or _is_blank(line):
                break
            place = known.places.get(line, place)
            found.append(like[place] if line in known.places else line)
        at += len(stretch)
        place += size
    return found, at


class _Known(NamedTuple):
    """
    Paragraphs that another document may share.

    Attributes:
        parted: each with the break behind it. runs: some of these joined, so that many are compared at once.
        places: where each stands.
    """

    parted: list[str]
    runs: list[str]
    places: dict[str, int]

    def standing(self, plain: str, at: int, place: int) -> tuple[str, int]:
        """Return the run, or the paragraph, that begins at ``place`` where it stands in ``plain``, and how many."""
        if not place % _RUN and plain.startswith(self.runs[place // _RUN], at):
            return self.runs[place // _RUN], _RUN
        return (self.parted[place] if plain.startswith(self.parted[place], at) else ""), 1


@lru_cache(maxsize=4)
def _known(paragraphs: tuple[str, ...]) -> _Known:
    """Return what :func:`_shared` looks for; nothing where a paragraph is no plain line."""
    if any(_is_blank(each) or "\n" in each or EXACT in each for each in paragraphs):
        return _Known([], [], {})
    parted = [each + BREAK for each in paragraphs]
    runs = ["".join(parted[start : start + _RUN]) for start in range(0, len(parted), _RUN)]
    return _Known(parted, runs, {each: place for place, each in enumerate(paragraphs)})


def _are_parted(lines: Sequence[str]) -> bool:
    """Whether every second line is empty and all others have wording, as in most documents."""
    return not (len(lines) % 2 or any(lines[1::2]) or any(map(_is_blank, lines[::2])))


def _is_blank(line: str) -> bool:
    return not line or line.isspace()


def _exactly(plain: str) -> tuple[str, ...]:
    start = _first_word(plain)
    if start == len(plain):
        return (plain + EXACT,)
    end = _last_line_end(plain)
    paragraphs = _inner(plain, start, end)
    paragraphs[0] = plain[:start] + paragraphs[0]
    paragraphs[-1] += _kept(plain[end:], last=True)
    return tuple(paragraphs)


def _inner(plain: str, start: int, end: int) -> list[str]:
    """Return the paragraphs of a stretch that begins and ends with wording; most documents have plain separators."""
    plainly = plain[start:end].split("\n\n")
    single_lines = plain.count("\n", start, end) == 2 * (len(plainly) - 1) and all(plainly)
    if single_lines or not _ODD_SEPARATOR.search(plain, start, end):
        return plainly
    paragraphs = []
    for found in _SEPARATOR.finditer(plain, start, end):
        paragraphs.append(plain[start : found.start()] + _kept(found.group(), last=False))
        start = found.end()
    return [*paragraphs, plain[start:end]]


def join(paragraphs: Sequence[str]) -> str:
    """Return the plain document of these paragraphs; the reverse of :func:`split`."""
    out = []
    for index, paragraph in enumerate(paragraphs):
        exact = paragraph.endswith(EXACT)
        last = index == len(paragraphs) - 1
        out.append(paragraph[:-1] if exact else paragraph + ("\n" if last else "\n\n"))
    return "".join(out)


def fuse(paragraphs: Sequence[str]) -> str:
    """Return paragraphs of one document as the wording of one block, with what parts them inside; "" for none."""
    *others, last = paragraphs or ("",)
    return "".join(each[:-1] if each.endswith(EXACT) else each + BREAK for each in others) + last


def _first_word(plain: str) -> int:
    found = re.search(r"\S", plain)
    start = found.start() if found else len(plain)
    return plain.rfind("\n", 0, start) + 1 if found else start


def _last_line_end(plain: str) -> int:
    """Return where the separator behind the last paragraph begins; the length where there is none."""
    found = plain.find("\n", len(plain.rstrip(_BLANK + "\n")))
    return found if found >= 0 else len(plain)


def _kept(separator: str, *, last: bool) -> str:
    plain = "\n" if last else "\n\n"
    if separator.startswith(plain) and _LINES.fullmatch(separator):
        return separator[len(plain) :]
    return separator + EXACT
