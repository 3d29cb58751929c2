"""The organisation whole, and its own rules. Frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accord.members.basis import Basis
from accord.members.pages.chairmanship import TermLine
from accord.members.pages.members import MemberLine
from accord.members.pages.naming import Called
from accord.members.pages.organs import ActLine, OrganLine
from accord.members.pages.partners import PartnerLine


@dataclass(frozen=True, slots=True)
class ParticularLine:
    """A short fact about the organisation."""

    label: str
    words: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class ProvisionLine:
    """A rule of the organisation; ``matter`` is what it is about, ``label`` the same in words."""

    key: str
    title: Called
    words: str
    article: str
    earlier: str
    support: str
    matter: str
    label: str
    decides: str
    basis: Basis


def _with_below(organ: OrganLine) -> tuple[OrganLine, ...]:
    return (organ, *(lower for below in organ.below for lower in _with_below(below)))


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """
    An organisation on a day: who belongs to it and what it is made of.

    Attributes:
        day: the day shown. others: states that are something else than members on that day, or were members before.
        turns: the next terms of the chairmanship as the rule gives them.
    """

    id: str
    name: Called
    short_name: str
    council: Called
    as_of: date | None
    rule: str
    members: tuple[MemberLine, ...]
    organs: tuple[OrganLine, ...]
    partners: tuple[PartnerLine, ...]
    terms: tuple[TermLine, ...]
    day: date | None = None
    others: tuple[MemberLine, ...] = ()
    acts: tuple[ActLine, ...] = ()
    turns: tuple[TermLine, ...] = ()
    rotation: str = ""
    particulars: tuple[ParticularLine, ...] = ()

    @property
    def every_organ(self) -> tuple[OrganLine, ...]:
        """All organs, each before those below it."""
        return tuple(organ for top in self.organs for organ in _with_below(top))

    @property
    def chairmanship(self) -> TermLine | None:
        """The term that runs on the day that the pages show."""
        return next((term for term in self.terms if term.current), None)

    @property
    def next_chairmanship(self) -> TermLine | None:
        """The term after it: as it was decided, else as the rule gives it."""
        now = self.chairmanship
        later = [term for term in self.terms if now and now.begins and term.begins and term.begins > now.begins]
        return next(iter([*later, *self.turns]), None) if now else None
