"""Lists of meetings, agendas and participants: what cannot be is named in its row, and each sees only its own."""

from datetime import date

import pytest

from accord.lists import queries
from accord.meetings import actions as meetings
from accord.meetings.models import Meeting
from tests import factories
from tests.factories import Council, key
from tests.lists.sheets import enter, look, reasons

HEAD = "title,day,time zone,sittings\n"


@pytest.fixture
def council(db: None) -> Council:
    return factories.council()


def test_meeting_in_a_gap_of_daylight_saving_is_named(council: Council) -> None:
    gap = look(council, "meetings", HEAD + "Spring,2031-03-30,Europe/Vienna,extended 02:30-05:00\n")
    twice = look(council, "meetings", HEAD + "Autumn,2031-10-26,Europe/Vienna,extended 02:30-05:00\n")
    assert "does not exist in Europe/Vienna: its clocks go forward then" in reasons(gap)[2][0]
    assert "comes twice in Europe/Vienna" in reasons(twice)[2][0]
    enter_right = HEAD + "Spring,2031-03-30,Europe/Vienna,extended 03:30-05:00\n"
    enter(council, "meetings", enter_right)
    assert look(council, "meetings", enter_right).entered == 0


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("One,2031-05-04,Mars/Base,extended", "is no time zone"),
        ("One,2031-05-04,UTC,extended 12:00-11:00", "A sitting ends after it begins"),
        ("One,,UTC,extended 10:00-11:00", "When is it?"),
        ("One,2031-05-04,UTC,extended 2031-05-03 10:00-11:00", "before the first day"),
        ("One,2031-05-04,UTC,plenary 10:00", "“plenary” is none of"),
        ("One,2031-05-04,UTC,10:00", "is no sitting"),
    ],
)
def test_meeting_that_cannot_be_is_named(council: Council, row: str, reason: str) -> None:
    assert reason in reasons(look(council, "meetings", HEAD + row + "\n"))[2][0]


def test_meeting_that_is_entered_is_not_moved_by_a_list(council: Council) -> None:
    factories.meeting_of(council, city="Almaty")
    text = "title,day,city\nFirst meeting,2031-05-04,Bergen\n"
    assert reasons(look(council, "meetings", text)) == {
        2: ["City: The meeting is entered already; it is changed on its own page."]
    }
    assert Meeting.objects.get().city == "Almaty"


def test_meeting_that_pages_do_not_show_yet_is_known(council: Council) -> None:
    factories.meeting_of(council, shown_from=date(2040, 1, 1))
    by, pk = council.secretariat, council.organisation.pk
    assert b"First" not in queries.written_list(by, pk, "meetings", "csv")
    later = queries.written_list(by, pk, "meetings", "csv", on=date(2041, 1, 1)).decode("utf-8-sig")
    assert look(council, "meetings", later).sentence.startswith("Nothing is new")


def test_agenda_of_no_meeting_of_several_and_of_no_sitting_are_named(council: Council) -> None:
    factories.meeting_of(council)
    factories.meeting_of(council, formats=("extended",), day=None, when="May 2032", title="Second")
    text = (
        "meeting,item,sitting,minutes\nNowhere,One,,\nSecond,Two,narrow,\nSecond,Three,extended 2,\nSecond,Four,,9999\n"
    )
    found = reasons(look(council, "agendas", text))
    assert "There is no meeting “Nowhere”" in found[2][0]
    assert found[3] == found[4] == ["Sitting: The meeting has no such sitting."]
    assert "between 1 and 1440 minutes" in found[5][0]
    factories.meeting_of(council, title="Second")
    assert (
        "Several meetings are called “Second”" in reasons(look(council, "agendas", "meeting,item\nSecond,Two\n"))[2][0]
    )


def test_second_head_and_cancelled_meeting_are_named(council: Council) -> None:
    first, other = factories.meeting_of(council), factories.meeting_of(council, title="Other")
    meetings.cancel(other.pk, "No hall.", by=council.chair, key=key())
    head = "meeting,delegation,name,takes part as\n"
    text = head + "First meeting,XAA,Ada,head\nFirst meeting,XAA,Ben,head\nOther,XAA,Cyn,\nFirst meeting,XQQ,Dan,\n"
    found = reasons(look(council, "participants", text))
    assert "is the head already" in found[3][0]
    assert "is cancelled" in found[4][0]
    assert "neither a member nor invited" in found[5][0]
    enter(council, "participants", text)
    assert [each.name for each in first.participants.all()] == ["Ada"]


def test_lists_of_one_meeting_hold_its_rows_alone(council: Council) -> None:
    first, _other = factories.meeting_of(council), factories.meeting_of(council, title="Other")
    enter(council, "agendas", "meeting,item\nFirst meeting,One\nOther,Two\n")
    data = queries.written_list(council.secretariat, council.organisation.pk, "agendas", "csv", narrow=first.pk)
    assert (b"One" in data, b"Two" in data) == (True, False)


def test_each_takes_out_what_it_sees(db: None) -> None:
    closed = factories.council(public=False)
    factories.meeting_of(closed)
    enter(closed, "agendas", "meeting,item\nFirst meeting,Secret matters\n")
    enter(closed, "participants", "meeting,delegation,name\nFirst meeting,XAA,Ada Example\n")
    pk = closed.organisation.pk
    for what, words in (("meetings", b"First meeting"), ("agendas", b"Secret"), ("participants", b"Ada")):
        assert words in queries.written_list(closed.delegate("XBB"), pk, what, "csv")
        assert words not in queries.written_list(closed.partner, pk, what, "csv")


def test_participants_are_for_the_council_alone(council: Council) -> None:
    factories.meeting_of(council)
    enter(council, "participants", "meeting,delegation,name\nFirst meeting,XAA,Ada Example\n")
    assert b"Ada" not in queries.written_list(council.public, council.organisation.pk, "participants", "csv")
