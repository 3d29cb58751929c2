"""What the pages show of areas, priorities and programmes of a term: frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accord.members.basis import Basis
from accord.members.pages import Called


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area of cooperation."""

    key: str
    name: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class ReportLine:
    """
    What is reported of something that is followed on a day, and the words for how it stands.

    Attributes:
        status: a value of ``choices.Progress``; ``state`` in words.
        meeting, document: id and title of the evidence that the reader can see, None for none.
        figure: with its unit, "" for none. decision: by which it was dropped. entered_by: code of a member, or "".
    """

    day: date
    fact: str
    status: str
    state: str
    mark: str
    basis: Basis
    meeting: tuple[str, str] | None = None
    document: tuple[str, str] | None = None
    figure: str = ""
    decision: str = ""
    entered_by: str = ""


@dataclass(frozen=True, slots=True)
class PriorityLine:
    """A priority, by its handle, with what is reported of it; no reports is said, not filled in."""

    id: str
    number: int
    name: str
    area: str
    announced: date | None
    reports: tuple[ReportLine, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class ServedLine:
    """
    A priority that an activity or operation serves.

    Attributes:
        id: handle of the entry that says so. year: that of its term, None where it stands in none.
    """

    id: str
    number: int
    name: str
    year: int | None
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
