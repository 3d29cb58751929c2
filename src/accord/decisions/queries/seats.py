"""Who sits where something is decided: without credentials, or not at all."""

from __future__ import annotations

from accord.access import Subject
from accord.decisions.models import Ruling
from accord.drafting.queries.rows import visible_texts
from accord.meetings.queries import empty_seats, without_credentials
from accord.record.queries import visible_entries


def apart_at(by: Subject, text_id: str) -> frozenset[str]:
    """Return codes of those that sit at a text without the credentials that its meeting needs."""
    text = visible_texts(by).filter(pk=text_id).first()
    return without_credentials(text.meeting) if text else frozenset()


def sat_apart(question_id: str) -> tuple[str, ...]:
    """Return codes of those that sat without accepted credentials when a question was decided; it did not ask them."""
    ruling = Ruling.objects.filter(question=question_id).first()
    return tuple(ruling.shown.get("apart", ())) if ruling else ()


def empty_at(by: Subject, text_id: str) -> frozenset[str]:
    """Return codes of those whose seats were empty at the sitting of a text; none once its roll was taken."""
    text = visible_texts(by).filter(pk=text_id).first()
    if text is None or not text.meeting:
        return frozenset()
    if visible_entries(by).filter(stream=text.stream, verb="took the roll").exists():
        return frozenset()
    return empty_seats(by, text.meeting, text.audience_id)
