"""Entering the rows of the list of participants."""

from __future__ import annotations

from collections.abc import Sequence

from accord.lists.book import Book
from accord.lists.queries.declared.common import basis_of, of_row, picked
from accord.lists.values import Planned, Scope, Values
from accord.meetings.actions.registering import add_participant
from accord.meetings.choices import Rank
from accord.meetings.models import Meeting
from accord.meetings.queries import admitted_partners
from accord.meetings.registration import ParticipantEntry
from accord.record.acts import Act


def enter(scope: Scope, rows: Sequence[Planned], act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    meetings = {row.pk: row for row in Meeting.objects.filter(organisation=scope.organisation)}
    invited: dict[str, frozenset[str]] = {}
    for planned in rows:
        values = planned.values
        meeting = meetings[scope.book.meetings.key_of(values["meeting"])]
        if meeting.pk not in invited:
            invited[meeting.pk] = admitted_partners(meeting)
        with of_row(planned):
            add_participant(meeting, _entry(scope, values), invited[meeting.pk], act.at)


def _entry(scope: Scope, values: Values) -> ParticipantEntry:
    known = scope.book.people.keys_of(values["name"])
    person = {"person": next(iter(known))} if len(known) == 1 else {"name": values["name"]}
    rank = str(values.get("rank") or Rank.ADVISER)
    side = _side(scope.book, values["side"])
    return ParticipantEntry(side, **person, **picked(values, "post"), rank=rank, basis=basis_of(values))


def _side(book: Book, words: str) -> str:
    if words in book.members.names:
        return f"member-{words}"
    if words in book.partners.names:
        return f"partner-{words}"
    return f"guest-{book.guests.key_of(words)}" if book.guests.keys_of(words) else "secretariat"
