"""The clean text as a Word file: the wording alone, paragraph by paragraph, without brackets or names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.engine.text.splitting import undress
from accord.formats.showing import SAMPLE
from accord.formats.word.packing import Paragraph, Run, pack

_PARTING = re.compile(r"\n(?:[ \t\f\v]*\n)+")
_BLANK_LINES = re.compile(r"(?:[ \t\f\v]*\n)*")


def write_clean(wording: str, *, sample: bool = False, title: str = "", head: str = "") -> bytes:
    """
    Return ``wording`` as a .docx; its paragraphs are what blank lines part.

    Args:
        sample: the wording is a sample; every page says so at its head.
        title: stands above the wording, where it has none of its own.
        head: a line for the head of every page, which is no part of the wording when the file is read again.
    """
    return pack(_paragraphs(wording, title), head=page_head(head, sample=sample))


def page_head(head: str, *, sample: bool) -> str:
    """Return what stands at the head of every page: that the wording is a sample comes first."""
    return " ".join(part for part in (SAMPLE if sample else "", head) if part)


def paragraphs_of(wording: str) -> list[str]:
    """Return the paragraphs of a document as Word has them: parted by blank lines, no empty ones, plain line ends."""
    plain = undress(wording)[0].replace("\r\n", "\n").replace("\r", "\n")
    first, last = _BLANK_LINES.match(plain), len(plain.rstrip())
    end = plain.find("\n", last)
    wording = plain[first.end() if first else 0 : len(plain) if end < 0 else end]
    return [each for each in _PARTING.split(wording) if each.strip()]


def _paragraphs(wording: str, title: str) -> Iterator[Paragraph]:
    if title:
        yield Paragraph((Run(title),), "Title")
    for paragraph in paragraphs_of(wording):
        yield Paragraph((Run(paragraph),))
