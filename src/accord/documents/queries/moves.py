"""What a reader may do with a document, and what can be chosen for it."""

from __future__ import annotations

from collections.abc import Iterator

from accord.access import Allow, Decision, Role, Subject
from accord.documents.access import may_clear, may_enter, may_move, may_withdraw
from accord.documents.pages import ClearanceLine, Leaving, Moves
from accord.documents.queries.rows import Journey, journeys, shown_name, visible_documents
from accord.documents.telling import outcomes_of
from accord.drafting.queries.names import text_names
from accord.engine.passage import Course, Step, stages, standing
from accord.engine.passage.looking import ahead, front
from accord.meetings.models import Paper
from accord.meetings.queries import visible_meetings

GOING = ("not begun", "here", "between")


def offers_of(by: Subject, at: Journey, said: tuple[ClearanceLine, ...]) -> frozenset[str]:
    """Return the verbs that ``by`` may do with a document as it stands."""
    return frozenset(verb for verb, may in _offers(by, at, said) if isinstance(may, Allow))


def _offers(by: Subject, at: Journey, said: tuple[ClearanceLine, ...]) -> Iterator[tuple[str, Decision]]:
    document, now = at.document, standing(at.course)
    moves = may_move(by, document)
    if now.state in GOING:
        yield "send", moves
        yield "split", moves
        yield "merge", moves
        yield "withdraw", may_withdraw(by, document)
    if now.state == "here" and front(at.course) > 0:
        yield "return", moves
    asked = [line.code for line in said]
    if asked:
        yield "clear", may_clear(by, document, asked)
    mine = next((line for line in said if line.code == by.delegation), None)
    if by.role == Role.DELEGATE and mine and mine.said in ("comment", "objects") and not mine.tabled:
        yield "table", may_clear(by, document, asked)
    yield from ((verb, moves) for verb in ("symbol", "lay", "link", "title", "prepare"))
    if document.text_id and now.state in GOING:
        yield "adopted", moves
    yield from ((verb, may_enter(by, document.organisation)) for verb in ("report", "stop"))


def moves_of(by: Subject, at: Journey, offers: frozenset[str]) -> Moves:
    """Return what can be chosen for the verbs that are offered."""
    if not offers - {"clear", "table", "withdraw"}:
        return Moves()
    now, labels = standing(at.course), at.labels
    return Moves(
        leaving=tuple(_leaving(at, key) for key in now.at),
        ahead=tuple(tuple((key, labels[key]) for key in group) for group in ahead(at.course)),
        back=tuple((step.key, labels[step.key]) for step in _behind(at.course)),
        steps=tuple(labels.items()),
        clears=any(at.step(key).kind == "clearance" for group in ahead(at.course) for key in group),
        others=_others(by, at) if "merge" in offers else (),
        texts=tuple((each.id, f"{each.symbol} {each.title}".strip()) for each in text_names(by)),
        meetings=_meetings(by, at),
    )


def _leaving(at: Journey, key: str) -> Leaving:
    step = next(each for each in at.course.steps if each.key == key)
    return Leaving(key, at.labels[key], outcomes_of(step, last=key == at.final))


def _behind(course: Course) -> tuple[Step, ...]:
    return tuple(step for group in stages(course.steps)[: max(front(course), 0)] for step in group)


def _others(by: Subject, at: Journey) -> tuple[tuple[str, str], ...]:
    """Return the documents with which one can be merged: on their way, by the same way, to the same end."""
    own = at.document
    rows = visible_documents(by).filter(organisation=own.organisation_id, way=own.way_id, ended="").exclude(pk=own.pk)
    found = [each for each in journeys(rows).values() if each.final == at.final]
    going = [each.document for each in found if standing(each.course).state in GOING]
    return tuple((row.pk, shown_name(row)) for row in going)


def _meetings(by: Subject, at: Journey) -> tuple[tuple[str, str], ...]:
    laid = Paper.objects.filter(document=at.document.pk).values("meeting")
    rows = visible_meetings(by).filter(organisation=at.document.organisation_id).exclude(pk__in=laid)
    return tuple(rows.order_by("-day").values_list("pk", "title"))
