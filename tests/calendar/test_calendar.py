"""The calendar: what takes place when, what clashes, and what calendar programs are told."""

import re
from datetime import UTC, date, datetime, time

import icalendar
import pytest
from django.test import Client

from accord.access import PUBLIC, NotVisible
from accord.calendar import actions, queries
from accord.calendar.grid import clashes, month, neighbours, span
from accord.calendar.pages import Happening, Holiday
from accord.calendar.resting import holidays_of
from accord.formats.ics import Appointment, write_calendar
from accord.meetings import actions as meetings
from accord.meetings.values import Convocation, Hours, Schedule
from accord.members import actions as members
from accord.members.values import OrganEntry
from accord.record import clock
from tests import factories
from tests.decisions import putting
from tests.factories import Council, key
from tests.programme import running

MAY = date(2031, 5, 4)
STAMP = datetime(2031, 1, 1, tzinfo=UTC)


def happening(uid: str, first: date | None, last: date | None = None, **values: object) -> Happening:
    return Happening(uid, "meeting", uid, first, last or first, **values)  # type: ignore[arg-type]


# Pure


def test_month_is_whole_weeks_with_each_thing_on_each_of_its_days() -> None:
    block = month(MAY, [happening("talks", date(2031, 4, 30), date(2031, 5, 2))], [], today=MAY)
    assert {len(week) for week in block.weeks} == {7}
    full = [cell.day.day for week in block.weeks for cell in week if cell.happenings]
    assert full == [30, 1, 2]
    assert [cell.day for week in block.weeks for cell in week if cell.today] == [MAY]
    assert block.weeks[0][0].day.weekday() == 0


@pytest.mark.parametrize("view", ["month", "year", "list"])
def test_neighbours_lead_there_and_back(view: str) -> None:
    before, after = neighbours(view, MAY)
    assert span(view, neighbours(view, after)[0]) == span(view, MAY)
    assert span(view, neighbours(view, before)[1]) == span(view, MAY)


def test_organ_that_sits_twice_at_one_time_clashes_and_hours_apart_do_not() -> None:
    nine, ten, eleven = (datetime(2031, 5, 4, hour, tzinfo=UTC) for hour in (9, 10, 11))
    one = happening("one", MAY, organs=("Water",), begins=nine, ends=ten)
    other = happening("other", MAY, organs=("Water", "Air"), begins=ten, ends=eleven)
    assert clashes([one, other], []) == ()
    (clash,) = clashes([one, happening("other", MAY, organs=("Water",))], [])
    assert clash.sentence == "one and other: the Water sits in both."
    assert clashes([one, happening("gone", MAY, organs=("Water",), cancelled=True)], []) == ()
    assert clashes([one, happening("air", MAY, organs=("Air",))], []) == ()


def test_host_of_two_and_holiday_of_the_host_are_told() -> None:
    rest = [Holiday(MAY, (("XAA", "Water Day"),))]
    found = clashes([happening("one", MAY, host="XAA"), happening("two", MAY, host="XAA")], rest)
    assert [clash.sentence for clash in found] == [
        "one and two: XAA receives both.",
        "one is on a public holiday of its host, XAA: Water Day.",
        "two is on a public holiday of its host, XAA: Water Day.",
    ]


def test_people_registered_for_both_and_members_of_an_activity_are_told() -> None:
    one, other = (happening(name, MAY, people=("Ada Example", f"Only {name}")) for name in ("one", "other"))
    (clash,) = clashes([one, other], [])
    assert clash.sentence == "one and other: registered for both: Ada Example."
    exercise = Happening("x", "activity", "Exercise", MAY, date(2031, 5, 8), members=("XAA", "XBB"))
    (clash,) = clashes([happening("one", MAY), exercise], [])
    assert clash.sentence == "one and Exercise at one time: taking part in the activity: XAA, XBB."
    assert clashes([happening("one", date(2031, 5, 9)), exercise], []) == ()


def test_holiday_of_another_member_is_told_after_that_of_the_host() -> None:
    rest = [Holiday(MAY, (("XAA", "Water Day"), ("XBB", "Air Day"), ("XCC", "Fire Day")))]
    found = clashes([happening("one", MAY, host="XBB")], rest)
    assert [clash.sentence for clash in found] == [
        "one is on a public holiday of its host, XBB: Air Day.",
        "one is on a public holiday of: XAA (Water Day), XCC (Fire Day).",
    ]
    assert clashes([Happening("x", "activity", "Exercise", MAY, MAY)], rest) == ()


def test_deadline_clashes_with_nothing() -> None:
    end = Happening("x", "deadline", "Silence ends", MAY, MAY)
    assert clashes([happening("one", MAY), end], []) == ()


def test_holidays_are_known_of_states_and_of_nobody_else() -> None:
    found = holidays_of(["KAZ", "FRA", "XAA", "UN"], date(2024, 12, 16), date(2025, 1, 1))
    assert [(holiday.day, holiday.codes) for holiday in found] == [
        (date(2024, 12, 16), ("KAZ",)), (date(2024, 12, 25), ("FRA",)), (date(2025, 1, 1), ("FRA", "KAZ"))
    ]  # fmt: skip


def test_calendar_file_keeps_uid_and_says_what_changed() -> None:
    begins, ends = (datetime(2031, 5, 4, hour, 30, tzinfo=UTC) for hour in (4, 6))
    title, changed = "Встреча; совет, №1", {"revision": 2, "changed_at": STAMP}
    timed = Appointment("a@x", title, MAY, MAY, begins, ends, "Asia/Almaty", "Almaty", **changed)  # type: ignore[arg-type]
    whole = Appointment("b@x", "Exercise", MAY, date(2031, 5, 6), cancelled=True)
    data = write_calendar("Council", [timed, whole], stamp=STAMP)
    assert data == write_calendar("Council", [timed, whole], stamp=STAMP)
    first, second = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert (str(first["summary"]), first["sequence"], str(first["uid"])) == (title, 2, "a@x")
    assert first.decoded("dtstart").astimezone(UTC) == begins
    assert str(first["dtstart"].params["TZID"]) == "Asia/Almaty"
    assert (second.decoded("dtstart"), second.decoded("dtend")) == (MAY, date(2031, 5, 7))
    assert str(second["status"]) == "CANCELLED"
    assert all(len(line.encode()) <= 75 for line in data.decode().split("\r\n"))


ENDS_A_LINE = ("\r", "\n", "\r\n", "\0", "\x0b", "\x0c", "\x85", "\u2028", "\u202e", "\u2066", "\ud800")
PARTS = (";", ",", ":", '"', "\\", "\\n", "é")


@pytest.mark.parametrize("odd", [*ENDS_A_LINE, *PARTS])
def test_words_never_make_another_line_of_a_calendar_file(odd: str) -> None:
    words = f"Talks{odd}ATTENDEE:mailto:x@example.org"
    data = write_calendar(words, [Appointment("a@x", words, MAY, MAY, place=words)], stamp=STAMP)
    plain = write_calendar("Talks", [Appointment("a@x", "Talks", MAY, MAY, place="Vienna")], stamp=STAMP)

    assert not [line for line in data.decode().splitlines() if line.startswith("ATTENDEE")]
    (event,), (control,) = (icalendar.Calendar.from_ical(each).walk("VEVENT") for each in (data, plain))
    assert set(event) == set(control)
    expected = words if odd in PARTS else str(event["summary"])
    assert str(event["summary"]) == str(event["location"]) == expected
    assert odd in PARTS or odd not in str(event["summary"])


# With a council


def convened(council: Council, **values: object) -> str:
    convocation = Convocation(**{"title": "Spring meeting", "day": MAY, "zone": "Asia/Almaty", **values})  # type: ignore[arg-type]
    return meetings.convene(council.organisation.pk, convocation, by=council.chair, key=key()).pk


def events(data: bytes) -> dict[str, icalendar.Event]:
    return {str(event["uid"]).partition("@")[0]: event for event in icalendar.Calendar.from_ical(data).walk("VEVENT")}


@pytest.mark.django_db
def test_page_shows_meetings_on_their_day_and_those_without_one_apart(council: Council) -> None:
    convened(council)
    convened(council, title="Later", day=None, when="in autumn")
    page = queries.calendar_page(PUBLIC, council.organisation.pk, "month", MAY)
    assert [each.title for each in page.listed] == ["Spring meeting"]
    assert [(each.title, each.when) for each in page.undated] == [("Later", "in autumn")]
    assert len(queries.calendar_page(PUBLIC, council.organisation.pk, "year", MAY).months) == 12
    assert queries.calendar_page(PUBLIC, council.organisation.pk, "nonsense", MAY).view == "month"


@pytest.mark.django_db
def test_moved_meeting_is_the_same_appointment_in_the_feed(council: Council) -> None:
    pk = convened(council, hours=(Hours("extended", time(9, 30), time(11)),))
    before = events(queries.public_feed())[f"meeting-{pk}"]
    schedule = Schedule(date(2031, 6, 1), zone="Europe/Vienna", hours=(Hours("extended", time(10)),))
    meetings.move(pk, schedule, by=council.chair, key=key())
    after = events(queries.public_feed())[f"meeting-{pk}"]
    assert (before["uid"], before["sequence"], after["sequence"]) == (after["uid"], 0, 1)
    assert before.decoded("dtstart").astimezone(UTC) == datetime(2031, 5, 4, 4, 30, tzinfo=UTC)
    assert after.decoded("dtstart").astimezone(UTC) == datetime(2031, 6, 1, 8, 0, tzinfo=UTC)
    meetings.cancel(pk, "No hall.", by=council.chair, key=key())
    gone = events(queries.public_feed())[f"meeting-{pk}"]
    assert (str(gone["status"]), gone["sequence"]) == ("CANCELLED", 2)


@pytest.mark.django_db
def test_own_feed_tells_of_what_is_restricted_only_that_there_is_an_appointment() -> None:
    private = factories.council("Secret Council", public=False, prefix="p-")
    convened(private, title="Quiet talks", city="Hidden City")
    feed = queries.feed_of(actions.new_address(by=private.delegate("XAA")))
    assert b"Quiet talks" not in feed
    assert b"Hidden City" not in feed
    assert [str(event["summary"]) for event in events(feed).values()] == ["Appointment of the council"]
    with pytest.raises(NotVisible):
        queries.public_feed()


@pytest.mark.django_db
def test_uids_tell_nothing_of_what_is_restricted_nor_of_other_councils() -> None:
    private, council = factories.council("Secret Council", public=False, prefix="p-"), factories.council()
    for each in (private, council):
        factories.term_of(each, "XBB", date(2032, 1, 1))
        running.activities_of(each)
    quiet, known = (set(events(queries.feed_of(actions.new_address(by=each.chair)))) for each in (private, council))
    assert "term-XBB-2032-01-01" in known
    assert any(uid.startswith("activity-") for uid in known)
    assert len(quiet) == len(known)
    assert all(re.fullmatch("[0-9a-f]{32}", uid) for uid in quiet)


@pytest.mark.django_db
def test_address_is_one_at_a_time_and_ends_when_it_is_revoked(council: Council) -> None:
    first = actions.new_address(by=council.chair)
    second = actions.new_address(by=council.chair)
    assert queries.feed_of(second)
    for secret in (first, "", "missing", second + "x"):
        with pytest.raises(NotVisible):
            queries.feed_of(secret)
    actions.end_address(by=council.chair)
    with pytest.raises(NotVisible):
        queries.feed_of(second)
    with pytest.raises(NotVisible):
        actions.new_address(by=PUBLIC)


@pytest.mark.django_db
def test_end_of_a_silence_procedure_is_in_the_calendar_of_those_who_see_it(council: Council) -> None:
    putting.under_silence(council, putting.after(clock.now(), days=3))
    kinds = {each.kind for each in queries.calendar_page(council.chair, council.organisation.pk, "list").listed}
    assert "deadline" in kinds
    public = queries.calendar_page(PUBLIC, council.organisation.pk, "list").listed
    assert "deadline" not in {each.kind for each in public}


@pytest.mark.django_db
def test_pages_say_what_clashes_and_hand_out_the_feed(council: Council, client: Client) -> None:
    organs = [OrganEntry("water", "Water Council")]
    members.enter_register(council.organisation.pk, organs, [], [], by=council.secretariat, key=key())
    convened(council, organ="water")
    convened(council, organ="water", title="Second meeting")
    shown = client.get("/calendar/?on=2031-05-01").content.decode()
    assert "the Water Council sits in both" in shown
    feed = client.get("/calendar/calendar.ics")
    assert (feed["Content-Type"], len(events(feed.content))) == ("text/calendar; charset=utf-8", 2)
    factories.sign_in(client, council.chair)
    made = client.post("/calendar/new/").content.decode()
    address = made.partition("<code>")[2].partition("</code>")[0].partition("testserver")[2]
    assert client.get(address).status_code == 200
    assert client.post("/calendar/end/").status_code == 302
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_feed_of_a_private_council_is_nowhere_and_no_secret_is_near_another(client: Client) -> None:
    private = factories.council("Quiet Council", public=False)
    convened(private)
    secret = actions.new_address(by=private.delegate("XAA"))
    near = [
        secret[:-1],
        secret + "A",
        secret.swapcase(),
        "a" * len(secret),
        "xaa-delegate",
        queries.feeds.digest_of(secret),
    ]

    assert client.get("/calendar/calendar.ics").status_code == 404
    assert {client.get(f"/calendar/{guess}.ics").status_code for guess in near} == {404}
    assert len(secret) >= 43
    assert client.get(f"/calendar/{secret}.ics").status_code == 200
