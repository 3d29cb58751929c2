"""How an agenda stood on a day that is over, as far as its rows and the record tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from accord.meetings.choices import AgendaStage, ItemState, Proposed
from accord.meetings.models import Agenda, AgendaChange, AgendaItem, AgendaProposal, Meeting
from accord.meetings.queries.stood import Act, acts_on

ARRANGED, TOOK = "arranged the agenda of", "took up for the agenda of"
ANSWERS = (TOOK, "did not take up for the agenda of", "withdrew a proposal for the agenda of")
"""Acts after which a proposal is not open any more."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """
    The end of a day that is over, and what tells how the agenda of a meeting stood then.

    Attributes:
        held: the day of the meeting. acts: those on its agenda, the oldest first. proposed: by the key of an item, the
            id of the proposal that brought it.
    """

    on: date
    until: datetime
    held: date | None
    acts: tuple[Act, ...]
    proposed: Mapping[int, str]

    def taken_up(self, item: int) -> list[datetime]:
        """Return when the proposal that brought an item was taken up; none for an item that was not proposed."""
        return [act.at for act in self.acts if act.verb == TOOK and act.answer == self.proposed.get(item)]

    def arranged(self, how: str, title: str) -> list[datetime]:
        """Return when an item of this title was added, changed or taken off."""
        told = (act for act in self.acts if act.verb == ARRANGED)
        return [act.at for act in told if (act.data.get("how"), act.data.get("item")) == (how, title)]


def drafted_at(
    meeting: Meeting, wishes: Iterable[AgendaProposal], on: date | None, until: datetime | None
) -> Drafted | None:
    """Return what tells how the agenda stood at the end of a day, None for now; ``wishes``: the proposals for it."""
    if on is None or until is None:
        return None
    proposed = {row.item_id: row.pk for row in wishes if row.item_id and row.what == Proposed.ADD}
    return Drafted(on, until, meeting.day, acts_on(meeting, (ARRANGED, *ANSWERS)), proposed)


def agenda_then(row: Agenda, drafted: Drafted) -> Agenda:
    """Return the stage of an agenda as it stood, not to be saved; "" where nobody had begun to draft it."""
    if row.adopted_at and row.adopted_at > drafted.until:
        row.stage, row.adopted_at, row.note = AgendaStage.PROVISIONAL, None, ""
    if row.cleared_at and row.cleared_at > drafted.until:
        row.stage, row.cleared_at = AgendaStage.DRAFT, None
    begun = any(act.verb in (ARRANGED, TOOK) and act.at <= drafted.until for act in drafted.acts)
    if row.stage == AgendaStage.DRAFT and not begun:
        row.stage = ""
    return row


def items_then(rows: Iterable[AgendaItem], drafted: Drafted) -> list[AgendaItem]:
    """
    Return the items that were on the agenda, not to be saved; each with ``changes`` prefetched.

    What is entered of a meeting that had begun is of that meeting, whenever it was entered.
    """
    return [_item_then(row, drafted) for row in rows if not _added_later(row, drafted)]


def changes_then(row: AgendaItem, drafted: Drafted | None) -> Sequence[AgendaChange]:
    """Return the changes of an adopted agenda that had been made to an item."""
    return [each for each in row.changes.all() if drafted is None or each.at <= drafted.until]


def proposals_then(rows: Iterable[AgendaProposal], drafted: Drafted) -> list[AgendaProposal]:
    """Return the proposals that were there, not to be saved; answered later, they were open."""
    known = [row for row in rows if row.at <= drafted.until]
    later = {act.answer for act in drafted.acts if act.verb in ANSWERS and act.at > drafted.until}
    for row in known:
        if row.pk in later:
            row.state, row.answer = ItemState.PROPOSED, ""
    return known


def _added_later(row: AgendaItem, drafted: Drafted) -> bool:
    changes = row.changes.all()
    added = [each.at for each in changes if each.what == Proposed.ADD]
    if drafted.held is None or drafted.held > drafted.on:
        titles = {row.title, *(each.before for each in changes if each.before)}
        added += [at for title in titles for at in drafted.arranged(Proposed.ADD, title)] + drafted.taken_up(row.pk)
    return bool(added) and min(added) > drafted.until


def _item_then(row: AgendaItem, drafted: Drafted) -> AgendaItem:
    later = [each for each in row.changes.all() if each.at > drafted.until]
    taken_off = [
        *drafted.arranged(Proposed.REMOVE, row.title),
        *(each.at for each in later if each.what == Proposed.REMOVE),
    ]
    row.removed = row.removed and not any(at > drafted.until for at in taken_off)
    row.title = next((each.before for each in later if each.before), row.title)
    return row
