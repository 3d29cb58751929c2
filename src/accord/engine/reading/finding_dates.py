"""Dates in the tokens of a report: in figures, in words, relative; not yet resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from accord.engine.reading.dates import DASHES, FIRST_YEAR, LAST_YEAR, SEASONS, Mention, day_of, last_day_of, season_of
from accord.engine.reading.lexicon import Lexicon
from accord.engine.reading.phrases import Hit
from accord.engine.reading.tokens import Script
from accord.engine.reading.words import word_set

_JOINS = frozenset((*DASHES, "to", "and", "по", "и"))


_POSSESSIVE = frozenset(("’", "'", "’s", "'s"))
_SMALL = word_set(", of the th st nd rd го е ого")


_MONTH_LEADS = word_set(
    "in of by until since this last next late early mid during for on before from "
    "в во до с к за на по конце начале середине"
)


_YEAR_LEADS = word_set("in by of for since until during year from to through and в за до с на")


_WEEKDAY_LEADS = word_set("в во на с к до ( прошлый прошлую минувший минувшую следующий следующую")


_ONE_BEFORE = word_set("last past прошлый прошлую прошлое минувший минувшую минувшее")
_ONE_BEHIND = word_set("next coming следующий следующую следующее будущий будущую")
"""Words that put a weekday before the day of the report, or behind it: never on it."""


_YEAR_TAILS = frozenset(("году", "года", "год", "г"))


def find_dates(script: Script, lexicon: Lexicon) -> list[Mention]:
    """Return the dates of a report in order of place; the relative ones not yet resolved."""
    return list(_Finder(script, lexicon).all())


class _Finder:
    """Goes over the tokens once and takes the longest date at each place."""

    def __init__(self, script: Script, lexicon: Lexicon) -> None:
        self.tokens, self.script = script.tokens, script
        self.months, self.weekdays = lexicon.table("months"), lexicon.table("weekdays")
        self.relative, self.seasons = lexicon.table("relative"), lexicon.table("vague_seasons")
        self.nouns = lexicon.table("meeting_nouns")

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
        if token.text.isdecimal():
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
            or not (tokens[2].text.isdecimal() and tokens[4].text.isdecimal())
        ):
            return None
        numbers = [int(tokens[number].text[:4]) for number in (0, 2, 4)]
        if len(tokens[0].text) == 4:
            year, month, day = numbers
        elif len(tokens[4].text) == 4:
            day, month, year = numbers
        else:
            return None
        if not FIRST_YEAR <= year <= LAST_YEAR:
            return None
        return self._whole(at, at + 5, (year, month, day, 0))

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
        return self._dated(at, month.last, (int(month.value), day, last_day))

    def _month_first(self, at: int) -> Mention | None:
        """June 21, 2024; June 20-21; June 2024; "in November"."""
        month = self.months.at(self.tokens, at, len(self.tokens))
        if month is None:
            return None
        behind = month.last + (self._text(month.last) == "." and self._number(month.last + 1) > 0)  # Jan. 18
        number, day = int(month.value), self._number(behind)
        if day and self._text(behind + 1) != ":":
            place, last_day = behind + 1, 0
            place = self._skip_ending(place)
            if self._text(place) in _JOINS and self._number(place + 1):
                last_day, place = self._number(place + 1), self._skip_ending(place + 2)
            return self._dated(at, place, (number, day, last_day))
        year, end = self._year_after(month.last)
        if year:
            return Mention(
                at, end, date(year, number, 1), last_day_of(year, number), "month", parts=(year, number, 0, 0)
            )
        unit, end = self._year_counted(month.last)
        if unit or (at and self.tokens[at - 1].folded in _MONTH_LEADS):
            return Mention(at, end, None, None, "month", relative=True, parts=(0, number, 0, 0), unit=unit)
        return None

    def _dated(self, at: int, place: int, parts: tuple[int, int, int]) -> Mention | None:
        """Return a day and month with the year that stands at ``place``: in figures, counted, or none."""
        year, end = self._year_after(place)
        unit, counted = self._year_counted(place)
        found = self._whole(at, end, (year, *parts))
        return replace(found, last=counted, relative=True, unit=unit) if found and unit else found

    def _year_counted(self, at: int) -> tuple[str, int]:
        """Return a year told from that of the report, "of last year", with where it ends; "" where none is."""
        place = at + 1 if self._text(at) == "of" else at
        hit = self.relative.at(self.tokens, place, len(self.tokens)) if place < len(self.tokens) else None
        return (hit.value, hit.last) if hit and hit.value.startswith("year") else ("", at)

    def _whole(self, at: int, end: int, parts: tuple[int, int, int, int]) -> Mention | None:
        year, month, day, last_day = parts
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        begins = day_of(year, month, day) if year else None
        ends = day_of(year, month, last_day or day) if year else None
        return Mention(at, end, begins, ends if ends and begins and ends >= begins else begins, "day", parts=parts)

    def _year(self, at: int) -> Mention | None:
        """In 2025; 2025 году."""
        token, after = self.tokens[at], self._text(at + 1)
        year = int(token.text) if len(token.text) == 4 else 0
        leads = at > 0 and self.tokens[at - 1].folded in _YEAR_LEADS and self.tokens[at - 1].end < token.start
        if not FIRST_YEAR <= year <= LAST_YEAR or not (leads or after in _YEAR_TAILS) or after in DASHES:
            return None
        end = at + 2 if after in _YEAR_TAILS else at + 1
        return Mention(at, end, date(year, 1, 1), date(year, 12, 31), "year", parts=(year, 0, 0, 0))

    def _relative(self, at: int) -> Mention | None:
        hit = self.relative.at(self.tokens, at, len(self.tokens))
        if hit is None or self._is_no_date(hit):
            return None
        precision = {"day": "day", "just": "day", "week": "day", "month": "month", "year": "year"}.get(
            hit.value.rstrip("+-0123456789"), "season"
        )
        year, end = self._year_after(hit.last)
        name = hit.value.partition("+")[0].partition("-")[0]
        if year and (name in SEASONS or name in ("half1", "half2")):
            half = (date(year, 1, 1), date(year, 6, 30)) if name == "half1" else (date(year, 7, 1), date(year, 12, 31))
            begins, ends = season_of(name, year) if name in SEASONS else half
            return Mention(at, end, begins, ends, "season", parts=(year, 0, 0, 0))
        return Mention(at, hit.last, None, None, precision, relative=True, unit=hit.value)

    def _is_no_date(self, hit: Hit[str]) -> bool:
        """Whether the words count from something else, or name something: today's world, on the eve of the summit."""
        after, before = self._text(hit.last), self.tokens[hit.first - 1] if hit.first else None
        if hit.value.startswith("day") and after in _POSSESSIVE:
            return not (self._is_meeting(hit.last + 1) or self._is_meeting(hit.last + 2))
        if self._text(hit.last - 1) in ("eve", "накануне") and (after == "of" or self._is_meeting(hit.last)):
            return True
        named = before is not None and before.is_word and before.is_capital and self.tokens[hit.first].is_capital
        return hit.value == "day+0" and named  # Russia Today

    def _season(self, at: int) -> Mention | None:
        hit = self.seasons.at(self.tokens, at, len(self.tokens))
        if hit is None:
            return None
        place = hit.last + 1 if self._text(hit.last) == "of" else hit.last
        year, end = self._year_after(place)
        if not year:
            return None
        begins, ends = season_of(hit.value, year)
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
        before = self._text(at - 1)
        if self.script.language == "ru" and before not in _WEEKDAY_LEADS:
            return None
        unit = "before" if before in _ONE_BEFORE else "behind" if before in _ONE_BEHIND else ""
        first = at - 1 if unit else at
        return Mention(first, hit.last, None, None, "day", relative=True, weekday=int(hit.value), unit=unit)

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

    def _is_meeting(self, at: int) -> bool:
        return at < len(self.tokens) and self.nouns.at(self.tokens, at, len(self.tokens)) is not None

    def _number(self, at: int) -> int:
        text = self._text(at)
        return int(text) if text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31 else 0

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
        if not (text.isdecimal() and len(text) == 4 and FIRST_YEAR <= int(text) <= LAST_YEAR):
            return 0, at
        end = place + 1
        if self._text(end) in _YEAR_TAILS:
            end += (
                2 if self._text(end) == "г" and self._text(end + 1) == "." and self._text(end + 2)[:1].islower() else 1
            )
        return int(text), end
