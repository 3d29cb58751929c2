"""Dates that cannot be: the wrong weekday or year, the past as to come, two days for one meeting; and relative ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accord.engine.reading.dates import Mention
from accord.engine.reading.discrepancies.places import AMBIGUITY, ERROR, NOTE, flagged
from accord.engine.reading.model import Activity, Discrepancy
from accord.engine.reading.reading import Reading
from accord.engine.reading.tellings import tellings_of
from accord.engine.said import say

_WEEKDAYS = (
    say("Monday"),
    say("Tuesday"),
    say("Wednesday"),
    say("Thursday"),
    say("Friday"),
    say("Saturday"),
    say("Sunday"),
)
_NEAR = 12


def in_dates(reading: Reading) -> Iterator[Discrepancy]:
    """Yield what is wrong with the dates of a report, and what is left to count in them."""
    for mention in reading.mentions.dates:
        yield from _impossible(reading, mention)
        yield from _weekday(reading, mention)
        yield from _relative(reading, mention)
        yield from _tense(reading, mention)
        yield from _today(reading, mention)
    yield from _editions(reading)
    yield from _meeting_days(reading)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.first, mention.last


def _impossible(reading: Reading, mention: Mention) -> Iterator[Discrepancy]:
    _, month, day, last_day = mention.parts
    if day and month and day > (31 if month in (1, 3, 5, 7, 8, 10, 12) else 29 if month == 2 else 30):
        yield flagged(
            reading,
            "date-conflict",
            ERROR,
            _place(mention),
            say("There is no day {day} in month {month}.", day=day, month=month),
            "calendar",
        )
    elif last_day and day > last_day:
        yield flagged(
            reading, "date-conflict", ERROR, _place(mention), say("The range ends before it begins."), "calendar"
        )


def _weekday(reading: Reading, mention: Mention) -> Iterator[Discrepancy]:
    if mention.weekday and mention.parts[2] and mention.begins and mention.begins.isoweekday() != mention.weekday:
        right = _WEEKDAYS[mention.begins.isoweekday() - 1]
        why = say(
            "{begins} is a {right}, not a {wrong}.",
            begins=mention.begins.isoformat(),
            right=right,
            wrong=_WEEKDAYS[mention.weekday - 1],
        )
        yield flagged(reading, "wrong-weekday", ERROR, _place(mention), why, "calendar", right)


def _relative(reading: Reading, mention: Mention) -> Iterator[Discrepancy]:
    if not mention.unit and not (mention.weekday and mention.relative):
        return
    if mention.begins is None or mention.ends is None:
        yield flagged(
            reading,
            "relative-date",
            AMBIGUITY,
            _place(mention),
            say("The date is relative, and the report has no date to count from."),
            "report",
        )
        return
    days = (
        mention.begins.isoformat()
        if mention.begins == mention.ends
        else f"{mention.begins.isoformat()}/{mention.ends.isoformat()}"
    )
    why = say("The date is relative; counted from {day}.", day=reading.report.date.value)
    yield flagged(reading, "relative-date", NOTE, _place(mention), why, "report", days, [reading.report.date.evidence])


def _tense(reading: Reading, mention: Mention) -> Iterator[Discrepancy]:
    """Yield a past date that is told as to come, and one to come that is told as past."""
    today = _today_of(reading)
    if today is None or mention.relative or mention.begins is None or mention.ends is None or not mention.parts[0]:
        return
    sentence = reading.mentions.script.sentence_at(mention.first)
    begin = max(sentence.first, mention.first - _NEAR)
    ahead = reading.mentions.hits("will_be_held", begin, mention.first)
    behind = [
        hit
        for hit in reading.mentions.hits("was_held", begin, mention.first)
        if not any(each.first <= hit.first < each.last for each in ahead)
    ]
    if ahead and mention.ends < today and (not behind or behind[-1].first < ahead[-1].first):
        why = say("The day is before that of the report ({today}), and is told as to come.", today=today.isoformat())
        yield flagged(
            reading,
            "past-as-future",
            ERROR,
            _place(mention),
            why,
            "calendar",
            None,
            [(ahead[-1].first, ahead[-1].last)],
        )
    elif behind and mention.parts[2] and mention.begins > today and (not ahead or ahead[-1].first < behind[-1].first):
        why = say("The day is after that of the report ({today}), and is told as past.", today=today.isoformat())
        yield flagged(
            reading,
            "date-conflict",
            ERROR,
            _place(mention),
            why,
            "calendar",
            None,
            [(behind[-1].first, behind[-1].last)],
        )


def _today_of(reading: Reading) -> date | None:
    value = reading.report.date.value
    return date.fromisoformat(value) if value else None


def _today(reading: Reading, mention: Mention) -> Iterator[Discrepancy]:
    """Yield a date beside "today" that is another day than the report's; with its day and month, the year is wrong."""
    if not mention.unit.startswith("day") or mention.begins is None:
        return
    sentence = reading.mentions.script.sentence_at(mention.first)
    for other in reading.mentions.dates_in(
        max(sentence.first, mention.first - 8), min(mention.last + 5, sentence.last)
    ):
        gap = other.first - mention.last if other.first >= mention.last else mention.first - other.last
        if (
            other.relative
            or other.precision != "day"
            or other.begins in (None, mention.begins)
            or gap > 3
            or other.begins is None
        ):
            continue
        same_day = (other.begins.month, other.begins.day) == (mention.begins.month, mention.begins.day)
        kind = "wrong-year" if same_day else "date-conflict"
        words = reading.mentions.script.quote(*_place(mention))
        why = say(
            "“{words}” is {begins}, counted from the day of the report.", words=words, begins=mention.begins.isoformat()
        )
        yield flagged(reading, kind, ERROR, _place(other), why, "report", mention.begins.isoformat(), [_place(mention)])


def _editions(reading: Reading) -> Iterator[Discrepancy]:
    """Yield years of activities that cannot be: planned, and in a year that is past."""
    today = _today_of(reading)
    siblings = [each.year for each in reading.report.activities if each.year == each.year_as_written and each.year]
    for each in reading.report.activities:
        written = each.year_as_written
        if written is None:
            continue
        past = each.state == "planned" and today is not None and written < today.year
        if (not past and written == each.year) or (today and _has_later(reading, each, today.year)):
            continue
        expected = (
            each.year
            if each.year != written
            else next((year for year in siblings if today and year >= today.year), today.year if today else None)
        )
        start = each.evidence.end - 4
        day = reading.report.date.value or say("that is not known")
        reason = say(
            "The activity is still to come on the day of the report ({day}), so it cannot be of {written}.",
            day=day,
            written=written,
        )
        others = [
            other.evidence
            for other in reading.report.activities
            if other is not each and other.year_as_written == expected
        ]
        found = flagged(
            reading, "wrong-year", ERROR, each.evidence, reason, "report", str(expected) if expected else None, others
        )
        yield Discrepancy(
            found.kind, found.severity, start, found.end, found.why, found.basis, found.expected, found.others
        )


def _has_later(reading: Reading, activity: Activity, year: int) -> bool:
    """Whether the report names a later edition of the same series: then it is that which is to come."""
    editions = [each for each in reading.report.activities if each is not activity and each.series == activity.series]
    return any((each.year_as_written or 0) >= year for each in editions)


def _meeting_days(reading: Reading) -> Iterator[Discrepancy]:
    """Yield a second day that the report gives for its meeting."""
    told = [
        each
        for each in tellings_of(reading.mentions)
        if each.day is not None and each.day.precision == "day" and each.day.begins
    ]
    first = told[0] if told else None
    for each in told[1:]:
        if (
            first is None
            or first.day is None
            or each.day is None
            or first.day.begins is None
            or first.day.ends is None
            or each.day.begins is None
            or each.day.ends is None
        ):
            continue
        apart = each.day.begins > first.day.ends or each.day.ends < first.day.begins
        if apart and abs((each.day.begins - first.day.begins).days) <= 31:
            why = say("The report gives two days for the meeting.")
            yield flagged(
                reading,
                "date-conflict",
                ERROR,
                _place(each.day),
                why,
                "report",
                first.day.begins.isoformat(),
                [_place(first.day)],
            )
