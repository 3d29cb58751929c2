"""Entering the rows of the list of meetings."""

from __future__ import annotations

from collections.abc import Sequence

from accord.lists.gatherings import hours_of
from accord.lists.queries.declared.common import basis_of, of_row, picked
from accord.lists.values import Planned, Scope
from accord.meetings.actions.convening import make_meeting
from accord.meetings.choices import Kind
from accord.meetings.values import Convocation
from accord.record.acts import Act

_WORDS = ("when", "zone", "city", "country", "chair_name", "note")


def enter(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    for planned in rows:
        values = planned.values
        formats, hours = hours_of(values.get("sittings", ()), values.get("languages", ()))
        plain = picked(values, *_WORDS, "day", "organ", "organs", "host", "chair")
        convocation = Convocation(
            values["title"],
            **plain,
            kind=str(values.get("kind") or Kind.REGULAR),
            formats=formats,
            hours=hours,
            basis=basis_of(values),
        )
        with of_row(planned):
            make_meeting(scope.organisation, convocation, scope.by)
