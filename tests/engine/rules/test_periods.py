"""Deadlines: working days, times that clocks skip or show twice, one instant in all zones."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from accord.engine.rules.gathering import RulesError
from accord.engine.rules.periods import WorkingCalendar, in_zones, instant, working_days_after


def test_working_days_leave_out_weekends_and_holidays() -> None:
    friday = date(2024, 6, 21)
    plain, feast = WorkingCalendar(), WorkingCalendar(holidays=frozenset({date(2024, 6, 24)}))
    assert working_days_after(friday, 1, plain) == date(2024, 6, 24)
    assert working_days_after(friday, 3, plain) == date(2024, 6, 26)
    assert working_days_after(friday, 1, feast) == date(2024, 6, 25)
    friday_off = WorkingCalendar(weekend=frozenset({4, 5}))
    assert working_days_after(date(2024, 6, 20), 1, friday_off) == date(2024, 6, 23)


def test_day_that_is_worked_all_the_same_counts() -> None:
    saturday = date(2024, 4, 27)
    off = frozenset({date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1), saturday})
    calendar = WorkingCalendar(holidays=off, worked=frozenset({saturday}))
    assert working_days_after(date(2024, 4, 26), 1, calendar) == saturday
    assert working_days_after(date(2024, 4, 26), 2, calendar) == date(2024, 5, 2)


@pytest.mark.parametrize(("days", "calendar"), [(0, WorkingCalendar()), (1, WorkingCalendar(frozenset(range(7))))])
def test_a_period_without_working_days_is_refused(days: int, calendar: WorkingCalendar) -> None:
    with pytest.raises(RulesError, match="working day"):
        working_days_after(date(2024, 6, 21), days, calendar)


@pytest.mark.parametrize(
    ("day", "at", "zone", "why"),
    [
        (date(2024, 3, 31), time(2, 30), "Europe/Vienna", "does not exist"),
        (date(2024, 10, 27), time(2, 30), "Europe/Vienna", "comes twice"),
        (date(2024, 3, 10), time(2, 0), "America/New_York", "does not exist"),
        (date(2024, 11, 3), time(1, 59), "America/New_York", "comes twice"),
        (date(2024, 2, 29), time(23, 30), "Asia/Almaty", "comes twice"),
        (date(2011, 12, 30), time(12, 0), "Pacific/Apia", "does not exist"),
        (date(2024, 6, 21), time(12, 0), "Asia/Nowhere", "no time zone"),
        (date(2024, 6, 21), time(12, 0), "../etc/passwd", "no time zone"),
    ],
)
def test_a_local_time_that_is_not_one_instant_is_refused(day: date, at: time, zone: str, why: str) -> None:
    with pytest.raises(RulesError, match=why):
        instant(day, at, zone)


def test_every_zone_shows_the_same_instant_and_utc_stands_last() -> None:
    noon = instant(date(2024, 6, 21), time(12, 0), "Asia/Almaty")
    assert noon == datetime(2024, 6, 21, 7, 0, tzinfo=UTC)
    shown = in_zones(noon, ["Asia/Almaty", "UTC", "Europe/Moscow", "Asia/Almaty"])
    assert [(each.zone, f"{each.at:%H:%M}") for each in shown] == [
        ("Asia/Almaty", "12:00"), ("Europe/Moscow", "10:00"), ("UTC", "07:00"),
    ]  # fmt: skip
    assert all(each.at == noon for each in shown)
    assert shown[0].at.tzinfo == ZoneInfo("Asia/Almaty")
