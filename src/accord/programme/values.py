"""What is entered of a programme: frozen values that the actions take, from a form, a file of facts, or a test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol

from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class AreaEntry:
    """
    An area of cooperation.

    Attributes:
        parent: key of the area that it is a part of, "" for none; None leaves that as it is.
    """

    key: str
    name: str
    basis: Basis = field(default_factory=Basis)
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    On what a report rests, besides its source.

    Attributes:
        meeting, document: ids, "" for none. figure, unit: a figure that the source gives, and of what it is.
        decision: by which something was dropped, in words.
    """

    meeting: str = ""
    document: str = ""
    figure: Decimal | None = None
    unit: str = ""
    decision: str = ""


class Told(Protocol):
    """What every report of progress says, whatever it is about."""

    @property
    def day(self) -> date:
        """On which day it is reported."""

    @property
    def state(self) -> str:
        """How it stands: a value of :class:`accord.programme.choices.Progress`."""

    @property
    def fact(self) -> str:
        """What is reported, in words."""

    @property
    def evidence(self) -> Evidence:
        """On what the report rests, besides its source."""

    @property
    def basis(self) -> Basis:
        """Who says it."""


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """
    What is reported on a day about a priority (by number), or about the whole programme (0).

    Attributes:
        state: "wish" | "planned" | "running" | "done" | "dropped".
        term: first day of the term; None for the one that runs.
    """

    priority: int
    day: date
    state: str
    fact: str
    basis: Basis = field(default_factory=Basis)
    term: date | None = None
    evidence: Evidence = field(default_factory=Evidence)


@dataclass(frozen=True, slots=True)
class ServiceEntry:
    """
    That an edition of a joint activity, or an operation by its name, serves a priority (by number).

    Attributes:
        term: first day of the term of the priority. known: the day from which it is known; None for always.
    """

    priority: int
    series: str = ""
    edition: str = ""
    operation: str = ""
    term: date | None = None
    known: date | None = None
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class BelongingEntry:
    """That something belongs to an area (by key); ``kind`` is "organ" | "partner" | "document" | "situation"."""

    area: str
    kind: str
    which: str
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """
    The programme of a term as it was announced.

    Attributes:
        term: first day of the term. organ: key of the organ where it was announced. speaker: by whom.
    """

    term: date
    announced: date
    organ: str = ""
    place: str = ""
    speaker: str = ""
    procedure: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class PriorityEntry:
    """A priority of the chairmanship, in the chair's own order; ``area`` is a key."""

    number: int
    name: str
    area: str = ""
    announced: date | None = None
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class SeriesEntry:
    """
    A series of joint activities.

    Attributes:
        key: its place in addresses; "" to find it by its name, or to make one from it. area: key of an area.
        kind, subject: what kind of activity it is and what it is about, in words. first: the first year known.
        names: the name by language tag. aliases: other spellings.
    """

    name: str
    area: str = ""
    kind: str = ""
    subject: str = ""
    first: int | None = None
    note: str = ""
    key: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class ActivityEntry:
    """
    An edition of a series of joint activities, and how it stands.

    Attributes:
        series: the name of its series; one that is not known is begun.
        state: "planned" | "held" | "moved" | "cancelled".
        place: a country and a region or city, nothing nearer.
        when: in words, where no days are known. reason: why it was moved or cancelled.
        participants, absent: codes of members that a source names as taking part, and as not taking part.
        known: the day from which it is known; None for always.
    """

    series: str
    edition: str
    state: str
    area: str = ""
    host: str = ""
    place: str = ""
    begins: date | None = None
    ends: date | None = None
    when: str = ""
    participants: tuple[str, ...] = ()
    note: str = ""
    basis: Basis = field(default_factory=Basis)
    absent: tuple[str, ...] = ()
    reason: str = ""
    known: date | None = None


@dataclass(frozen=True, slots=True)
class TurnEntry:
    """
    What became of an edition: how it stands, whole, from the day on which that was known.

    Attributes:
        series, edition: names of the edition. The others are those of :class:`ActivityEntry`.
    """

    series: str
    edition: str
    known: date
    state: str
    host: str = ""
    place: str = ""
    begins: date | None = None
    ends: date | None = None
    when: str = ""
    reason: str = ""
    participants: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class TieEntry:
    """
    How an edition is tied to another one (``other_series``, ``other``), or to something that only ``words`` name.

    Attributes:
        kind: "part" | "with" | "instead" | "linked". known: the day from which it is known; None for always.
    """

    series: str
    edition: str
    kind: str
    other_series: str = ""
    other: str = ""
    words: str = ""
    known: date | None = None
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class OperationEntry:
    """
    A joint operation as a programme.

    Attributes:
        key: its place in addresses; "" to find it by its name, or to make one from it.
        organ: key of the organ that runs it, or "". observers: in words.
        names: the name by language tag. aliases: other spellings.
    """

    name: str
    purpose: str
    area: str = ""
    organ: str = ""
    since: int | None = None
    kind: str = ""
    observers: str = ""
    key: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class TakingEntry:
    """
    Which members a source names as taking part in an operation as a programme.

    Attributes:
        operation: its name. members: codes. known: the day from which it is known; None for always.
    """

    operation: str
    members: tuple[str, ...]
    known: date | None = None
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class PhaseEntry:
    """
    A phase of an operation (by name), as it was published.

    Attributes:
        state: "planned" | "held" | "moved" | "cancelled". place: a country and a region or city, nothing nearer.
        when: in words, where no days are known. observers: in words. participants: codes of members that are named.
        known: the day from which it is known; None for always.
    """

    operation: str
    name: str
    state: str
    place: str = ""
    begins: date | None = None
    ends: date | None = None
    when: str = ""
    observers: str = ""
    participants: tuple[str, ...] = ()
    known: date | None = None
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class ResultEntry:
    """
    A published result of an operation, or of a phase of it, by their names.

    Attributes:
        exactness: "exact" | "more" | "about" | "less". unit: "" where things are counted. known: the day it came out.
    """

    operation: str
    what: str
    figure: Decimal
    known: date
    phase: str = ""
    unit: str = ""
    exactness: str = "exact"
    note: str = ""
    basis: Basis = field(default_factory=Basis)
