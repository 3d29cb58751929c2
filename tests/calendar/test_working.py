"""Working days of the secretariat: holidays, days of its own, clocks that change, and every zone involved."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accord.access import NotVisible, Refused
from accord.calendar import actions, queries
from accord.calendar.models import OwnDay
from accord.calendar.resting import working_in
from accord.engine.rules import RulesError
from accord.members import actions as members
from accord.members.errors import Unfit
from accord.members.queries import clocks_of
from accord.members.values import ClockEntry
from accord.record import clock
from tests import factories
from tests.decisions import putting
from tests.factories import Council, key

FRIDAY = date(2024, 6, 21)
NOON = datetime(2024, 6, 21, 12, 0, tzinfo=UTC)


def entered(council: Council, *clocks: ClockEntry) -> None:
    members.enter_clocks(council.organisation.pk, clocks, by=council.secretariat, key=key())


def seated(council: Council, country: str = "RUS", zone: str = "Europe/Moscow", city: str = "Moscow") -> None:
    entered(council, ClockEntry("", zone, city, country))


def end(council: Council, days: int, start: date, **values: time) -> datetime:
    return queries.deadline(council.delegate("XAA"), council.organisation.pk, days, start=start, **values).at


def settle(council: Council, day: date, name: str = "", *, works: bool = False) -> None:
    actions.settle_day(council.organisation.pk, day, works=works, name=name, by=council.secretariat, key=key())


# Counting


def test_end_is_told_in_the_zone_of_the_secretariat_and_of_every_capital(council: Council) -> None:
    seated(council)
    entered(
        council,
        ClockEntry("XBB", "Asia/Almaty", "Bergen"),
        ClockEntry("XAA", "Europe/Moscow"),
        ClockEntry("XDD", "Asia/Almaty"),
    )
    found = queries.deadline(council.delegate("XAA"), council.organisation.pk, 5, start=FRIDAY)
    assert (found.day, found.at, found.city) == (date(2024, 6, 28), datetime(2024, 6, 28, 15, 0, tzinfo=UTC), "Moscow")
    assert [(each.city, f"{each.at:%H:%M}", each.codes) for each in found.zones] == [
        ("Moscow", "18:00", ("XAA",)), ("Bergen", "20:00", ("XBB", "XDD")), ("UTC", "15:00", ())
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        (date(2024, 4, 26), 1, date(2024, 4, 27)),
        (date(2024, 4, 26), 2, date(2024, 5, 2)),
        (date(2024, 12, 27), 1, date(2024, 12, 28)),
        (date(2024, 12, 27), 2, date(2025, 1, 9)),
        (date(2024, 6, 11), 1, date(2024, 6, 13)),
    ],
    ids=["a Saturday that is worked", "over May", "worked before the year ends", "over New Year", "over one holiday"],
)
def test_holidays_are_bridged_and_saturdays_that_are_worked_count(
    council: Council, start: date, days: int, last: date
) -> None:
    seated(council)
    assert queries.deadline(council.chair, council.organisation.pk, days, start=start).day == last


def test_weekend_is_that_of_the_country(council: Council) -> None:
    seated(council, "ISR", "Asia/Jerusalem", "Jerusalem")
    assert queries.deadline(council.chair, council.organisation.pk, 1, start=date(2024, 6, 20)).day == date(2024, 6, 23)
    assert working_in("XAA", 2024, 2024).weekend == {5, 6}


def test_hour_is_kept_when_the_clocks_change(council: Council) -> None:
    seated(council, "AUT", "Europe/Vienna", "Vienna")
    assert end(council, 1, date(2024, 3, 28)) == datetime(2024, 3, 29, 17, 0, tzinfo=UTC)
    assert end(council, 2, date(2024, 3, 28)) == datetime(2024, 4, 2, 16, 0, tzinfo=UTC)
    assert end(council, 1, date(2024, 10, 25)) == datetime(2024, 10, 28, 17, 0, tzinfo=UTC)


def test_hour_that_a_clock_skips_is_refused_in_words(council: Council) -> None:
    seated(council, "AUT", "Europe/Vienna", "Vienna")
    settle(council, date(2024, 3, 31), works=True)
    with pytest.raises(RulesError, match="does not exist in Europe/Vienna"):
        end(council, 2, date(2024, 3, 28), at=time(2, 30))


def test_own_days_stand_above_the_calendar_of_the_country(council: Council) -> None:
    seated(council)
    settle(council, date(2024, 6, 24), "Moving house")
    settle(council, date(2024, 6, 29), works=True)
    found = queries.deadline(council.chair, council.organisation.pk, 5, start=FRIDAY)
    assert found.day == date(2024, 6, 29)
    assert [(each.day, each.name) for each in found.skipped] == [(date(2024, 6, 24), "Moving house")]


def test_period_begins_today_at_the_secretariat(council: Council) -> None:
    seated(council, "NZL", "Pacific/Auckland", "Wellington")
    with clock.frozen(NOON.replace(hour=23)):
        found = queries.deadline(council.chair, council.organisation.pk, 1)
    assert (found.begins, found.day) == (date(2024, 6, 22), date(2024, 6, 24))


def test_without_a_seat_monday_to_friday_count_and_the_page_says_so(client: Client, council: Council) -> None:
    found = queries.deadline(council.chair, council.organisation.pk, 5, start=FRIDAY)
    assert (found.day, found.known, found.zone) == (date(2024, 6, 28), False, "UTC")
    factories.sign_in(client, council.chair)
    assert "The country of the seat is not entered" in client.get("/calendar/deadline/").content.decode()


def test_other_council_is_counted_for_nobody_outside(council: Council) -> None:
    foreign = factories.council("Other", public=False, prefix="other-")
    with pytest.raises(NotVisible):
        queries.deadline(council.chair, foreign.organisation.pk, 5)


# Entering


def test_clock_takes_the_place_of_the_former_and_stands_in_order(council: Council) -> None:
    entered(council, ClockEntry("XBB", "Asia/Almaty"), ClockEntry("", "UTC"), ClockEntry("XAA", "Europe/Vienna"))
    entered(council, ClockEntry("XBB", "Asia/Bishkek"), ClockEntry("", "Europe/Moscow", country="rus"))
    found = [(line.code, line.zone, line.city, line.country) for line in clocks_of(council.organisation)]
    assert found == [
        ("", "Europe/Moscow", "Moscow", "RUS"), ("XAA", "Europe/Vienna", "Vienna", ""),
        ("XBB", "Asia/Bishkek", "Bishkek", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (ClockEntry("XZZ", "UTC"), "member"),
        (ClockEntry("XAA", "Mars/Base"), "zone"),
        (ClockEntry("", "UTC", country="ZZZ"), "country"),
        (ClockEntry("XAA", "UTC", "a\u202eb"), "city"),
    ],
)
def test_clock_that_cannot_be_is_refused_at_its_field(council: Council, entry: ClockEntry, field: str) -> None:
    with pytest.raises(Unfit) as refused:
        entered(council, entry)
    assert refused.value.field == field
    assert clocks_of(council.organisation) == ()


@pytest.mark.parametrize("name", ["chair", "xaa-delegate", "xbb-delegate", "xaa-expert", "partner"])
def test_nobody_but_the_secretariat_settles_days_and_enters_clocks(council: Council, name: str) -> None:
    by = council.everybody[name]
    with pytest.raises(Refused):
        actions.settle_day(council.organisation.pk, FRIDAY, works=False, by=by, key=key())
    with pytest.raises(Refused):
        members.enter_clocks(council.organisation.pk, [ClockEntry("", "UTC")], by=by, key=key())
    assert not OwnDay.objects.exists()


def test_stranger_settles_no_day_of_a_private_council(council: Council) -> None:
    foreign = factories.council("Other", public=False, prefix="other-")
    for act in (
        lambda by: actions.settle_day(foreign.organisation.pk, FRIDAY, works=False, by=by, key=key()),
        lambda by: actions.drop_day(foreign.organisation.pk, "none", by=by, key=key()),
        lambda by: members.enter_clocks(foreign.organisation.pk, [ClockEntry("", "UTC")], by=by, key=key()),
    ):
        with pytest.raises(NotVisible):
            act(council.secretariat)
    assert not OwnDay.objects.exists()


def test_day_is_settled_and_taken_out_on_the_page(client: Client, council: Council) -> None:
    seated(council)
    factories.sign_in(client, council.secretariat)
    form = {"key": str(key()), "day": "2024-06-24", "works": "", "name": "Moving house"}
    for _twice in range(2):
        assert client.post("/calendar/working-days/", form)["Location"] == "/calendar/working-days/"
    (row,) = OwnDay.objects.all()
    shown = client.get("/calendar/working-days/").content.decode()
    assert ("It works in Moscow by the weekends and public holidays of Russia" in shown, "Moving house" in shown) == (
        True, True,
    )  # fmt: skip
    assert client.post(f"/calendar/working-days/{row.pk}/", {"key": str(key())}).status_code == 302
    assert not OwnDay.objects.exists()
    record = client.get("/record/").content.decode()
    assert "settles on 24 June 2024: the secretariat is closed" in record
    assert "takes out what was settled for 24 June 2024" in record


@pytest.mark.parametrize("query", ["days=0", "days=251", "days=x", "days=5&start=yesterday", "days=5&at=25:00"])
def test_period_that_cannot_be_counted_is_told(client: Client, council: Council, query: str) -> None:
    factories.sign_in(client, council.chair)
    assert client.get(f"/calendar/deadline/?{query}").status_code == 422


# Where a deadline is chosen


def test_put_page_offers_working_days_and_silence_shows_the_capitals(client: Client, council: Council) -> None:
    seated(council)
    entered(council, ClockEntry("XAA", "Asia/Almaty", "Astana"))
    factories.sign_in(client, council.chair)
    with clock.frozen(NOON):
        shown = " ".join(client.get("/decisions/put/").content.decode().split())
        assert "5 working days of the secretariat end on 28 June 2024 at 18:00 (Moscow)." in shown
        question = putting.under_silence(council, NOON.replace(day=28))
        page = client.get(f"/decisions/{question.pk}/").content.decode()
    assert ("Asia/Almaty" in page, "Europe/Moscow" in page) == (True, True)


def test_number_of_queries_is_the_same_for_one_clock_and_for_four(council: Council) -> None:
    counts = []
    for code in ("XAA", "XBB"):
        entered(council, ClockEntry(code, "Asia/Almaty"))
        with CaptureQueriesContext(connection) as found:
            queries.offers(council.chair, council.organisation.pk)
        counts.append(len(found))
    assert counts[0] == counts[1]


def test_put_page_takes_the_zone_of_the_secretariat_first(client: Client, council: Council) -> None:
    factories.sign_in(client, council.chair)
    assert '<option value="UTC" selected>' in client.get("/decisions/put/").content.decode()
    seated(council)
    assert '<option value="Europe/Moscow" selected>' in client.get("/decisions/put/").content.decode()
