"""What the pages show of the programme: frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accord.members.basis import Basis
from accord.members.pages import Called


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area of cooperation."""

    name: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class ReportLine:
    """What is reported about a priority on a day, and the words for how it stands."""

    day: date
    fact: str
    state: str
    mark: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class PriorityLine:
    """A priority with what is reported of it; no reports is said, not filled in."""

    number: int
    name: str
    area: str
    announced: date | None
    reports: tuple[ReportLine, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """
    The programme of a term as it was announced, its priorities, and what is reported of it as a whole.

    Attributes:
        term: first day of the term. organ: where it was announced, no words where that is not known.
    """

    term: date
    code: str
    member: Called
    announced: date
    organ: Called
    organ_key: str
    place: str
    speaker: str
    procedure: str
    priorities: tuple[PriorityLine, ...]
    reports: tuple[ReportLine, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """An edition of a joint activity. ``host`` and ``participants`` are codes."""

    series: str
    edition: str
    area: str
    host: str
    place: str
    begins: date | None
    ends: date | None
    when: str
    held: bool
    state: str
    participants: tuple[str, ...]
    note: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class OperationLine:
    """A joint operation as a programme."""

    name: str
    variants: str
    area: str
    organ: Called
    since: int | None
    purpose: str
    kind: str
    phases: str
    observers: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """The whole programme of an organisation, as far as it is entered."""

    areas: tuple[AreaLine, ...]
    priorities: tuple[PriorityLine, ...]
    activities: tuple[ActivityLine, ...]
    operations: tuple[OperationLine, ...]
