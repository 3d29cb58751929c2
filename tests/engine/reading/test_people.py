"""People: one item each, in whatever case, spelling and script; posts, states and attendance."""

# ruff: noqa: E501 -- cases are easier to read on one line each

import pytest

from accord.engine.reading.names import nominative, same_person
from tests.engine.reading.readings import HEAD, reading

COUNCIL = HEAD + "The SCO Council of Foreign Ministers met in Astana. "


def people(sentence: str, opening: str = COUNCIL) -> list[tuple[str, list[str], str | None, str]]:
    return [
        (each["name"], each["posts"], each["member"], each["attendance"])
        for each in reading(opening + sentence)["people"]
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Foreign Minister of India Arun Mehta said so. Mehta left.", [("Arun Mehta", ["Foreign Minister"], "IND", "present")]),
        ("Arun Mehta, Minister of External Affairs of India, attended.",
         [("Arun Mehta", ["Minister of External Affairs"], "IND", "present")]),
        ("Indian Foreign Minister Arun Mehta did not attend the meeting.", [("Arun Mehta", ["Foreign Minister"], "IND", "absent")]),
        ("A plan proposed by President of India Ravi Sen was discussed.", [("Ravi Sen", ["President"], "IND", "mentioned")]),
        ("H.E. Omar al-Farsi, Minister of Digital Economy of Oman, chaired the meeting.",
         [("Omar al-Farsi", ["Minister of Digital Economy"], "OMN", "present")]),
        ("The Middle East and the Palestinian State were discussed in East Jerusalem.", []),
    ],
)  # fmt: skip
def test_people_of_a_report(sentence: str, expected: list[tuple[str, list[str], str | None, str]]) -> None:
    assert people(sentence) == expected


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Сергея Петрова", "Сергей Петров"),
        ("Мурата Ахметова", "Мурат Ахметов"),
        ("Виктора Лапицкого", "Виктор Лапицкий"),
        ("Рустама Каримзода", "Рустам Каримзода"),
        ("Елена Орлова", "Елена Орлова"),
        ("Arun Mehta", "Arun Mehta"),
    ],
)
def test_russian_names_as_subjects(written: str, name: str) -> None:
    assert nominative(written.split()) == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Murat Nurtleu", "Murat Nurtileu", True),
        ("Murat Nurtleu", "Мурат Нуртлеу", True),
        ("С. Петров", "Сергея Петрова", True),
        ("Rashad Guliyev", "Quliyev", True),
        ("Arun Mehta", "Ravi Mehta", False),
        ("Arun Mehta", "Arun Sen", False),
    ],
)
def test_one_person_in_two_spellings(one: str, other: str, same: bool) -> None:
    assert same_person(one.split(), other.split()) is same
