"""Entries of the record about a text, as lines of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

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


def history_of(entries: QuerySet[Entry], choice: str, block: str, most: int) -> tuple[Event, ...]:
    """Return the latest entries about one choice: those that name it, and proposals that have a wording in it."""
    named = Q(data__choice=choice)
    if block:
        named |= Q(data__block=block, data__has_key="choices") | Q(verb="submitted")
    found = (entry for entry in entries.filter(named) if _about(entry, choice))
    return tuple(event_of(entry, choice) for entry, _at in zip(found, range(most), strict=False))


def events(entries: Iterable[Entry], block: str = "") -> tuple[Event, ...]:
    """Return entries as lines; with ``block``, only those that name it."""
    return tuple(event_of(entry) for entry in entries if not block or _names(entry, block))


def about_block(entries: QuerySet[Entry], block: str) -> QuerySet[Entry]:
    """Return those about one paragraph: named alone or among those that an act changed."""
    return entries.filter(Q(data__block=block) | Q(data__has_key="blocks"))


def event_of(entry: Entry, choice: str = "") -> Event:
    """Return one entry as a line; of a proposal, in the history of one choice, what it says there."""
    actor = actor_of(entry.authority, entry.on_behalf_of, entry.actor)
    return Event(
        number=entry.number,
        at=entry.at,
        sentence=sentence_of(entry.verb, _narrowed(entry.data, choice), actor),
        on_behalf_of=entry.on_behalf_of,
        authority=entry.authority,
        version=entry.data.get("version"),
    )


def _narrowed(data: Mapping[str, Any], choice: str) -> Mapping[str, Any]:
    held = data.get("choices", {})
    return {**data, "kind": "choice", "wording": held[choice]} if choice in held else data


def _about(entry: Entry, choice: str) -> bool:
    return entry.data.get("choice") == choice or choice in entry.data.get("choices", {})


def _names(entry: Entry, block: str) -> bool:
    return entry.data.get("block") == block or block in entry.data.get("blocks", ())
