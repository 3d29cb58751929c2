"""The implementation report as a printed paper. Pure: a page in, a sheet out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accord.commitments.pages import FollowedLine, ImplementationPage, PriorityCourse
from accord.commitments.wording import day_words
from accord.formats.sheets import Facts, Grid, Heading, Part, Prose, Sheet
from accord.members.basis import source_told
from accord.programme.pages import ReportLine


def sheet_of(page: ImplementationPage) -> Sheet:
    """Return the course of implementation by a day, in the language of the reader; the same page, the same sheet."""
    return Sheet(
        title=_("Course of implementation of the priorities"),
        subtitle=" · ".join(filter(None, (page.organisation, page.title))),
        language=get_language() or "en",
        sample=_("Contains samples: nobody’s real measures") if page.sample else "",
        notes=(
            _("As of %s.") % day_words(page.day),
            _("Reported is not measured. Overdue is computed from the last day; nothing else here is."),
        ),
        parts=tuple(_parts(page)),
    )


def _parts(page: ImplementationPage) -> Iterator[Part]:
    yield Prose(page.sentence)
    for course in page.courses:
        yield from _course(course)
    if page.loose:
        yield Heading(_("Commitments that belong to no priority"))
        yield _planned(page.loose)
    if page.whole:
        yield Heading(_("Reported of the programme as a whole"))
        yield _reported([("", report) for report in page.whole])


def _course(course: PriorityCourse) -> Iterator[Part]:
    yield Heading(f"{course.number}. {course.name}")
    yield Facts(tuple(_facts(course)))
    yield Heading(_("What was planned"), 2)
    yield _planned(course.planned) if course.planned else Prose(_("No measure and no commitment is entered."))
    yield Heading(_("What is reported"), 2)
    told = [("", report) for report in course.reports]
    told += [(line.words, report) for line in course.planned for report in line.reports]
    told.sort(key=lambda pair: pair[1].day)
    yield _reported(told) if told else Prose(_("Nothing is reported."))
    if course.services:
        yield Heading(_("Activities and operations that serve it"), 2)
        yield Grid((_("Name"), _("How it stands")), tuple(_service(course)), (3, 2))
    yield Heading(_("What is overdue"), 2)
    yield _planned(course.overdue) if course.overdue else Prose(_("Nothing that has a last day is overdue."))
    yield Heading(_("What is not known"), 2)
    for sentence in course.unknown or (_("Nothing that is asked for here is missing."),):
        yield Prose(sentence)


def _facts(course: PriorityCourse) -> Iterator[tuple[str, str]]:
    if course.announced:
        yield _("Announced"), day_words(course.announced)
    if course.area:
        yield _("Area"), course.area
    yield _("Source"), source_told(course.basis)


def _service(course: PriorityCourse) -> Iterator[tuple[str, str]]:
    for line in course.services:
        yield (
            line.title,
            "\n".join(filter(None, (f"{capfirst(line.state)} {line.days}".strip(), source_told(line.basis)))),
        )


def _planned(lines: Sequence[FollowedLine]) -> Grid:
    head = (_("Measure or commitment"), _("Whose"), _("When"), _("How it stands"))
    return Grid(head, tuple(_plan(line) for line in lines), (5, 2, 2, 2))


def _plan(line: FollowedLine) -> tuple[str, str, str, str]:
    sample = _("sample") if line.sample else ""
    words = "\n".join(filter(None, (line.words, line.indicator, line.place.title if line.place else "", sample)))
    owner = ", ".join((*line.owners, *filter(None, (str(line.owner),)))) or _("not stated")
    return words, owner, line.period or _("not stated"), _stands(line)


def _stands(line: FollowedLine) -> str:
    return f"{line.state}\n{line.said}" if line.status == "overdue" else line.state


def _reported(told: Sequence[tuple[str, ReportLine]]) -> Grid:
    head = (_("Day"), _("Reported"), _("How it stands"), _("Standing and source"))
    return Grid(head, tuple(_report(of, report) for of, report in told), (2, 5, 2, 3))


def _report(of: str, report: ReportLine) -> tuple[str, str, str, str]:
    evidence = (report.figure, report.meeting and report.meeting[1], report.document and report.document[1])
    words = "\n".join(filter(None, (of, report.fact, *evidence, report.decision)))
    return day_words(report.day), words, report.state, source_told(report.basis)
