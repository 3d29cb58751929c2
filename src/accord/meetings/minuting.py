"""The record of a meeting as it is entered and shown: frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _

from accord.meetings.pages import MeetingLink
from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class NextEntry:
    """
    When and where the next meeting is proposed.

    Attributes:
        day: None while it is not fixed; ``when`` then says what is known. convened: id of the meeting that was convened
            upon it, or "".
    """

    day: date | None = None
    when: str = ""
    place: str = ""
    convened: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class NextLine:
    """The next meeting as it was proposed. ``convened``: None where none was, or none that the reader can see."""

    day: date | None
    when: str
    place: str
    convened: MeetingLink | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class AnnouncedLine:
    """A next meeting that ``meeting`` announced and that is not convened yet; ``day`` None and "" where not known."""

    meeting_id: str
    meeting: str
    day: date | None
    when: str
    place: str

    @property
    def title(self) -> str:
        """How it is called while it has no name of its own."""
        return _("Next meeting after “%s”") % self.meeting


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of a record: its heading, and its words as they are stored and as paragraphs."""

    heading: str
    wording: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words, parted where a line is empty."""
        return tuple(part.strip() for part in self.wording.split("\n\n") if part.strip())


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A correction that was asked for. ``taken``: None while it is not answered."""

    id: str
    who: str
    wording: str
    taken: bool | None
    answer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MinutesPage:
    """
    The record of a meeting as one subject sees it.

    Attributes:
        id: "" where there is none that this reader may read. state: "" | "draft" | "circulated" | "approved".
        until: the day until which corrections are taken. offers: "draw", "edit", "circulate", "approve", "correct",
            "answer", "next". public: whether all who see the meeting read it.
        shown: as on which day it stands. shows_now: that day is not over. edited_since, next_since: the wording, or
            what is said of the next meeting, was entered after that day, and is known as of now alone.
    """

    meeting_id: str
    meeting: str
    day: date | None
    place: str
    shown: date
    shows_now: bool = True
    edited_since: bool = False
    next_since: bool = False
    id: str = ""
    state: str = ""
    parts: tuple[PartLine, ...] = ()
    sample: bool = False
    until: date | None = None
    approved_at: datetime | None = None
    public: bool = False
    corrections: tuple[CorrectionLine, ...] = ()
    next: NextLine | None = None
    basis: Basis | None = None
    offers: frozenset[str] = frozenset()
