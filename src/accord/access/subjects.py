"""The subject: a person (or nobody) and for whom that person acts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

EVERYBODY = "public"
"""The seat that everybody fills, signed in or not."""


class Role(StrEnum):
    """In which capacity somebody acts."""

    PUBLIC = "public"
    SECRETARIAT = "secretariat"
    CHAIR = "chair"
    DELEGATE = "delegate"
    PARTNER = "partner"
    STAFF = "staff"


GUESTS = (Role.PARTNER, Role.STAFF)
"""Who has no seat in the council: admitted to single meetings, sittings and items, and never told who said what."""


@dataclass(frozen=True, slots=True)
class Subject:
    """
    Who asks, and for whom.

    Attributes:
        person_id: the signed-in person, None for the public.
        name: what the record calls the actor, for instance "kaz-delegate".
        organisation_id: the one organisation in which the person has a mandate.
        delegation: code of the delegation (a partner's code for a partner); "" for chair, secretariat and public.
        may_table: whether the person's mandate is to table and to bind its delegation.
    """

    person_id: int | None = None
    name: str = ""
    organisation_id: str | None = None
    role: Role = Role.PUBLIC
    delegation: str = ""
    may_table: bool = False

    @property
    def tokens(self) -> frozenset[str]:
        """The seats that this subject fills; an audience admits by seats."""
        if self.role == Role.PUBLIC or not self.organisation_id:
            return frozenset({EVERYBODY})
        code = str(self.person_id) if self.role == Role.STAFF else self.delegation
        own = {EVERYBODY, seat(self.organisation_id, self.role, code)}
        if self.role in (Role.DELEGATE, Role.CHAIR, Role.SECRETARIAT):
            own.add(member_seat(self.organisation_id))
        return frozenset(own)


PUBLIC = Subject()
"""Everybody who has not signed in."""


def member_seat(organisation_id: str) -> str:
    """Return the token of the seats of the council: every delegation, the chair and the secretariat."""
    return f"{organisation_id}:member-seat"


def seat(organisation_id: str, role: Role, code: str = "") -> str:
    """
    Return the token of one seat, for instance ``<org>:delegation:KAZ`` or ``<org>:chair``.

    Interpreters, note-takers and technical staff are admitted one by one: their code is the id of the person.
    """
    if role == Role.DELEGATE:
        return f"{organisation_id}:delegation:{code}"
    if role in GUESTS:
        return f"{organisation_id}:{role}:{code}"
    return f"{organisation_id}:{role}"
