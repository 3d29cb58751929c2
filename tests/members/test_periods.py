"""Times that are no day, in the language of their reader."""

from datetime import date

import pytest
from django.utils import translation

from accord.members.periods import period_span, period_told


@pytest.mark.parametrize(
    ("words", "english", "russian"),
    [
        ("September 2023", "September 2023", "сентябрь 2023 года"),
        ("early August 2022", "early August 2022", "начало августа 2022 года"),
        ("first half of October 2025", "first half of October 2025", "первая половина октября 2025 года"),
        ("autumn 2024", "autumn 2024", "осень 2024 года"),
        ("осень 2024 года", "autumn 2024", "осень 2024 года"),
        ("начало мая 2024 года", "early May 2024", "начало мая 2024 года"),
        ("сентябрь 2023 года", "September 2023", "сентябрь 2023 года"),
        ("май 2024", "May 2024", "май 2024 года"),
        ("March of the Guards 2024", "March of the Guards 2024", "March of the Guards 2024"),
        ("2024", "2024", "2024"),
        ("mass 2024", "mass 2024", "mass 2024"),
        ("May 0000", "May 0000", "May 0000"),
        ("", "", ""),
    ],
)
def test_period_is_told_in_the_language_of_its_reader(words: str, english: str, russian: str) -> None:
    for language, told in (("en", english), ("ru", russian)):
        with translation.override(language):
            assert period_told(words) == told


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("autumn 2024", (9, 1), (11, 30)),
        ("весна 2024 года", (3, 1), (5, 31)),
        ("summer 2024", (6, 1), (8, 31)),
        ("February 2024", (2, 1), (2, 29)),
        ("early August 2024", (8, 1), (8, 10)),
        ("mid-May 2024", (5, 11), (5, 20)),
        ("late February 2024", (2, 21), (2, 29)),
        ("first half of October 2024", (10, 1), (10, 15)),
        ("вторая половина июня 2024 года", (6, 16), (6, 30)),
    ],
)
def test_period_spans_its_days(words: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert period_span(words) == (date(2024, *first), date(2024, *last))


@pytest.mark.parametrize("words", ["winter 2024", "2024", "March of the Guards 2024", "mass 2024", "May 0000", ""])
def test_words_that_do_not_say_which_days_span_none(words: str) -> None:
    assert period_span(words) is None
