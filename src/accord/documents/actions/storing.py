"""What the acts on documents share: their rows, their courses, their entries in the record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Max

from accord.access.models import Audience
from accord.access.queries import council_audience, named_audience, public_audience
from accord.documents.models import Clearance, Document, Stop
from accord.documents.queries.rows import Journey, journeys
from accord.engine.passage import Course
from accord.engine.passage import Stop as Halt
from accord.meetings.models import Meeting, Paper
from accord.members.models import Organisation
from accord.members.queries import members_of
from accord.record import acts as record


def document_by_id(pk: str) -> Document:
    """Load the answer of an act on a document."""
    return Document.objects.get(pk=pk)


def whole_journey(document: Document) -> Journey:
    """Return the journey of a document with all that is entered of it."""
    return journeys([document])[document.pk]


def audience_for(organisation: Organisation, *, open_: bool) -> Audience:
    """Return who sees a document: everybody where the organisation is public, else its council."""
    public = open_ and organisation.public
    return public_audience(organisation.pk) if public else council_audience(organisation.pk)


def told(document: Document) -> str:
    """Return how a document is called in the record; "" where neither symbol nor title is known."""
    return f"{document.symbol} {document.title}".strip()


def place_paper(meeting: Meeting, document: Document, *, number: int = 0) -> Paper:
    """Put a document before a meeting, under this number or the next."""
    last = Paper.objects.filter(meeting=meeting).aggregate(last=Max("number"))["last"] or 0
    return Paper.objects.create(
        meeting=meeting,
        audience=document.audience,
        number=number or last + 1,
        title=document.title,
        document=document.pk,
    )


def label_of(at: Journey, key: str) -> str:
    """Return how the organisation calls a step, whatever the reader's language."""
    return at.step(key).label


def enter(
    act: record.Act, document: Document, data: Mapping[str, Any], *, audience: Audience | None = None, answer: str = ""
) -> None:
    """Write the entry of an act on a document, for whoever sees the document or for fewer."""
    readers = audience or document.audience
    act.entry(
        organisation_id=document.organisation_id,
        stream=f"document:{document.pk}:{readers.pk}",
        audience=readers,
        data={"what": told(document), **data},
        answer=answer or document.pk,
    )


def store(at: Journey, course: Course, *, words: str = "", due: date | None = None) -> None:
    """Store a course: what its stops have become, and those that are new; ``words`` stay with what was left now."""
    places = {step.key: step for step in at.steps}
    for order, halt in enumerate(course.stops):
        if order >= len(at.stops):
            step = places[halt.step]
            _open(at.document, step.pk, order, halt, due if step.kind == "clearance" else None)
        elif at.course.stops[order] != halt:
            values = {"until": halt.until, "outcome": halt.outcome, "words": words}
            Stop.objects.filter(pk=at.stops[order].pk).update(**values)
    document = at.document
    if document.ended != course.ended:
        document.ended, document.ended_on, document.reason = course.ended, course.ended_on, words
        document.save(update_fields=["ended", "ended_on", "reason"])


def store_new(document: Document, at: Journey, course: Course) -> None:
    """Store the stops with which a new document begins, those that were passed as they stand in another's course."""
    places = {step.key: step for step in at.steps}
    sources = {halt.step: row for row, halt in zip(at.stops, at.course.stops, strict=True)}
    for order, halt in enumerate(course.stops):
        stop = _open(document, places[halt.step].pk, order, halt, None)
        if halt.outcome and (source := sources.get(halt.step)):
            names = ("when", "words", "source_name", "source_url", "source_date", "standing", "why")
            Stop.objects.filter(pk=stop.pk).update(**{name: getattr(source, name) for name in names})


def _open(document: Document, step: int, order: int, halt: Halt, due: date | None) -> Stop:
    values = {"since": halt.since, "until": halt.until, "outcome": halt.outcome, "due": due}
    stop = Stop.objects.create(document=document, step_id=step, order=order, source_name="the secretariat", **values)
    if not halt.outcome and stop.step.kind == "clearance":
        _ask(document, stop)
    return stop


def _ask(document: Document, stop: Stop) -> None:
    """Ask every member to clear a document; who has not spoken is not taken to have cleared it."""
    readers = named_audience(document.audience)
    members = members_of(document.organisation, stop.since)
    Clearance.objects.bulk_create(
        Clearance(stop=stop, code=member.code, order=order, audience=readers) for order, member in enumerate(members)
    )
