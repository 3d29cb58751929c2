"""What a report tells of a meeting: wishes and proposals become proposals voiced; who did not come, an empty seat."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from accord.access import NotVisible
from accord.commitments.models import Measure, Voiced
from accord.commitments.values import MeasureEntry, VoicedEntry
from accord.inbox import actions
from accord.inbox.models import Item, StoredReport
from accord.inbox.queries.origins import origins_of
from accord.inbox.values import SeatTaking, Taking
from accord.meetings import actions as meetings
from accord.meetings.models import Attending, Meeting, Seat
from accord.meetings.registration import AttendingEntry, EmptySeatEntry
from accord.meetings.values import SeatEntry
from accord.members.errors import Unfit
from accord.programme.models import Priority
from accord.record.models import Entry
from accord.signing.models import Stance
from tests import factories
from tests.factories import Council
from tests.inbox import reports

pytestmark = pytest.mark.django_db
DAY = date(2024, 6, 3)
TOLD = reports.TOLD


@pytest.fixture
def meeting(council: Council) -> Meeting:
    """Return the meeting of the report; the council knows who did not come."""
    return reports.convened(council)


@pytest.fixture
def report(council: Council, meeting: Meeting) -> StoredReport:
    """Return a report of that meeting."""
    return reports.stored(council, TOLD)


def absent(report: StoredReport) -> Item:
    (item,) = [each for each in reports.items(report, "people") if each.data["attendance"] == "absent"]
    return item


def promise(report: StoredReport) -> Item:
    (item,) = reports.items(report, "promises")
    return item


def unseated(council: Council, item: Item, meeting: Meeting, member: str = "XBB") -> Item:
    taking = Taking(SeatTaking(meeting.pk, EmptySeatEntry(member, "Not reported.")))
    return actions.take_seat(item.pk, taking, by=council.secretariat, key=factories.key())


def voiced(council: Council, item: Item, entry: VoicedEntry) -> Item:
    return actions.take(item.pk, Taking(entry), by=council.secretariat, key=factories.key())


def test_what_is_proposed_becomes_a_proposal_voiced_with_its_evidence(
    council: Council, meeting: Meeting, report: StoredReport
) -> None:
    item = promise(report)
    assert item.data["strength"] == "proposed"
    item = voiced(council, item, VoicedEntry(meeting.pk, "XAA", item.data["text"]))
    row = Voiced.objects.get()
    assert (row.code, row.day, row.source_name) == ("XAA", DAY, "Example Agency: Ministers meet")
    assert (item.decision, item.row) == ("taken", f"proposal {row.pk}")
    (origin,) = origins_of(council.secretariat, item.row)
    assert (origin.item, origin.quote) == (item.mark, report.text[item.data["start"] : item.data["end"]])
    assert Entry.objects.get(verb="entered from a report").data["what"] == row.words


def test_a_proposal_is_registered_once_and_in_a_meeting_that_is_there(
    council: Council, meeting: Meeting, report: StoredReport
) -> None:
    item = promise(report)
    entry = VoicedEntry(meeting.pk, "XAA", item.data["text"])
    with pytest.raises(Unfit, match="not in the register"):
        voiced(council, item, replace(entry, meeting="aaaaaaaaaaaaaaaa"))
    voiced(council, item, entry)
    other = reports.stored(council, f"{TOLD}It ended late.\n", "Another")
    with pytest.raises(Unfit, match="in the register already"):
        voiced(council, promise(other), entry)
    assert Voiced.objects.count() == 1


def test_a_proposal_that_is_known_is_found_to_be_it(council: Council, meeting: Meeting, report: StoredReport) -> None:
    item = promise(report)
    item = voiced(council, item, VoicedEntry(meeting.pk, "XAA", item.data["text"]))
    other = promise(reports.stored(council, f"{TOLD}It ended late.\n", "Another"))
    other = actions.match(other.pk, item.row, by=council.secretariat, key=factories.key())
    assert (other.decision, Voiced.objects.count()) == ("same", 1)


def test_the_same_measure_is_not_entered_twice(council: Council, meeting: Meeting, report: StoredReport) -> None:
    priority = Priority.objects.create(organisation=council.organisation, number=1, name="Wells")
    entry = MeasureEntry(priority.handle, "Set up a joint centre", owner="member XAA", due=date(2025, 3, 1))
    actions.take(promise(report).pk, Taking(entry), by=council.secretariat, key=factories.key())
    other = promise(reports.stored(council, f"{TOLD}It ended late.\n", "Another"))
    with pytest.raises(Unfit, match="in the register already"):
        actions.take(other.pk, Taking(entry), by=council.secretariat, key=factories.key())
    assert [row.due for row in Measure.objects.all()] == [date(2025, 3, 1)]


def test_who_did_not_come_leaves_an_empty_seat_and_neither_consents_nor_objects(
    council: Council, meeting: Meeting, report: StoredReport
) -> None:
    item = unseated(council, absent(report), meeting)
    seat = Seat.objects.get(meeting=meeting)
    assert (seat.attendance, seat.note, seat.source_name) == (
        "empty", "Not reported.", "Example Agency: Ministers meet"
    )  # fmt: skip
    assert (item.decision, item.row) == ("taken", f"seat {meeting.pk}/XBB")
    assert not Attending.objects.exists()
    assert not Stance.objects.exists()
    entry = Entry.objects.get(verb="entered an empty seat from a report")
    assert (entry.data["code"], entry.audience) == ("XBB", meeting.whole)


def test_an_empty_seat_goes_with_the_decision(council: Council, meeting: Meeting, report: StoredReport) -> None:
    item = unseated(council, absent(report), meeting)
    item = actions.give_seat_back(item.pk, by=council.secretariat, key=factories.key())
    assert (item.decision, item.row, Seat.objects.count()) == ("", "", 0)
    assert unseated(council, item, meeting).decision == "taken"


def test_what_the_register_says_of_a_seat_is_not_written_over(
    council: Council, meeting: Meeting, report: StoredReport
) -> None:
    item, by = absent(report), council.secretariat
    meetings.set_attendance(meeting.pk, [SeatEntry("XBB", "", "present")], by=by, key=factories.key())
    with pytest.raises(Unfit, match="sat there, or was represented"):
        unseated(council, item, meeting)
    meetings.set_attendance(meeting.pk, [SeatEntry("XBB", "", "empty")], by=by, key=factories.key())
    with pytest.raises(Unfit, match="empty already"):
        unseated(council, item, meeting)
    item = actions.match(item.pk, f"seat {meeting.pk}/XBB", by=by, key=factories.key())
    with pytest.raises(Unfit, match="cannot be done"):
        actions.give_seat_back(item.pk, by=by, key=factories.key())
    assert Seat.objects.get(meeting=meeting).source_name == "the secretariat"


def test_a_seat_that_was_entered_anew_is_corrected_on_the_page_of_the_meeting(
    council: Council, meeting: Meeting, report: StoredReport
) -> None:
    item, by = unseated(council, absent(report), meeting), council.secretariat
    meetings.set_attending(meeting.pk, "extended", [AttendingEntry("XBB", "present")], by=by, key=factories.key())
    with pytest.raises(Unfit, match="entered anew since"):
        actions.give_seat_back(item.pk, by=by, key=factories.key())
    assert Seat.objects.get(meeting=meeting).attendance == "present"


def test_of_a_meeting_to_come_no_seat_is_empty_and_of_who_came_neither(
    council: Council, meeting: Meeting, report: StoredReport
) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(day=date(2999, 1, 1))
    with pytest.raises(Unfit, match="from that day on"):
        unseated(council, absent(report), meeting)
    present = next(each for each in reports.items(report, "people") if each.data["attendance"] == "present")
    with pytest.raises(Unfit, match="did not come"):
        unseated(council, present, meeting)


def test_two_secretaries_decide_once(council: Council, meeting: Meeting, report: StoredReport) -> None:
    item = absent(report)
    actions.leave(item.pk, "", by=council.secretariat, key=factories.key())
    with pytest.raises(Unfit, match="left out, by secretariat"):
        unseated(council, item, meeting)
    assert not Seat.objects.exists()


def test_the_secretariat_alone_enters_a_seat_and_gives_it_back(
    council: Council, meeting: Meeting, report: StoredReport
) -> None:
    item = absent(report)
    taking = Taking(SeatTaking(meeting.pk, EmptySeatEntry("XBB")))
    for person in council.everybody.values():
        if person is not council.secretariat:
            with pytest.raises(NotVisible):
                actions.take_seat(item.pk, taking, by=person, key=factories.key())
    unseated(council, item, meeting)
    for person in council.everybody.values():
        if person is not council.secretariat:
            with pytest.raises(NotVisible):
                actions.give_seat_back(item.pk, by=person, key=factories.key())
    assert Seat.objects.count() == 1
