"""An agenda as it is entered and shown: frozen values, and what its figures say in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.meetings.choices import AgendaStage
from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class ItemWish:
    """
    What somebody wants of an item.

    Attributes:
        what: "add" | "change" | "remove". item: handle of the item that is changed or taken off, "" for a new one.
        title, rapporteur, minutes, sitting: as the item is to have them; ``sitting`` is the code of one, or "".
        reason: why, in a sentence.
    """

    what: str
    item: str = ""
    title: str = ""
    rapporteur: str = ""
    minutes: int | None = None
    sitting: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document of an item. ``text_id`` is "" where it is no text that the reader can open."""

    handle: str
    title: str
    text_id: str = ""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change of an adopted agenda: what, in words; the title before; why; when."""

    what: str
    before: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """
    An item on the page of the agenda.

    Attributes:
        number: as printed, "" for who does not see the whole agenda. sitting: in words, "" where none is stated.
        minutes: estimated, None where nobody said. removed: whether it was taken off; its number stays its own.
    """

    handle: str
    number: str
    title: str
    sitting: str
    sitting_code: str
    rapporteur: str
    minutes: int | None
    removed: bool
    documents: tuple[DocumentLine, ...]
    changes: tuple[ChangeLine, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal for the agenda, for the council. ``state`` is a word; ``open``: whether it waits for its answer."""

    id: str
    who: str
    what: str
    item: str
    title: str
    rapporteur: str
    minutes: int | None
    reason: str
    state: str
    open: bool
    answer: str
    mine: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Fit:
    """How the estimated times of a sitting's items stand to its length; minutes. ``long``: None without hours."""

    sitting: str
    taken: int
    long: int | None
    unestimated: int

    @property
    def fits(self) -> bool:
        """Whether the items take no longer than the sitting."""
        return self.long is None or self.taken <= self.long

    @property
    def words(self) -> str:
        """One sentence, such as "The items take 2 h 10 min of 3 h." """
        said = {"taken": duration(self.taken), "long": duration(self.long or 0)}
        if self.long is None:
            words = _("The items take %(taken)s.") % said
        elif self.fits:
            words = _("The items take %(taken)s of %(long)s.") % said
        else:
            over = {**said, "over": duration(self.taken - self.long)}
            words = _("The items do not fit: they take %(taken)s of %(long)s, %(over)s too much.") % over
        if not self.unestimated:
            return words
        count = self.unestimated
        rest = ngettext("%(count)s item has no estimate.", "%(count)s items have no estimate.", count)
        return f"{words} {rest % {'count': count}}"


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """
    The agenda of a meeting as one subject sees it.

    Attributes:
        stage: "" (not known) | "draft" | "provisional" | "adopted". sentence: the answer with which the page opens.
        offers: the acts that this reader is offered. sittings: code and name of those that an item can be put into.
        texts, papers: what can be named as a document, as key and title. sample: the meeting is one.
        day: as on which day it stands. shows_now: that day is not over.
    """

    meeting_id: str
    meeting: str
    stage: str
    sentence: str
    note: str
    cleared_at: datetime | None
    adopted_at: datetime | None
    rows: tuple[AgendaRow, ...]
    proposals: tuple[ProposalRow, ...]
    fits: tuple[Fit, ...]
    sittings: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, str], ...]
    papers: tuple[tuple[str, str], ...]
    offers: frozenset[str]
    day: date
    shows_now: bool = True
    closed_because: str = ""
    sample: bool = False


def duration(minutes: int) -> str:
    """Return a length in words: "45 min", "2 h", "2 h 10 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(rest)d min") % {"rest": rest}
    if not rest:
        return _("%(hours)d h") % {"hours": hours}
    return _("%(hours)d h %(rest)d min") % {"hours": hours, "rest": rest}


def agenda_sentence(stage: str, rows: Iterable[AgendaRow]) -> str:
    """Return what is so of an agenda in one sentence: its stage and how many items it has."""
    standing = [row for row in rows if not row.removed]
    if not standing:
        return _("No item is on the agenda yet.")
    counts = {"count": len(standing)}
    if stage == AgendaStage.ADOPTED:
        words = ngettext(
            "The agenda is adopted: %(count)s item.", "The agenda is adopted: %(count)s items.", len(standing)
        )
        return words % counts
    if stage == AgendaStage.PROVISIONAL:
        words = ngettext(
            "The provisional agenda has %(count)s item; it is adopted at the opening.",
            "The provisional agenda has %(count)s items; it is adopted at the opening.",
            len(standing),
        )
        return words % counts
    if stage == AgendaStage.DRAFT:
        words = ngettext(
            "%(count)s item is drafted; the secretariat has not cleared the agenda yet.",
            "%(count)s items are drafted; the secretariat has not cleared the agenda yet.",
            len(standing),
        )
        return words % counts
    words = ngettext(
        "%(count)s item is entered; whether the agenda was adopted is not stated.",
        "%(count)s items are entered; whether the agenda was adopted is not stated.",
        len(standing),
    )
    return words % counts
