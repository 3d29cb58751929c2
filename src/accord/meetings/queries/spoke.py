"""How a list of speakers and the statements stood on a day that is over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from accord.meetings.choices import Turn
from accord.meetings.models import Floor, Meeting, Speaker, Statement
from accord.meetings.queries.stood import Act, acts_on

LEFT, SET, ORDERED = "took a speaker from the list in", "set the list of speakers in", "set the order of speakers in"
"""Verbs of the acts whose instant no row keeps."""


@dataclass(frozen=True, slots=True)
class Then:
    """The end of a day that is over, with the acts on the lists of speakers of a meeting, the oldest first."""

    until: datetime
    acts: tuple[Act, ...]


def then_of(meeting: Meeting, until: datetime | None) -> Then | None:
    """Return what tells how the lists stood at an instant, None for now."""
    return Then(until, acts_on(meeting, (LEFT, SET, ORDERED))) if until else None


def floors_then(rows: Iterable[Floor], then: Then | None) -> list[Floor]:
    """Return the lists that were open; their columns are set to how they stood, not to be saved."""
    if then is None:
        return list(rows)
    return [_floor_then(row, then) for row in rows if row.opened_at <= then.until]


def turns_then(floor: Floor, then: Then | None) -> list[Speaker]:
    """Return the turns on a list, in order; their columns are set to how they stood, not to be saved."""
    rows = list(floor.speakers.all())
    if then is None:
        return rows
    asked = [_turn_then(row, floor, then) for row in rows if row.asked_at <= then.until]
    return asked if floor.arranged_at else sorted(asked, key=lambda row: row.asked_at)


def changed_since(floors: Sequence[Floor], then: Then | None) -> bool:
    """Whether the limit or the order of one of these lists was set after that day: both are known as of now alone."""
    if then is None:
        return False
    shown = {row.pk for row in floors}
    return any(act.answer in shown and act.verb != LEFT and act.at > then.until for act in then.acts)


def statements_then(rows: Iterable[Statement], meeting: Meeting, on: date | None, then: Then | None) -> list[Statement]:
    """Return the statements that were made by then; without an instant, by the day of the meeting."""
    if then is None or on is None:
        return list(rows)
    return [row for row in rows if (row.at <= then.until if row.at else (meeting.day or row.entered_at.date()) <= on)]


def _floor_then(row: Floor, then: Then) -> Floor:
    mine = [act for act in then.acts if act.answer == row.pk]
    told = [act for act in mine if act.verb == SET]
    if told:
        row.closed = [False, *(act.data["how"] == "closed" for act in told if act.at <= then.until)][-1]
    ordered = [act.at for act in mine if act.verb == ORDERED and act.at <= then.until]
    row.arranged_at = ordered[-1] if ordered else None
    return row


def _turn_then(row: Speaker, floor: Floor, then: Then) -> Speaker:
    """Set a turn to how it stood: what happened to it later had not happened."""
    over = row.ended_at is not None and row.ended_at <= then.until
    if row.begun_at and row.begun_at <= then.until:
        row.state, row.ended_at = (Turn.SPOKE, row.ended_at) if over else (Turn.SPEAKS, None)
    elif row.state != Turn.WITHDREW or _left_later(row, floor, then):
        row.state, row.begun_at, row.ended_at = Turn.WAITS, None, None
    return row


def _left_later(row: Speaker, floor: Floor, then: Then) -> bool:
    """Whether a speaker who left the list was on it still: it left by the first such act after it had asked."""
    who = row.code or row.name
    left = (act.at for act in then.acts if act.verb == LEFT and act.answer == floor.pk and act.data.get("who") == who)
    return next((at > then.until for at in left if at >= row.asked_at), False)
