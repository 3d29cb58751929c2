"""The sentences that meetings open with."""

from typing import Any

import pytest

from accord.meetings.wording import meeting_sentence, meetings_sentence

NOTHING: dict[str, Any] = {"present": 0, "members": 0, "formats": ()}


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        ({}, ""),
        ({"present": 5, "members": 6}, "Five of six members met."),
        (
            {"present": 5, "members": 6, "formats": ("narrow", "extended")},
            "Five of six members met in a narrow and an extended sitting.",
        ),
    ],
)
def test_meeting_sentence_says_what_is_known(known: dict[str, Any], sentence: str) -> None:
    assert meeting_sentence(**{**NOTHING, **known}) == sentence


def test_heads_count_in_words() -> None:
    assert meetings_sentence(1) == "One meeting, with what is known of it."
    assert meetings_sentence(12) == "12 meetings, the latest first."
