"""What is entered of an organisation: frozen values that the actions take, from a form, a file of facts, or a test."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from accord.access import Role
from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class Founding:
    """
    An organisation that is founded.

    Attributes:
        council: name of the council that decides; "" for the organisation itself.
        rule: id of a decision rule (data/rules).
        members: code and name of each, in the council's own order.
        as_of: the day that the pages show; None for today.
        public: whether home and register are public.
        basis: on what the membership of all rests.
    """

    name: str
    members: tuple[tuple[str, str], ...]
    short_name: str = ""
    council: str = ""
    rule: str = "consensus"
    as_of: date | None = None
    public: bool = False
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class SignIn:
    """A sign-in that is made together with its council; ``delegation`` is a code for a delegate, else ""."""

    name: str
    role: Role
    delegation: str = ""


@dataclass(frozen=True, slots=True)
class OrganEntry:
    """An organ; ``parent`` is the key of the organ above it, or ""."""

    key: str
    name: str
    level: str = ""
    parent: str = ""
    role: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class PartnerEntry:
    """A partner organisation; ``rests_on`` says on what the cooperation rests."""

    code: str
    name: str
    structures: str = ""
    rests_on: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term of the chairmanship; ``member`` is a code, ``ends`` None while it is not known."""

    member: str
    begins: date
    ends: date | None = None
    basis: Basis = field(default_factory=Basis)
