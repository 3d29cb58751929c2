"""Partners: with whom the council works or meets, along a whole list; never its own members."""

# ruff: noqa: E501 -- cases are easier to read on one line each

import pytest

from tests.engine.reading.readings import reading

COUNCIL = "JAKARTA, 14 July 2025. The ASEAN Foreign Ministers' Meeting was held in Jakarta. "
RUSSIAN = "АСТАНА, 21 июня 2024 года. В Астане прошло заседание Совета министров иностранных дел СНГ. "


def partners(sentence: str, opening: str) -> list[tuple[str, str]]:
    return sorted((each["name"], each["kind"]) for each in reading(opening + sentence)["partners"])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "They also met with Japan, the Republic of Korea, the European Union and the United Nations Development Programme.",
            [
                ("European Union", "organisation"),
                ("Japan", "state"),
                ("Republic of Korea", "state"),
                ("UN Development Programme", "structure"),
            ],
        ),
        ("They met with representatives of Japan and Canada.", [("Canada", "state"), ("Japan", "state")]),
        ("Omar Hasan met with Japanese Prime Minister Taro Sato.", []),
        ("They met with Malaysia and Thailand.", []),
        ("They discussed Japan and Canada.", []),
    ],
)
def test_partners_of_a_list(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert partners(sentence, COUNCIL) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Операция «Канал» проведена с участием наблюдателей из Ирана.", [("Иран", "state")]),
        (
            "Прошла встреча с представителями ООН и Турции.",
            [("Организация Объединённых Наций", "organisation"), ("Турция", "state")],
        ),
        ("Министры обсудили положение в Иране и Турции.", []),
    ],
)
def test_partners_in_russian_are_named_as_subjects(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert partners(sentence, RUSSIAN) == expected
