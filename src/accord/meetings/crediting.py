"""Credentials as pages show them and as they are entered: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CredentialEntry:
    """Credentials that were received: whose (code), in which form, on which day, and whom they name, or ""."""

    member: str
    form: str
    received: date
    person: str = ""


@dataclass(frozen=True, slots=True)
class CheckEntry:
    """What became of credentials on a day; ``reason`` says why they were returned."""

    accepted: bool
    day: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CredentialLine:
    """
    A member with its latest credentials.

    Attributes:
        id: of the credentials, "" where none were received. state: a value of ``choices.CredentialState``, or "".
        returned: how many were returned before.
    """

    code: str
    name: str
    id: str
    form: str
    person: str
    received: date | None
    state: str
    label: str
    checked: date | None
    checked_by: str
    reason: str
    returned: int
    mine: bool


@dataclass(frozen=True, slots=True)
class CredentialsPage:
    """
    The credentials at a meeting, as far as the reader sees them.

    Attributes:
        needed: whether the meeting needs them. keeps: the reader receives and checks them.
        shown: as on which day they stand, with which a form begins. shows_now: that day is not over.
        sees_all: the reader sees those of every delegation.
    """

    meeting: str
    title: str
    needed: bool
    keeps: bool
    sentence: str
    lines: tuple[CredentialLine, ...]
    shown: date
    sees_all: bool
    shows_now: bool
