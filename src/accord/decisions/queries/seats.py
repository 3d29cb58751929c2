"""Who sits where something is decided: without credentials, or not at all."""

from __future__ import annotations

from accord.access import Subject
from accord.decisions.models import Question, Ruling, Way
from accord.drafting.models import Adoption
from accord.drafting.queries.rows import visible_texts
from accord.meetings.queries import empty_seats, without_credentials
from accord.record.queries import visible_entries


def apart_at(by: Subject, text_id: str) -> frozenset[str]:
    """
    Return codes of those that sit at a text without the credentials that its meeting needs.

    Of an adopted text those that sat so when it was adopted.
    """
    text = visible_texts(by).filter(pk=text_id).first()
    if text is None:
        return frozenset()
    adoption = Adoption.objects.filter(text=text).first()
    return frozenset(sat_apart(adoption)) if adoption else without_credentials(text.meeting)


def sat_apart(adoption: Adoption) -> tuple[str, ...]:
    """Return codes of those that sat without accepted credentials when a text was adopted; it did not ask them."""
    ruling = Ruling.objects.filter(question=adoption.outcome.get("question", "")).first()
    absent = adoption.outcome["absent"]
    return tuple(code for code in ruling.shown.get("apart", ()) if code not in absent) if ruling else ()


def was_voted(adoption: Adoption) -> bool:
    """Whether members were asked one by one, so that who was present may also have been against."""
    voted = Question.objects.filter(pk=adoption.outcome.get("question", ""), way__in=(Way.SHOW, Way.ROLL, Way.SECRET))
    return voted.exists()


def voted_at(by: Subject, text_id: str) -> bool:
    """Whether a text that ``by`` can see was adopted by a vote."""
    adoption = Adoption.objects.filter(text__in=visible_texts(by).filter(pk=text_id)).first()
    return adoption is not None and was_voted(adoption)


def empty_at(by: Subject, text_id: str) -> frozenset[str]:
    """Return codes of those whose seats were empty at the sitting of a text; none once its roll was taken."""
    text = visible_texts(by).filter(pk=text_id).first()
    if text is None or not text.meeting:
        return frozenset()
    if visible_entries(by).filter(stream=text.stream, verb="took the roll").exists():
        return frozenset()
    return empty_seats(by, text.meeting, text.audience_id)
