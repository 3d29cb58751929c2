"""What the pages of the work of the day show: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accord.drafting.pages.awaiting import AwaitsPage, Item
from accord.record.pages import EntryLine


@dataclass(frozen=True, slots=True)
class Change:
    """
    What happened to one thing since the person was here.

    Attributes:
        lines: its latest entries, the latest first. count: all of them.
    """

    lines: tuple[EntryLine, ...]
    count: int


@dataclass(frozen=True, slots=True)
class WorkPage:
    """
    The page of a person: what awaits it, and what changed.

    Attributes:
        awaits: what awaits it, that with a deadline first.
        first: what ends first, None where nothing has a deadline.
        seen_at: until when it has seen what changed, None where it never said so. read_at: until when this page shows.
        changes: what changed, thing by thing, the latest first. more: how many things more.
    """

    awaits: AwaitsPage
    first: Item | None
    seen_at: datetime | None
    read_at: datetime
    changes: tuple[Change, ...]
    more: int

    @property
    def unchanged(self) -> bool:
        """Whether nothing changed that the person may see."""
        return not self.changes and not self.awaits.news


@dataclass(frozen=True, slots=True)
class WishPage:
    """
    Where and when a person is told that something awaits.

    Attributes:
        sends: whether this installation sends mails. address: "" where none is given.
        way: a value of accord.notices.models.Way, ``label`` in words. hour, zone: of the daily mail.
        asked_at: when the link was sent that confirms the address; confirmed: whether it was used.
    """

    sends: bool
    address: str = ""
    way: str = "none"
    label: str = ""
    hour: int = 8
    zone: str = "UTC"
    asked_at: datetime | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Undelivered:
    """Mails that are kept from their way: how many are tried again, how many nobody tries any longer, and why last."""

    waiting: int
    given_up: int
    failure: str
