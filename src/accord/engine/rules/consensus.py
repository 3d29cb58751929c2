"""
Consensus: the absence of any objection from those present.

Absence is neither consent nor objection; it is reported beside the outcome and never counted into it. What the rules of
an organ say about a quorum is a rule of its own and not assumed here.

Source: docs/reference/rules.md, "Consensus".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seat:
    """A member at the time of the decision: its code, whether its seat is taken, and whether it objects."""

    code: str
    present: bool
    objects: bool = False


@dataclass(frozen=True, slots=True)
class ConsensusOutcome:
    """
    Attributes:
        adopted: nobody objected and somebody was present.
        present, objecting, absent: codes in the order of the seats. A member that objects from afar (in writing)
            counts as objecting although its seat is empty.
    """

    adopted: bool
    present: tuple[str, ...]
    objecting: tuple[str, ...]
    absent: tuple[str, ...]


def decide_by_consensus(seats: Sequence[Seat]) -> ConsensusOutcome:
    """Return the outcome of a consensus rule over ``seats`` (one vote each, every member of the organ listed once)."""
    present = tuple(seat.code for seat in seats if seat.present)
    objecting = tuple(seat.code for seat in seats if seat.objects)
    absent = tuple(seat.code for seat in seats if not seat.present)
    return ConsensusOutcome(bool(present) and not objecting, present, objecting, absent)
