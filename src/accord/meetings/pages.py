"""What the pages of meetings show: frozen values for one subject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from accord.meetings.agenda import DocumentLine
from accord.members.basis import Basis
from accord.members.pages import NO_NAME, Called


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """
    A meeting in a list. ``sentence`` says in one breath what is known of it.

    Attributes:
        kind: in words, "" for a regular meeting. state: "proposed" | "convened" | "cancelled" | "declined".
        reason: why it was moved last, cancelled or declined.
        name, held_by: title and organ as they are called. organ_key: key of the organ, "" for the council itself.
        sample: it is for practice; no such meeting takes place.
    """

    id: str
    title: str
    organ: str
    day: date | None
    when: str
    place: str
    sentence: str
    note: str
    basis: Basis
    kind: str = ""
    state: str = "convened"
    reason: str = ""
    name: Called = NO_NAME
    held_by: Called = NO_NAME
    organ_key: str = ""
    sample: bool = False

    @property
    def cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.state == "cancelled"

    @property
    def told(self) -> str:
        """What is known of it: the sentence and the note."""
        return f"{self.sentence} {self.note}".strip()

    @property
    def where(self) -> str:
        """Organ and place."""
        return " · ".join(part for part in (self.organ, self.place) if part)


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """A stretch of the list of meetings. ``total`` counts what this reader may see and nothing else."""

    lines: tuple[MeetingLine, ...]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class ItemLine:
    """
    An item of the agenda.

    Attributes:
        number: under which it is printed, 0 until it is given one. removed: whether it was taken off.
        minutes: estimated length, None where nobody said. notes: papers tabled under it.
    """

    number: int
    title: str
    basis: Basis
    handle: str = ""
    rapporteur: str = ""
    minutes: int | None = None
    removed: bool = False
    documents: tuple[DocumentLine, ...] = ()
    notes: tuple[NoteLine, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A paper tabled in a sitting, for those admitted to it."""

    id: str
    title: str
    sample: bool
    tabled_at: datetime


@dataclass(frozen=True, slots=True)
class SittingBlock:
    """
    A sitting with its items.

    Attributes:
        form: "narrow" | "extended" | "" for items whose sitting is not stated. code: of the sitting, "" without one.
        admitted: the reader is admitted to a narrow sitting, or a guest to any; False for everybody else.
        invited: not a sitting, but the items to which the reader alone is invited.
        begins, ends: as the clocks of the place show them. second: the beginning as the clock of the reader's capital
            shows it, else UTC: "07:30 Minsk". languages: of interpretation, by name.
    """

    form: str
    name: str
    admitted: bool
    items: tuple[ItemLine, ...]
    notes: tuple[NoteLine, ...]
    begins: datetime | None = None
    ends: datetime | None = None
    languages: tuple[str, ...] = ()
    invited: bool = False
    code: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A place at the table; ``member`` in the reader's language where that is known."""

    code: str
    member: str
    person: str
    role: str
    empty: bool
    note: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class FactLine:
    """Label and words; ``told`` is "fact" | "account" | "conflict"."""

    label: str
    fact: str
    basis: Basis
    told: str = "fact"


@dataclass(frozen=True, slots=True)
class MovingPage:
    """
    A meeting that the reader may move.

    Attributes:
        sittings: code and name of each. schedule: how it stands, by the names of the form.
    """

    id: str
    title: str
    sittings: tuple[tuple[str, str], ...]
    schedule: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class MeetingLink:
    """Another meeting that a page points to."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """
    A meeting as one subject sees it.

    Attributes:
        organs: all organs of a joint meeting, by name. side_of, beside: the meeting beside which it takes place, and
            those that take place beside it.
        whole: whether the reader sees the whole meeting. stage: of the agenda, "" where none is known.
    """

    line: MeetingLine
    zone: str
    chair_name: str
    chair: str
    facts: tuple[FactLine, ...]
    sittings: tuple[SittingBlock, ...]
    seats: tuple[SeatLine, ...]
    present: int
    members: int
    organs: tuple[str, ...] = ()
    host: str = ""
    proposed_by: str = ""
    side_of: MeetingLink | None = None
    beside: tuple[MeetingLink, ...] = ()
    whole: bool = True
    stage: str = ""

    @property
    def told_elsewhere(self) -> tuple[FactLine, ...]:
        """What each source says, and where sources differ."""
        return tuple(fact for fact in self.facts if fact.told != "fact")


@dataclass(frozen=True, slots=True)
class NotePage:
    """A tabled paper, for those for whom it exists."""

    meeting_id: str
    meeting: str
    title: str
    paragraphs: tuple[str, ...]
    sample: bool
    tabled_at: datetime
    narrow: bool
