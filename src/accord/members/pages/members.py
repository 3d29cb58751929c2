"""Members over time. Frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from accord.members.basis import Basis
from accord.members.pages.chairmanship import TermLine
from accord.members.pages.naming import Called
from accord.members.pages.people import PersonLine, PowerLine


@dataclass(frozen=True, slots=True)
class StateLine:
    """What a state is from a day on; ``label`` in words, ``when`` the day as it is known, "" where it is exact."""

    status: str
    label: str
    since: date
    when: str
    note: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A state in the council's own order; ``state`` is what it is on the day shown, None where nothing is entered."""

    code: str
    name: Called
    state: StateLine | None = None
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class ClockLine:
    """In which zone (IANA) and city a member works (by code), or the secretariat (""); the country of its seat."""

    code: str
    zone: str
    city: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class MemberPage:
    """
    A member: what it was when, when it presided, and who acts for it on the day shown.

    Attributes:
        clock: in which zone its capital works, None where it is not entered. keeps: the reader can enter it.
    """

    line: MemberLine
    states: tuple[StateLine, ...]
    terms: tuple[TermLine, ...]
    people: tuple[PersonLine, ...]
    powers: tuple[PowerLine, ...]
    day: date
    clock: ClockLine | None = None
    keeps: bool = False
