"""
What holds on a day: statuses that follow one another, posts that overlap, and what cannot be. Pure: no database.

Source: docs/reference/register.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.formats import date_format
from django.utils.translation import gettext as _

BELONG = frozenset({"full", "apart"})
"""
Statuses of a member at the table. One that takes no part keeps its seat, its vote and its right to object; one that is
suspended has none of them.
"""

BEGINNINGS = frozenset({"full", "observer", "partner"})
"""Statuses before which a state was nothing to the organisation."""


@dataclass(frozen=True, slots=True)
class Since:
    """A status from a day on; ``when`` says the day as it is known ("February 2024")."""

    status: str
    day: date
    when: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """
    A post as it is held.

    Attributes:
        side: for whom: "member KAZ", "partner UN", "" for the organisation. beside: it is held beside another post.
    """

    title: str
    side: str
    since: date | None
    until: date | None
    beside: bool = False


def status_on(states: Sequence[Since], day: date) -> str:
    """
    Return the status on ``day``, "" for a state that was nothing to the organisation yet.

    Without any state it is a member; so it was before the first state where that is no beginning, such as a suspension.
    """
    known = [each for each in states if each.day <= day]
    if known:
        return max(known, key=lambda each: each.day).status
    first = min(states, key=lambda each: each.day, default=None)
    return "" if first and first.status in BEGINNINGS else "full"


def belongs(states: Sequence[Since], day: date) -> bool:
    """Whether the state is a member on ``day``."""
    return status_on(states, day) in BELONG


def unfit_states(states: Sequence[Since]) -> Iterator[str]:
    """Yield why states of one member cannot follow one another; nothing for those that can."""
    ordered = sorted(states, key=lambda each: each.day)
    for one, other in pairwise(ordered):
        if one.day == other.day:
            yield _("Two statuses begin on %s. Keep one, or give the other its own day.") % one.day
        elif one.status == other.status == "full":
            words = _("It is a member since %(first)s, and would join again on %(again)s. Enter first when it left.")
            yield words % {"first": one.day, "again": other.day}
        elif one.status == other.status:
            words = _("The status of %(first)s is said again on %(again)s. One row is enough.")
            yield words % {"first": one.day, "again": other.day}


@dataclass(frozen=True, slots=True)
class Term:
    """Who presides from a day on, and until when; None where the end is not known: then with the next term."""

    who: str
    begins: date
    ends: date | None = None


def unfit_terms(terms: Iterable[Term]) -> Iterator[tuple[date, date, str]]:
    """Yield on which days two terms begin in which two would preside at one time, and the reason."""
    for earlier, later in pairwise(sorted(terms, key=lambda each: each.begins)):
        if earlier.ends and earlier.ends >= later.begins:
            told = {"one": earlier.who, "until": date_format(earlier.ends, "j E Y"), "other": later.who}
            words = _("%(one)s presides until %(until)s, and %(other)s would preside before that. Correct the days.")
            yield earlier.begins, later.begins, words % told


def unfit_posts(posts: Sequence[Held]) -> Iterator[str]:
    """
    Yield why posts of one person cannot be.

    Nobody sits for two sides at one time; two posts of one side overlap only where the second is said to be held
    beside the first (a minister who is a deputy prime minister too).
    """
    for each in posts:
        if each.since and each.until and each.until < each.since:
            words = _("“%(title)s” ends on %(until)s, before it begins on %(since)s.")
            yield words % {"title": each.title, "until": each.until, "since": each.since}
    for place, one in enumerate(posts):
        for other in posts[place + 1 :]:
            yield from clash(one, other)


def unfit_addition(post: Held, known: Sequence[Held]) -> Iterator[str]:
    """Yield why one more post cannot be held with those that are entered; only the new one can say "beside"."""
    yield from unfit_posts([post])
    for each in known:
        yield from clash(each, post)


def clash(one: Held, other: Held) -> Iterator[str]:
    """Yield why two posts of one person cannot be held together; nothing where they can."""
    if not _overlap(one, other):
        return
    named = {"one": one.title, "other": other.title}
    if one.title == other.title and one.side == other.side:
        yield _("“%(one)s” stands twice for the same days.") % named
    elif one.side and other.side and one.side != other.side:
        yield _("Nobody sits for two at one time: “%(one)s” and “%(other)s” overlap.") % named
    elif not (one.beside or other.beside):
        words = _("“%(one)s” and “%(other)s” are held at the same time. Give the first its last day, or say %(how)s.")
        yield words % {**named, "how": _("that one is held beside the other")}


def _overlap(one: Held, other: Held) -> bool:
    first = max(one.since or date.min, other.since or date.min)
    return first <= min(one.until or date.max, other.until or date.max)


def circle(parents: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the first of :func:`circles`; () where there is none."""
    return next(circles(parents), ())


def circles(parents: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """
    Yield what stands above one another in a circle, each circle once, beginning with one of its keys.

    Args:
        parents: key of each (organ, partner, area) and of the one above it, or "".
    """
    above, told = dict(parents), set[str]()
    for start in above:
        way: list[str] = [start]
        while (at := above.get(way[-1], "")) and at not in way:
            way.append(at)
        if at and at not in told:
            found = tuple(way[way.index(at) :])
            told.update(found)
            yield found
