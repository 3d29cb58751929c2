"""Times that are no day, in the language of their reader."""

import pytest
from django.utils import translation

from accord.members.periods import period_told


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
        ("", "", ""),
    ],
)
def test_period_is_told_in_the_language_of_its_reader(words: str, english: str, russian: str) -> None:
    for language, told in (("en", english), ("ru", russian)):
        with translation.override(language):
            assert period_told(words) == told
