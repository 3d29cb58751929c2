"""What the pages show of positions: frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from accord.members.basis import Basis
from accord.members.changes import CorrectionLine
from accord.members.pages import NO_NAME, Called


@dataclass(frozen=True, slots=True)
class Holder:
    """
    Whose a position is, or who may be meant.

    Attributes:
        token: "member KAZ", "organ cmfa", "organisation", or "ambiguous". code: of a member, else "".
        organ: key of an organ, else "".
    """

    token: str
    name: Called
    code: str = ""
    organ: str = ""


@dataclass(frozen=True, slots=True)
class SettlingLine:
    """Who said whose an ambiguous position is, when, and on what that rests."""

    kind: str
    holder: Holder
    why: str
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where it was said: address of a meeting or document that the reader sees, and its title; "" for none."""

    meeting: str = ""
    meeting_title: str = ""
    document: str = ""
    document_title: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class PositionLine:
    """
    A position as it stands in a list.

    Attributes:
        kind: "national" | "collective" | "ambiguous"; label: the same in words; as it is now settled.
        settled: it was entered as ambiguous, and a person has said whose it is. candidates: who was in question.
        subject: what it is about, in words. topic, situation, situation_id (a handle): of what that is made.
        area: key of an area of cooperation, or ""; area_name: what it is called, "" where the page does not say it.
        said: the day in words, "" where it is not known.
        verbatim: whether ``words`` are those of the source.
        corrections: what stood before, the last correction first.
    """

    id: str
    kind: str
    label: str
    holder: Holder
    settled: bool
    candidates: tuple[Holder, ...]
    words: str
    verbatim: bool
    subject: str
    topic: str
    situation: str
    situation_id: str
    area: str
    area_name: str
    day: date | None
    said: str
    speaker: str
    occasion: Occasion
    known: date | None
    when: str
    basis: Basis
    corrections: tuple[CorrectionLine, ...] = ()

    @property
    def open(self) -> bool:
        """Whether nobody has said yet whose it is."""
        return self.kind == "ambiguous"


@dataclass(frozen=True, slots=True)
class Reading:
    """
    How an ambiguous position reads where one of those is meant who may be.

    Attributes:
        kind: "national" | "collective", in words. sentence: what the page would say of the position.
        said: what the same holder is reported to have said on the same subject otherwise, newest first.
    """

    holder: Holder
    kind: str
    sentence: str
    said: tuple[PositionLine, ...]


@dataclass(frozen=True, slots=True)
class WantedPositions:
    """
    By what the register of positions is narrowed; what is not known counts as not asked.

    Attributes:
        holder: a token of :class:`Holder`, or "collective". subject: "situation ID" or "topic WORDS". area: a key.
    """

    holder: str = ""
    subject: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class PositionsPage:
    """
    The register of positions on a day.

    Attributes:
        holders, subjects, areas: what can be asked for, as (value, words). total: how many are known in all.
        enters: the reader can enter one.
    """

    day: date
    sentence: str
    lines: tuple[PositionLine, ...]
    holders: tuple[tuple[str, str], ...]
    subjects: tuple[tuple[str, str], ...]
    areas: tuple[tuple[str, str], ...]
    total: int
    number: int
    pages: int
    enters: bool


@dataclass(frozen=True, slots=True)
class PositionPage:
    """
    One position.

    Attributes:
        settlings: who said whose it is, the last one first. history: of the same holder on the same subject, newest
            first, this one among them. others: of others on it.
        readings: of a position that was entered as ambiguous, one for each who may be meant.
        settles: the reader says whose it is. choices: whom else it can name, as (token, words).
    """

    day: date
    line: PositionLine
    sentence: str
    settlings: tuple[SettlingLine, ...]
    history: tuple[PositionLine, ...]
    others: tuple[PositionLine, ...]
    enters: bool
    settles: bool
    readings: tuple[Reading, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()


NOBODY = Holder("ambiguous", NO_NAME)
"""Whose a position is that nobody has settled."""
