"""What the pages show of who hosted and took part over the years: four things, never added up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accord.members.pages import MemberLine
from accord.programme.pages.activities import ActivityLine


@dataclass(frozen=True, slots=True)
class Share:
    """
    What the sources say of a member and the editions held in a year; the tuples hold titles of editions.

    Attributes:
        hosts: of which it was the host. takes: in which it is named as taking part. absent: in which it is named as
            taking no part. silent: of which no source says either.
    """

    year: int | None
    hosts: tuple[ActivityLine, ...]
    takes: tuple[ActivityLine, ...]
    absent: tuple[ActivityLine, ...]
    silent: tuple[ActivityLine, ...]

    @property
    def held(self) -> tuple[ActivityLine, ...]:
        """The editions held in the year: those in which it is named come first."""
        return (*self.takes, *self.absent, *self.silent)


@dataclass(frozen=True, slots=True)
class MemberShares:
    """A member and its share in each year."""

    member: MemberLine
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class ParticipationPage:
    """
    Who hosted and took part, by member and year; only what was held by the day.

    Attributes:
        years: from first to last; None, for editions of no known year, comes last.
        held: how many editions were held, in each of the years.
    """

    day: date
    sentence: str
    years: tuple[int | None, ...]
    held: tuple[int, ...]
    rows: tuple[MemberShares, ...]
