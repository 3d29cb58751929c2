"""Entering the rows of the lists of measures, commitments and proposals voiced."""

from __future__ import annotations

from collections.abc import Sequence

from accord.commitments.actions import put_commitment, put_measures, put_voiced
from accord.commitments.values import CommitmentEntry, MeasureEntry, VoicedEntry
from accord.drafting.queries.rows import visible_adoptions
from accord.lists.queries.declared.common import basis_of, of_row, picked
from accord.lists.queries.declared.followed import priorities_of
from accord.lists.values import Planned, Scope, Values
from accord.meetings.queries import visible_items, whole_meetings
from accord.record.acts import Act

_OF_A_MEASURE = ("owner", "begins", "due", "when", "indicator", "target", "unit", "area", "sample", "known")


def enter_measures(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    priorities = priorities_of(scope)
    for planned in rows:
        values = planned.values
        priority = priorities[values.get("term"), values["number"]].handle
        with of_row(planned):
            plain = picked(values, *_OF_A_MEASURE)
            entry = MeasureEntry(priority, values["words"], **plain, basis=basis_of(values))
            put_measures(scope.organisation, [entry])


def enter_commitments(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    priorities = priorities_of(scope)
    adoptions = {row.pk: row for row in visible_adoptions(scope.by).filter(text__organisation=scope.organisation)}
    for planned in rows:
        values, number = planned.values, planned.values.get("number")
        adoption = adoptions[scope.book.adopted.key_of(values["text"])]
        priority = priorities[values.get("term"), number].handle if number is not None else ""
        plain = picked(values, "bound", "binds", "due", "when", "area")
        with of_row(planned):
            entry = CommitmentEntry(
                adoption.pk, values["block"], values["words"], **plain, priority=priority, basis=basis_of(values)
            )
            put_commitment(adoption, entry)


def enter_voiced(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    meetings = {row.pk: row for row in whole_meetings(scope.by).filter(organisation=scope.organisation)}
    for planned in rows:
        values = planned.values
        meeting = meetings[scope.book.meetings.key_of(values["meeting"])]
        plain = picked(values, "sitting", "day", "sample")
        with of_row(planned):
            item = _item(scope, meeting.pk, values)
            entry = VoicedEntry(meeting.pk, values["who"], values["words"], **plain, item=item, basis=basis_of(values))
            put_voiced(meeting, entry, scope.by)


def _item(scope: Scope, meeting: str, values: Values) -> str:
    """Return the handle of the item of the agenda that a row names, "" for none."""
    if not values.get("item"):
        return ""
    rows = visible_items(scope.by).filter(meeting=meeting, title=values["item"], removed=False)
    return rows.values_list("handle", flat=True)[0]
