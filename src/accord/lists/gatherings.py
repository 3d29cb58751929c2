"""
Meetings and their sittings as the cells of a list name them.

A meeting is named by its title; where several have one title, by "Title, 2024-06-21". A sitting is written as
"narrow 09:00-10:30"; one on another day than the meeting's as "extended 2024-06-22 09:00-12:00".

Source: docs/reference/lists.md, "Meetings and sittings".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from django.utils.translation import gettext as _

from accord.lists.book import Book
from accord.lists.columns import one_of, parted
from accord.lists.days import read_day, read_hour
from accord.lists.errors import Wrong
from accord.meetings.choices import Format
from accord.meetings.values import Hours
from accord.meetings.wording import next_code

_SITTING = re.compile(
    r"(?P<form>[^\W\d]+(?:\s+[^\W\d]+)*)(?:\s+(?P<day>\S*\d{4}\S*))?(?:\s+(?P<begins>\d\S*?)(?:\s*[-–]\s*(?P<ends>\d\S*))?)?"
)
_NUMBERED = re.compile(r"([^\W\d]+(?:\s+[^\W\d]+)*)(?:[\s-]+(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Sat:
    """A sitting as a cell writes it; ``day`` where it is another than the meeting's."""

    form: str
    day: date | None = None
    begins: time | None = None
    ends: time | None = None

    def __str__(self) -> str:
        hours = "-".join(each.strftime("%H:%M") for each in (self.begins, self.ends) if each)
        parts = (str(Format(self.form).label).lower(), self.day.isoformat() if self.day else "", hours)
        return " ".join(part for part in parts if part)


def read_meeting(cell: str, book: Book) -> str:
    """Return how a meeting is written, in one way for each. Raises Wrong: there is none, or there are several."""
    words = re.sub(r",\s*", ", ", " ".join(cell.split()))
    if len(book.meetings.keys_of(words)) > 1:
        told = {"title": words, "example": f"{words}, 2024-06-21"}
        raise Wrong(_("Several meetings are called “%(title)s”. Write the day behind it: “%(example)s”.") % told)
    if not book.meetings.keys_of(words):
        raise Wrong(_("There is no meeting “%s”. Enter the meeting first, or write its title as it stands.") % words)
    return meeting_words(book, book.meetings.key_of(words))


def meeting_words(book: Book, meeting_id: str) -> str:
    """Return how a meeting is written in a list."""
    title = book.meetings.names[meeting_id]
    if len(book.meetings.keys_of(title)) == 1:
        return title
    return next(iter(sorted(book.meetings.further(meeting_id), key=len, reverse=True)), title)


def read_sittings(cell: str, book: Book) -> tuple[Sat, ...]:
    """Return the sittings that a cell names, parted by semicolons. Raises Wrong."""
    return tuple(_sat(each, book) for each in parted(cell))


def read_sitting(cell: str, book: Book) -> str:
    """Return the code of a sitting: "extended", "extended-2". Raises Wrong."""
    found = _NUMBERED.fullmatch(cell)
    if not found:
        raise Wrong(_("“%s” is no sitting. Write narrow, extended, or extended 2.") % cell)
    form = str(one_of(Format)(found[1], book))
    return f"{form}-{found[2]}" if found[2] and found[2] != "1" else form


def hours_of(sittings: tuple[Sat, ...], languages: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Hours, ...]]:
    """Return the formats of sittings in their order, and their hours by the codes that they will have."""
    codes: list[str] = []
    for each in sittings:
        codes.append(next_code(codes, each.form))
    hours = (
        Hours(code, each.begins, each.ends, each.day, languages)
        for code, each in zip(codes, sittings, strict=True)
        if each.begins or each.day or languages
    )
    return tuple(each.form for each in sittings), tuple(hours)


def _sat(words: str, book: Book) -> Sat:
    found = _SITTING.fullmatch(words.strip())
    if not found:
        raise Wrong(_("“%s” is no sitting. Write it as: extended 10:00-12:30.") % words)
    day, begins, ends = (found[name] for name in ("day", "begins", "ends"))
    return Sat(
        str(one_of(Format)(found["form"], book)),
        read_day(day) if day else None,
        read_hour(begins) if begins else None,
        read_hour(ends) if ends else None,
    )
