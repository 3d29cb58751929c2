"""The list of partner organisations."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.lists import columns as cells
from accord.lists.columns import Column
from accord.lists.queries.declared.common import (
    SOURCE,
    aliases_column,
    by_identity,
    other_names,
    sourced,
)
from accord.lists.values import DeclaredList, Fault, Known, Planned, Scope, Values
from accord.members.checks import of_member
from accord.members.choices import PartnerKind
from accord.members.models import Partner
from accord.members.over_time import circles


def _known(scope: Scope) -> list[Known]:
    return [
        Known(
            {
                "code": row.code,
                "name": row.name,
                "structures": row.structures,
                "rests_on": row.basis,
                "kind": PartnerKind(row.kind),
                "parent": row.parent,
                **other_names(scope.book.partners, row.code, "name"),
                **sourced(row),
            },
            also=scope.book.partners.further(row.code),
        )
        for row in Partner.objects.filter(organisation=scope.organisation)
    ]


def _identity(values: Values) -> Hashable:
    return values["code"]


def _check(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    entered = (known.values for known in scope.entered)
    parents = {each["code"]: each.get("parent") or "" for each in (*entered, *(each.whole for each in rows))}
    found = {code: ring for ring in circles(parents.items()) for code in ring}
    for place, each in enumerate(rows):
        code, parent = each.whole["code"], each.whole.get("parent")
        if parent and (parent == code or parent not in parents):
            yield place, Fault("parent", _("“%s” is no other partner, entered or in this list.") % parent)
        elif code in found:
            named = " → ".join((*found[code], found[code][0]))
            yield place, Fault("parent", _("These partners belong to one another in a circle: %s.") % named)
        if code in scope.book.members.names:
            yield place, Fault("code", of_member(code, scope.book.members.names[code]))
        if each.known is None and not each.values.get("name"):
            yield place, Fault("name", _("A new partner needs a name."))


PARTNERS = DeclaredList(
    key="partners",
    title=gettext_lazy("Partners"),
    row=gettext_lazy("a partner organisation"),
    columns=(
        Column("code", gettext_lazy("Code"), cells.code, needed=True, hint=cells.A_CODE),
        Column("name", gettext_lazy("Name"), cells.words(200), aliases=("partner", "organisation", "организация")),
        Column("kind", gettext_lazy("Kind"), cells.one_of(PartnerKind)),
        Column("parent", gettext_lazy("Structure of"), cells.code, hint=gettext_lazy("code of a partner")),
        Column("structures", gettext_lazy("Structures that cooperate"), cells.words(300)),
        Column("rests_on", gettext_lazy("On what the cooperation rests"), cells.words(300)),
        aliases_column(),
        *SOURCE,
    ),
    names="name",
    known=_known,
    identity=_identity,
    find=by_identity(_identity),
    check=_check,
)
