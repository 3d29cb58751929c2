"""What a file says, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from accord.engine.text.findings import Finding
from accord.formats.word.story import Piece


@dataclass(frozen=True, slots=True)
class Revision:
    """
    One tracked change of wording.

    Attributes:
        author: as the file names them; "" where it names nobody.
        kind: "inserted", "deleted", or "moved" (told once, where the wording stands now).
        wording: what was put in, taken out or moved; a paragraph's end in it is a blank line, a note's
            wording is that of the note.
        line, column: where in the text, both from 1; what was deleted stood there.
        date: as the file gives it, such as "2024-06-12T09:02:00Z"; "" without one.
    """

    author: str
    kind: Literal["inserted", "deleted", "moved"]
    wording: str
    line: int
    column: int = 1
    date: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """
    What somebody wrote in the margin.

    Attributes:
        author: as the file names them; "" where it names nobody.
        wording: one line.
        about: the wording that it is tied to, deleted wording included, as one line; "" at a point.
        line, column: where in the text, both from 1.
        date: as the file gives it; "" without one.
        answers: number, from 1, of the comment that this one answers; 0 for none.
        resolved: whether it was marked as done.
    """

    author: str
    wording: str
    about: str
    line: int
    column: int = 1
    date: str = ""
    answers: int = 0
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """
    A number that the program prints before a paragraph, and that is no part of its wording.

    Attributes:
        line: the paragraph's first line in the text, from 1.
        wording: such as "1.", "(a)" or "•".
    """

    line: int
    wording: str


@dataclass(frozen=True, slots=True)
class Rolling:
    """
    The rolling text that a file of Accord's holds, as it stands there now.

    Attributes:
        notation: the text in notation; "" where it cannot be read. fault: why it cannot, as a clause; "" where it can.
        unknown: which code in its brackets is not in its roster, as a clause; "" where all are. The notation has it as
            it stands there, and only who hands the file in under that code can be read by it.
    """

    notation: str
    fault: str = ""
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """
    What a file says.

    Attributes:
        text: its characters, with all tracked changes accepted; paragraphs of a Word file are parted by one blank line.
        findings: what a reader of the file would see and the text does not show (comments, hidden text, …).
        base: what rejecting all tracked changes gives; None where the file has none.
        revisions: the tracked changes of wording, in the order of the document.
        comments: in the order of the document.
        labels, base_labels: automatic numbers of the paragraphs of ``text`` and ``base``, in order.
        flow: the wording with its tracked changes, where they are by more than one author or in a rolling text.
        rolling: for a rolling text that Accord wrote, what it is in notation; None for any other document.
    """

    text: str
    findings: tuple[Finding, ...] = ()
    base: str | None = None
    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()
    labels: tuple[Label, ...] = ()
    base_labels: tuple[Label, ...] = ()
    flow: tuple[Piece, ...] = ()
    rolling: Rolling | None = None


def authors_of(document: Document) -> tuple[str, ...]:
    """Return who made the tracked changes of a document, each once, in order of their first change."""
    return tuple(dict.fromkeys(each.author for each in document.revisions))
