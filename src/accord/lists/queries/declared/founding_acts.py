"""The list of founding acts of the organisation and its organs."""

from __future__ import annotations

from collections.abc import Hashable

from django.utils.translation import gettext_lazy

from accord.lists import columns as cells
from accord.lists.columns import Column
from accord.lists.queries.declared.common import SOURCE, by_identity, sourced
from accord.lists.values import DeclaredList, Known, Scope, Values
from accord.members.models import FoundingAct


def _known(scope: Scope) -> list[Known]:
    rows = FoundingAct.objects.filter(organisation=scope.organisation).select_related("organ")
    return [
        Known(
            {
                "day": row.day,
                "act": row.title,
                "organ": row.organ.key if row.organ else "",
                "place": row.place,
                **sourced(row),
            }
        )
        for row in rows
        if scope.on is None or row.day <= scope.on
    ]


def _identity(values: Values) -> Hashable:
    return values["day"], str(values["act"]).casefold(), values.get("organ") or ""


ACTS = DeclaredList(
    key="acts",
    title=gettext_lazy("Founding acts"),
    row=gettext_lazy("an act on which an organ rests; without an organ, the organisation itself"),
    columns=(
        Column("day", gettext_lazy("Day"), cells.day, needed=True, hint=cells.A_DAY),
        Column("act", gettext_lazy("Title"), cells.words(300), needed=True, aliases=("act", "акт")),
        Column("organ", gettext_lazy("Organ"), cells.named(cells.organ), hint=cells.FROM_REGISTER),
        Column("place", gettext_lazy("Place"), cells.words(80)),
        *SOURCE,
    ),
    known=_known,
    identity=_identity,
    find=by_identity(_identity),
)
