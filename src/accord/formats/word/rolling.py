"""
The rolling text as a Word file: brackets as text, each with its holders' codes, under a legend on how to read it.

Source: docs/reference/notation.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.engine.text.labels import is_heading
from accord.engine.text.model import Alternative, Block, Choice, Inline, Note, Status, Text
from accord.engine.text.notation import NO_TEXT, printed
from accord.engine.text.spacing import outside
from accord.formats.showing import STANCES, legend, shown, status_words
from accord.formats.word.clean import page_head
from accord.formats.word.packing import Paragraph, Run, pack


def write_rolling(text: Text, *, title: str = "Rolling text", head: str = "") -> bytes:
    """
    Return ``text`` as a .docx; the same text gives the same bytes.

    Args:
        head: a line for the head of every page; a sample says there that it is one as well.
    """
    return pack(_paragraphs(text, title), head=page_head(head, sample=text.sample))


def _paragraphs(text: Text, title: str) -> Iterator[Paragraph]:
    yield Paragraph((Run(title),), "Title")
    for line in legend(text):
        yield Paragraph((Run(line),), "Legend")
    for block in text.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[Paragraph]:
    runs = tuple(_runs(outside(block.inlines)))
    yield Paragraph((*runs, *_status(block.status)), "Heading1" if is_heading(block) else "Normal")
    for note in block.notes:
        yield Paragraph(_note(note), "Status")


def _runs(inlines: Sequence[Inline]) -> Iterator[Run]:
    for index, item in enumerate(inlines):
        if isinstance(item, str):
            yield Run(shown(item, last=index == len(inlines) - 1))
        else:
            yield from _choice(item)


def _choice(choice: Choice) -> Iterator[Run]:
    for index, alternative in enumerate(printed(choice)):
        if index:
            yield Run(" ")
        yield from _alternative(alternative)


def _alternative(alternative: Alternative) -> Iterator[Run]:
    yield Run("[", "bracket")
    if alternative.holders:
        yield Run(f"{', '.join(alternative.holders)}: ", "holder")
    if alternative.is_null:
        yield Run(NO_TEXT, "status")
    yield from _runs(alternative.inlines)
    yield Run("]", "bracket")


def _status(status: Status) -> tuple[Run, ...]:
    words = status_words(status)
    return (Run(f" [{words}]", "status"),) if words else ()


def _note(note: Note) -> tuple[Run, ...]:
    return Run(f"{note.holder} ", "holder"), Run(f"{STANCES[note.kind]}: {note.wording}")
