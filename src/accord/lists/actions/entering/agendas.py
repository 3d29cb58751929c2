"""Entering the rows of the list of agendas."""

from __future__ import annotations

from collections.abc import Sequence

from accord.lists.queries.declared.common import basis_of, of_row, picked
from accord.lists.values import Planned, Scope
from accord.meetings.actions.items import applied, columns_of
from accord.meetings.agenda import ItemWish
from accord.meetings.choices import Proposed
from accord.meetings.models import AgendaItem, Meeting
from accord.meetings.queries import stage_of
from accord.record.acts import Act


def enter(scope: Scope, rows: Sequence[Planned], act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    meetings = {row.pk: row for row in Meeting.objects.filter(organisation=scope.organisation)}
    for planned in rows:
        values = planned.whole
        meeting = meetings[scope.book.meetings.key_of(values["meeting"])]
        what = Proposed.CHANGE if planned.known else Proposed.ADD
        wish = ItemWish(what, title=values["item"], **picked(values, "rapporteur", "minutes", "sitting"))
        with of_row(planned):
            item = AgendaItem.objects.get(pk=planned.known.id) if planned.known else None
            columns, stage = columns_of(meeting, wish), stage_of(meeting.pk)
            done = applied(act, meeting, what, item, columns, reason="", stage=stage)
            AgendaItem.objects.filter(pk=done.pk if done else None).update(**basis_of(values).columns())
