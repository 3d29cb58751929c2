"""Questions put to decision, the reasons that members gave, and the statements that they attached."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from accord.access import Subject
from accord.access.queries import council_audience
from accord.decisions.models import Question, Statement, Word
from accord.decisions.queries import visible_questions
from accord.search.values import Found, Source


def _scopes(organisation_id: str) -> Iterator[str]:
    for pk in Question.objects.filter(organisation=organisation_id).values_list("pk", flat=True):
        yield f"question:{pk}"


def _touched(_organisation_id: str, stream: str) -> Iterator[str]:
    yield ":".join(stream.split(":")[:2])


def _passages(organisation_id: str, scope: str) -> Iterator[Found]:
    row = Question.objects.filter(pk=scope.partition(":")[2], organisation=organisation_id).first()
    if row is None:
        return
    known: dict[str, Any] = {
        "kind": "decisions",
        "place": "question",
        "thing": row.pk,
        "key": row.pk,
        "title": row.title,
        "audience": row.audience_id,
        "day": row.day,
    }
    yield Found(named=True, **known)
    # Who said what is for the council, whoever else is admitted to the question.
    known["beside"] = council_audience(organisation_id).pk
    for word in Word.objects.filter(question=row).exclude(reason=""):
        yield Found(words=word.reason, label="reason", **known)
    for statement in Statement.objects.filter(question=row):
        yield Found(words=statement.wording, label="statement", anchor="statements-head", **known)


def _questions(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_questions(by).filter(pk__in=things).values_list("pk", flat=True)


SOURCE = Source(
    streams=("question",),
    prefixes=("question",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"question": _questions},
)
