"""What of the register an item seems to be: by the id that the reader found, by organ and day, by title."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from accord.access import Subject
from accord.documents.queries.rows import visible_documents
from accord.engine.reading.titles import core_of
from accord.inbox.items import called
from accord.meetings.queries.rows import every_meeting
from accord.members.models import Organisation, Partner
from accord.programme.queries.visible import visible_activities

Data = Mapping[str, Any]
_FEWEST = 2
"""Longer words that two titles share at least, if they are to be one document's."""


@dataclass(frozen=True, slots=True)
class Known:
    """What items are compared with: of each kind, how a row is named by what an item says."""

    meetings: tuple[tuple[str, date, str], ...]
    documents: tuple[tuple[frozenset[str], str], ...]
    partners: Mapping[str, str]
    activities: Mapping[tuple[str, str], str]


def known_rows(by: Subject, organisation: Organisation) -> Known:
    """Return what items of this organisation's reports are compared with; four queries."""
    meetings = every_meeting(by).filter(organisation=organisation, organ__isnull=False, day__isnull=False)
    documents = visible_documents(by).filter(organisation=organisation).exclude(title="")
    partners = Partner.objects.filter(organisation=organisation).values_list("code", "name")
    activities = visible_activities(by).filter(organisation=organisation)
    return Known(
        tuple(meetings.values_list("organ__key", "day", "pk")),
        tuple((core_of(title), pk) for pk, title in documents.values_list("pk", "title")),
        {words: code for code, name in partners for words in (code.lower(), _plain(code), _plain(name))},
        {(series, edition): key for series, edition, key in activities.values_list("series__key", "edition", "key")},
    )


def match_of(kind: str, data: Data, known: Known) -> str:
    """Return the row that an item seems to be, as "<kind> <key>"; "" for something new."""
    found = _MATCHES.get(kind)
    return found(data, known) if found else ""


def _meeting(data: Data, known: Known) -> str:
    first, last = (_day(data[name], side) for name, side in (("from", "from"), ("to", "to")))
    if first is None:
        return ""
    fits = (pk for organ, day, pk in known.meetings if organ == data["organ"]["id"] and first <= day <= (last or first))
    return next((f"meeting {pk}" for pk in fits), "")


def _day(value: Any, side: str) -> date | None:
    words = value[side] if isinstance(value, Mapping) else value
    return date.fromisoformat(words) if words else None


def _by_id(kind: str) -> Callable[[Data, Known], str]:
    return lambda data, _known: f"{kind} {data['id']}" if data["id"] else ""


def _partner(data: Data, known: Known) -> str:
    code = known.partners.get(data["id"] or "") or known.partners.get(_plain(data["name"]))
    return f"partner {code}" if code else ""


def _plain(name: str) -> str:
    """Return the letters and digits of a name alone, in small letters: SCO RATS has the code SCORATS."""
    return "".join(filter(str.isalnum, name)).casefold()


def _document(data: Data, known: Known) -> str:
    """Return the document whose title shares most with the item's: at least half of the item's longer words."""
    core = core_of(called(data))
    near = [(len(core & other), pk) for other, pk in known.documents]
    most, pk = max(near, default=(0, ""))
    return f"document {pk}" if most >= max(_FEWEST, 0.5 * len(core)) else ""


def _activity(data: Data, known: Known) -> str:
    series, year = data["series"]["id"], str(data["year"] or "")
    edition = known.activities.get((series, year))
    if edition is not None:
        return f"activity {series}/{edition}"
    return f"series {series}" if series else ""


_MATCHES: dict[str, Callable[[Data, Known], str]] = {
    "meetings": _meeting,
    "people": _by_id("person"),
    "documents": _document,
    "partners": _partner,
    "activities": _activity,
    "operations": _by_id("operation"),
    "areas": _by_id("area"),
}
