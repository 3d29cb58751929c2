"""What is entered of a programme: frozen values that the actions take, from a form, a file of facts, or a test."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class AreaEntry:
    """An area of cooperation."""

    key: str
    name: str
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """
    What is reported on a day about a priority (by number), or about the whole programme (0).

    Attributes:
        state: "wish" | "planned" | "running" | "done". term: first day of the term; None for the one that runs.
    """

    priority: int
    day: date
    state: str
    fact: str
    basis: Basis = field(default_factory=Basis)
    term: date | None = None


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
class ActivityEntry:
    """
    An edition of a series of joint activities.

    Attributes:
        state: "planned" | "held" | "cancelled".
        place: a country and a region or city, nothing nearer.
        when: in words, where no days are known.
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


@dataclass(frozen=True, slots=True)
class OperationEntry:
    """A joint operation as a programme; ``organ`` is the key of the organ that runs it, or ""."""

    name: str
    purpose: str
    area: str = ""
    organ: str = ""
    variants: str = ""
    since: int | None = None
    kind: str = ""
    phases: str = ""
    observers: str = ""
    basis: Basis = field(default_factory=Basis)
