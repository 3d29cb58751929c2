"""How an invitation stands: pure values in, its state out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from accord.meetings.choices import Consent, Invited


def standing(
    state: str,
    way: str,
    *,
    deadline: datetime | None,
    consents: Collection[str],
    objections: Collection[str],
    members: Collection[str],
    now: datetime,
) -> Invited:
    """
    Return how an invitation stands at an instant.

    One objection refuses. Asked expressly, every member has to consent; under silence, nobody has objected when the
    deadline is over. Whoever says nothing consents to nothing, and hinders nothing under silence.

    Args:
        state: as stored. Whatever is later than "proposed" stands.
        consents, objections: codes of the members that said so. members: codes of all who are asked.
    """
    if state != Invited.PROPOSED:
        return Invited(state)
    if objections:
        return Invited.REFUSED
    if way == Consent.SILENCE:
        return Invited.AGREED if deadline is not None and deadline <= now else Invited.PROPOSED
    return Invited.AGREED if set(members) <= set(consents) else Invited.PROPOSED
