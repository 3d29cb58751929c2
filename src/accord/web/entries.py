"""Entries of the record as lines of a page: a sentence with the actor first, and its circumstances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.access import Subject
from accord.drafting.queries.names import TextName, version_numbers
from accord.drafting.sentences import actor_of, sentence_of
from accord.members.queries import home_organisation, shown_day
from accord.record.pages import EntryLine
from accord.web.deeds import deed, role_name

PAGES = {
    **{kind: kind for kind in ("text", "meeting", "question", "document")},
    "signing": "instrument",
    "measure": "followed",
    "commitment": "followed",
    "voiced": "proposal",
}
"""The address of what a stream is about, by the first word of its name."""

NAMES = {
    "text": gettext_lazy("the text"),
    "meeting": gettext_lazy("the meeting"),
    "question": gettext_lazy("the question"),
    "document": gettext_lazy("the document"),
    "signing": gettext_lazy("signing and taking part"),
    "measure": gettext_lazy("the measure"),
    "commitment": gettext_lazy("the commitment"),
    "voiced": gettext_lazy("the proposal voiced"),
}
"""How such a page is called where the sentence says what it is about."""

DATED = frozenset({"signing", "measure", "commitment", "voiced"})
"""What has a page from a day on alone: where the pages show an earlier one, it is shown as on the day of its entry."""

SHOWN = 8
"""Signs of a fingerprint that a page prints."""


@dataclass(frozen=True, slots=True)
class RecordLine:
    """
    One entry as the page of the record shows it.

    Attributes:
        about: name of the text or meeting, "" where the sentence says it.
        address: of that text or meeting, "" where it has no page. place: how that page is called, in words.
        actor: name of the sign-in.
        on_behalf_of: code of a delegation or partner, or "".
        authority: in which capacity, in words.
        seen: the version on which the actor acted, as words, or "".
        made: the version that the act made, as words, or "".
    """

    number: int
    sentence: str
    about: str
    address: str
    place: str
    actor: str
    on_behalf_of: str
    authority: str
    at: datetime
    seen: str
    made: str


def record_lines(by: Subject, entries: tuple[EntryLine, ...], names: tuple[TextName, ...]) -> tuple[RecordLine, ...]:
    """Return entries that ``by`` sees as lines; ``names`` are those of the texts that it sees."""
    titles = {name.id: f"{name.symbol} {name.title}".strip() for name in names}
    numbers = version_numbers(by, {entry.seen for entry in entries} | {entry.made for entry in entries})
    organisation = home_organisation(by)
    shown = shown_day(organisation) if organisation else date.max
    return tuple(_line(entry, titles, numbers, shown) for entry in entries)


def entry_sentence(entry: EntryLine) -> str:
    """Return an entry of any stream as one sentence without a full stop, the actor first."""
    actor = actor_of(entry.authority, entry.on_behalf_of, entry.actor)
    told = None if entry.stream.startswith("text:") else deed(entry.verb, entry.data, actor)
    return told or sentence_of(entry.verb, entry.data, actor)


def _line(
    entry: EntryLine, titles: Mapping[str, str], numbers: Mapping[tuple[str, str], int], shown: date
) -> RecordLine:
    kind, subject_id = [*entry.stream.split(":"), ""][:2]
    return RecordLine(
        number=entry.number,
        sentence=entry_sentence(entry),
        about=titles.get(subject_id, "") if kind == "text" else "",
        address=_address(kind, subject_id, entry.at.date() if entry.at.date() > shown else None),
        place=str(NAMES.get(kind, "")),
        actor=entry.actor,
        on_behalf_of=entry.on_behalf_of,
        authority=role_name(entry.authority),
        at=entry.at,
        seen=_version(numbers.get((subject_id, entry.seen)), entry.seen),
        made=_version(entry.data.get("version") or numbers.get((subject_id, entry.made)), entry.made),
    )


def _address(kind: str, subject_id: str, day: date | None) -> str:
    """Return the address of a page, "" for none; ``day``: of the entry, where the pages show an earlier one."""
    if kind not in PAGES:
        return ""
    try:
        address = reverse(PAGES[kind], args=[subject_id])
    except NoReverseMatch:
        return ""
    return f"{address}?on={day.isoformat()}" if day and kind in DATED else address


def _version(number: int | None, fingerprint: str) -> str:
    if not fingerprint:
        return ""
    if number is None:
        return fingerprint[:SHOWN]
    return _("version %(number)d (%(fingerprint)s)") % {"number": number, "fingerprint": fingerprint[:SHOWN]}
