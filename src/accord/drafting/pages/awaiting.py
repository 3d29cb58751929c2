"""What the page "awaits me" shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accord.drafting.pages.wording import Event


@dataclass(frozen=True, slots=True)
class Item:
    """
    One thing that awaits the subject, or that the subject waits for. Every room says what awaits somebody in it so.

    Attributes:
        text: id of the text, or of the other thing that ``place`` shows, "" where that address names none; ``symbol``
            as printed, or another short word for where it is.
        since: when it arose, None where that is not one moment.
        what: what to do, with the wording in question.
        why: how it stands; ``if_nothing`` what happens if the subject does nothing.
        place: name of the address that answers it, for instance "since", "decision" or "question"; ``query`` what
            stands behind it.
        act: the words on the link.
        pressing: the chair has asked, or nothing else holds the text up.
        until: the instant until which it can be done, None where it has no deadline; ``zone`` the IANA name of the
            zone in which that was set.
    """

    text: str
    symbol: str
    sample: bool
    since: datetime | None
    what: str
    why: str
    if_nothing: str
    place: str
    act: str
    query: str = ""
    pressing: bool = False
    until: datetime | None = None
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class News:
    """
    What others did in one text since the subject last read it.

    Attributes:
        events: the latest first, each with the label of its paragraph or "". count: all of it.
    """

    text: str
    title: str
    symbol: str
    seen: int
    number: int
    events: tuple[tuple[str, Event], ...]
    count: int


@dataclass(frozen=True, slots=True)
class AwaitsPage:
    """
    What awaits a subject over all texts that it can see.

    Attributes:
        heading: one sentence with the count of what awaits it.
        now: what the room waits for; ``later`` what can wait; ``others`` what the subject waits for itself.
        news: texts in which something happened since it last read them.
        readable: texts that it may read, for those of whom nothing is ever asked.
    """

    heading: str
    now: tuple[Item, ...]
    later: tuple[Item, ...]
    others: tuple[Item, ...]
    news: tuple[News, ...]
    readable: tuple[tuple[str, str], ...]
