"""What the pages show of situations: frozen values for one subject; and what is entered of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class SituationLine:
    """
    A situation and what is reported of it.

    Attributes:
        sitting: "narrow" | "extended", or "" where the sitting is not stated.
        id: handle of it, for the address of its page; "" for one that is entered.
    """

    name: str
    sitting: str
    gist: str
    basis: Basis = field(default_factory=Basis)
    id: str = ""
