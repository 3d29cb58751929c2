"""Each kind of discrepancy: a report that has it, and one like it that has not."""

# ruff: noqa: E501 -- cases are easier to read on one line each

import pytest

from accord.engine.reading import KINDS
from tests.engine.reading.readings import HEAD, flags, reading, with_register

MET = HEAD + "The 12th meeting of the SCO Council of Foreign Ministers was held in Astana on June 20, 2024. "

WITHIN = [
    ("wrong-year", "The exercise Calm-2014 will be held in Astana in September 2024.", "2014",
     "The exercise Calm-2024 will be held in Astana in September 2024."),
    ("wrong-weekday", "They met on Friday, 20 June 2024.", "Friday, 20 June 2024", "They met on Thursday, 20 June 2024."),
    ("past-as-future", "A forum will be held on 3 May 2024.", "3 May 2024", "A forum will be held on 3 July 2024."),
    ("date-conflict", "The forum was held on 3 July 2024.", "3 July 2024", "The forum was held on 3 May 2024."),
    ("count-mismatch", "Delegations of three countries: India, China, Iran and Pakistan spoke.", "three countries",
     "Delegations of four countries: India, China, Iran and Pakistan spoke."),
    ("count-mismatch", "A total of 12 documents were signed: 9 decisions, 2 statements and 2 programmes.", "12 documents",
     "A total of 13 documents were signed: 9 decisions, 2 statements and 2 programmes."),
    ("count-mismatch", "Seven documents were signed (four decisions, two plans).", "Seven documents",
     "Seven documents were signed (four decisions, two plans and the statement on trade)."),
    ("headline-body", "They met in narrow format. They met in extended format.", "narrow format",
     "They met first in narrow and then in extended format."),
    ("number-conflict", "They signed 9 decisions. In all 11 decisions were signed.", "11 decisions",
     "They signed 9 decisions. In all 9 decisions were signed."),
    ("ordinal-conflict", "The 13th meeting of the SCO Council of Foreign Ministers was chaired by China.", "13th meeting",
     "The 12th meeting of the SCO Council of Foreign Ministers was chaired by China."),
    ("action-conflict", "They adopted a statement on food security. The statement on food security was not adopted.",
     "statement on food security", "They adopted a statement on food security. A protocol was not adopted."),
    ("name-variants", "Minister of Foreign Affairs of India Arun Mehtani spoke. Arun Mehtany said so.", "Arun Mehtany",
     "Minister of Foreign Affairs of India Arun Mehtani spoke. Arun Mehtani said so."),
    ("post-mismatch", "Foreign Minister of India Arun Mehta spoke. Foreign Minister of India Ravi Sen spoke.", "Ravi Sen",
     "Foreign Minister of India Arun Mehta spoke. Foreign Minister of China Li Wen spoke."),
    ("place-country", "The next meeting will be held in Minsk, Kazakhstan.", "Minsk, Kazakhstan",
     "The next meeting will be held in Minsk, Belarus."),
    ("attendance-conflict", "All member states took part in the meeting. India was absent.", "All member states",
     "Eight member states took part in the meeting. India was absent."),
    ("ambiguous-holder", "Foreign Minister of India Arun Mehta said: “We call for dialogue on all matters of trade.”",
     "We call for dialogue", "India called for dialogue on all matters of trade."),
    ("relative-date", "A forum opens tomorrow.", "tomorrow", "A forum opens on 22 June 2024."),
    ("role-synonym", "India thanked the chairmanship. The presidency passes to China.", "presidency",
     "India thanked the chairmanship. The chairmanship passes to China."),
    ("title-variant", "The SCO Council of Ministers of Foreign Affairs thanked India.", "Council of Ministers of Foreign Affairs",
     "The SCO Council of Foreign Ministers thanked India."),
    ("unlisted", "They adopted a number of documents.", "a number of documents", "They adopted a number of protocols."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "wrong", "quote", "right"), WITHIN, ids=[f"{case[0]} {case[2]}" for case in WITHIN])
def test_within_a_report(kind: str, wrong: str, quote: str, right: str) -> None:
    assert any(quote in each for each in flags(reading(MET + wrong), kind))
    assert flags(reading(MET + right), kind) == []


def test_rank_mismatch_is_ministers_who_act_for_heads_of_state() -> None:
    text = (
        HEAD
        + "The SCO Council of Heads of State met in Astana. They spoke of trade. The foreign ministers adopted a declaration."
    )
    assert flags(reading(text), "rank-mismatch") == ["foreign ministers"]
    assert flags(reading(text.replace("The foreign ministers", "The leaders")), "rank-mismatch") == []


def test_headline_that_says_adopted_where_the_body_says_discussed() -> None:
    text = "Ministers adopt a declaration on trade\n\n" + MET + "They discussed a declaration on trade."
    assert flags(reading(text), "headline-body") == ["adopt"]
    assert flags(reading(text.replace("They discussed", "They adopted")), "headline-body") == []


REGISTER = [
    ("plural", "CSTO working groups on Afghanistan met.", "working groups on Afghanistan"),
    ("missing", "They spoke of trade.", ""),
    ("title-variant", "They spoke of trade.", "Council of Foreign Ministers"),
    ("name-variants", "They spoke of the joint operation Canal.", "Canal"),
    (
        "attendance-conflict",
        "Minister of Foreign Affairs of Armenia Ararat Mirzoyan took part in the meeting.",
        "Ararat Mirzoyan",
    ),
]


@pytest.mark.parametrize(("kind", "sentence", "quote"), REGISTER, ids=[case[0] for case in REGISTER])
def test_against_the_register(kind: str, sentence: str, quote: str) -> None:
    text = HEAD + "The CSTO Council of Foreign Ministers met in Almaty on June 21, 2024. " + sentence
    assert quote in flags(with_register(text), kind)
    assert quote not in flags(reading(text), kind)


def test_activity_that_moved_may_be_told_at_its_first_place_and_at_its_last() -> None:
    told = HEAD + "The exercise Indestructible Brotherhood-2023 was planned in {}. The CSTO Council of Foreign Ministers met."
    hosts = ("Armenia", "Kyrgyzstan", "Belarus")
    assert [len(flags(with_register(told.format(host)), "place-country")) for host in hosts] == [0, 0, 1]


def test_register_of_one_council_says_nothing_of_another() -> None:
    found = with_register(MET + "They adopted a statement on trade.")
    assert [each for each in found["discrepancies"] if each["basis"] == "register"] == []


OTHERS = [
    ("date-conflict", "on June 20, 2024", "on June 19, 2024"),
    ("ordinal-conflict", "The 12th meeting", "The 14th meeting"),
    ("place-country", "in Astana on", "in Bishkek on"),
    ("number-conflict", "signed 9 decisions", "signed 7 decisions"),
    ("action-conflict", "adopted a statement on food security", "discussed a statement on food security"),
    ("name-variants", "Arun Mehta said", "Arun Mehtta said"),
    ("attendance-conflict", "Ravi Sen took part", "Ravi Sen did not take part"),
    ("post-mismatch", "Foreign Minister of India", "Finance Minister of India"),
]
WHOLE = (
    MET
    + "They signed 9 decisions. They adopted a statement on food security. Foreign Minister of India Arun Mehta said it was late. "
    + "Foreign Minister of Pakistan Ravi Sen took part in the meeting."
)


@pytest.mark.parametrize(("kind", "here", "there"), OTHERS, ids=[case[0] for case in OTHERS])
def test_against_another_report(kind: str, here: str, there: str) -> None:
    assert here in WHOLE
    found = reading(WHOLE, against=(WHOLE.replace(here, there),))
    told = [each for each in found["discrepancies"] if each["basis"] == "other_report"]
    assert kind in {each["kind"] for each in told}
    assert all(other["quote"] for each in told for other in each["others"])


def test_same_report_twice_has_nothing_against_it() -> None:
    assert [each for each in reading(WHOLE, against=(WHOLE,))["discrepancies"] if each["basis"] == "other_report"] == []


def test_every_kind_is_tested_here() -> None:
    tested = {case[0] for case in (*WITHIN, *REGISTER, *OTHERS)} | {"rank-mismatch", "headline-body"}
    assert set(KINDS) - tested == set()


def test_we_without_anybody_named_is_left_to_a_person() -> None:
    found = reading("The Council of Foreign Ministers met on 3 May 2024. “We call for dialogue and peace in Sudan,” it said.")
    assert flags(found, "ambiguous-holder") == ["We call for dialogue and peace in Sudan"]
    assert [each["holder"]["candidates"] for each in found["positions"]] == [[]]
