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
        ("Foreign ministers Maxim Orlov (Belarus) and Arun Mehta (India) took part.",
         [("Maxim Orlov", ["foreign minister"], "BLR", "present"), ("Arun Mehta", ["foreign minister"], "IND", "present")]),
        ("Foreign Ministers of Belarus Maxim Orlov, of India Arun Mehta and President of Oman Ali Sen took part.",
         [("Maxim Orlov", ["foreign minister"], "BLR", "present"), ("Arun Mehta", ["foreign minister"], "IND", "present"),
          ("Ali Sen", ["President"], "OMN", "present")]),
        ("The ambassadors of Kenya, Peter Orlov, and of India, Arun Mehta, briefed the Council.",
         [("Peter Orlov", ["ambassador"], "KEN", "present"), ("Arun Mehta", ["ambassador"], "IND", "present")]),
        ("The deputy foreign ministers of Kenya, Peter Orlov, and of India, Arun Mehta, prepared the visit.",
         [("Peter Orlov", ["deputy foreign minister"], "KEN", "mentioned"), ("Arun Mehta", ["deputy foreign minister"], "IND", "mentioned")]),
        ("India was represented by its ambassador, Arun Mehta.", [("Arun Mehta", ["ambassador"], "IND", "present")]),
        ("The Middle East and the Palestinian State were discussed in East Jerusalem.", []),
    ],
)  # fmt: skip
def test_people_of_a_report(sentence: str, expected: list[tuple[str, list[str], str | None, str]]) -> None:
    assert people(sentence) == expected


RUSSIAN = "АСТАНА, 21 июня 2024 года. В Астане прошло заседание Совета министров иностранных дел СНГ. "
FOREIGN = ["министр иностранных дел"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Приняли участие главы внешнеполитических ведомств Белоруссии Максим Орлов, Казахстана Мурат Ахметов и Генеральный секретарь СНГ Игорь Седов.",
         [("Максим Орлов", FOREIGN, "BLR", "present"), ("Мурат Ахметов", FOREIGN, "KAZ", "present"),
          ("Игорь Седов", ["генеральный секретарь"], None, "present")]),
        ("С участием министров иностранных дел Белоруссии Максима Орлова и Узбекистана Бахрома Каримова.",
         [("Максим Орлов", FOREIGN, "BLR", "present"), ("Бахром Каримов", FOREIGN, "UZB", "present")]),
        ("Приняли участие министры иностранных дел Белоруссии Максим Орлов и Узбекистана Бахром Каримов.",
         [("Максим Орлов", FOREIGN, "BLR", "present"), ("Бахром Каримов", FOREIGN, "UZB", "present")]),
        ("Заседание прошло с участием главы МИД Казахстана Мурата Ахметова.", [("Мурат Ахметов", FOREIGN, "KAZ", "present")]),
    ],
)  # fmt: skip
def test_post_of_several_is_each_one_s(sentence: str, expected: list[tuple[str, list[str], str | None, str]]) -> None:
    assert people(sentence, RUSSIAN) == expected


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
