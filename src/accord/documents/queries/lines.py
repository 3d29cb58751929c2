"""Documents in a list: where each is now. The number of queries does not grow with the list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator

from accord.access import Subject
from accord.documents.choices import Kind
from accord.documents.pages import DocumentLine, DocumentsPage
from accord.documents.queries.rows import Journey, journeys, known_on, shown_name, shown_title, visible_documents
from accord.documents.wording import list_sentence, next_words, whereabouts
from accord.engine.passage import standing
from accord.members.basis import Basis

PAGE_LENGTH = 200
GROUPS = {
    "going": ("here", "between", "not begun"),
    "completed": ("completed",),
    "ended": ("withdrawn", "split", "merged"),
}
"""By what the list can be narrowed, and the states that belong to it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """By what a list is narrowed: key of the organ that has it, one of ``GROUPS``, a year; "" for all."""

    organ: str = ""
    state: str = ""
    year: str = ""


def document_list(
    by: Subject, organisation_id: str, *, on: date, wanted: Wanted = Wanted(), number: int = 1
) -> DocumentsPage:
    """
    Return the documents of an organisation that ``by`` can see, as on a day, those that moved last first.

    Args:
        number: page, from 1; a number beyond the last shows the last.
    """
    rows = known_on(visible_documents(by).filter(organisation=organisation_id), on)
    every = [(line_of(each), _year(each)) for each in journeys(rows, on).values()]
    every.sort(key=lambda pair: (not pair[0].title, pair[0].name))
    every.sort(key=lambda pair: pair[0].since or date.min, reverse=True)
    chosen = [line for line, year in every if _fits(line, year, wanted)]
    page = Paginator(chosen, PAGE_LENGTH).get_page(number)
    return DocumentsPage(
        lines=tuple(page.object_list),
        sentence=list_sentence([line.state for line in chosen]) if chosen else "",
        total=len(every),
        number=page.number,
        pages=page.paginator.num_pages,
        organs=_organs(line for line, _of in every),
        years=tuple(sorted({year for _line, year in every if year}, reverse=True)),
    )


def line_of(at: Journey) -> DocumentLine:
    """Return a document as a line."""
    row, now, labels = at.document, standing(at.course), at.labels
    title, tongue = shown_title(row)
    return DocumentLine(
        id=row.pk,
        title=title,
        tongue=tongue,
        kind=str(Kind(row.kind).label),
        symbol=row.symbol,
        state=now.state,
        where=whereabouts(now, labels),
        since=now.since,
        next=next_words(now, labels),
        organs=tuple((at.step(key).organ or key, labels[key]) for key in now.at),
        proposed_by=row.proposed_by,
        sample=row.sample,
        basis=Basis.of(row),
    )


def _organs(lines: Iterable[DocumentLine]) -> tuple[tuple[str, str], ...]:
    """Return key and name of who has a document now, each once."""
    pairs = {pair for line in lines for pair in line.organs}
    return tuple(sorted(pairs, key=lambda pair: pair[1]))


def _fits(line: DocumentLine, year: str, wanted: Wanted) -> bool:
    return (
        (not wanted.organ or wanted.organ in dict(line.organs))
        and (not wanted.state or line.state in GROUPS.get(wanted.state, ()))
        and (not wanted.year or year == wanted.year)
    )


def _year(at: Journey) -> str:
    """Return the year of the last that is known to have happened to a document; "" where no day is."""
    days = [day for stop in at.course.stops for day in (stop.since, stop.until) if day]
    last = max([*days, *([at.document.begun] if at.document.begun else [])], default=None)
    return str(last.year) if last else ""


def names_for(by: Subject, organisation_id: str) -> tuple[tuple[str, str], ...]:
    """Return id and name of every document that ``by`` can see, those that began last first."""
    rows = visible_documents(by).filter(organisation=organisation_id)
    return tuple((row.pk, shown_name(row)) for row in rows)
