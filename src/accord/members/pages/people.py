"""People, their posts and powers. Frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accord.members.basis import Basis
from accord.members.pages.naming import Called


@dataclass(frozen=True, slots=True)
class PostLine:
    """
    A post as it is shown.

    Attributes:
        whose: the member, partner or organ it belongs to, no words for the organisation. held: on the day shown.
    """

    handle: str
    title: Called
    code: str
    whose: Called
    organ_key: str
    chairs: bool
    since: date | None
    until: date | None
    seen: date | None
    held: bool
    basis: Basis


@dataclass(frozen=True, slots=True)
class EndingPage:
    """A post whose last day is entered."""

    handle: str
    person_id: str
    person: Called
    title: Called
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class PowerLine:
    """What a person may do for a member; ``organ`` "" for all organs."""

    person: Called
    kind: str
    code: str
    organ: Called
    since: date
    until: date | None
    held: bool
    basis: Basis


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person with the posts that are held on the day shown; ``registered`` is the name in the register."""

    id: str
    registered: str
    name: Called
    posts: tuple[PostLine, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person: every post and power over time."""

    line: PersonLine
    posts: tuple[PostLine, ...]
    powers: tuple[PowerLine, ...]
    day: date
