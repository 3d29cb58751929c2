"""Dates: as written, relative, without a year; and the day of the report."""

import pytest

from tests.engine.reading.readings import reading

MET = "The SCO Council of Foreign Ministers met in Astana {}. They adopted a statement."


def begins(words: str, head: str = "ASTANA, June 21, 2024. ") -> object:
    return reading(head + MET.format(words))["meetings"][0]["from"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on 20 June 2024", "2024-06-20"),
        ("on June 20, 2024", "2024-06-20"),
        ("on 20.06.2024", "2024-06-20"),
        ("on 2024-06-20", "2024-06-20"),
        ("on Thursday, 20 June 2024", "2024-06-20"),
        ("on 19-20 June 2024", "2024-06-19"),
        ("on June 20", "2024-06-20"),
        ("on December 20", "2023-12-20"),
    ],
)
def test_written_days(words: str, day: str) -> None:
    assert begins(words) == day


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("today", "2024-06-21", "2024-06-21", "day"),
        ("yesterday", "2024-06-20", "2024-06-20", "day"),
        ("on Thursday", "2024-06-20", "2024-06-20", "day"),
        ("this week", "2024-06-17", "2024-06-23", "day"),
        ("last Thursday", "2024-06-20", "2024-06-20", "day"),
        ("last Friday", "2024-06-14", "2024-06-14", "day"),
        ("in June of last year", "2023-06-01", "2023-06-30", "month"),
        ("on 5 May last year", "2023-05-05", "2023-05-05", "day"),
        ("last spring", "2023-03-01", "2023-05-31", "season"),
    ],
)
def test_relative_days_keep_their_words(words: str, first: str, last: str, precision: str) -> None:
    found = begins(words)
    assert isinstance(found, dict)
    assert (found["from"], found["to"], found["precision"]) == (first, last, precision)
    assert words.endswith(found["text"])


@pytest.mark.parametrize(
    ("text", "day", "status"),
    [
        ("date 2024-06-21 " + MET.format("today"), "2024-06-21", "stated"),
        ("21.06.2024\n\n" + MET.format("today"), "2024-06-21", "stated"),
        ("MOSCOW, June 21. /Agency/. " + MET.format("on June 20, 2024"), "2024-06-21", "inferred"),
        ("Бишкек, 27 июня 2023 г. Сегодня состоялось заседание СМИД ОДКБ.", "2023-06-27", "stated"),
        (MET.format("on 20 June 2024"), "2024-06-20", "inferred"),
        (MET.format("today"), None, "inferred"),
    ],
)
def test_day_of_the_report(text: str, day: str | None, status: str) -> None:
    found = reading(text)["date"]
    assert (found["value"], found["status"]) == (day, status)
