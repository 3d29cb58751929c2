"""The list of powers: a row is what a person may do for a member, between two days."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.lists import columns as cells
from accord.lists.book import Book
from accord.lists.columns import Column
from accord.lists.queries.declared.common import SOURCE, by_identity, needs_order, sourced
from accord.lists.values import DeclaredList, Fault, Known, Planned, Scope, Values
from accord.members.choices import PowerKind
from accord.members.models import Power


def _who(cell: str, book: Book) -> str:
    """Return the registered name of a person. Raises Wrong."""
    return book.people.names[book.people.key_of(cell)]


def _known(scope: Scope) -> list[Known]:
    rows = Power.objects.filter(person__organisation=scope.organisation).select_related("person", "member", "organ")
    return [
        Known(
            {
                "person": row.person.name,
                "member": row.member.code,
                "kind": PowerKind(row.kind),
                "organ": row.organ.key if row.organ else "",
                "since": row.since,
                "until": row.until,
                **sourced(row),
            }
        )
        for row in rows
        if scope.on is None or row.since <= scope.on <= (row.until or scope.on)
    ]


def _identity(values: Values) -> Hashable:
    return tuple(str(values.get(name) or "") for name in ("person", "member", "kind", "organ", "since"))


def _check(_scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    return needs_order(rows, "since", "until", _("It ends on %(last)s, before it begins on %(first)s."))


POWERS = DeclaredList(
    key="powers",
    title=gettext_lazy("Mandates"),
    row=gettext_lazy("what a person may do for a member, in one organ or in all"),
    columns=(
        Column("person", gettext_lazy("Person"), _who, needed=True, aliases=("name", "лицо", "фио")),
        Column("member", gettext_lazy("For the member"), cells.named(cells.member), needed=True),
        Column("kind", gettext_lazy("What"), cells.one_of(PowerKind), needed=True, aliases=("power", "полномочие")),
        Column("organ", gettext_lazy("In the organ"), cells.named(cells.organ), hint=gettext_lazy("empty: in all")),
        Column("since", gettext_lazy("First day"), cells.day, needed=True, hint=cells.A_DAY, aliases=cells.FROM),
        Column("until", gettext_lazy("Last day"), cells.day, hint=cells.A_DAY, aliases=cells.TO),
        *SOURCE,
    ),
    known=_known,
    identity=_identity,
    find=by_identity(_identity),
    check=_check,
)
