"""Dates in a report: absolute, vague and relative; resolved from the day of the report."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from accord.engine.reading.lexicon import Lexicon
from accord.engine.reading.model import INFERRED, STATED, Date, Evidence, ReportDate, When
from accord.engine.reading.tokens import Script
from accord.engine.said import say

FIRST_YEAR, LAST_YEAR = 1900, 2199
_TOP = 4
"""Paragraphs, from the top, among which the date of a report stands."""
SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}
DASHES = frozenset("-–—")


@dataclass(frozen=True)
class Mention:
    """
    A date as written: tokens ``first`` to ``last``.

    Attributes:
        begins, ends: its first and last day; None where it is not resolved.
        precision: "day" | "month" | "season" | "year". relative: whether it depends on the day of the report.
        parts: year, month, day and last day as written; 0 for what is not.
        weekday: 1 to 7 where one stands with it, else 0. unit: what a relative one counts ("day+0", "autumn+0"); with
            a weekday, on which side of the day of the report it lies ("before", "behind") where that is said.
    """

    first: int
    last: int
    begins: date | None
    ends: date | None
    precision: str
    relative: bool = False
    parts: tuple[int, int, int, int] = (0, 0, 0, 0)
    weekday: int = 0
    unit: str = ""


def report_date(script: Script, lexicon: Lexicon, found: list[Mention]) -> ReportDate:
    """Return the day of the report: of its dateline, first or last line; else its first whole date, inferred."""
    whole = [each for each in found if each.precision == "day" and each.parts[0] and not each.relative and each.begins]
    for each in whole:
        if _is_own_date(script, lexicon, each):
            return _dated(script, each, STATED, say("The report is dated so."))
    for each in found:
        undated = each.precision == "day" and each.parts[2] and not each.parts[0]
        if undated and _is_own_date(script, lexicon, each):
            day = _in_year(script, lexicon, each, whole) or _in_some_year(each, found)
            if day:
                why = say(
                    "The dateline has no year; {year} is concluded from the other dates of the report.", year=day.year
                )
                return _dated(script, replace(each, begins=day), INFERRED, why)
    first = next((each for each in whole if script.sentence_at(each.first).number < 4), None)
    if first:
        return _dated(script, first, INFERRED, say("The report has no date of its own; this is the first date in it."))
    return ReportDate(None, Evidence(0, 0, INFERRED, say("The report gives no date.")))


def _in_year(script: Script, lexicon: Lexicon, dateline: Mention, whole: list[Mention]) -> date | None:
    """Return the dateline's day in the first year behind what is told as past, or the last before what is to come."""
    past = [each.begins for each in whole if each.begins and not _looks_ahead(each, script, lexicon)]
    ahead = [each.begins for each in whole if each.begins and _looks_ahead(each, script, lexicon)]
    month, day = dateline.parts[1:3]
    if past:
        latest = max(past)
        return next(
            (
                found
                for year in (latest.year, latest.year + 1)
                if (found := day_of(year, month, day)) and found >= latest
            ),
            None,
        )
    if ahead:
        first = min(ahead)
        return next(
            (found for year in (first.year, first.year - 1) if (found := day_of(year, month, day)) and found <= first),
            None,
        )
    return None


def _in_some_year(dateline: Mention, found: list[Mention]) -> date | None:
    year = next((each.parts[0] for each in found if each.parts[0]), 0)
    return day_of(year, *dateline.parts[1:3]) if year else None


def resolved(found: list[Mention], script: Script, lexicon: Lexicon, reported: str | None) -> list[Mention]:
    """Return the dates with the relative ones, and those without a year, resolved from the day of the report."""
    today = date.fromisoformat(reported) if reported else None
    return [_resolve(each, today, _tense(each, script, lexicon)) for each in found]


def as_date(mention: Mention, script: Script, *, last: bool = False) -> Date | None:
    """Return a date as the report's values have it: a day, or what it can mean; None where it is not resolved."""
    if mention.begins is None or mention.ends is None:
        return None
    if mention.precision == "day" and not mention.relative:
        return (mention.ends if last else mention.begins).isoformat()
    return when(mention, script)


def when(mention: Mention, script: Script) -> When | None:
    """Return a date with its words and the days that it can mean; None where it is not resolved."""
    if mention.begins is None or mention.ends is None:
        return None
    start, end = script.tokens[mention.first].start, script.tokens[mention.last - 1].end
    status = INFERRED if mention.relative else STATED
    why = say("Counted from the day of the report.") if mention.relative else say("As written.")
    begins, ends = mention.begins.isoformat(), mention.ends.isoformat()
    return When(script.text[start:end], begins, ends, mention.precision, Evidence(start, end, status, why))


def _dated(script: Script, each: Mention, status: str, why: str) -> ReportDate:
    place = Evidence(script.tokens[each.first].start, script.tokens[each.last - 1].end, status, why)
    return ReportDate(each.begins.isoformat() if each.begins else None, place)


def _is_own_date(script: Script, lexicon: Lexicon, each: Mention) -> bool:
    """Whether a date is that of the report; a last line that says when something will be is not."""
    at_top = script.sentence_at(each.first).paragraph < _TOP
    return _is_dateline(script, each) and (at_top or not _looks_ahead(each, script, lexicon))


def _is_dateline(script: Script, each: Mention) -> bool:
    """Whether a date stands as the date of the report: near the top with signs around it, or on a line of its own."""
    sentence = script.sentence_at(each.first)
    paragraph = [
        other
        for other in script.sentences[max(0, sentence.number - 6) : sentence.number + 7]
        if other.paragraph == sentence.paragraph
    ]
    first, last = paragraph[0].first, paragraph[-1].last
    if last - first <= each.last - each.first + 6 and (sentence.paragraph < _TOP or last == len(script.tokens)):
        return True
    if each.first - first > 12 or sentence.paragraph >= _TOP:
        return False
    before = script.tokens[each.first - 1].folded if each.first > first else ""
    after = script.tokens[each.last].text if each.last < last else ""
    if before in ("on", "at", "of", "for", "since", "until", "by", "from", "и", "с", "до"):
        return False
    if sentence.paragraph == 0 and each.first - first <= 1 and before in ("", "date", "дата"):
        return True
    closed = script.tokens[each.last - 1].text == "." or after in DASHES | {"/", ".", "(", ")", ":", "|"}
    return closed and each.first - first <= 10


def _looks_ahead(each: Mention, script: Script, lexicon: Lexicon) -> bool:
    sentence = script.sentence_at(each.first)
    if each.weekday and lexicon.table("speech").find(script.tokens, max(sentence.first, each.first - 3), each.first):
        return False  # the agency reported on Friday
    return bool(lexicon.table("next_cues").find(script.tokens, sentence.first, sentence.last)) or bool(
        lexicon.table("future").find(script.tokens, max(sentence.first, each.first - 12), each.first)
    )


def _tense(each: Mention, script: Script, lexicon: Lexicon) -> str:
    """Return "ahead" or "behind" where the words before a date say so, else ""."""
    if _looks_ahead(each, script, lexicon):
        return "ahead"
    begin = max(script.sentence_at(each.first).first, each.first - 12)
    return "behind" if lexicon.table("was_held").find(script.tokens, begin, each.first) else ""


def _resolve(each: Mention, today: date | None, tense: str) -> Mention:
    if each.begins is not None or today is None:
        return each
    if each.parts[1]:
        return _in_counted_year(each, today) if each.unit else _nearest(each, today, tense)
    if each.weekday:
        found = today + timedelta(days=_days_to(each, today, tense))
        return replace(each, begins=found, ends=found)
    return _counted(each, today) if each.unit else each


def _days_to(each: Mention, today: date, tense: str) -> int:
    """Return the days from that of the report to a weekday: at most a week, 0 only where no side is said."""
    if each.unit:
        gap = (each.weekday - today.isoweekday()) % 7
        return (gap or 7) if each.unit == "behind" else gap - 7
    if tense == "ahead":
        return (each.weekday - today.isoweekday()) % 7
    return -((today.isoweekday() - each.weekday) % 7)


def _in_counted_year(each: Mention, today: date) -> Mention:
    """Return a day or month in the year that is told from that of the report: "in September of last year"."""
    return _in(each, today.year + int(each.unit.removeprefix("year")))


def _in(each: Mention, year: int) -> Mention:
    _, month, day, last_day = each.parts
    if not day:
        return replace(each, begins=date(year, month, 1), ends=last_day_of(year, month))
    return replace(each, begins=day_of(year, month, day), ends=day_of(year, month, last_day or day))


def _nearest(each: Mention, today: date, tense: str) -> Mention:
    """Return a date in the year that fits: the next or last one where the sentence says so, else the nearest."""
    _, month, day, _ = each.parts
    year, gap = today.year, month - today.month
    later = gap > 0 or (gap == 0 and day > today.day)
    earlier = gap < 0 or (gap == 0 and 0 < day < today.day)
    if tense == "ahead" and earlier:
        year += 1
    elif (tense == "behind" and later) or (not tense and gap > 6):
        year -= 1
    return _in(each, year)


def _counted(each: Mention, today: date) -> Mention:
    name, sign, number = each.unit.partition("+") if "+" in each.unit else each.unit.partition("-")
    step = int(number or 0) * (-1 if sign == "-" else 1)
    if name in ("day", "just"):
        begins = ends = today + timedelta(days=step)
    elif name == "week":
        begins = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        ends = begins + timedelta(days=6)
    elif name == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + step, 12)
        begins, ends = date(year, month + 1, 1), last_day_of(year, month + 1)
    elif name == "year":
        begins, ends = date(today.year + step, 1, 1), date(today.year + step, 12, 31)
    elif name in ("half1", "half2"):
        begins, ends = (
            (date(today.year, 1, 1), date(today.year, 6, 30))
            if name == "half1"
            else (date(today.year, 7, 1), date(today.year, 12, 31))
        )
    else:
        begins, ends = season_of(name, today.year + step)
    return replace(each, begins=begins, ends=ends)


def season_of(name: str, year: int) -> tuple[date, date]:
    """Return the first and last day of a season; winter is that which begins in December."""
    month = SEASONS[name]
    if month == 12:
        return date(year, 12, 1), last_day_of(year + 1, 2)
    return date(year, month, 1), last_day_of(year, month + 2)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day; None where there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_day_of(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])
