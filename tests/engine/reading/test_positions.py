"""Positions and promises: whose they are, and what is the one and what the other."""

# ruff: noqa: E501 -- cases are easier to read on one line each

import pytest

from tests.engine.reading.readings import reading

COUNCIL = "JAKARTA, 14 July 2025. The ASEAN Foreign Ministers' Meeting was held in Jakarta. "
RUSSIAN = "АСТАНА, 21 июня 2024 года. В Астане прошло заседание Совета министров иностранных дел СНГ. "

Told = list[tuple[str | None, str, str]]


def promises(sentence: str, opening: str = COUNCIL) -> Told:
    return [(each["by"], each["strength"], each["status"]) for each in reading(opening + sentence)["promises"]]


def positions(sentence: str, opening: str = COUNCIL) -> list[tuple[str, str | None, str | None]]:
    found = reading(opening + sentence)["positions"]
    return [(each["holder"]["kind"], each["holder"]["code"], each["speaker"]) for each in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“We will host the next round of consultations in November,” said Omar Hasan, Foreign Minister of Malaysia.",
         [("MYS", "will", "inferred")]),
        ("“We will draw up a programme of exchanges,” said Omar Hasan, Foreign Minister of Malaysia.",
         [(None, "will", "inferred")]),
        ("Malaysia will host a forum in November.", [("MYS", "will", "stated")]),
        ("“ASEAN shall remain united,” the statement reads.", []),
        ("The ministers agreed to refer the draft to the Summit.", []),
        ("ASEAN will remain open to all partners.", [("ASEAN", "will", "stated")]),
    ],
)  # fmt: skip
def test_promises_and_whose_they_are(sentence: str, expected: Told) -> None:
    assert promises(sentence) == expected


def test_day_by_which_a_promise_of_us_is_due() -> None:
    said = "“We will host the next round of consultations in November,” said Omar Hasan, Foreign Minister of Malaysia."
    assert [each["due"]["text"] for each in reading(COUNCIL + said)["promises"]] == ["November"]


def test_we_of_a_minister_who_is_not_named_again() -> None:
    told = (
        "Министр иностранных дел Казахстана Ерлан Сатпаев выступил. «Мы намерены провести форум в июне», – сообщил министр. "
        "Министр иностранных дел Белоруссии Игорь Орлов поблагодарил его."
    )
    assert promises(told, RUSSIAN) == [("KAZ", "intends", "inferred")]


def test_document_that_we_will_prepare_may_be_the_council_s() -> None:
    told = "«Мы намерены до конца года подготовить программу мероприятий», — отметил министр иностранных дел Казахстана Ерлан Сатпаев."
    assert promises(told, RUSSIAN) == [(None, "intends", "inferred")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“ASEAN shall remain united,” the statement reads.", [("collective", None, None)]),
        (
            "“Malaysia supports dialogue with all,” said Omar Hasan, Foreign Minister of Malaysia.",
            [("national", "MYS", "Omar Hasan")],
        ),
        ("According to S. Petrov, Malaysia supports dialogue.", [("national", "MYS", "S. Petrov")]),
        ("According to Blue Sky Weekly, Malaysia supports dialogue.", [("national", "MYS", None)]),
    ],
)
def test_positions_and_who_told_them(sentence: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert positions(sentence) == expected


def test_person_with_an_initial_is_cited_and_speaks() -> None:
    told = "По словам Н. Седова, Россия выступает за расширение сотрудничества. «Мы обеспокоены ростом угроз», – сказал он."
    assert positions(told, RUSSIAN) == [("national", "RUS", "Н. Седов"), ("ambiguous", None, "Н. Седов")]
    assert [each["name"] for each in reading(RUSSIAN + told)["people"]] == ["Н. Седов"]
