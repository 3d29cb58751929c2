"""Wording as pages show it: holders, alternatives, choices, paragraphs, and events about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """
    A code as it is shown.

    Attributes:
        tone: "mine" | "chair" | "d1" … "d6" | "edge" (more than eight delegations).
    """

    code: str
    name: str
    tone: str


@dataclass(frozen=True, slots=True)
class Words:
    """
    Wording without alternatives.

    Attributes:
        mark: "" common, "open" read here for one holder while others want something else, "wanted" others want words
            where this reading has none.
        number: number of the choice that begins here, for the last two.
    """

    text: str
    mark: str = ""
    number: str = ""
    is_choice: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """
    An alternative of a choice.

    Attributes:
        index: place among the alternatives, 0 = the base's wording; what acts name.
        letter: "a", "b", …, inner ones "a1"; "◇" for the chair's compromise, also when delegations have taken it.
        holders: shortened to at most four inline; ``more`` counts the others.
        plain: its wording with inner choices as [6.1]; "" for no text.
        others: holders of the other alternatives but for the subject's own delegation: who would still have to move if
            it supported this one.
    """

    index: int
    letter: str
    holders: tuple[Holder, ...]
    more: int
    all_holders: tuple[Holder, ...]
    inlines: tuple[Words | Open, ...]
    plain: str
    is_null: bool
    is_base: bool
    is_mine: bool
    is_chair: bool
    others: tuple[Holder, ...]

    @property
    def delegations(self) -> tuple[Holder, ...]:
        """Its holders without the chair, who is no delegation."""
        return tuple(holder for holder in self.all_holders if holder.tone != "chair")


@dataclass(frozen=True, slots=True)
class Open:
    """
    An open choice in the text.

    Attributes:
        number: "6", inner ones "6.1"; also the ``?choice=`` of its address.
        options: those that are printed, base first; ``null`` is the "no text" printed as "| no text KGZ +2" behind a
            lone option, or None.
        spoken: the sentence for screen readers.
        whole: the choice is the whole paragraph.
        stacked: its alternatives stand one above the other, because one of them is long or the whole paragraph.
        closing: whether the chair has proposed to close it.
    """

    number: str
    options: tuple[Option, ...]
    null: Option | None
    spoken: str
    selected: bool
    whole: bool
    stacked: bool
    mine: bool
    awaits_me: bool
    closing: bool
    is_choice: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A choice of a paragraph as ledger rows: its number and all its alternatives."""

    number: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A reservation ("reserve") or note under a paragraph."""

    kind: str
    holder: Holder
    wording: str


@dataclass(frozen=True, slots=True)
class Mine:
    """A proposal of the subject's delegation (or shown to the chair) that is not tabled yet."""

    id: str
    holder: Holder
    stage: str
    kind: str
    wording: str
    may_table: bool
    may_show: bool
    may_drop: bool


@dataclass(frozen=True, slots=True)
class Mover:
    """
    Who would have to move for a reading of the paragraph to stand.

    Attributes:
        numbers: the choices on which they hold something else.
    """

    holder: Holder
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """
    A block in the room.

    Attributes:
        state: "open" | "agreed" | "reopened" | "reserved" | "clear" (no choice open, not yet agreed) | "adopted".
        word: the status in words, translated.
        inlines: as this view reads it; ``rows`` its choices as a ledger, where they stand so.
        first: its first words, for the outline.
        changed: clock time of a change by others since the subject last looked, or "".
        movers: who would have to move for this reading, in the view of the own delegation.
        plain: what the subject's delegation has here; where it has no position, the base.
        reserved: the subject's delegation has a reservation here.
    """

    id: str
    label: str
    state: str
    word: str
    forum: str
    pending: tuple[Holder, ...]
    inlines: tuple[Words | Open, ...]
    rows: tuple[Row, ...]
    remarks: tuple[Remark, ...]
    first: str
    numbers: tuple[str, ...]
    awaits_me: bool
    mine: bool
    selected: bool
    changed: str
    drafts: tuple[Mine, ...]
    movers: tuple[Mover, ...]
    plain: str
    reserved: bool
    is_heading: bool = False

    @property
    def open_choices(self) -> int:
        """How many choices are open here, inner ones counted too."""
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the record as a line: ``sentence`` begins with who acted."""

    number: int
    at: datetime
    sentence: str
    on_behalf_of: str
    authority: str
    version: int | None
