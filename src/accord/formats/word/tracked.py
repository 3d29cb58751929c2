"""
One delegation's text as tracked changes against the base, to accept or reject in Word.

A document is characters and paragraph marks in a row, and each of them is common, put in or taken out. A paragraph
that is put in or taken out brings the mark before it along, as typing at the end of a paragraph does: the last mark of
a Word document can be neither put in nor taken out, and LibreOffice 7.4 loses a mark the other way. What stands before
the first common paragraph brings its own mark.

Source: ISO/IEC 29500-1, 17.13.5 (revisions); docs/reference/formats.md, "Word with tracked changes".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from accord.engine.text.aligning import align
from accord.engine.text.composing import compose
from accord.engine.text.projecting import wording_of
from accord.formats.word.clean import page_head, paragraphs_of
from accord.formats.word.packing import Change, Paragraph, Run, pack


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the base, of the delegation's text, or of both; None where it is not in one of them."""

    old: str | None
    new: str | None

    @property
    def change(self) -> str:
        """What was done to it as a whole: "ins", "del", or "" where both have it."""
        return "ins" if self.old is None else "del" if self.new is None else ""


def write_tracked(base: str, wording: str, *, author: str, sample: bool = False, head: str = "") -> bytes:
    """
    Return a .docx that gives ``wording`` when all its changes are accepted and ``base`` when all are rejected.

    Equal means the same paragraphs and characters; blank lines between paragraphs are the document's own.

    Args:
        author: the delegation's code, who made every change. When it made them the file does not say.
        sample: the wording is a sample; every page says so at its head.
    """
    rows = _anchored(list(_rows(paragraphs_of(base), paragraphs_of(wording))))
    return pack(_paragraphs(rows, author), head=page_head(head, sample=sample))


def _rows(base: Sequence[str], version: Sequence[str]) -> Iterator[Row]:
    alignment = align(base, version)
    for gap, inserted in enumerate(alignment.inserted):
        yield from (Row(None, new) for new in inserted)
        if gap < len(base):
            yield Row(base[gap], alignment.paired[gap])


def _anchored(rows: list[Row]) -> list[Row]:
    """Return ``rows`` with one at least that both texts have: a Word document is never without a paragraph."""
    if not rows:
        return [Row("", "")]
    if any(not row.change for row in rows):
        return rows
    old = next((row for row in rows if row.old is not None), None)
    new = next((row for row in rows if row.new is not None), None)
    pair = Row(old.old if old else "", new.new if new else "")
    return [pair, *(row for row in rows if row is not old and row is not new)]


def _paragraphs(rows: Sequence[Row], author: str) -> Iterator[Paragraph]:
    numbers = count(1)
    first = min(index for index, row in enumerate(rows) if not row.change)

    def change(kind: str) -> Change | None:
        return Change(kind, author, next(numbers)) if kind else None

    for index, row in enumerate(rows):
        following = rows[index + 1].change if index + 1 < len(rows) else ""
        mark = change(row.change if index < first else following)
        yield Paragraph(tuple(Run(words, change=change(kind)) for kind, words in _pieces(row, author)), mark=mark)


def _pieces(row: Row, author: str) -> Iterator[tuple[str, str]]:
    """Yield pairs of "", "del" or "ins" and the wording that this was done to."""
    old, new = row.old or "", row.new or ""
    for item in compose(old, {author: new}, (author,)) if old != new else (old,):
        if isinstance(item, str):
            yield "", item
        else:
            yield "del", wording_of((item,), None, {})
            yield "ins", wording_of((item,), author, {})
