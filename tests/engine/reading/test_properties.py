"""What holds for any text: places are right, answers are the same each time, and nothing is invented."""

# ruff: noqa: E501 -- cases are easier to read on one line each

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.engine.reading import LONGEST, TooLong
from tests.engine.reading.readings import reading, with_register

PIECES = [
    "The SCO Council of Foreign Ministers", "met in Astana", "on 31 June 2024", "today", "“We call for dialogue", "”", "«", "»", "\n",
    "adopted", "a statement", "nine documents", "Foreign Minister of India Arun Mehta", "said", ".", ",", ":", "(", "Министр", "ОДКБ",
    "Совет министров иностранных дел", "приняли заявление", "в Минске", "«Скала – 2004»", "учение", "2004", "Skala-2024", "exercise",
    "In a final communiqué", "the Council said", "another document -", "the plan of", "a decision to", "would host", "Jan. 18", "С.В.Ершов", "в столице", "России",
    "– Игорь Шевчук", "вице-премьеры Армении", "(Minister Hakan Fidan)", "делегацию возглавил", "поддержали", "Китай", "will host", "the capital of", "moved to", "they",
    "99999999999", "➈", "٣", "\u202e", "\x00", "21st", "будет", "не принято", "al-", "Operation Canal", "5 тонн", "и", "and", "today, June 3, 2020",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
)


def placed(value: Any) -> Iterator[dict[str, Any]]:
    """Yield everything in a document that has a place."""
    if isinstance(value, list):
        for each in value:
            yield from placed(each)
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for each in value.values():
            yield from placed(each)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_quotes_are_the_text_at_their_places(text: str) -> None:
    found = with_register(text)
    assert all(text[each["start"] : each["end"]] == each["quote"] for each in placed(found))


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_same_text_is_read_in_the_same_way(text: str) -> None:
    assert with_register(text, against=(text,)) == with_register(text, against=(text,))


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet="абвгд abcde.,“”«»0123456789\n", max_size=300))
def test_text_about_something_else_gives_nothing(text: str) -> None:
    found = with_register(text)
    assert found["about"] == "other"
    assert [key for key, value in found.items() if isinstance(value, list) and value] == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "\ufeff"])
def test_nothing_is_about_something_else(text: str) -> None:
    assert with_register(text)["about"] == "other"


def test_text_that_is_no_report_is_refused_for_its_length() -> None:
    with pytest.raises(TooLong, match="300,000 are read at most"):
        reading("a" * (LONGEST + 1))


def test_byte_order_mark_and_line_ends_are_counted() -> None:
    text = "\ufeffASTANA, June 21, 2024.\r\nThe SCO Council of Foreign Ministers met in Astana today.\r\nThey adopted a statement on trade.\r\n"
    found = reading(text)
    assert [each["quote"] for each in found["documents"]] == ["statement on trade"]
    assert all(text[each["start"] : each["end"]] == each["quote"] for each in placed(found))
