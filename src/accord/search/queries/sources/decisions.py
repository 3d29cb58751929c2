"""
Questions put to decision, the reasons that members gave, the statements that they attached; and what is made known.

Whoever was asked finds the question; everybody else finds the decision, once it is made known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from accord.access import Subject
from accord.access.queries import council_audience
from accord.decisions.models import Question, Statement, Word
from accord.decisions.queries import visible_questions
from accord.publishing.models import Announcement
from accord.publishing.queries import visible_announcements
from accord.search.values import Found, Source


def _scopes(organisation_id: str) -> Iterator[str]:
    for pk in Question.objects.filter(organisation=organisation_id).values_list("pk", flat=True):
        yield f"question:{pk}"


def _touched(organisation_id: str, stream: str) -> Iterator[str]:
    """Yield the question of a stream; for the stream of releases those of which something is made known."""
    if not stream.startswith("releases:"):
        yield ":".join(stream.split(":")[:2])
        return
    made = Announcement.objects.filter(ruling__question__organisation=organisation_id, released_at__isnull=False)
    yield from (f"question:{pk}" for pk in made.values_list("ruling__question", flat=True))


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
    yield from _made_known(row)
    # Who said what is for the council, whoever else is admitted to the question.
    known["beside"] = council_audience(organisation_id).pk
    for word in Word.objects.filter(question=row).exclude(reason=""):
        yield Found(words=word.reason, label="reason", **known)
    for statement in Statement.objects.filter(question=row):
        yield Found(words=statement.wording, label="statement", anchor="statements-head", **known)


def _made_known(row: Question) -> Iterator[Found]:
    """Yield the decision as it was made known: it has the id of its ruling."""
    made = Announcement.objects.filter(ruling__question=row, released_at__isnull=False).first()
    if made:
        place = {"kind": "decisions", "place": "known-decision", "thing": made.ruling_id, "key": made.ruling_id}
        day, audience = made.ruling.at.date(), made.audience_id
        yield Found(title=made.document["title"], named=True, label="known", day=day, audience=audience, **place)


def _decided(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_announcements(by).filter(ruling__in=things).values_list("ruling", flat=True)


def _questions(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_questions(by).filter(pk__in=things).values_list("pk", flat=True)


SOURCE = Source(
    streams=("question", "releases"),
    prefixes=("question",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"question": _questions, "known-decision": _decided},
)
