"""The clean text as a document: the wording alone, paragraph by paragraph, without brackets or names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.engine.text.labels import is_heading
from accord.engine.text.model import Block
from accord.engine.text.splitting import undress
from accord.formats.paper.values import Paper, Paragraph, Run
from accord.formats.showing import NOT_XML, SAMPLE

_PARTING = re.compile(r"\n(?:[ \t\f\v]*\n)+")
_BLANK_LINES = re.compile(r"(?:[ \t\f\v]*\n)*")


def clean_paper(wording: str, *, sample: bool, title: str, head: str) -> Paper:
    """Return ``wording`` as a document; its paragraphs are what blank lines part."""
    return Paper(tuple(_paragraphs(wording, title)), heads(head, sample=sample))


def heads(head: str, *, sample: bool) -> tuple[str, ...]:
    """Return the lines at the head of every page: that the wording is a sample comes first."""
    return tuple(line for line in (SAMPLE if sample else "", head) if line)


def paragraphs_of(wording: str) -> list[str]:
    """
    Return the paragraphs of a document as Word has them.

    They are parted by blank lines; none is empty, line ends are plain, and there is nothing that XML cannot hold.
    """
    plain = NOT_XML.sub("", undress(wording)[0]).replace("\r\n", "\n").replace("\r", "\n")
    first, last = _BLANK_LINES.match(plain), len(plain.rstrip())
    end = plain.find("\n", last)
    wording = plain[first.end() if first else 0 : len(plain) if end < 0 else end]
    return [each for each in _PARTING.split(wording) if each.strip()]


def _paragraphs(wording: str, title: str) -> Iterator[Paragraph]:
    if title:
        yield Paragraph((Run(title),), "Title")
    for paragraph in paragraphs_of(wording):
        heading = is_heading(Block("", (paragraph,)))
        yield Paragraph((Run(paragraph),), "Heading1" if heading else "Normal")
