"""The chair's open questions: proposals to close a choice, as they stand now, and for whom a choice waits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from accord.access import Role, Subject
from accord.drafting.closing import Question, plain, question_of
from accord.drafting.models import Closing, Text
from accord.drafting.queries.rows import visible_closings
from accord.engine import text as engine
from accord.record.queries import visible_entries

OPEN = Closing.OPEN


@dataclass(frozen=True, slots=True)
class Posed:
    """A proposal to close with how it stands."""

    row: Closing
    question: Question


def questions_of(by: Subject, text: Text, body: engine.Text, present: frozenset[str]) -> dict[str, Posed]:
    """Return choice number → the chair's open proposal to close it, for a text that ``by`` can see."""
    rows = visible_closings(by).filter(text=text, state__in=OPEN).prefetch_related("objections")
    return posed_in(rows, body, present)


def posed_in(rows: Iterable[Closing], body: engine.Text, present: frozenset[str]) -> dict[str, Posed]:
    """Return choice number → how the chair's proposal to close it stands; ``rows`` have their objections at hand."""
    return {row.choice: Posed(row, _question(row, body, present)) for row in rows}


def _question(row: Closing, body: engine.Text, present: frozenset[str]) -> Question:
    objected = frozenset(each.code for each in row.objections.all())
    return question_of(body, row.choice, row.wording, row.asked, present, objected, ())


def waiting_for(by: Subject, body: engine.Text, posed: Mapping[str, Posed]) -> tuple[str, ...]:
    """
    Return the numbers of the choices that wait for this subject, in reading order.

    A delegation is awaited where it holds other wording than the chair's compromise or than what the chair proposes to
    close on, until it has joined, withdrawn or objected. The chair is awaited where a choice can close now.
    """
    standings = list(engine.choices(body))
    if by.role == Role.DELEGATE:
        return tuple(each.choice.id for each in standings if _awaits(each, by.delegation, posed.get(each.choice.id)))
    if by.role == Role.CHAIR:
        ready = {number for number, each in posed.items() if not each.question.hindrance}
        return tuple(each.choice.id for each in standings if each.choice.id in ready)
    return ()


def declined(by: Subject, text: Text, body: engine.Text) -> frozenset[str]:
    """Return numbers of the choices on which the subject's delegation said that it cannot accept the compromise."""
    if by.role != Role.DELEGATE:
        return frozenset()
    said = visible_entries(by).filter(stream=text.stream, verb="cannot accept", on_behalf_of=by.delegation)
    return declined_in(body, said.values_list("data", flat=True))


def declined_in(body: engine.Text, said: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Return numbers of the choices whose compromise is among what a delegation said that it cannot accept."""
    wordings = {(data.get("choice"), data.get("wording")) for data in said}
    return frozenset(
        each.choice.id
        for each in engine.choices(body)
        for alternative in each.choice.alternatives
        if engine.CHAIR in alternative.holders and (each.choice.id, plain(alternative)) in wordings
    )


def _awaits(standing: engine.Standing, code: str, posed: Posed | None) -> bool:
    if posed is not None:
        return code in posed.question.awaited and code not in posed.question.objected
    chair = next((i for i, each in enumerate(standing.choice.alternatives) if engine.CHAIR in each.holders), None)
    return chair is not None and code in engine.holding_other(standing, chair)
