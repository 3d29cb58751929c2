"""Which questions a subject can see, and what stands with the texts that they are about."""

from __future__ import annotations

from django.db.models import QuerySet

from accord.access import NotVisible, Subject
from accord.access.queries import visible_audiences
from accord.decisions.models import Question, Way
from accord.decisions.telling import way_label
from accord.drafting.models import Text
from accord.drafting.queries.rows import current, visible_texts

LONGEST_LIST = 200


def visible_questions(by: Subject) -> QuerySet[Question]:
    """Questions whose audience admits ``by``, the newest first."""
    return Question.objects.filter(audience__in=visible_audiences(by))


def question_row(by: Subject, question_id: str) -> Question:
    """Return the question. Raises NotVisible where ``by`` cannot see it or there is none."""
    row = visible_questions(by).select_related("organisation", "meeting").filter(pk=question_id).first()
    if row is None:
        raise NotVisible
    return row


def silences_running() -> tuple[Question, ...]:
    """Return the silence procedures that are not closed, whoever put them: for the clock, which closes what is over."""
    return tuple(Question.objects.filter(way=Way.SILENCE, ruling=None).order_by("at"))


def adopting(by: Subject, question_id: str) -> str:
    """Return the text that closing this question adopts if the answer is yes; "" where it adopts none."""
    rows = visible_questions(by).filter(pk=question_id, adopts=True)
    return rows.values_list("about", flat=True).first() or ""


def questions_about(by: Subject, text_id: str) -> tuple[tuple[str, str, str], ...]:
    """Return id, title and way of the questions that are open about a text, the newest first."""
    rows = visible_questions(by).filter(about=text_id, ruling=None).values_list("pk", "title", "way")
    return tuple((pk, title, way_label(way)) for pk, title, way in rows[:LONGEST_LIST])


def text_fingerprint(by: Subject, text_id: str) -> str:
    """Return the fingerprint of the current version of a text; "" for none."""
    text = visible_texts(by).filter(pk=text_id).first() if text_id else None
    return current(text).fingerprint if text else ""


def is_before_council(by: Subject, text_id: str) -> bool:
    """Whether a text that ``by`` can see is before the council."""
    return visible_texts(by).filter(pk=text_id, state=Text.State.COUNCIL).exists()
