"""What happened to a text since a page was made, for the live notice."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from accord.access import NotVisible, Subject
from accord.drafting.models import Proposal
from accord.drafting.pages import Event
from accord.drafting.queries.entering import NAMED
from accord.drafting.queries.events import entries_of, events
from accord.drafting.queries.rows import text_row, visible_proposals, visible_texts

SHOWN = 3
"""Events named in one notice; the others are counted."""

WAITING = (Proposal.Stage.PRIVATE, Proposal.Stage.CHAIR)
"""Stages of a proposal that makes no version, and is news all the same for those who see it."""


@dataclass(frozen=True, slots=True)
class News:
    """
    What is new.

    Attributes:
        number: where the text is now. events: the latest ones, newest first; ``more`` counts the others.
        drafts: mark of the drafts that the reader sees now (:func:`mark_of`).
        only_drafts: the text is where it was, and the drafts beside it have changed.
    """

    text_id: str
    symbol: str
    number: int
    events: tuple[Event, ...]
    more: int
    drafts: str
    only_drafts: bool = False


def mark_of(drafts: Iterable[tuple[str, str]]) -> str:
    """Return a short mark of drafts, each as id and stage, in any order; "" for none."""
    known = sorted(drafts)
    return f"{zlib.crc32(repr(known).encode()):x}" if known else ""


def news_of(by: Subject, text_id: str, seen: int, drafts: str = "") -> News | None:
    """
    Return what happened since version ``seen``, None where the text, and the drafts beside it, are still there.

    Partners learn that the text has changed, not by whom. Raises NotVisible.
    """
    number = visible_texts(by).filter(pk=text_id).values_list("number", flat=True).first()
    if number is None:
        raise NotVisible
    mark = _drafts_now(by, text_id)
    if number == seen and mark == drafts:
        return None
    text = text_row(by, text_id)
    if by.role not in NAMED or number == seen:
        return News(text.pk, text.symbol, number, (), 0, mark, only_drafts=number == seen)
    since = entries_of(by, text).filter(data__version__gt=seen)
    return News(text.pk, text.symbol, number, events(since[:SHOWN]), max(since.count() - SHOWN, 0), mark)


def _drafts_now(by: Subject, text_id: str) -> str:
    if by.role not in NAMED:
        return ""
    rows = visible_proposals(by).filter(text=text_id, stage__in=WAITING)
    return mark_of(rows.order_by().values_list("pk", "stage"))
