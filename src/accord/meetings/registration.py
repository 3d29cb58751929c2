"""What is entered of who takes part: frozen values that the actions take, from a form, a file, or a test."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class InvitationEntry:
    """
    An invitation that is proposed.

    Attributes:
        partner: code of a partner of the register, or "". guest: name of a guest that is none, or "".
        body: which of the partner's bodies is meant, or "".
        part: "" for the meeting, "sitting-<code>" for a sitting, "item-<handle>" for an item of its agenda.
        way: "express" | "silence". deadline: until when an objection counts, with "silence".
    """

    partner: str = ""
    guest: str = ""
    body: str = ""
    part: str = ""
    way: str = "express"
    deadline: datetime | None = None
    purpose: str = ""
    sample: bool = False
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class ParticipantEntry:
    """
    Somebody who takes part.

    Attributes:
        side: "member-<code>", "partner-<code>", "guest-<id of an invitation>", or "secretariat".
        person: id of a person of the register, or "" with a ``name``. post: "" takes the one held on the day.
        rank: "head" | "alternate" | "adviser" | "expert".
    """

    side: str
    name: str = ""
    person: str = ""
    post: str = ""
    rank: str = "adviser"
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class AttendingEntry:
    """
    How a member sits in a sitting.

    Attributes:
        presence: "present" | "represented" | "empty". by: code of the member that represents it, or "".
    """

    member: str
    presence: str
    by: str = ""
    note: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class EmptySeatEntry:
    """The seat of a member that was empty at a meeting; ``note`` is what is known of how it was represented."""

    member: str
    note: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """Staff that is admitted to a sitting: name of the sign-in, and "interpreter" | "notes" | "technical"."""

    sign_in: str
    service: str
