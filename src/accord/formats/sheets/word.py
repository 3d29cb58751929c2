"""A sheet as a Word file, with real headings and tables; the same sheet gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from accord.formats.paper.values import Image, Paper, Paragraph, Run, Style, Table
from accord.formats.pictures import drawn_size, paper_svg_of
from accord.formats.sheets.values import Drawn, Facts, Grid, Heading, Items, Part, Prose, Sheet
from accord.formats.typesetting import Unwritable, rastered
from accord.formats.word.packing import pack


def word_of(sheet: Sheet) -> bytes:
    """Return ``sheet`` as the bytes of a .docx."""
    heads = (sheet.sample,) if sheet.sample else ()
    return pack(Paper(tuple(_content(sheet)), heads, sheet.language, sheet.right_to_left))


def _content(sheet: Sheet) -> Iterator[Paragraph | Table | Image]:
    if sheet.sample:
        yield _paragraph(sheet, "Sample", sheet.sample)
    yield _paragraph(sheet, "Title", sheet.title)
    if sheet.subtitle:
        yield _paragraph(sheet, "Subtitle", sheet.subtitle)
    for part in sheet.parts:
        yield from _part(sheet, part)
    for note in sheet.notes:
        yield _paragraph(sheet, "Legend", note)


def _part(sheet: Sheet, part: Part) -> Iterator[Paragraph | Table | Image]:
    match part:
        case Heading():
            yield _paragraph(sheet, "Heading1" if part.level == 1 else "Heading2", part.words)
        case Prose():
            yield _paragraph(sheet, "Note" if part.quiet else "Normal", part.words)
        case Items():
            yield from _items(sheet, part)
        case Facts():
            for term, words in part.rows:
                yield _paragraph(sheet, "Fact", words, before=Run(term, "term"))
        case Grid():
            yield Table((part.head, *part.rows), part.shares, sheet.right_to_left)
        case Drawn():
            yield from _drawn(part)


def _drawn(part: Drawn) -> Iterator[Image]:
    """Yield the picture; none where the extra ``pdf``, which draws it, is not installed: its table stands behind it."""
    with suppress(Unwritable):
        yield Image(rastered(paper_svg_of(part.picture)), *drawn_size(part.picture), part.picture.title)


def _items(sheet: Sheet, part: Items) -> Iterator[Paragraph]:
    for item in part.items:
        yield _paragraph(sheet, "Item", item.words, before=Run(f"{item.number}."))
        for line in item.below:
            yield _paragraph(sheet, "Below", line)


def _paragraph(sheet: Sheet, style: Style, words: str, *, before: Run | None = None) -> Paragraph:
    """Return a paragraph; what stands before its words is parted from them by a tab."""
    runs = (before, Run("\t"), Run(words)) if before else (Run(words),)
    return Paragraph(runs, style, from_right=sheet.right_to_left)
