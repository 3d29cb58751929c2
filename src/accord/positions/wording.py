"""How positions are told: days, subjects, and the sentences with which their pages open. Pure: values in, words out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.positions.choices import Holding
from accord.positions.pages.positions import PositionLine


def said_told(day: date | None, when: str) -> str:
    """Return the day in words; ``when`` where none is known, "" where nothing is."""
    return date_format(day, "j E Y") if day else when


def subject_told(situation: str, topic: str) -> str:
    """Return what a position is about: "Middle East: Palestine"."""
    return ": ".join(filter(None, (situation, topic)))


def positions_sentence(lines: Sequence[PositionLine]) -> str:
    """Return the sentence with which the register of positions opens."""
    if not lines:
        return _("No position is known by this day.")
    count = len(lines)
    first = ngettext("%d position is known by this day", "%d positions are known by this day", count) % count
    found = Counter(line.kind for line in lines)
    told = [f"{kind.label} {found[kind.value]}" for kind in Holding if found[kind.value]]
    return f"{first}: {', '.join(told)}."


def position_sentence(line: PositionLine) -> str:
    """Return the sentence with which the page of a position opens."""
    if line.open:
        return _("Whose position this is, is not settled: the report does not say who is meant.")
    if line.kind == Holding.COLLECTIVE:
        known = {"holder": line.holder.name, "subject": line.subject}
        return _("A collective position of %(holder)s on %(subject)s.") % known
    return _("A national position of %(holder)s on %(subject)s.") % {
        "holder": line.holder.name,
        "subject": line.subject,
    }
