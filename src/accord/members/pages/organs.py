"""Organs and their founding acts. Frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accord.members.basis import Basis
from accord.members.pages.naming import Called
from accord.members.pages.people import PersonLine


@dataclass(frozen=True, slots=True)
class OrganLine:
    """An organ with those below it."""

    key: str
    name: Called
    kind: str
    level: str
    role: str
    below: tuple[OrganLine, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act on which an organ rests; ``organ`` is its name, "" for the organisation itself."""

    day: date
    title: str
    place: str
    organ: Called
    basis: Basis


@dataclass(frozen=True, slots=True)
class OrganPage:
    """An organ: what is above and below it, the acts it rests on, and who holds a post in it."""

    line: OrganLine
    above: OrganLine | None
    founded: date | None
    dissolved: date | None
    acts: tuple[ActLine, ...]
    people: tuple[PersonLine, ...]
    day: date
