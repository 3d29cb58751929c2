"""Times that are no day ("early August 2022", "autumn 2024"), said in the language of their reader."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

MONTHS = {
    word: number
    for line in (
        "january february march april may june july august september october november december",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    )
    for number, word in enumerate(line.split(), 1)
}
"""Numbers of the months by their names in English and in Russian, there also as "в начале августа" has them."""

PARTS = {
    "early": gettext_noop("early %(month)s"),
    "in early": gettext_noop("early %(month)s"),
    "mid": gettext_noop("mid-%(month)s"),
    "late": gettext_noop("late %(month)s"),
    "first half of": gettext_noop("first half of %(month)s"),
    "second half of": gettext_noop("second half of %(month)s"),
    "начало": gettext_noop("early %(month)s"),
    "середина": gettext_noop("mid-%(month)s"),
    "конец": gettext_noop("late %(month)s"),
    "первая половина": gettext_noop("first half of %(month)s"),
    "вторая половина": gettext_noop("second half of %(month)s"),
}
SEASONS = {
    "spring": gettext_noop("spring %(year)s"),
    "summer": gettext_noop("summer %(year)s"),
    "autumn": gettext_noop("autumn %(year)s"),
    "winter": gettext_noop("winter %(year)s"),
    "весна": gettext_noop("spring %(year)s"),
    "лето": gettext_noop("summer %(year)s"),
    "осень": gettext_noop("autumn %(year)s"),
    "зима": gettext_noop("winter %(year)s"),
}

_DAYS = {
    "": (1, 31),
    "early %(month)s": (1, 10),
    "mid-%(month)s": (11, 20),
    "late %(month)s": (21, 31),
    "first half of %(month)s": (1, 15),
    "second half of %(month)s": (16, 31),
}
"""First and last day of the parts of a month."""
_MONTHS_OF = {"spring %(year)s": (3, 5), "summer %(year)s": (6, 8), "autumn %(year)s": (9, 11)}
"""First and last month of the seasons, north of the equator; a winter is of two years, and no word says of which."""

_MONTH = re.compile(
    r"(?:(?P<part>[^\W\d][^\d]*?)[ -])?(?P<month>[^\W\d_]+) (?P<year>[1-9]\d{3})(?: года?)?", re.IGNORECASE
)
_SEASON = re.compile(r"(?P<season>[^\W\d_]+) (?P<year>[1-9]\d{3})(?: года)?", re.IGNORECASE)


def period_told(words: str) -> str:
    """Return a month, a part of a month or a season of a year in the reader's language; other words as they stand."""
    return _of_season(words) or _of_month(words) or words


def period_span(words: str) -> tuple[date, date] | None:
    """
    Return the first and the last day of a month, a part of a month or a season of a year.

    Early, middle and late are its days to the 10th, to the 20th and to its end. None for other words, and for a winter.
    """
    return _span_of_season(words) or _span_of_month(words)


def _span_of_season(words: str) -> tuple[date, date] | None:
    found = _SEASON.fullmatch(words)
    months = _MONTHS_OF.get(SEASONS.get(found["season"].lower(), "")) if found else None
    if not found or not months:
        return None
    year, (first, last) = int(found["year"]), months
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _span_of_month(words: str) -> tuple[date, date] | None:
    found = _MONTH.fullmatch(words)
    month = MONTHS.get(found["month"].lower()) if found else None
    if not found or not month:
        return None
    days = _DAYS.get(PARTS.get(found["part"].lower(), "?") if found["part"] else "")
    year = int(found["year"])
    return (date(year, month, days[0]), date(year, month, min(days[1], monthrange(year, month)[1]))) if days else None


def _of_season(words: str) -> str:
    found = _SEASON.fullmatch(words)
    pattern = SEASONS.get(found["season"].lower()) if found else None
    return _(pattern) % {"year": found["year"]} if found and pattern else ""


def _of_month(words: str) -> str:
    found = _MONTH.fullmatch(words)
    number = MONTHS.get(found["month"].lower()) if found else None
    if not found or not number:
        return ""
    day = date(int(found["year"]), number, 1)
    of_month = date_format(day, "E")
    if not found["part"]:
        name = date_format(day, "F")
        return _dated(name.lower() if of_month.islower() else name, found["year"])
    pattern = PARTS.get(found["part"].lower())
    return _(pattern) % {"month": _dated(of_month, found["year"])} if pattern else ""


def _dated(month: str, year: str) -> str:
    return _("%(month)s %(year)s") % {"month": month, "year": year}
