"""How positions are told: days, subjects, and the sentences with which their pages open. Pure: values in, words out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.members.changes import basis_told
from accord.positions.choices import Holding, Shown
from accord.positions.pages.positions import Holder, PositionLine


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
    return reading_sentence(line.kind, line.holder, line.subject)


def reading_sentence(kind: str, holder: Holder, subject: str) -> str:
    """Return whose position something is, and on what; ``kind`` is "national" or "collective"."""
    known = {"holder": holder.name, "subject": subject}
    if kind == Holding.COLLECTIVE:
        return _("A collective position of %(holder)s on %(subject)s.") % known
    return _("A national position of %(holder)s on %(subject)s.") % known


def parts_of(line: PositionLine) -> Iterator[tuple[str, str]]:
    """Yield what each part of a position is called, and what stands there."""
    place = line.occasion
    yield _("What it says"), line.words
    yield _("Words"), _("those of the source") if line.verbatim else _("told in the words of the register")
    yield _("Whose"), ": ".join(filter(None, (line.label, str(line.holder.name))))
    yield _("Who may be meant"), ", ".join(str(one.name) for one in line.candidates)
    yield _("About"), line.subject
    yield _("Area of cooperation"), line.area_name
    yield _("Said on"), ", ".join(filter(None, (said_told(line.day, ""), line.when)))
    yield _("By whom"), line.speaker
    yield _("Occasion"), " · ".join(filter(None, (place.meeting_title, place.document_title, place.words)))
    yield _("Known since"), date_format(line.known, "j E Y") if line.known else ""
    yield _("Standing and source"), basis_told(line.basis)


def shown_told(shown: Shown, members: Sequence[str]) -> str:
    """Return in words who reads what a delegation said: a circle, and the codes of single members besides."""
    named = ", ".join(members)
    if not named:
        return str(shown.label)
    if shown == Shown.OFFICE:
        return _("chair and secretariat too, and %(members)s") % {"members": named}
    return _("our delegation and %(members)s") % {"members": named}
