"""Entries of the record about a text, as lines of a page."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from accord.access import Subject
from accord.drafting.models import Text
from accord.drafting.pages import Event
from accord.drafting.sentences import actor_of, sentence_of
from accord.record.models import Entry
from accord.record.queries import visible_entries


def entries_of(by: Subject, text: Text) -> QuerySet[Entry]:
    """Return the entries of the text's own stream that ``by`` may see, newest first."""
    return visible_entries(by).filter(stream=text.stream).order_by("-number")


def about_choice(entries: QuerySet[Entry], choice: str) -> QuerySet[Entry]:
    """Return those about one choice."""
    return entries.filter(data__choice=choice)


def about_block(entries: QuerySet[Entry], block: str) -> QuerySet[Entry]:
    """Return those about one paragraph: named alone or among those that a handed-in version changed."""
    return entries.filter(Q(data__block=block) | Q(data__blocks__isnull=False))


def events(entries: Iterable[Entry], block: str = "") -> tuple[Event, ...]:
    """Return entries as lines; with ``block``, only those that name it."""
    return tuple(event_of(entry) for entry in entries if not block or _names(entry, block))


def event_of(entry: Entry) -> Event:
    """Return one entry as a line."""
    actor = actor_of(entry.authority, entry.on_behalf_of, entry.actor)
    return Event(
        number=entry.number,
        at=entry.at,
        sentence=sentence_of(entry.verb, entry.data, actor),
        on_behalf_of=entry.on_behalf_of,
        authority=entry.authority,
        version=entry.data.get("version"),
    )


def _names(entry: Entry, block: str) -> bool:
    return entry.data.get("block") == block or block in entry.data.get("blocks", ())
