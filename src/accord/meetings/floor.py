"""Speakers and statements as they are entered and shown: frozen values, and what they say in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """
    What somebody said.

    Attributes:
        code: of the member or partner, "" for others. name, post: who spoke, as printed.
        sitting: code of the sitting, "" where it is not stated; the statement is then one that was made public.
        public: whether all who see the meeting read it, as what was said to the press or published.
        item: handle of the item it was made on, "" for none. at: instant, None where only the day is known.
    """

    wording: str
    code: str = ""
    name: str = ""
    post: str = ""
    sitting: str = ""
    item: str = ""
    at: datetime | None = None
    public: bool = False
    sample: bool = False
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """
    A turn on a list.

    Attributes:
        place: among those that wait, from 1; 0 for others. state: "waits" | "speaks" | "spoke" | "withdrew"; word: the
            same in words. used: seconds between the call and the end, None before. over: whether that was too long.
    """

    id: str
    code: str
    name: str
    place: int
    state: str
    word: str
    used: int | None
    over: bool
    mine: bool

    @property
    def used_words(self) -> str:
        """The time used, "2:05"; "" before the turn is over."""
        return f"{self.used // 60}:{self.used % 60:02d}" if self.used is not None else ""


@dataclass(frozen=True, slots=True)
class FloorBlock:
    """
    A list of speakers. ``offers``: the acts that the reader is offered ("ask", "preside").

    Attributes:
        on: the item, as it is printed, or "" for the whole sitting. limit: minutes, None without a limit.
        arranged: whether the chair set the order by hand.
    """

    id: str
    sitting: str
    on: str
    limit: int | None
    closed: bool
    arranged: bool
    speakers: tuple[SpeakerRow, ...]
    offers: frozenset[str]

    @property
    def sentence(self) -> str:
        """Who has the floor, and how many wait."""
        speaking = next((each for each in self.speakers if each.state == "speaks"), None)
        waiting = sum(1 for each in self.speakers if each.state == "waits")
        who = speaking.name or speaking.code if speaking else ""
        head = _("%(who)s has the floor.") % {"who": who} if who else _("Nobody has the floor.")
        rest = ngettext("%(count)s speaker waits.", "%(count)s speakers wait.", waiting) % {"count": waiting}
        return f"{head} {rest}"

    @property
    def order(self) -> str:
        """By which order they speak, in a sentence."""
        if self.arranged:
            return _("The chair has set the order.")
        return _("In the order in which they asked.")


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement for those for whom it exists."""

    id: str
    code: str
    name: str
    post: str
    sitting: str
    on: str
    paragraphs: tuple[str, ...]
    sample: bool
    at: datetime | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class FloorPage:
    """
    Speakers and statements of a meeting as one subject sees them.

    Attributes:
        sittings: code and name of those to which the reader is admitted. items: key and title of items.
        voices: codes for whom the reader may enter a speaker or a statement, with their names.
        offers: "open" (a list), "state" (a statement), "anybody" (for any member), "table" (a paper).
        zone: IANA zone of the place. day: as on which day they stand. set_since: limit or order of a list were set
            after that day, and are known as of now alone.
    """

    meeting_id: str
    meeting: str
    zone: str
    floors: tuple[FloorBlock, ...]
    statements: tuple[StatementLine, ...]
    sittings: tuple[tuple[str, str], ...]
    items: tuple[tuple[str, str], ...]
    voices: tuple[tuple[str, str], ...]
    offers: frozenset[str]
    day: date
    set_since: bool = False

    @property
    def sentence(self) -> str:
        """What is so, in one sentence."""
        if not self.floors and not self.statements:
            return _("No list of speakers and no statement of this meeting is open to you.")
        lists, said = len(self.floors), len(self.statements)
        words = [
            ngettext("%(count)s list of speakers.", "%(count)s lists of speakers.", lists) % {"count": lists},
            ngettext("%(count)s statement.", "%(count)s statements.", said) % {"count": said},
        ]
        return " ".join(word for word, count in zip(words, (lists, said), strict=True) if count)
