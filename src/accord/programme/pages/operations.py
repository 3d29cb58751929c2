"""What the pages show of joint operations: frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accord.members.basis import Basis
from accord.members.pages import Called
from accord.programme.pages.priorities import ServedLine
from accord.programme.pages.striking import StruckLine


@dataclass(frozen=True, slots=True)
class TakingLine:
    """A member (by code) that takes part in an operation as a programme."""

    id: str
    code: str
    known: date | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """
    A phase of an operation.

    Attributes:
        days: in words, "" where they are not stated. year: of its days, None where that is not known.
        state: in words, with its mark. participants: codes of members that are named.
    """

    id: str
    name: str
    year: int | None
    begins: date | None
    ends: date | None
    when: str
    days: str
    place: str
    status: str
    state: str
    mark: str
    observers: str
    participants: tuple[str, ...]
    known: date | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class ResultLine:
    """
    A published result: ``told`` is how much in words and unit ("more than 897 kg").

    Attributes:
        figure: plain digits, "1250.5".
        phase: name of the phase, "" for the whole operation. known: the day it was published.
    """

    id: str
    phase: str
    what: str
    exactness: str
    figure: str
    unit: str
    told: str
    note: str
    known: date
    basis: Basis


@dataclass(frozen=True, slots=True)
class OperationLine:
    """
    A joint operation as a programme, on a day.

    Attributes:
        called: its name for the reader; ``name`` as it is registered. key: its place in addresses.
        takings, phases, results: what is known of it by the day.
    """

    key: str
    name: str
    called: Called
    area: str
    area_key: str
    organ: Called
    organ_key: str
    since: int | None
    purpose: str
    kind: str
    observers: str
    takings: tuple[TakingLine, ...]
    phases: tuple[PhaseLine, ...]
    results: tuple[ResultLine, ...]
    basis: Basis

    @property
    def members(self) -> tuple[str, ...]:
        """Codes of the members that are named as taking part in it as a programme."""
        return tuple(line.code for line in self.takings)


@dataclass(frozen=True, slots=True)
class OperationsPage:
    """The joint operations of an organisation on a day."""

    day: date
    sentence: str
    lines: tuple[OperationLine, ...]
    enters: bool


@dataclass(frozen=True, slots=True)
class OperationPage:
    """One operation on a day, and which priorities it serves; ``struck`` for who enters."""

    day: date
    sentence: str
    line: OperationLine
    serves: tuple[ServedLine, ...]
    struck: tuple[StruckLine, ...]
    enters: bool
