"""How the record of a meeting stood on a day that is over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from accord.access import Allow, Subject
from accord.meetings import access
from accord.meetings.choices import Approval
from accord.meetings.conduct import may_see_drafts
from accord.meetings.models import Correction, Meeting, Minutes
from accord.meetings.queries.stood import Act, acts_on

EDITED, CIRCULATED = "edited the record of", "circulated the record of"
ANSWERED, PROPOSED_NEXT = "answered a correction of the record of", "proposed the next meeting after"
VERBS = (EDITED, CIRCULATED, ANSWERED, PROPOSED_NEXT)
"""Acts whose instant no row keeps."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The end of a day that is over, with the acts on the record of a meeting, the oldest first."""

    on: date
    until: datetime
    acts: tuple[Act, ...]

    def instants(self, verb: str, answer: str) -> list[datetime]:
        """Return when acts of this verb were done on what has this id."""
        return [act.at for act in self.acts if act.verb == verb and act.answer == answer]


def kept_at(meeting: Meeting, on: date | None, until: datetime | None) -> Kept | None:
    """Return what tells how the record stood at the end of a day, None for now."""
    return Kept(on, until, acts_on(meeting, VERBS)) if on and until else None


def minutes_then(by: Subject, row: Minutes, kept: Kept) -> Minutes | None:
    """Return the record as it stood, not to be saved; None where ``by`` could not read it then, or it was not there."""
    if row.drawn_at > kept.until:
        return None
    if row.approved_at and row.approved_at <= kept.until:
        return row
    told = [act.data["until"] for act in kept.acts if act.verb == CIRCULATED and act.at <= kept.until]
    row.state = Approval.CIRCULATED if told else Approval.DRAFT
    row.until, row.approved_at = date.fromisoformat(told[-1]) if told else None, None
    return row if _could_read(by, row) else None


def _could_read(by: Subject, row: Minutes) -> bool:
    """Whether ``by`` is of the council that read a record before it was approved: a draft its secretariat alone."""
    if by.organisation_id != row.meeting.organisation_id:
        return False
    return by.role in access.COUNCIL if row.state == Approval.CIRCULATED else isinstance(may_see_drafts(by), Allow)


def edited_since(row: Minutes, kept: Kept) -> bool:
    """Whether its wording was edited after that day: it is known as of now alone."""
    return any(at > kept.until for at in kept.instants(EDITED, row.pk))


def corrections_then(rows: Iterable[Correction], kept: Kept) -> list[Correction]:
    """Return the corrections that were asked for by then, not to be saved; answered later, they were not answered."""
    known = [row for row in rows if row.at <= kept.until]
    for row in known:
        if any(at > kept.until for at in kept.instants(ANSWERED, row.pk)):
            row.taken, row.answer = None, ""
    return known


def next_was_proposed(meeting: Meeting, kept: Kept) -> bool:
    """Whether the meeting that comes next was proposed by then; where the record does not say, by the meeting's day."""
    told = kept.instants(PROPOSED_NEXT, meeting.pk)
    return told[0] <= kept.until if told else meeting.day is None or meeting.day <= kept.on


def next_set_since(meeting: Meeting, kept: Kept) -> bool:
    """Whether that was entered anew after that day: it is known as of now alone."""
    return any(at > kept.until for at in kept.instants(PROPOSED_NEXT, meeting.pk))
