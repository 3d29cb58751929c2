"""How what is followed is told: periods, indicators, the sentences with which pages open, and what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.commitments.choices import Fate, Standing
from accord.commitments.pages import AreaRow, FollowedLine, PriorityCourse, VoicedLine
from accord.commitments.standing import ORDER
from accord.programme.pages import ReportLine
from accord.programme.wording import days_told, figure_told


def day_words(day: date) -> str:
    """Return a day in words."""
    return date_format(day, "j E Y")


def period_told(begins: date | None, due: date | None, when: str) -> str:
    """Return the period in words; "" where nothing is known."""
    if begins and due:
        days = days_told(begins, due)
    elif due:
        days = _("by %s") % day_words(due)
    else:
        days = _("from %s") % day_words(begins) if begins else ""
    return ", ".join(filter(None, (days, when)))


def indicator_told(indicator: str, target: Decimal | None, unit: str) -> str:
    """Return the indicator with its target; "" for none."""
    if target is None:
        return indicator
    return _("%(indicator)s: target %(target)s") % {"indicator": indicator, "target": figure_told(target, unit)}


def counted(lines: Iterable[FollowedLine]) -> str:
    """Return how many stand how, "overdue 1, reported done 2"."""
    found = Counter(line.status for line in lines)
    return ", ".join(f"{each.label} {found[each.value]}" for each in ORDER if found[each.value])


def list_sentence(lines: Sequence[FollowedLine]) -> str:
    """Return the sentence with which the list opens."""
    if not lines:
        return _("No measure and no commitment is entered by this day.")
    count = len(lines)
    first = ngettext("%d measure or commitment is followed", "%d measures and commitments are followed", count) % count
    return f"{first}: {counted(lines)}."


def one_sentence(line: FollowedLine) -> str:
    """Return the sentence with which the page of one opens."""
    said = f"{capfirst(line.state)}"
    if line.status == Standing.OVERDUE and line.due:
        said = _("Overdue: it was due on %(day)s; %(said)s") % {"day": day_words(line.due), "said": line.said}
    elif line.due and line.status in (Standing.PLANNED, Standing.RUNNING):
        said = _("%(state)s; due by %(day)s") % {"state": said, "day": day_words(line.due)}
    if line.status == Standing.UNTOLD:
        due = _("it is due by %s") % day_words(line.due) if line.due else ""
        return "; ".join(filter(None, (_("How it stands is not made known"), due))) + "."
    last = _("the last report is of %s") % day_words(line.reports[-1].day) if line.reports else _("nothing is reported")
    return "; ".join(filter(None, (said, last))) + "."


def course_sentence(courses: Sequence[PriorityCourse]) -> str:
    """Return the sentence with which the implementation report opens."""
    if not courses:
        return _("No priority of the chairmanship is known by this day.")
    count, told = len(courses), sum(course.told for course in courses)
    first = ngettext("%d priority", "%d priorities", count) % count
    second = ngettext("something is reported of %d of them", "something is reported of %d of them", told) % told
    planned = [line for course in courses for line in course.planned]
    third = counted(planned) if planned else _("no measure is entered")
    return f"{first}; {second}; {third}."


def not_known(planned: Sequence[FollowedLine], reports: Sequence[ReportLine], day: date) -> Iterator[str]:
    """Yield what is not known of a priority, each in a sentence."""
    measures = [line for line in planned if line.kind == "measure"]
    if not measures:
        yield _("No measure of it is entered: what was planned is known from the announcement alone.")
    every = [*reports, *(report for line in planned for report in line.reports)]
    if any(not line.whole for line in planned):
        yield _("Of commitments only those reports are shown that were made known.")
    elif not every:
        yield _("Nothing is reported of it by this day.")
    else:
        last = max(report.day for report in every)
        if last < day:
            yield _("Nothing later than %s is reported.") % day_words(last)
        if not any(report.figure for report in every):
            yield _("No report gives a figure.")
    yield from _missing(measures)


def _missing(measures: Sequence[FollowedLine]) -> Iterator[str]:
    silent = sum(not line.reports for line in measures)
    if silent and silent < len(measures):
        yield ngettext("Nothing is reported of %d measure.", "Nothing is reported of %d measures.", silent) % silent
    if lacking := sum(not line.owned for line in measures):
        yield ngettext("%d measure has no owner.", "%d measures have no owner.", lacking) % lacking
    if lacking := sum(line.due is None for line in measures):
        yield ngettext("%d measure has no last day.", "%d measures have no last day.", lacking) % lacking
    if lacking := sum(not line.indicator for line in measures):
        yield ngettext("%d measure has no indicator.", "%d measures have no indicator.", lacking) % lacking


def voiced_sentence(lines: Sequence[VoicedLine]) -> str:
    """Return the sentence with which the list of proposals voiced opens."""
    if not lines:
        return _("No proposal voiced in a meeting is registered by this day.")
    found = Counter(line.fate for line in lines)
    told = ", ".join(f"{each.label} {found[each.value]}" for each in Fate if found[each.value])
    count = len(lines)
    return ngettext("%d proposal was voiced", "%d proposals were voiced", count) % count + f": {told}."


def areas_sentence(rows: Sequence[AreaRow]) -> str:
    """Return the sentence with which the page of all areas opens."""
    if not rows:
        return _("No area of cooperation is entered yet.")
    count = len(rows)
    empty = sum(not any(row.counts.values()) for row in rows)
    first = ngettext("%d area of cooperation", "%d areas of cooperation", count) % count
    if not empty:
        return _("%s; something is entered under each of them.") % first
    return first + ngettext("; nothing is entered under %d.", "; nothing is entered under %d of them.", empty) % empty


def area_sentence(row: AreaRow) -> str:
    """Return the sentence with which the page of an area opens."""
    count = sum(row.counts.values())
    if not count:
        return _("Nothing is entered under this area by this day.")
    told = ngettext("%d thing is entered under it", "%d things are entered under it", count) % count
    return _("%s, with what is below it.") % told
