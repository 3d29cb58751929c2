"""The only door to the rows of documents, and their courses as the engine knows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from accord.access import Subject
from accord.access.queries import visible_audiences
from accord.documents.models import Document, Stop, WayStep
from accord.documents.telling import NO_TITLE, called
from accord.engine.passage import Course, Step, as_on, known_places
from accord.engine.passage import Stop as Halt


def visible_documents(by: Subject) -> QuerySet[Document]:
    """Documents whose audience admits ``by``, those that began last first."""
    return Document.objects.filter(audience__in=visible_audiences(by))


def known_on(rows: QuerySet[Document], day: date) -> QuerySet[Document]:
    """Those of the documents that had begun on a day; what has no day is taken to have been before."""
    return rows.filter(Q(begun=None) | Q(begun__lte=day))


@dataclass(frozen=True, slots=True)
class Journey:
    """
    A document with its way and its stops, as on a day.

    Attributes:
        stops: rows of ``course.stops``, one for one, as stored; what lies behind the day is in the course alone.
    """

    document: Document
    steps: tuple[WayStep, ...]
    stops: tuple[Stop, ...]
    course: Course

    @property
    def labels(self) -> dict[str, str]:
        """How the steps are called in the reader's language, by key."""
        return {step.key: called(step.label, step.names) for step in self.steps}

    @property
    def final(self) -> str:
        """Key of the step that completes the document."""
        return self.document.final or (self.steps[-1].key if self.steps else "")

    def step(self, key: str) -> WayStep:
        """Return the step of this key."""
        return next(step for step in self.steps if step.key == key)


def journeys(documents: Iterable[Document], on: date | None = None) -> dict[str, Journey]:
    """
    Return the journeys of documents by id, in two queries.

    Args:
        on: the day as of which; None for all that is entered.
    """
    rows = list(documents)
    steps: dict[int, list[WayStep]] = {}
    for step in WayStep.objects.filter(way__in={row.way_id for row in rows}).order_by("order"):
        steps.setdefault(step.way_id, []).append(step)
    stops: dict[str, list[Stop]] = {}
    for stop in Stop.objects.filter(document__in=[row.pk for row in rows]).order_by("order"):
        stops.setdefault(stop.document_id, []).append(stop)
    return {row.pk: journey(row, steps.get(row.way_id, ()), stops.get(row.pk, ()), on) for row in rows}


def journey(document: Document, steps: Sequence[WayStep], stops: Sequence[Stop], on: date | None) -> Journey:
    """Return one journey."""
    keys = {step.pk: step.key for step in steps}
    course = Course(
        steps_of(steps),
        tuple(Halt(keys[stop.step_id], stop.since, stop.until, stop.outcome) for stop in stops),
        document.final,
        document.ended,
        document.ended_on,
    )
    if on is None:
        return Journey(document, tuple(steps), tuple(stops), course)
    shown = tuple(stops[place] for place in known_places(course, on))
    return Journey(document, tuple(steps), shown, as_on(course, on))


def steps_of(rows: Iterable[WayStep]) -> tuple[Step, ...]:
    """Return steps as the engine knows them."""
    return tuple(Step(row.key, row.kind, row.optional, row.parallel) for row in rows)


def shown_title(document: Document) -> tuple[str, str]:
    """Return a title in the reader's language where it is known in it, and the tag of its language where it is not."""
    known = {**document.titles, document.tongue: document.title}
    reader = (get_language() or document.tongue).partition("-")[0]
    if not document.title:
        return "", ""
    return (known[reader], "") if known.get(reader) else (document.title, document.tongue)


def shown_name(document: Document) -> str:
    """Return symbol and title of a document for the reader; words that say so where the title is not known."""
    return f"{document.symbol} {shown_title(document)[0] or NO_TITLE}".strip()
