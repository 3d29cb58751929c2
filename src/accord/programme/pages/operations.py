"""What the pages show of joint operations: frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass

from accord.members.basis import Basis
from accord.members.pages import Called


@dataclass(frozen=True, slots=True)
class OperationLine:
    """A joint operation as a programme."""

    name: str
    variants: str
    area: str
    organ: Called
    since: int | None
    purpose: str
    kind: str
    phases: str
    observers: str
    basis: Basis
