"""A report read: text in, draft records and discrepancies out. Deterministic; nothing is asked of anybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from accord.engine.reading.about import is_about_council
from accord.engine.reading.activities import activities_of
from accord.engine.reading.areas import areas_of, priorities_of
from accord.engine.reading.documents import documents_of
from accord.engine.reading.lexicon import Lexicon, Register
from accord.engine.reading.meetings import meetings_of
from accord.engine.reading.mentions import Mentions, mentions_of
from accord.engine.reading.model import Report
from accord.engine.reading.operations import operations_of
from accord.engine.reading.partners import partners_of
from accord.engine.reading.people import Cast, cast_of
from accord.engine.reading.positions import positions_of
from accord.engine.reading.promises import promises_of
from accord.engine.reading.speakers import Speakers, speakers_of
from accord.engine.reading.tokens import cut
from accord.engine.said import say

LONGEST = 300_000
"""Code points of a report that is read; a press report has a few thousand."""

Lexica = Callable[[str], Lexicon]
"""From a language, "en" or "ru", to what is known of its words."""


class TooLong(ValueError):
    """A text that is longer than any report; the message says how long."""


@dataclass(frozen=True)
class Reading:
    """A report with what it was read from: mentions, people and speakers, which the comparison asks again."""

    report: Report
    mentions: Mentions
    cast: Cast
    speakers: Speakers


def read(text: str, lexica: Lexica, register: Register, day: str = "") -> Reading:
    """
    Return what a report says, without discrepancies.

    Args:
        text: the report; its offsets are those of the answer, in code points.
        lexica: words by language. register: what the council knows of itself.
        day: of the report, ``YYYY-MM-DD``, where its words say none; "" where it is not known.

    Raises:
        TooLong: ``text`` has more than :data:`LONGEST` code points.

    Source: docs/reference/reading.md.
    """
    if len(text) > LONGEST:
        raise TooLong(
            say(
                "has {count:,} characters. A report has a few thousand; {most:,} are read at most.",
                count=len(text),
                most=LONGEST,
            )
        )
    script = cut(text)
    mentions = mentions_of(script, lexica(script.language), register, day)
    cast = cast_of(mentions)
    speakers = speakers_of(mentions, cast)
    if not is_about_council(mentions):
        return Reading(Report(text, "other", mentions.reported), mentions, cast, speakers)
    meetings = meetings_of(mentions)
    report = Report(
        text, "council", mentions.reported,
        meetings=meetings,
        people=sorted(cast.people, key=lambda each: each.evidence.start),
        documents=documents_of(mentions, meetings),
        positions=positions_of(mentions, speakers),
        partners=partners_of(mentions),
        activities=activities_of(mentions),
        operations=operations_of(mentions),
        areas=areas_of(mentions),
        priorities=priorities_of(mentions, speakers),
        promises=promises_of(mentions, speakers),
    )  # fmt: skip
    return Reading(report, mentions, cast, speakers)
