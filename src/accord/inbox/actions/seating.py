"""A person who did not come: the seat of the member was empty. Entered from a report, taken back with the decision."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject
from accord.inbox.actions.deciding import decide, item_by_id, locked_item, take_back
from accord.inbox.actions.entering import enter_taken
from accord.inbox.actions.taking import basis_of, locked_meeting
from accord.inbox.choices import Decision
from accord.inbox.models import Item
from accord.inbox.values import Taking
from accord.meetings.actions.seats import clear_empty_seat, put_empty_seat
from accord.meetings.models import Meeting
from accord.members.errors import Unfit
from accord.record import acts as record

SEAT = "seat"
"""Kind of the row that an item became, "seat <id of the meeting>/<code of the member>"."""


@record.action(answers=item_by_id)
def take_seat(item_id: int, taking: Taking, *, by: Subject, key: UUID) -> Item:
    """
    Enter that the seat of a member was empty at a meeting, for a person who is told not to have come.

    Absence is neither consent nor objection, and says nothing of who represented the member.

    Args:
        taking: with a SeatTaking.

    Raises:
        Unfit: it is decided already, no person did not come, or the register says something of the seat; NotVisible.
    """
    with record.act("entered an empty seat from a report", by=by, key=key) as act:
        item = locked_item(act, item_id, by)
        if item.kind != "people" or item.data["attendance"] != "absent":
            raise Unfit("", _("The report says of nobody here that they did not come."))
        basis = basis_of(item.report, taking.standing, taking.why)
        meeting = locked_meeting(act, item.report.organisation, taking.entry.meeting, by)
        put_empty_seat(act, meeting, replace(taking.entry.seat, basis=basis))
        code = taking.entry.seat.member
        decide(item, Decision.TAKEN, act.at, by, row=f"{SEAT} {meeting.pk}/{code}", label=f"{code}, {meeting.title}")
        _record(act, item, meeting, code)
        return item


@record.action(answers=item_by_id)
def give_seat_back(item_id: int, *, by: Subject, key: UUID) -> Item:
    """
    Take back that a seat was empty, with the decision on the item: nothing is known of the seat then.

    Raises:
        Unfit: the item became no empty seat, or who sat there was entered anew since; NotVisible.
    """
    with record.act("took back an empty seat of a report", by=by, key=key) as act:
        item = locked_item(act, item_id, by, decided=True)
        kind, _space, place = item.row.partition(" ")
        meeting_id, _slash, code = place.partition("/")
        if item.decision != Decision.TAKEN or kind != SEAT:
            raise Unfit("", _("That cannot be done with it."))
        meeting = locked_meeting(act, item.report.organisation, meeting_id, by)
        clear_empty_seat(meeting, code, basis_of(item.report, "stated", "").source_name)
        _record(act, item, meeting, code)
        take_back(item)
        return item


def _record(act: record.Act, item: Item, meeting: Meeting, code: str) -> None:
    told = {"what": meeting.title, "code": code}
    enter_taken(act, item.report, told, readers=meeting.whole, answer=str(item.pk))
