"""Entering the rows of the list of people."""

from __future__ import annotations

from collections.abc import Sequence

from accord.lists.queries.declared.common import (
    basis_of,
    names_in,
    of_row,
    picked,
)
from accord.lists.values import Planned, Scope, Values
from accord.members.actions import within
from accord.members.models import Person
from accord.members.values import PersonEntry, PostEntry
from accord.record.acts import Act

_DAYS = ("since", "until", "seen")
_SEATS = ("member", "partner", "organ")


def enter(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    known = dict(Person.objects.filter(organisation=scope.organisation).values_list("name", "pk"))
    fresh: dict[str, PersonEntry] = {}
    for planned in rows:
        with of_row(planned):
            entry = _person(planned.whole)
            if entry.name not in known:
                fresh.setdefault(entry.name, entry)
            elif entry.names or entry.aliases:
                within.call_person(scope.organisation, known[entry.name], entry)
    within.add_people(scope.organisation, tuple(fresh.values()))
    posts = [(planned, planned.whole) for planned in rows if planned.whole.get("post")]
    additions = [(values["name"], _post(values)) for planned, values in posts if planned.known is None]
    within.add_posts(scope.organisation, additions)
    for planned, values in posts:
        if planned.known is not None:
            with of_row(planned):
                within.change_post(scope.organisation, planned.known.id, _post(values))


def _person(values: Values) -> PersonEntry:
    aliases = tuple(values.get("aliases") or ())
    return PersonEntry(values["name"], (), names_in(values, "name"), aliases, basis_of(values))


def _post(values: Values) -> PostEntry:
    return PostEntry(
        str(values["post"]),
        **picked(values, *_SEATS, *_DAYS),
        chairs=bool(values.get("chairs")),
        basis=basis_of(values),
    )
