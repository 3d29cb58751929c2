"""What the declared lists share: the columns of the source, and finding and entering rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.lists import columns as cells
from accord.lists.book import Called
from accord.lists.columns import Column
from accord.lists.values import Fault, Known, Planned, Values
from accord.members.basis import Basis
from accord.members.choices import Standing
from accord.members.errors import Unfit

SOURCE = (
    Column("source_name", gettext_lazy("Source"), cells.words(200), hint=gettext_lazy("empty: the secretariat")),
    Column("source_url", gettext_lazy("Address of the source"), cells.address),
    Column("source_date", gettext_lazy("Day of the source"), cells.words(20)),
    Column(
        "standing",
        gettext_lazy("How well it is known"),
        cells.one_of(Standing),
        hint=gettext_lazy("empty: stated"),
        aliases=("достоверность",),
    ),
    Column(
        "why",
        gettext_lazy("How it was concluded, or what is not verified"),
        cells.words(500),
        hint=gettext_lazy("for what is not simply stated"),
        aliases=("how it was concluded", "reason", "как установлено", "почему"),
    ),
)
"""The last columns of every list: on what a row rests."""


def sourced(row: Any) -> dict[str, Any]:
    """Return on what an entered row rests, by the keys of :data:`SOURCE`."""
    return {each.key: getattr(row, each.key) for each in SOURCE} | {"standing": Standing(row.standing)}


def basis_of(values: Values) -> Basis:
    """Return on what a row rests."""
    named = {each.key: str(values[each.key]) for each in SOURCE if values.get(each.key)}
    return Basis(**named)


def picked(values: Values, *names: str) -> dict[str, Any]:
    """Return the named values that are given."""
    return {name: values[name] for name in names if values.get(name) not in (None, "")}


def names_in(values: Values, column: str) -> dict[str, str]:
    """Return the names in other languages that stand beside ``column``, by language."""
    head = f"{column}:"
    return {key.removeprefix(head): words for key, words in values.items() if key.startswith(head) and words}


def other_names(called: Called, key: str, column: str) -> dict[str, Any]:
    """Return the other names of something that is entered, as values of a row."""
    found: dict[str, Any] = {}
    for language, words in called.others.get(key, ()):
        if language:
            found[f"{column}:{language}"] = words
    return {**found, "aliases": tuple(sorted(words for language, words in called.others.get(key, ()) if not language))}


def by_identity(identity: Callable[[Values], Hashable]) -> Callable[..., Known | None]:
    """Return how the entered row of a line is found where there is one at most."""

    def find(values: Values, index: Mapping[Hashable, Sequence[Known]]) -> Known | None:
        return next(iter(index.get(identity(values), ())), None)

    return find


@contextmanager
def of_row(planned: Planned) -> Iterator[None]:
    """Name the row in the reason for which it is refused. Raises Unfit."""
    try:
        yield
    except Unfit as error:
        told = {"row": planned.line.number, "reason": str(error)}
        raise Unfit("row", _("Row %(row)d: %(reason)s") % told) from error


def needs_order(rows: Sequence[Planned], first: str, last: str, reason: str) -> Iterator[tuple[int, Fault]]:
    """Yield the rows whose last day is before the first."""
    for place, each in enumerate(rows):
        begins, ends = each.whole.get(first), each.whole.get(last)
        if begins and ends and ends < begins:
            yield place, Fault(last, reason % {"first": begins.isoformat(), "last": ends.isoformat()})


def together(rows: Sequence[Planned], key: Callable[[Values], Hashable]) -> dict[Hashable, list[int]]:
    """Return the places of rows that belong together, by what they have in common."""
    found: dict[Hashable, list[int]] = {}
    for place, each in enumerate(rows):
        found.setdefault(key(each.whole), []).append(place)
    return found


def aliases_column() -> Column:
    """Return the column of further names."""
    return Column("aliases", gettext_lazy("Also written"), cells.others, hint=cells.SEVERAL)


def all_faults(places: Iterable[int], reasons: Iterable[str], column: str = "") -> Iterator[tuple[int, Fault]]:
    """Yield each reason at each of these places."""
    known = tuple(reasons)
    for place in places:
        for reason in known:
            yield place, Fault(column, reason)
