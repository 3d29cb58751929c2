"""
What an OpenDocument text says, as a reader of it would see; the answer is that of a Word file.

Its text is the one with all tracked changes accepted; its base the one with all rejected. What stands beside the
wording is told with its place. Runs in the child process only.

Source: docs/reference/formats.md, "Reading OpenDocument".
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from accord.engine.said import say
from accord.formats.odt.beside import Beside, beside
from accord.formats.odt.changes import has_changes_of_formatting
from accord.formats.odt.opening import open_package
from accord.formats.odt.walking import Walk, read_beside
from accord.formats.word.formatting import formatting_notes
from accord.formats.word.laid import laid_out, said_in
from accord.formats.word.numbering import Counting
from accord.formats.word.reading import answer, comment_notes, comments_in, number_notes
from accord.formats.word.story import Note, Reading, accepted, rejected
from accord.formats.word.told import said_of_page, wording_then


def read(data: bytes) -> dict[str, object]:
    """
    Return what an .odt says, as :func:`accord.formats.answers.document_of` takes it.

    Raises:
        Refused: it is no sound .odt, or holds what a text to be negotiated has no use for.
    """
    package = open_package(data)
    around = beside(package)
    pieces = Walk(around).through(package.text)
    numbering = around.lists.numbering
    after = accepted(pieces, Counting(numbering).label)
    before = rejected(pieces, Counting(numbering).label)
    comments = list(comments_in(around.remarks, after, lambda element: read_beside(around, element)[0]))
    said = said_in(laid_out(pieces))
    comments = [each for each in comments if f"{each['author']} {each['wording']}" not in said]
    notes = [
        *after.notes,
        *formatting_notes(after),
        *comment_notes(comments),
        *_page_notes(around, after),
        *number_notes(after),
        *_changes_of_formatting(package.content),
    ]
    return answer(pieces, after, before, notes, comments)


def _page_notes(around: Beside, reading: Reading) -> Iterator[Note]:
    told = set()
    for kind, root in around.pages():
        wording, before, groups = read_beside(around, root)
        reading.groups += groups
        if any(map(str.isalpha, wording + before)) and (kind, wording, before) not in told:
            told.add((kind, wording, before))
            yield Note("D010", "info", 0, said_of_page(kind, wording_then(wording, before)))


def _changes_of_formatting(content: etree._Element) -> Iterator[Note]:
    if has_changes_of_formatting(content):
        yield Note("D012", "info", 0, say("Tracked changes of formatting alone were left out."))
