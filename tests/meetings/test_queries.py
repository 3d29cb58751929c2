"""What of the meetings a subject sees."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from accord.access import NotVisible
from accord.meetings import actions, queries
from accord.meetings.models import Meeting
from accord.meetings.queries import lines
from accord.meetings.values import AgendaEntry, Convocation, SeatEntry
from tests import factories
from tests.factories import Council

pytestmark = pytest.mark.usefixtures("noon")

DAY = date(2031, 5, 4)


def filled(council: Council, count: int) -> Meeting:
    """Return a meeting with ``count`` of everything."""
    meeting, by = factories.meeting_of(council), council.secretariat
    codes = ("XAA", "XBB", "XCC")
    items = [AgendaEntry(f"Item {number}", "narrow") for number in range(count)]
    actions.set_agenda(meeting.pk, items, by=by, key=factories.key())
    seats = [SeatEntry(code, "A. Person", "present") for code in codes[:count]]
    actions.set_attendance(meeting.pk, seats, by=by, key=factories.key())
    for number in range(count):
        values = {"title": f"Note {number}", "wording": "One.", "sample": True}
        actions.table_note(meeting.pk, "narrow", by=council.chair, key=factories.key(), **values)
        factories.text_of(council, title=f"Text {number}", meeting=meeting.pk)
    return meeting


def test_meeting_list_has_those_without_a_day_first_then_the_newest(council: Council) -> None:
    for title, day in (("Old", date(2030, 1, 1)), ("New", date(2031, 1, 1)), ("Open", None)):
        factories.meeting_of(council, title, day=day)

    page = queries.meeting_list(council.public, council.organisation.pk)

    assert [line.title for line in page.lines] == ["Open", "New", "Old"]
    assert (page.total, page.number, page.pages) == (3, 1, 1)


def test_meeting_list_beyond_its_length_is_shown_in_pages(council: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "PAGE_LENGTH", 2)
    for day in range(1, 6):
        factories.meeting_of(council, f"Meeting {day}", day=date(2031, 1, day))

    pages = [queries.meeting_list(council.public, council.organisation.pk, number=number) for number in (1, 2, 3, 9)]

    assert [[line.title[-1] for line in page.lines] for page in pages] == [["5", "4"], ["3", "2"], ["1"], ["1"]]
    assert [(page.total, page.number, page.pages) for page in pages] == [(5, 1, 3), (5, 2, 3), (5, 3, 3), (5, 3, 3)]


@pytest.mark.parametrize(
    ("days", "at_hand", "following"),
    [
        ([date(2031, 5, 4)], date(2031, 5, 4), None),
        ([date(2031, 5, 3), date(2031, 4, 1)], date(2031, 5, 3), None),
        ([date(2031, 5, 5), date(2031, 9, 1), date(2031, 5, 3)], date(2031, 5, 3), date(2031, 5, 5)),
        ([date(2031, 9, 1)], None, date(2031, 9, 1)),
        ([], None, None),
    ],
)
def test_meeting_at_hand_is_the_last_one_and_the_next_comes_after_it(
    days: list[date], at_hand: date | None, following: date | None, council: Council
) -> None:
    for day in days:
        factories.meeting_of(council, day=day)

    found, after = queries.meetings_around(council.public, council.organisation.pk, DAY)

    assert (found and found.day, after and after.day) == (at_hand, following)


def test_next_meeting_without_a_day_comes_after_one_with_a_day(council: Council) -> None:
    factories.meeting_of(council, "Open", day=None, when="in the autumn")
    assert queries.meetings_around(council.public, council.organisation.pk, DAY)[1].title == "Open"  # type: ignore[union-attr]

    factories.meeting_of(council, "Fixed", day=date(2031, 8, 1))

    assert queries.meetings_around(council.public, council.organisation.pk, DAY)[1].title == "Fixed"  # type: ignore[union-attr]


def test_meeting_page_counts_members_and_keeps_the_empty_seat(council: Council) -> None:
    meeting = factories.meeting_of(council)
    seats = [
        SeatEntry("XBB", "A. Person", "present"),
        SeatEntry("XAA", "", "empty", note="Announced before."),
        SeatEntry("", "B. Person", "present", role="Secretary General"),
    ]
    actions.set_attendance(meeting.pk, seats, by=council.secretariat, key=factories.key())

    page = queries.meeting_page(council.public, meeting.pk)

    assert (page.present, page.members) == (1, 2)
    assert [(seat.code, seat.empty, seat.note) for seat in page.seats] == [
        ("XBB", False, ""),
        ("XAA", True, "Announced before."),
        ("", False, ""),
    ]
    assert page.line.sentence == "One of two members met in a narrow and an extended sitting."


def test_meeting_page_numbers_the_items_through_and_puts_those_without_a_sitting_last(council: Council) -> None:
    meeting = factories.meeting_of(council)
    items = [AgendaEntry("Loose"), AgendaEntry("Wide", "extended"), AgendaEntry("Close", "narrow")]
    actions.set_agenda(meeting.pk, items, by=council.secretariat, key=factories.key())

    page = queries.meeting_page(council.public, meeting.pk)

    printed = [(block.form, [(item.number, item.title) for item in block.items]) for block in page.sittings]
    assert printed == [("narrow", [(1, "Close")]), ("extended", [(2, "Wide")]), ("", [(3, "Loose")])]


@pytest.mark.parametrize(
    ("who", "notes", "locked"),
    [
        ("secretariat", 1, True),
        ("chair", 1, True),
        ("xbb-delegate", 1, True),
        ("xaa-expert", 1, True),
        ("partner", 0, False),
        ("public", 0, False),
    ],
)
def test_meeting_page_shows_a_narrow_sitting_to_those_admitted(
    who: str, notes: int, locked: bool, council: Council
) -> None:
    meeting = filled(council, 1)

    narrow = queries.meeting_page(council.everybody[who], meeting.pk).sittings[0]

    assert (len(narrow.notes), narrow.admitted) == (notes, locked)


def test_meeting_page_of_a_private_council_is_not_there_for_others(council: Council) -> None:
    other = factories.council("Other Council", (("XAA", "Alpha"),), public=False, prefix="other-")
    meeting = factories.meeting_of(other)

    for who in (council.delegate("XAA"), council.secretariat, council.public):
        with pytest.raises(NotVisible):
            queries.meeting_page(who, meeting.pk)


@pytest.mark.parametrize(
    ("zone", "day", "label"),
    [
        ("Asia/Almaty", date(2024, 6, 21), "UTC+5"),
        ("Asia/Almaty", date(2023, 6, 21), "UTC+6"),
        ("America/St_Johns", date(2031, 1, 1), "UTC-3:30"),
        ("UTC", date(2031, 1, 1), "UTC"),
        ("Asia/Almaty", None, "Asia/Almaty"),
    ],
)
def test_zone_label_is_the_offset_of_that_day(zone: str, day: date | None, label: str) -> None:
    assert queries.zone_label(zone, day) == label


@pytest.mark.parametrize("address", ["/meetings/", "/", "/register/"])
@pytest.mark.parametrize("who", ["public", "xaa-delegate"])
def test_page_asks_as_often_for_three_meetings_as_for_one(
    address: str, who: str, council: Council, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = factories.sign_in(Client(), council.everybody[who])
    filled(council, 1)
    asked = queries_of(client, address)
    for number in range(2):
        factories.meeting_of(council, f"Another {number}")
        convocation = Convocation(f"Coming {number}", when="in the autumn")
        actions.convene(council.organisation.pk, convocation, by=council.chair, key=factories.key())

    with django_assert_num_queries(asked):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("who", ["public", "xaa-delegate"])
def test_meeting_page_asks_as_often_for_three_of_everything_as_for_one(
    who: str, council: Council, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = factories.sign_in(Client(), council.everybody[who])
    small, large = filled(council, 1), filled(council, 3)
    asked = queries_of(client, f"/meetings/{small.pk}/")

    with django_assert_num_queries(asked):
        assert client.get(f"/meetings/{large.pk}/").status_code == 200


def queries_of(client: Client, address: str) -> int:
    """Return how often a page asks the database."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
