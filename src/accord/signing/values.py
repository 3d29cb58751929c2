"""What is entered of signing and taking part: frozen values that the actions take, from a form, a file or a test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class InstrumentEntry:
    """
    A decision or document that is known by its title.

    Attributes:
        kind: "decision" | "document". organ: key of the organ that took it, or "".
        public: whether everybody sees it, where the organisation is public; else delegations, chair and secretariat.
        names: how it is called in other languages, language tag to title.
    """

    title: str
    day: date
    kind: str = "decision"
    organ: str = ""
    place: str = ""
    sample: bool = False
    public: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class SigningEntry:
    """Where and when something is signed; ``until`` is the last day, None while it stays open."""

    place: str
    day: date
    until: date | None = None
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class SignatureEntry:
    """The signature of a member: person and post as printed, and the words with which it signed, or ""."""

    member: str
    person: str
    day: date
    post: str = ""
    place: str = ""
    reservation: str = ""
    opinion: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class StanceEntry:
    """How a member stands from a day on, or a word that it attaches; ``kind`` of ``choices.Taking`` or ``Word``."""

    member: str
    kind: str
    day: date
    words: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class OriginalEntry:
    """The authentic original: language tags, how many copies of it, and who keeps it."""

    languages: tuple[str, ...]
    depositary: str
    number: int = 1
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class CopyEntry:
    """A certified copy that was sent."""

    to: str
    day: date
    note: str = ""
    basis: Basis = field(default_factory=Basis)
