"""What is entered of a meeting: frozen values that the actions take, from a form, a file of facts, or a test."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class Hours:
    """
    When a sitting takes place, as the clocks of the place show it.

    Attributes:
        sitting: its code, "narrow", "extended", "extended-2".
        day: where it is another day than the meeting's. languages: tags of those that are interpreted.
    """

    sitting: str
    begins: time | None = None
    ends: time | None = None
    day: date | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """Another day, place and hours of a meeting, and why it is moved; sittings without hours have none."""

    day: date | None
    when: str = ""
    zone: str = "UTC"
    city: str = ""
    country: str = ""
    hours: tuple[Hours, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Convocation:
    """
    A meeting that is convened.

    Attributes:
        organ: key of the organ, "" for the council itself.
        day: the day, or None with ``when`` in words ("November 2024").
        formats: the sittings in their order, "narrow" | "extended"; one format may come several times. The second
            extended sitting has the code "extended-2".
        chair: code of the presiding member, or "". host, proposed_by: codes of members, or "".
        kind: one of accord.meetings.models.Kind. organs: keys of further organs of a joint meeting.
        side_of: id of the meeting beside which it takes place, or "".
        shown_from, shown_until: first and last day on which pages know of it, None for always.
        sample: it is for practice; no such meeting takes place.
    """

    title: str
    organ: str = ""
    day: date | None = None
    when: str = ""
    zone: str = "UTC"
    city: str = ""
    country: str = ""
    chair: str = ""
    chair_name: str = ""
    note: str = ""
    formats: tuple[str, ...] = ("extended",)
    hours: tuple[Hours, ...] = ()
    kind: str = "regular"
    organs: tuple[str, ...] = ()
    host: str = ""
    proposed_by: str = ""
    side_of: str = ""
    basis: Basis = field(default_factory=Basis)
    shown_from: date | None = None
    shown_until: date | None = None
    sample: bool = False


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """
    An item of the agenda.

    Attributes:
        sitting: code of one, or "" where none is stated. rapporteur: who introduces it, in words.
        minutes: estimated length, None where nobody said.
    """

    title: str
    sitting: str = ""
    rapporteur: str = ""
    minutes: int | None = None
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class SeatEntry:
    """A place at the table; ``member`` is a code, or "" for an official without a vote."""

    member: str
    person: str
    attendance: str
    role: str = ""
    note: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class CircumstanceEntry:
    """A short fact: label and words; ``told`` is one of accord.meetings.choices.Told."""

    label: str
    fact: str
    basis: Basis = field(default_factory=Basis)
    told: str = "fact"
    shown_from: date | None = None
