"""The sentences that meetings open with."""

from typing import Any

import pytest

from accord.meetings.wording import meeting_sentence, meetings_sentence, papers_head

NOTHING: dict[str, Any] = {
    "present": 0, "members": 0, "formats": (), "completed": 0, "forwarded": 0, "papers": 0, "onward": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        ({}, ""),
        ({"present": 5, "members": 6}, "Five of six members met."),
        (
            {"present": 5, "members": 6, "formats": ("narrow", "extended")},
            "Five of six members met in a narrow and an extended sitting.",
        ),
        (
            {"papers": 9, "completed": 7, "forwarded": 2, "onward": "Assembly"},
            "Nine papers were before them: seven were completed, two went on to the Assembly.",
        ),
        ({"papers": 3, "completed": 3}, "Three papers were before them: three were completed."),
        ({"papers": 2, "forwarded": 2}, "Two papers were before them: two went on to the other organs."),
        ({"papers": 1, "completed": 1}, "One paper was before them: one was completed."),
        ({"papers": 4}, "Four papers were before them."),
    ],
)
def test_meeting_sentence_says_what_is_known(known: dict[str, Any], sentence: str) -> None:
    assert meeting_sentence(**{**NOTHING, **known}) == sentence


def test_heads_count_in_words() -> None:
    assert papers_head(1) == "One paper and the way it has come"
    assert papers_head(9) == "Nine papers and the way each has come"
    assert meetings_sentence(1) == "One meeting, with what is known of it."
    assert meetings_sentence(12) == "12 meetings, the latest first."
