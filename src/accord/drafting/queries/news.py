"""What happened to a text since a page was made, for the live notice."""

from __future__ import annotations

from dataclasses import dataclass

from accord.access import NotVisible, Subject
from accord.drafting.pages import Event
from accord.drafting.queries.entering import NAMED
from accord.drafting.queries.events import entries_of, events
from accord.drafting.queries.rows import text_row, visible_texts

SHOWN = 3
"""Events named in one notice; the others are counted."""


@dataclass(frozen=True, slots=True)
class News:
    """
    What is new.

    Attributes:
        number: where the text is now. events: the latest ones, newest first; ``more`` counts the others.
    """

    text_id: str
    symbol: str
    number: int
    events: tuple[Event, ...]
    more: int


def news_of(by: Subject, text_id: str, seen: int) -> News | None:
    """
    Return what happened since version ``seen``, None where the text is still there.

    Partners learn that the text has changed, not by whom. Raises NotVisible.
    """
    number = visible_texts(by).filter(pk=text_id).values_list("number", flat=True).first()
    if number is None:
        raise NotVisible
    if number == seen:
        return None
    text = text_row(by, text_id)
    if by.role not in NAMED:
        return News(text.pk, text.symbol, number, (), 0)
    since = entries_of(by, text).filter(data__version__gt=seen)
    return News(text.pk, text.symbol, number, events(since[:SHOWN]), max(since.count() - SHOWN, 0))
