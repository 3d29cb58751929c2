"""What was done to documents: the verb decides, with what stands before and behind it."""

# ruff: noqa: E501 -- cases are easier to read on one line each

import pytest

from tests.engine.reading.readings import HEAD, reading

COUNCIL = HEAD + "The SCO Council of Foreign Ministers met in Astana today. "
RUSSIAN = "АСТАНА, 21 июня 2024 года. В Астане прошло заседание Совета министров иностранных дел СНГ. "


def told(sentence: str, *, opening: str = COUNCIL) -> list[tuple[str, str, int | None]]:
    return [(each["kind"], each["action"], each["count"]) for each in reading(opening + sentence)["documents"]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministers adopted a statement on trade.", [("statement", "adopted", None)]),
        ("The ministers discussed a statement on trade.", [("statement", "discussed", None)]),
        ("The ministers did not adopt the statement on trade.", [("statement", "not-agreed", None)]),
        ("The ministers will adopt a statement on trade.", [("statement", "planned", None)]),
        ("The ministers are expected to sign the protocol.", [("protocol", "planned", None)]),
        ("A statement on trade was adopted.", [("statement", "adopted", None)]),
        ("The ministers signed 22 decisions.", [("decision", "adopted", 22)]),
        ("The ministers approved the draft agreement and submitted it to the heads of state.", [("agreement", "forwarded", None)]),
        ("They adopted a statement on trade, a plan of consultations and a protocol.",
         [("statement", "adopted", None), ("plan", "adopted", None), ("protocol", "adopted", None)]),
        ("The ministers adopted a declaration on food and noted the concept paper on trade.",
         [("declaration", "adopted", None), ("concept", "discussed", None)]),
        ("The ministers adopted a declaration and welcomed the report on trade, but a statement on water was left open.",
         [("declaration", "adopted", None), ("report", "discussed", None), ("statement", "not-agreed", None)]),
        ("Minister Arun Mehta noted that seven documents would help.", []),
        ("Minister Arun Mehta welcomed the agreement as a milestone.", []),
        ("They agreed to forward the draft plan of action on water to the Summit for adoption.", [("plan", "forwarded", None)]),
        ("They decided to adopt the plan of action.", [("plan", "planned", None)]),
        ("They discussed a draft strategy on water. It was agreed to submit the draft to the Summit.", [("strategy", "forwarded", None)]),
        ("They discussed the implementation of the programme.", []),
        ("They acted in line with the Charter and the decision of 2020.", []),
        ("Kazakhstan plans to host a forum.", []),
        ("The ministers took part in the discussion of plans.", []),
    ],
)  # fmt: skip
def test_english(sentence: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Министры приняли заявление о торговле.", [("statement", "adopted", None)]),
        ("Министры обсудили проект заявления.", [("statement", "discussed", None)]),
        ("Министры приняли участие в приёме.", []),
        ("Заявление о торговле не принято.", [("statement", "not-agreed", None)]),
        ("Соглашение принято не было.", [("agreement", "not-agreed", None)]),
        ("Министры подпишут протокол.", [("protocol", "planned", None)]),
        ("Подписан пакет из 12 документов.", [("documents", "adopted", 12)]),
        ("Одобрен проект решения и внесён на рассмотрение Совета глав государств.", [("decision", "forwarded", None)]),
        ("Согласован план консультаций.", [("plan", "agreed", None)]),
        (
            "Решено представить проект Концепции сотрудничества на утверждение глав государств.",
            [("concept", "forwarded", None)],
        ),
        (
            "Обсудили проект Водной стратегии и одобрили план работы. Решено внести проект на рассмотрение сессии.",
            [("strategy", "forwarded", None), ("plan", "adopted", None)],
        ),
    ],
)
def test_russian(sentence: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert told(sentence, opening=RUSSIAN) == expected


@pytest.mark.parametrize("verb", ["could not be agreed", "was adopted", "may be adopted", "cannot be adopted"])
def test_title_ends_before_its_verb(verb: str) -> None:
    assert [each["title"] for each in reading(f"{COUNCIL}The Joint Communiqué {verb}.")["documents"]] == [
        "Joint Communiqué"
    ]


def test_list_in_the_lines_below() -> None:
    text = (
        "At the meeting the ministers adopted the following documents:\n"
        "- Declaration on water;\n• the Plan of consultations for 2025;\n3. Statement on trade and transport.\n"
        "The programme of the forum was long."
    )
    assert told(text) == [("declaration", "adopted", None), ("plan", "adopted", None), ("statement", "adopted", None)]


def test_list_in_the_lines_below_in_russian() -> None:
    text = "Министры подписали 2 документа:\n— Решение о бюджете;\n— План консультаций.\nПрограмма форума была большой."
    assert told(text, opening=RUSSIAN) == [
        ("documents", "adopted", 2), ("decision", "adopted", None), ("plan", "adopted", None),
    ]  # fmt: skip
