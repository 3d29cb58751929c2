"""Dates in a report: absolute, vague and relative; resolved from the day of the report."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from accord.engine.reading.lexicon import Lexicon
from accord.engine.reading.model import INFERRED, STATED, Date, Evidence, ReportDate, When
from accord.engine.reading.tokens import Script

FIRST_YEAR, LAST_YEAR = 1900, 2199
_SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}
_DASHES = frozenset("-–—")
_JOINS = frozenset((*_DASHES, "to", "and", "по", "и"))
_SMALL = frozenset((",", "of", "the", "th", "st", "nd", "rd", "го", "е", "ого"))
_MONTH_LEADS = frozenset(
    [
        "in",
        "of",
        "by",
        "until",
        "since",
        "this",
        "last",
        "next",
        "late",
        "early",
        "mid",
        "during",
        "for",
        "on",
        "before",
        "from",
        "в",
        "во",
        "до",
        "с",
        "к",
        "за",
        "конце",
        "начале",
        "середине",
    ]
)
_YEAR_LEADS = frozenset(
    [
        "in",
        "by",
        "of",
        "for",
        "since",
        "until",
        "during",
        "year",
        "from",
        "to",
        "through",
        "and",
        "в",
        "за",
        "до",
        "с",
        "на",
    ]
)
_WEEKDAY_LEADS = frozenset(
    ("в", "во", "на", "с", "к", "до", "(", "прошлый", "прошлую", "минувший", "минувшую", "следующий", "следующую")
)
_YEAR_TAILS = frozenset(("году", "года", "год", "г"))


@dataclass(frozen=True)
class Mention:
    """
    A date as written: tokens ``first`` to ``last``.

    Attributes:
        begins, ends: its first and last day; None where it is not resolved.
        precision: "day" | "month" | "season" | "year". relative: whether it depends on the day of the report.
        parts: year, month, day and last day as written; 0 for what is not.
        weekday: 1 to 7 where one stands with it, else 0. unit: what a relative one counts ("day+0", "autumn+0").
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


def mentions_of(script: Script, lexicon: Lexicon) -> list[Mention]:
    """Return the dates of a report in order of place; the relative ones not yet resolved."""
    return list(_Finder(script, lexicon).all())


def report_date(script: Script, lexicon: Lexicon, found: list[Mention]) -> ReportDate:
    """Return the day of the report: that of its dateline or first or last line; else of its first whole date, inferred."""
    whole = [each for each in found if each.precision == "day" and each.parts[0] and not each.relative and each.begins]
    for each in whole:
        if _is_dateline(script, each):
            return _dated(script, each, STATED, "The report is dated so.")
    for each in found:
        if each.precision == "day" and each.parts[2] and not each.parts[0] and _is_dateline(script, each):
            day = _in_year(script, lexicon, each, whole) or _in_some_year(each, found)
            if day:
                why = f"The dateline has no year; {day.year} is concluded from the other dates of the report."
                return _dated(script, replace(each, begins=day), INFERRED, why)
    first = next((each for each in whole if script.sentence_at(each.first).number < 4), None)
    if first:
        return _dated(script, first, INFERRED, "The report has no date of its own; this is the first date in it.")
    return ReportDate(None, Evidence(0, 0, INFERRED, "The report gives no date."))


def _in_year(script: Script, lexicon: Lexicon, dateline: Mention, whole: list[Mention]) -> date | None:
    """Return the first day with the dateline's day and month behind what is told as past, or the last before what is to come."""
    past = [each.begins for each in whole if each.begins and not _looks_ahead(each, script, lexicon)]
    ahead = [each.begins for each in whole if each.begins and _looks_ahead(each, script, lexicon)]
    month, day = dateline.parts[1:3]
    if past:
        latest = max(past)
        return next(
            (found for year in (latest.year, latest.year + 1) if (found := _day(year, month, day)) and found >= latest),
            None,
        )
    if ahead:
        first = min(ahead)
        return next(
            (found for year in (first.year, first.year - 1) if (found := _day(year, month, day)) and found <= first),
            None,
        )
    return None


def _in_some_year(dateline: Mention, found: list[Mention]) -> date | None:
    year = next((each.parts[0] for each in found if each.parts[0]), 0)
    return _day(year, *dateline.parts[1:3]) if year else None


def resolved(found: list[Mention], script: Script, lexicon: Lexicon, reported: str | None) -> list[Mention]:
    """Return the dates with the relative ones, and those without a year, resolved from the day of the report."""
    today = date.fromisoformat(reported) if reported else None
    return [_resolve(each, today, _looks_ahead(each, script, lexicon)) for each in found]


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
    why = "Counted from the day of the report." if mention.relative else "As written."
    begins, ends = mention.begins.isoformat(), mention.ends.isoformat()
    return When(script.text[start:end], begins, ends, mention.precision, Evidence(start, end, status, why))


def _dated(script: Script, each: Mention, status: str, why: str) -> ReportDate:
    place = Evidence(script.tokens[each.first].start, script.tokens[each.last - 1].end, status, why)
    return ReportDate(each.begins.isoformat() if each.begins else None, place)


def _is_dateline(script: Script, each: Mention) -> bool:
    """Whether a date stands as the date of the report: near the top with signs around it, or on a line of its own."""
    sentence = script.sentence_at(each.first)
    paragraph = [
        other
        for other in script.sentences[max(0, sentence.number - 6) : sentence.number + 7]
        if other.paragraph == sentence.paragraph
    ]
    first, last = paragraph[0].first, paragraph[-1].last
    if last - first <= each.last - each.first + 6 and (sentence.paragraph < 4 or last == len(script.tokens)):
        return True
    if each.first - first > 12 or sentence.paragraph > 3:
        return False
    before = script.tokens[each.first - 1].folded if each.first > first else ""
    after = script.tokens[each.last].text if each.last < last else ""
    if before in ("on", "at", "of", "for", "since", "until", "by", "from", "и", "с", "до"):
        return False
    if sentence.paragraph == 0 and each.first - first <= 1 and before in ("", "date", "дата"):
        return True
    return after in _DASHES | {"/", ".", "(", ")", ":", "|"} and each.first - first <= 10


def _looks_ahead(each: Mention, script: Script, lexicon: Lexicon) -> bool:
    sentence = script.sentence_at(each.first)
    if each.weekday and lexicon.table("speech").find(script.tokens, max(sentence.first, each.first - 3), each.first):
        return False  # the agency reported on Friday
    return bool(lexicon.table("next_cues").find(script.tokens, sentence.first, sentence.last)) or bool(
        lexicon.table("future").find(script.tokens, max(sentence.first, each.first - 12), each.first)
    )


def _resolve(each: Mention, today: date | None, ahead: bool) -> Mention:
    if each.begins is not None or today is None:
        return each
    if each.unit:
        return _counted(each, today)
    year, month, day, _ = each.parts
    if month:
        return _nearest(each, today, month, day, ahead)
    if each.weekday:
        gap = (each.weekday - today.isoweekday()) % 7 if ahead else -((today.isoweekday() - each.weekday) % 7)
        found = today + timedelta(days=gap)
        return replace(each, begins=found, ends=found)
    return each


def _nearest(each: Mention, today: date, month: int, day: int, ahead: bool) -> Mention:
    """Return a date without a year in the year that fits: the next one where the sentence looks ahead, else the nearest."""
    year = today.year
    gap = month - today.month
    if ahead and (gap < 0 or (gap == 0 and day and day < today.day)):
        year += 1
    elif not ahead and gap > 6:
        year -= 1
    if not day:
        return replace(each, begins=date(year, month, 1), ends=_last_day(year, month))
    return replace(each, begins=_day(year, month, day), ends=_day(year, month, each.parts[3] or day))


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
        begins, ends = date(year, month + 1, 1), _last_day(year, month + 1)
    elif name == "year":
        begins, ends = date(today.year + step, 1, 1), date(today.year + step, 12, 31)
    elif name in ("half1", "half2"):
        begins, ends = (
            (date(today.year, 1, 1), date(today.year, 6, 30))
            if name == "half1"
            else (date(today.year, 7, 1), date(today.year, 12, 31))
        )
    else:
        begins, ends = _season(name, today.year + step)
    return replace(each, begins=begins, ends=ends)


def _season(name: str, year: int) -> tuple[date, date]:
    month = _SEASONS[name]
    if month == 12:
        return date(year, 12, 1), _last_day(year + 1, 2)
    return date(year, month, 1), _last_day(year, month + 2)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


class _Finder:
    """Goes over the tokens once and takes the longest date at each place."""

    def __init__(self, script: Script, lexicon: Lexicon) -> None:
        self.tokens, self.script = script.tokens, script
        self.months, self.weekdays = lexicon.table("months"), lexicon.table("weekdays")
        self.relative, self.seasons = lexicon.table("relative"), lexicon.table("vague_seasons")

    def all(self) -> Iterator[Mention]:
        place = 0
        while place < len(self.tokens):
            found = self._at(place)
            if found is None:
                place += 1
                continue
            found = self._with_weekday(found)
            yield found
            place = found.last

    def _at(self, place: int) -> Mention | None:
        token = self.tokens[place]
        if token.text.isdigit():
            return self._figures(place) or self._day_first(place) or self._year(place)
        return self._relative(place) or self._season(place) or self._month_first(place) or self._weekday(place)

    def _figures(self, at: int) -> Mention | None:
        """2024-06-21 and 21.06.2024."""
        tokens = self.tokens[at : at + 5]
        if len(tokens) < 5 or tokens[0].end != tokens[1].start or tokens[3].end != tokens[4].start:
            return None
        if (
            tokens[1].text != tokens[3].text
            or tokens[1].text not in ("-", ".", "/")
            or not (tokens[2].text.isdigit() and tokens[4].text.isdigit())
        ):
            return None
        numbers = [int(tokens[number].text[:4]) for number in (0, 2, 4)]
        if len(tokens[0].text) == 4:
            year, month, day = numbers
        elif len(tokens[4].text) == 4:
            day, month, year = numbers
        else:
            return None
        return self._whole(at, at + 5, year, month, day, 0)

    def _day_first(self, at: int) -> Mention | None:
        """21 June 2024, 20-21 June, 20 и 21 июня; with "st" and "of"."""
        day = self._number(at)
        if not day:
            return None
        place, last_day = self._skip(at + 1), 0
        if self._text(place) in _JOINS and self._number(place + 1):
            last_day = self._number(place + 1)
            place = self._skip(place + 2)
        month = self.months.at(self.tokens, place, len(self.tokens)) if place < len(self.tokens) else None
        if month is None:
            return None
        year, end = self._year_after(month.last)
        return self._whole(at, end, year, int(month.value), day, last_day)

    def _month_first(self, at: int) -> Mention | None:
        """June 21, 2024; June 20-21; June 2024; "in November"."""
        month = self.months.at(self.tokens, at, len(self.tokens))
        if month is None:
            return None
        number, day = int(month.value), self._number(month.last)
        if day and not (self._text(month.last + 1) == ":"):
            place, last_day = month.last + 1, 0
            place = self._skip_ending(place)
            if self._text(place) in _JOINS and self._number(place + 1):
                last_day, place = self._number(place + 1), self._skip_ending(place + 2)
            year, end = self._year_after(place)
            return self._whole(at, end, year, number, day, last_day)
        year, end = self._year_after(month.last)
        if year:
            return Mention(at, end, date(year, number, 1), _last_day(year, number), "month", parts=(year, number, 0, 0))
        if at and self.tokens[at - 1].folded in _MONTH_LEADS:
            return Mention(at, month.last, None, None, "month", relative=True, parts=(0, number, 0, 0))
        return None

    def _whole(self, at: int, end: int, year: int, month: int, day: int, last_day: int) -> Mention | None:
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        parts = (year, month, day, last_day)
        begins = _day(year, month, day) if year else None
        ends = _day(year, month, last_day or day) if year else None
        return Mention(at, end, begins, ends if ends and begins and ends >= begins else begins, "day", parts=parts)

    def _year(self, at: int) -> Mention | None:
        """In 2025; 2025 году."""
        token, after = self.tokens[at], self._text(at + 1)
        year = int(token.text) if len(token.text) == 4 else 0
        leads = at > 0 and self.tokens[at - 1].folded in _YEAR_LEADS and self.tokens[at - 1].end < token.start
        if not FIRST_YEAR <= year <= LAST_YEAR or not (leads or after in _YEAR_TAILS) or after in _DASHES:
            return None
        end = at + 2 if after in _YEAR_TAILS else at + 1
        return Mention(at, end, date(year, 1, 1), date(year, 12, 31), "year", parts=(year, 0, 0, 0))

    def _relative(self, at: int) -> Mention | None:
        hit = self.relative.at(self.tokens, at, len(self.tokens))
        if hit is None:
            return None
        precision = {"day": "day", "just": "day", "week": "day", "month": "month", "year": "year"}.get(
            hit.value.rstrip("+-0123456789"), "season"
        )
        year, end = self._year_after(hit.last)
        name = hit.value.partition("+")[0].partition("-")[0]
        if year and (name in _SEASONS or name in ("half1", "half2")):
            half = (date(year, 1, 1), date(year, 6, 30)) if name == "half1" else (date(year, 7, 1), date(year, 12, 31))
            begins, ends = _season(name, year) if name in _SEASONS else half
            return Mention(at, end, begins, ends, "season", parts=(year, 0, 0, 0))
        return Mention(at, hit.last, None, None, precision, relative=True, unit=hit.value)

    def _season(self, at: int) -> Mention | None:
        hit = self.seasons.at(self.tokens, at, len(self.tokens))
        if hit is None:
            return None
        place = hit.last + 1 if self._text(hit.last) == "of" else hit.last
        year, end = self._year_after(place)
        if not year:
            return None
        begins, ends = _season(hit.value, year)
        return Mention(at, end, begins, ends, "season", parts=(year, 0, 0, 0))

    def _weekday(self, at: int) -> Mention | None:
        hit = self.weekdays.at(self.tokens, at, len(self.tokens))
        if hit is None:
            return None
        follows = (
            self._at(self._skip(hit.last))
            if (self._skip(hit.last) < len(self.tokens) and self._text(hit.last) in (",", "the"))
            or self._number(hit.last)
            else None
        )
        follows = follows or (
            self._month_first(self._skip(hit.last)) if self._skip(hit.last) < len(self.tokens) else None
        )
        if follows is not None and follows.precision == "day" and not follows.relative:
            return replace(follows, first=at, weekday=int(hit.value))
        if self.script.language == "ru" and self._text(at - 1) not in _WEEKDAY_LEADS:
            return None
        return Mention(at, hit.last, None, None, "day", relative=True, weekday=int(hit.value))

    def _with_weekday(self, found: Mention) -> Mention:
        """21 июня (пятница); 21 June 2024 (Friday)."""
        if found.weekday or found.precision != "day" or self._text(found.last) not in ("(", ","):
            return found
        hit = (
            self.weekdays.at(self.tokens, found.last + 1, len(self.tokens))
            if found.last + 1 < len(self.tokens)
            else None
        )
        closes = hit is not None and self._text(hit.last) == ")"
        return replace(found, last=hit.last + 1, weekday=int(hit.value)) if hit is not None and closes else found

    def _text(self, at: int) -> str:
        return self.tokens[at].folded if 0 <= at < len(self.tokens) else ""

    def _number(self, at: int) -> int:
        text = self._text(at)
        return int(text) if text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 31 else 0

    def _skip(self, at: int) -> int:
        while self._text(at) in _SMALL:
            at += 1
        return at

    def _skip_ending(self, at: int) -> int:
        return at + 1 if self._text(at) in ("th", "st", "nd", "rd") else at

    def _year_after(self, at: int) -> tuple[int, int]:
        """Return the year that follows, with where it ends; 0 where none does."""
        place = at + 1 if self._text(at) == "," else at
        text = self._text(place)
        if not (text.isdigit() and len(text) == 4 and FIRST_YEAR <= int(text) <= LAST_YEAR):
            return 0, at
        end = place + 1
        if self._text(end) in _YEAR_TAILS:
            end += (
                2 if self._text(end) == "г" and self._text(end + 1) == "." and self._text(end + 2)[:1].islower() else 1
            )
        return int(text), end
