"""Activities and priorities: editions by their years, of two digits as well; the parts of a list of priorities."""

# ruff: noqa: E501 -- cases are easier to read on one line each

import pytest

from tests.engine.reading.readings import reading

COUNCIL = "JAKARTA, 14 July 2025. The ASEAN Foreign Ministers' Meeting was held in Jakarta. "
RUSSIAN = "АСТАНА, 21 июня 2024 года. В Астане прошло заседание Совета министров иностранных дел СНГ. "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Exercise ARDEX-25, planned for October in Manila, was postponed to 2026.",
            [("ARDEX-2025", 2025, "moved", "PHL")],
        ),
        (
            "Exercise Blue Star-26, planned for June in Manila, was moved to Malaysia.",
            [("Blue Star-2026", 2026, "moved", "MYS")],
        ),
        ("Exercise Blue Star-2026 will be held in Manila.", [("Blue Star-2026", 2026, "planned", "PHL")]),
        ("The exercise on COVID-19 was held.", []),
        ("The exercise with MIG-29 machines was held.", []),
    ],
)
def test_editions_and_their_years(sentence: str, expected: list[tuple[str, int, str, str]]) -> None:
    found = reading(COUNCIL + sentence)["activities"]
    assert [(each["name"], each["year_as_written"], each["state"], each["host"]) for each in found] == expected


def test_quoted_name_with_a_year_of_two_digits() -> None:
    found = reading(RUSSIAN + "Учение «Скала-25» пройдёт в Алма-Ате.")["activities"]
    assert [(each["series"]["name"], each["year"], each["quote"]) for each in found] == [("Скала", 2025, "Скала-25")]


@pytest.mark.parametrize(
    ("sentence", "opening", "expected"),
    [
        ("Priorities of the chairmanship of Malaysia in 2025 include inclusive growth, sustainability and digital security.",
         COUNCIL, [("inclusive growth", "MYS"), ("sustainability", "MYS"), ("digital security", "MYS")]),
        ("Среди приоритетов председательства Казахстана – инклюзивный рост, устойчивость и цифровая безопасность.",
         RUSSIAN, [("инклюзивный рост", "KAZ"), ("устойчивость", "KAZ"), ("цифровая безопасность", "KAZ")]),
        ("Omar Hasan named the priorities of the chairmanship of Malaysia: trade, growth, and work with the partners and the members.",
         COUNCIL, [("trade", "MYS"), ("growth", "MYS"), ("work with the partners and the members", "MYS")]),
        ("The priorities of the programme include early delivery, trust and growth.", COUNCIL, []),
    ],
)  # fmt: skip
def test_priorities_of_a_list(sentence: str, opening: str, expected: list[tuple[str, str]]) -> None:
    assert [(each["text"], each["owner"]) for each in reading(opening + sentence)["priorities"]] == expected
