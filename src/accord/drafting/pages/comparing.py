"""What the page that compares two versions shows."""

from __future__ import annotations

from dataclasses import dataclass

from accord.drafting.pages.room import VersionRow
from accord.drafting.pages.wording import Event, Holder


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A run of one side of a comparison.

    Attributes:
        kind: "words" | "number" (of a choice) | "left" and "right" (its brackets) | "null" (the words "no text").
        mark: "" the same on both sides | "removed" | "added".
        holders: behind a left bracket, who holds this alternative, each with a mark of its own.
    """

    text: str
    kind: str
    mark: str = ""
    holders: tuple[tuple[Holder, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """
    One changed paragraph of a comparison.

    Attributes:
        old, new: the paragraph on both sides; None where it does not stand there.
        state, word: its status in the later version, as in the room.
        marks: what became of the paragraph, as sentences ("Agreed ad referendum", "Moved: it was OP6").
        entries: the record entries that account for it; ``covered`` whether every difference here has one.
    """

    label: str
    block: str
    state: str
    word: str
    old: tuple[Piece, ...] | None
    new: tuple[Piece, ...] | None
    marks: tuple[str, ...]
    entries: tuple[Event, ...]
    covered: bool
    is_difference: bool = True

    @property
    def same_words(self) -> bool:
        """Whether the paragraph reads alike on both sides: its status, a note or its place differ."""
        return self.old == self.new


@dataclass(frozen=True, slots=True)
class Same:
    """A run of unchanged paragraphs, folded into one line: the first and the last label, and how many."""

    first: str
    last: str
    count: int
    is_difference: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the figures: ``care`` where it needs a person."""

    label: str
    value: str
    care: bool = False


@dataclass(frozen=True, slots=True)
class ComparePage:
    """
    Two versions side by side.

    Attributes:
        versions: those to choose from: the named ones, the current one, and the two that are shown.
        acted: what each delegation did between the two, in the council's order; empty where names are not shown.
        uncovered: how many paragraphs differ in a way that no entry accounts for.
        other: that the text differs outside its paragraphs (roster, sample mark) without an entry.
    """

    id: str
    title: str
    symbol: str
    sample: bool
    old: VersionRow
    new: VersionRow
    versions: tuple[VersionRow, ...]
    rows: tuple[Difference | Same, ...]
    figures: tuple[Figure, ...]
    acted: tuple[tuple[Holder, str], ...]
    uncovered: int
    other: bool
    sentence: str
