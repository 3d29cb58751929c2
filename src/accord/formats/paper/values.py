"""
What a written document is made of, whatever program opens it: paragraphs of runs, a table, tracked changes, comments.

Source: docs/reference/formats.md, "Word and OpenDocument".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from accord.formats.showing import NOT_XML, reads_right_to_left

Style = Literal[
    "Normal", "Heading1", "Title", "Sample", "Legend", "Note", "Annex", "Subtitle", "Heading2", "Item", "Below", "Fact",
]  # fmt: skip
"""
What a paragraph is. "Normal" and "Heading1" are wording; the others only stand around it, those from "Subtitle" on in
papers that are no negotiated text alone (:mod:`accord.formats.sheets`).
"""

Look = Literal[
    "plain", "first", "other", "opening", "bracket", "holder", "none", "status", "reopened", "label", "mark",
    "kept", "letter", "term",
]  # fmt: skip
"""
What a run is: common wording, that of a choice's first alternative or of another one, the square bracket that opens a
choice, any other one, the codes of holders, "no text", how far a paragraph has come, a computed label, a mark such as
¶, a space that belongs to the wording beside a bracket, a square bracket of the wording. A file is read back by these.
"term" stands in papers that are no negotiated text: what a row tells of.
"""

State = Literal["open", "agreed", "reopened"]
CHANGED = "1980-01-01T00:00:00Z"
"""When every tracked change was made, as far as a file says: the same text gives the same bytes."""

EN_SPACE = "\u2002"
"""Stands between a computed label and the wording."""

_MARK = re.compile(r"\r\n|[\n\t\r]")


@dataclass(frozen=True, slots=True)
class Change:
    """
    A tracked change.

    Attributes:
        kind: "ins" | "del".
        number: no two changes of a document have the same.
    """

    kind: str
    author: str
    number: int


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look. Line ends and tabs are written as the format has them."""

    wording: str
    look: Look = "plain"
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody says of a whole paragraph, in its margin."""

    author: str
    wording: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """
    Runs in one style.

    Attributes:
        mark: what was done to the paragraph's end; accepted or rejected, it parts or joins paragraphs.
        state: how far it has come; it shows at its edge.
        label: what stands before it without being wording ("PP3 bis"), or "".
        from_right: whether it runs from right to left, where the paper says so; None where its letters do.
    """

    runs: tuple[Run, ...]
    style: Style = "Normal"
    mark: Change | None = None
    state: State = "open"
    label: str = ""
    comments: tuple[Comment, ...] = ()
    from_right: bool | None = None

    @property
    def wording(self) -> str:
        """All its characters, those of tracked changes included."""
        return "".join(run.wording for run in self.runs)

    @property
    def right_to_left(self) -> bool:
        """Whether it runs from right to left: its first letter that is no bracket's or holder's does."""
        if self.from_right is not None:
            return self.from_right
        said = "".join(run.wording for run in self.runs if run.look not in {"holder", "label", "status", "none"})
        return reads_right_to_left(said)

    def runs_from_right(self, run: Run) -> bool:
        """Whether a run goes from right to left: as its paragraph, where the paper does not say how that one runs."""
        told = self.from_right is not None and any(map(str.isalpha, run.wording))
        return reads_right_to_left(run.wording) if told else self.right_to_left


@dataclass(frozen=True, slots=True)
class Table:
    """
    Rows of cells; the first row is the head.

    Attributes:
        widths: of the columns, in parts of their sum.
        from_right: whether the first column is at the right, where the paper says so.
    """

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    from_right: bool | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """
    A picture as wide as the words of a page.

    Attributes:
        data: a PNG. width, height: in any unit; only their ratio counts. words: what it shows, for who cannot see it.
    """

    data: bytes
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True)
class Paper:
    """
    A document.

    Attributes:
        content: its paragraphs, tables and pictures, in reading order.
        heads: lines at the head of every page.
        language: tag of the wording's language, or "".
        from_right: whether it runs from right to left, where the paper says so; None where its letters do.
    """

    content: tuple[Paragraph | Table | Image, ...]
    heads: tuple[str, ...] = ()
    language: str = ""
    from_right: bool | None = None

    @property
    def images(self) -> tuple[Image, ...]:
        """All pictures, in reading order."""
        return tuple(each for each in self.content if isinstance(each, Image))

    @property
    def comments(self) -> tuple[Comment, ...]:
        """All comments, in the order of their paragraphs."""
        paragraphs = (each for each in self.content if isinstance(each, Paragraph))
        return tuple(comment for each in paragraphs for comment in each.comments)

    @property
    def right_to_left(self) -> bool:
        """Whether most of its paragraphs of wording run from right to left."""
        if self.from_right is not None:
            return self.from_right
        ways = [each.right_to_left for each in self.content if isinstance(each, Paragraph) and each.style == "Normal"]
        return sum(ways) * 2 > len(ways)


def pieces(wording: str) -> Iterator[str]:
    """Yield wording as "\\n", "\\t" and stretches without them; characters that XML cannot hold are left out."""
    at = 0
    for match in _MARK.finditer(wording):
        yield from _stretch(wording[at : match.start()])
        yield "\t" if match[0] == "\t" else "\n"
        at = match.end()
    yield from _stretch(wording[at:])


def _stretch(wording: str) -> Iterator[str]:
    plain = NOT_XML.sub("", wording)
    if plain:
        yield plain
