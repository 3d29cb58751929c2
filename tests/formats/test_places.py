"""Cities and countries are named in the reader's language where they are known in it."""

import pytest

from accord.formats.places import city_name, country_name, place_name


@pytest.mark.parametrize(
    ("city", "language", "named"),
    [("Almaty", "ru", "Алматы"), ("Almaty", "en", "Almaty"), ("Almaty", "ru-kz", "Алматы"), ("Xville", "ru", "Xville")],
)
def test_city_is_named_in_the_language_or_stays(city: str, language: str, named: str) -> None:
    assert city_name(city, language) == named


@pytest.mark.parametrize(
    ("country", "language", "named"),
    [
        ("KAZ", "ru", "Казахстан"),
        ("KAZ", "en", "Kazakhstan"),
        ("Kazakhstan", "ru", "Казахстан"),
        ("KGZ", "ru", "Кыргызстан"),
        ("XAA", "ru", "XAA"),
        ("Russia", "ru", "Россия"),
        ("Russia", "en", "Russia"),
        ("", "ru", ""),
    ],
)
def test_country_is_named_by_its_code_or_stays(country: str, language: str, named: str) -> None:
    assert country_name(country, language) == named


def test_place_is_city_and_country_as_far_as_they_are_known() -> None:
    assert place_name("Almaty", "Kazakhstan", "ru") == "Алматы, Казахстан"
    assert place_name("", "Kazakhstan", "en") == "Kazakhstan"
    assert place_name("", "", "ru") == ""
