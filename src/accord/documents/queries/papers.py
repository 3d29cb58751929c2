"""The documents before a meeting: the table of their paths, and the sentence that counts them in lists of meetings."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.utils.text import capfirst

from accord.access import Subject
from accord.documents.choices import Kind
from accord.documents.drawing import cells, shape_at
from accord.documents.models import Document
from accord.documents.pages import PaperLine, PapersPage, StepHead
from accord.documents.queries.rows import Journey, journeys, shown_title, visible_documents
from accord.documents.telling import called, outcome_word
from accord.documents.wording import papers_head, papers_sentence, whereabouts
from accord.engine.passage import standing
from accord.meetings.models import Paper
from accord.meetings.pages import MeetingLine
from accord.meetings.queries import meetings_around, visible_papers
from accord.members.basis import Basis
from accord.members.models import Organ
from accord.members.queries import shown_day
from accord.members.queries.naming import reader_book

EMPTY = PapersPage((), (), "")


def papers_page(by: Subject, meeting_id: str, *, on: date | None = None) -> PapersPage:
    """
    Return the documents before a meeting that ``by`` can see, and the way each has come.

    Args:
        on: as known on this day; without one, on the day that the pages show.
    """
    rows = _laid(by, [meeting_id])
    if not rows:
        return EMPTY
    found = journeys((document for _row, document in rows), on or _shown(rows))
    heads = _heads(list(found.values()))
    papers = tuple(_paper(row, found[document.pk], heads) for row, document in rows)
    return PapersPage(heads, papers, papers_head(len(papers)))


def with_papers(by: Subject, lines: Sequence[MeetingLine], *, on: date | None = None) -> tuple[MeetingLine, ...]:
    """Return meetings with what came of the documents before each in their sentence; queries do not grow with them."""
    rows = _laid(by, [line.id for line in lines])
    found = journeys({document.pk: document for _row, document in rows}.values(), on or _shown(rows))
    names = _organ_names(rows)
    told = {
        line.id: _sentence([(row, found[row.document]) for row, _one in rows if row.meeting_id == line.id], names)
        for line in lines
    }
    return tuple(replace(line, sentence=f"{line.sentence} {told[line.id]}".strip()) for line in lines)


def around_with_papers(by: Subject, organisation_id: str, day: date) -> tuple[MeetingLine | None, MeetingLine | None]:
    """Return the two meetings with which a home opens (see meetings_around), with what came of their documents."""
    found = meetings_around(by, organisation_id, day)
    told = {line.id: line for line in with_papers(by, [line for line in found if line], on=day)}
    at_hand, following = (told[line.id] if line else None for line in found)
    return at_hand, following


def _laid(by: Subject, meetings: Collection[str]) -> list[tuple[Paper, Document]]:
    """Return the papers before meetings with their documents, as far as ``by`` sees both; in two queries."""
    rows = list(visible_papers(by).filter(meeting__in=meetings).exclude(document="").select_related("meeting__organ"))
    found = visible_documents(by).select_related("organisation").in_bulk([row.document for row in rows])
    return [(row, found[row.document]) for row in rows if row.document in found]


def _shown(rows: Sequence[tuple[Paper, Document]]) -> date | None:
    """Return the day that the pages show."""
    return shown_day(rows[0][1].organisation) if rows else None


def _heads(found: Sequence[Journey]) -> tuple[StepHead, ...]:
    """Return the steps at which any of the documents is drawn, and the day on which all of them were there."""
    steps = {step.key: step for each in found for step in each.steps}
    drawn = [key for key in steps if any(shape_at(each.course, key, each.final) for each in found if _has(each, key))]
    return tuple(StepHead(called(steps[key].label, steps[key].names), key, _common_day(found, key)) for key in drawn)


def _has(at: Journey, key: str) -> bool:
    return any(step.key == key for step in at.steps)


def _common_day(found: Sequence[Journey], key: str) -> date | None:
    days = {stop.until or stop.since for each in found for stop in each.course.stops if stop.step == key}
    return next(iter(days)) if len(days) == 1 else None


def _paper(row: Paper, at: Journey, heads: Sequence[StepHead]) -> PaperLine:
    shapes = [shape_at(at.course, head.key, at.final) if _has(at, head.key) else "" for head in heads]
    left = {stop.step: stop.outcome for stop in at.course.stops}
    place, (title, tongue) = _here(row, at), shown_title(at.document)
    return PaperLine(
        id=row.document,
        number=row.number,
        title=title,
        tongue=tongue,
        kind=str(Kind(at.document.kind).label),
        way=cells(shapes, [head.label for head in heads], [outcome_word(left.get(head.key, "")) for head in heads]),
        outcome=_outcome(at, place),
        held=at.document.text_id is not None,
        basis=Basis.of(at.stops[place] if place is not None else at.document),
    )


def _here(row: Paper, at: Journey) -> int | None:
    """Return the place of the last stop that a document made at the organ of the meeting."""
    organ = row.meeting.organ.key if row.meeting.organ else ""
    keys = {step.key for step in at.steps if organ and step.organ == organ}
    return next((n for n, stop in reversed(list(enumerate(at.course.stops))) if stop.step in keys), None)


def _outcome(at: Journey, place: int | None) -> str:
    """Return what became of a document at the organ of the meeting; where it did not come there, how it stands."""
    outcome = at.course.stops[place].outcome if place is not None else ""
    return capfirst(outcome_word(outcome) or whereabouts(standing(at.course), at.labels))


def _sentence(found: Sequence[tuple[Paper, Journey]], names: Mapping[str, str]) -> str:
    """Return what came of documents at the organ of their meeting; "" for none."""
    forwarded, completed, onward = 0, 0, set()
    for row, at in found:
        place = _here(row, at)
        stop = at.course.stops[place] if place is not None else None
        if stop and stop.outcome == "forwarded":
            forwarded += 1
            onward.add(_after(at, stop.step, names))
        completed += stop is not None and bool(stop.outcome) and stop.step == at.final
    only = onward.pop() if len(onward) == 1 else ""
    return papers_sentence(completed, forwarded, len(found), only) if found else ""


def _after(at: Journey, key: str, names: Mapping[str, str]) -> str:
    """Return the name of the organ at the step that follows one, else of the step; "" behind the last."""
    keys = [step.key for step in at.steps]
    step = next((at.step(each) for each in keys[keys.index(key) + 1 :]), None)
    return names.get(step.organ, at.labels[step.key]) if step else ""


def _organ_names(rows: Sequence[tuple[Paper, Document]]) -> dict[str, str]:
    """Return how the organs are called in the reader's language, by key."""
    if not rows:
        return {}
    organisation = rows[0][1].organisation_id
    book = reader_book(organisation)
    return {row.key: str(book.organ(row)) for row in Organ.objects.filter(organisation=organisation)}
