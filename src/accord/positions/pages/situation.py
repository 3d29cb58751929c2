"""What the page of one situation shows: what is reported of it, positions on it, and what members said over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from accord.positions.pages.positions import PositionLine
from accord.positions.pages.situations import SituationLine


@dataclass(frozen=True, slots=True)
class SaidLine:
    """
    What a member said of a question at a moment.

    Attributes:
        said: a value of the scale; label: the same in words. words: the member's own, "" for none.
        shown: who reads it, in words; only for the member's own delegation, else "".
        withdrawn: when the member took it back, None while it stands. ``said``, ``label`` and ``words`` are then ""
            but for its own delegation.
    """

    said: str
    label: str
    words: str
    at: datetime
    shown: str = ""
    withdrawn: datetime | None = None


@dataclass(frozen=True, slots=True)
class MemberSaid:
    """A member with the last that it said of a question, as far as the reader sees, and before that, newest first."""

    code: str
    now: SaidLine
    earlier: tuple[SaidLine, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """
    A dated question on a situation.

    Attributes:
        asked: when it was put. until: the last day on which members are asked for it; over: that day has passed.
        public: everybody reads it. members: those that said something, in the council's own order.
        silent: codes of those of which the reader sees nothing. mine: what the own delegation said last, None where
            nothing stands; mine_shown, mine_members: who reads it.
    """

    id: str
    wording: str
    asked: datetime
    until: date | None
    over: bool
    public: bool
    members: tuple[MemberSaid, ...]
    silent: tuple[str, ...]
    mine: SaidLine | None = None
    mine_shown: str = ""
    mine_members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextLink:
    """A text that was drawn up from assessments, by its address, and the day as of which."""

    id: str
    title: str
    day: date


@dataclass(frozen=True, slots=True)
class SituationPage:
    """
    A situation on a day, as one subject sees it.

    Attributes:
        positions: on it, as they are reported, newest first.
        questions: on which members assess it, the newest first.
        scale, circles: what can be said, and who can be let read it, as (value, words). others: single members that
            can be let read it, as (code, name).
        enters: the reader can enter a position on it. may_put, may_assess, may_draw: what access says.
        texts: drawn up from the assessments, as far as the reader is admitted to them.
    """

    id: str
    day: date
    line: SituationLine
    positions: tuple[PositionLine, ...]
    questions: tuple[Question, ...]
    scale: tuple[tuple[str, str], ...]
    circles: tuple[tuple[str, str], ...]
    enters: bool
    may_put: bool
    may_assess: bool
    may_draw: bool
    texts: tuple[TextLink, ...] = ()
    others: tuple[tuple[str, str], ...] = ()

    @property
    def shown(self) -> str:
        """Who read last what the own delegation said; the whole council where it has said nothing."""
        return next((each.mine_shown for each in self.questions if each.mine_shown), "council")

    @property
    def readers(self) -> tuple[str, ...]:
        """Codes of single members that read it besides."""
        return next((each.mine_members for each in self.questions if each.mine_shown), ())
