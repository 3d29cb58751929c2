"""How joint activities and operations are told: days, places, figures, and the sentences with which pages open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.programme.choices import Exactness, Holding
from accord.programme.pages.activities import ActivityLine
from accord.programme.pages.operations import OperationLine


def days_told(begins: date | None, ends: date | None, when: str = "") -> str:
    """Return days in words; ``when`` where none is known, "" where nothing is."""
    if begins is None:
        return when
    if ends is None or ends == begins:
        return date_format(begins, "j E Y")
    shared = (begins.year == ends.year) + ((begins.year, begins.month) == (ends.year, ends.month))
    first = date_format(begins, _SHORTENED[shared])
    return _("%(begins)s to %(ends)s") % {"begins": first, "ends": date_format(ends, "j E Y")}


_SHORTENED = ("j E Y", "j E", "j")
"""The first of two days: in another year, in another month of the same year, in the same month."""


def place_told(host: str, registered: str, place: str) -> str:
    """
    Return host and place in words, without saying the host twice.

    Args:
        host: how the member is called for the reader, "" for none. registered: the same as the register has it.
        place: as it was entered, often with the name of the host at its beginning.
    """
    if not host or not place:
        return host or place
    if place == registered:
        return host
    rest = place.removeprefix(f"{registered}, ")
    return f"{host}, {rest}"


def move_told(before: tuple[str, str], after: tuple[str, str]) -> str:
    """Return what was moved: each side is place and days in words; "" where they are the same."""
    for old, new in zip(before, after, strict=True):
        if old != new:
            known = {"from": old or _("not stated"), "to": new or _("not stated")}
            return _("from %(from)s to %(to)s") % known
    return ""


def stand_told(where: str, days: str) -> str:
    """Return place and days in one phrase."""
    return ", ".join(filter(None, (days, where))) or _("neither days nor place are stated")


def edition_sentence(line: ActivityLine) -> str:
    """Return the sentence with which the page of an edition opens."""
    parts = [f"{capfirst(line.state)}: {stand_told(line.where, line.days)}."]
    if line.status == Holding.MOVED and line.moves:
        parts = [_("Moved %s.") % line.moves[-1], _("It is planned: %s.") % stand_told(line.where, line.days)]
    elif line.moves:
        parts.append(_("Before that it was moved %s.") % "; ".join(line.moves))
    if line.reason and not line.held:
        parts.append(line.reason)
    return " ".join(parts)


def series_sentence(editions: Sequence[ActivityLine]) -> str:
    """Return the sentence with which the page of a series opens."""
    if not editions:
        return _("No edition of it is known by this day.")
    count = len(editions)
    first = ngettext("%d edition is known by this day", "%d editions are known by this day", count) % count
    return f"{first}: {counted(editions)}."


def activities_sentence(lines: Sequence[ActivityLine]) -> str:
    """Return the sentence with which the overview opens."""
    if not lines:
        return _("No joint activity is known by this day.")
    count = len(lines)
    first = ngettext("%d edition is known by this day", "%d editions are known by this day", count) % count
    series = len({line.series_key for line in lines})
    of = ngettext("of %d series", "of %d series", series) % series
    return f"{first}, {of}: {counted(lines)}."


def counted(lines: Iterable[ActivityLine]) -> str:
    """Return how many editions stand how, "held 3, planned 2"."""
    found = Counter(line.status for line in lines)
    told = [f"{state.label} {found[state.value]}" for state in _TOLD if found[state.value]]
    return ", ".join(told)


_TOLD = (Holding.HELD, Holding.PLANNED, Holding.MOVED, Holding.CANCELLED)


def figure_told(figure: Decimal, unit: str, exactness: str = Exactness.EXACT) -> str:
    """Return a published figure in words, without zeros behind it: "more than 897 kg"."""
    number = figure.normalize()
    places = max(0, -int(number.as_tuple().exponent))
    told = number_format(number, decimal_pos=places, force_grouping=True)
    known = "" if exactness == Exactness.EXACT else str(Exactness(exactness).label)
    return " ".join(filter(None, (known, told, unit)))


def operations_sentence(lines: Sequence[OperationLine]) -> str:
    """Return the sentence with which the page of all operations opens."""
    if not lines:
        return _("No joint operation is entered yet.")
    count, phases, results = len(lines), sum(len(one.phases) for one in lines), sum(len(one.results) for one in lines)
    told = [
        ngettext("%d joint operation", "%d joint operations", count) % count,
        ngettext("%d phase", "%d phases", phases) % phases,
        ngettext("%d published result", "%d published results", results) % results,
    ]
    return _("%(operations)s, with %(phases)s and %(results)s known by this day.") % dict(
        zip(("operations", "phases", "results"), told, strict=True)
    )


def operation_sentence(line: OperationLine) -> str:
    """Return the sentence with which the page of an operation opens; what is not known is said."""
    parts = [f"{capfirst(line.purpose)}."]
    if line.phases:
        last = line.phases[-1]
        stand = stand_told(last.place, last.days)
        parts.append(_("Last phase known by this day: %(name)s, %(stand)s.") % {"name": last.name, "stand": stand})
    else:
        parts.append(_("No phase of it is known by this day."))
    if not line.results:
        parts.append(_("No published result is known by this day."))
    return " ".join(parts)


def participation_sentence(held: Sequence[ActivityLine]) -> str:
    """Return the sentence with which the page of who took part opens; it says of how many no source names anybody."""
    if not held:
        return _("No edition is known to have been held by this day.")
    count, silent = len(held), sum(not (line.participants or line.absent) for line in held)
    first = ngettext("%d edition was held by this day", "%d editions were held by this day", count) % count
    if not silent:
        return _("%s; of each, a source names members that took part.") % first
    last = ngettext("of %d of them no source names members", "of %d of them no source names members", silent) % silent
    return f"{first}; {last}."
