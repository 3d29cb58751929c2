"""What the page of assessments side by side shows: frozen values for the chair and the secretariat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accord.positions.pages.situation import TextLink


@dataclass(frozen=True, slots=True)
class Cell:
    """
    What a member said of a question, the last by the day.

    Attributes:
        said: a value of the scale, "" where the member took it back; ``label`` says so.
        kept: the whole council does not read it, and it stays out of the text.
    """

    code: str
    said: str
    label: str
    words: str
    kept: bool


@dataclass(frozen=True, slots=True)
class SideRow:
    """
    A question with what each member said, in the council's own order.

    Attributes:
        state: "shared" | "differ" | "unsaid", of all that is released to the reader and stands. apart, silent: codes.
    """

    wording: str
    cells: tuple[Cell, ...]
    state: str
    apart: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SidePage:
    """
    The assessments of a situation side by side as of a day.

    Attributes:
        sentence: how much is shared. paragraphs: what a text would say, from what the whole council reads alone.
        kept: how many answers the whole council does not read. may_open: the reader opens the text.
    """

    id: str
    name: str
    day: date
    sentence: str
    rows: tuple[SideRow, ...]
    paragraphs: tuple[str, ...]
    title: str
    kept: int
    may_open: bool
    texts: tuple[TextLink, ...]
