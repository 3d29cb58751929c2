"""The list of organs: a row is an organ, found by its key, or by its name where no key is given."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.lists import columns as cells
from accord.lists.book import Book
from accord.lists.columns import Column
from accord.lists.queries.declared.common import (
    SOURCE,
    aliases_column,
    by_identity,
    needs_order,
    other_names,
    sourced,
)
from accord.lists.values import DeclaredList, Fault, Known, Line, Planned, Scope, Values
from accord.members.choices import OrganKind
from accord.members.models import Organ
from accord.members.over_time import circles

_PLAIN = ("level", "parent", "role", "founded", "dissolved")


def _known(scope: Scope) -> list[Known]:
    rows = Organ.objects.filter(organisation=scope.organisation)
    return [
        Known(
            {
                "key": row.key,
                "name": row.name,
                "kind": OrganKind(row.kind),
                **{name: getattr(row, name) for name in _PLAIN},
                **other_names(scope.book.organs, row.key, "name"),
                **sourced(row),
            },
            also=scope.book.organs.further(row.key),
        )
        for row in rows
        if scope.on is None or (row.founded or scope.on) <= scope.on <= (row.dissolved or scope.on)
    ]


def _identity(values: Values) -> Hashable:
    return values["key"]


def _prepare(lines: Sequence[Line], book: Book) -> None:
    """Note the organs of the file, so that one can stand below another that comes with it."""
    for line in lines:
        key = line.words.get("key", "")
        if key and key not in book.organs.names:
            book.organs.add(key, line.words.get("name", "") or key)


def _check(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    late = _("It would be dissolved on %(last)s, before it was founded on %(first)s.")
    yield from needs_order(rows, "founded", "dissolved", late)
    parents = dict(Organ.objects.filter(organisation=scope.organisation).values_list("key", "parent"))
    parents |= {each.whole["key"]: each.whole.get("parent", "") for each in rows}
    found = {key: ring for ring in circles(parents.items()) for key in ring}
    for place, each in enumerate(rows):
        if each.whole["key"] in found:
            yield place, Fault("parent", _circle(found[each.whole["key"]]))
        if each.known is None and not each.values.get("name"):
            yield place, Fault("name", _("A new organ needs a name."))


def _circle(found: Sequence[str]) -> str:
    if len(found) == 1:
        return _("“%s” cannot be above itself.") % found[0]
    named = " → ".join((*found, found[0]))
    return _("These organs stand above one another in a circle: %s.") % named


ORGANS = DeclaredList(
    key="organs",
    title=gettext_lazy("Organs"),
    row=gettext_lazy("an organ: a council, a committee, a working group, a secretariat"),
    columns=(
        Column("key", gettext_lazy("Key"), cells.slug, needed=True, hint=gettext_lazy("its address, such as wg-water")),
        Column("name", gettext_lazy("Name"), cells.words(200), aliases=("organ", "орган")),
        Column("kind", gettext_lazy("Kind"), cells.one_of(OrganKind), hint=gettext_lazy("council, working group, …")),
        Column("level", gettext_lazy("Level"), cells.words(80), hint=gettext_lazy("for instance: ministers")),
        Column("parent", gettext_lazy("Organ above it"), cells.named(cells.organ), hint=cells.FROM_REGISTER),
        Column("role", gettext_lazy("What it does"), cells.words(300)),
        Column("founded", gettext_lazy("Founded"), cells.day, hint=cells.A_DAY),
        Column("dissolved", gettext_lazy("Dissolved"), cells.day, hint=cells.A_DAY),
        aliases_column(),
        *SOURCE,
    ),
    names="name",
    known=_known,
    identity=_identity,
    find=by_identity(_identity),
    prepare=_prepare,
    check=_check,
)
