"""What the pages show of an organisation: frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member state, in the council's own order."""

    code: str
    name: str
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class OrganLine:
    """An organ with those below it."""

    name: str
    level: str
    role: str
    below: tuple[OrganLine, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner organisation and on what the cooperation rests."""

    code: str
    name: str
    rests_on: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term of the chairmanship; ``current`` on the day that the pages show."""

    code: str
    member: str
    begins: date
    ends: date | None
    current: bool
    basis: Basis


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """An organisation: who belongs to it and what it is made of."""

    id: str
    name: str
    short_name: str
    council: str
    as_of: date | None
    rule: str
    members: tuple[MemberLine, ...]
    organs: tuple[OrganLine, ...]
    partners: tuple[PartnerLine, ...]
    terms: tuple[TermLine, ...]

    @property
    def chairmanship(self) -> TermLine | None:
        """The term that runs on the day that the pages show."""
        return next((term for term in self.terms if term.current), None)

    @property
    def next_chairmanship(self) -> TermLine | None:
        """The term after it, where one is known."""
        later = [term for term in self.terms if self.chairmanship and term.begins > self.chairmanship.begins]
        return later[0] if later else None
