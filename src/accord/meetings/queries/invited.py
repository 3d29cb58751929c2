"""How invitations stood on a day that is over: for the council by the record, for a partner by what was sent to it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from accord.access import Subject
from accord.meetings.choices import Consent, Invited
from accord.meetings.models import Invitation
from accord.record.queries import visible_entries


@dataclass(slots=True)
class Stood:
    """The state of an invitation, and the codes of the members that had said something to it."""

    state: Invited
    spoke: set[str] = field(default_factory=set)


def stood_at(by: Subject, rows: Collection[Invitation], until: datetime, *, told: bool) -> dict[str, Stood]:
    """
    Return how each of these invitations stood, by id; those that were not there yet are not.

    Args:
        told: the reader is of the council, and sees the acts; a partner knows of an invitation since it was sent.
    """
    if not told:
        return {row.pk: Stood(_answered(row, until)) for row in rows if row.sent_at and row.sent_at <= until}
    found = _recorded(by, [row.pk for row in rows], until)
    for row in rows:
        stood = found.get(row.pk)
        if stood and stood.state == Invited.PROPOSED and row.way == Consent.SILENCE and _is_over(row, until):
            stood.state = Invited.AGREED
    return found


def _answered(row: Invitation, until: datetime) -> Invited:
    return Invited(row.state) if row.answered_at and row.answered_at <= until else Invited.SENT


def _is_over(row: Invitation, until: datetime) -> bool:
    return row.deadline is not None and row.deadline <= until


def _recorded(by: Subject, ids: Collection[str], until: datetime) -> dict[str, Stood]:
    """Follow the acts on these invitations: each entry says how it stood after it, and for which member it was."""
    found: dict[str, Stood] = {}
    entries = visible_entries(by).filter(answer__in=ids, at__lte=until).order_by("at", "number")
    for pk, code, data in entries.values_list("answer", "on_behalf_of", "data"):
        if pk in found:
            found[pk].state = Invited(data["state"])
        else:
            found[pk] = Stood(Invited(data["state"]), {code} - {""})
        if "word" in data:
            found[pk].spoke.add(code)
    return found
