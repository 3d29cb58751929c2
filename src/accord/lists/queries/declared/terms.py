"""The list of terms of the chairmanship."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.lists import columns as cells
from accord.lists.columns import Column
from accord.lists.queries.declared.common import SOURCE, by_identity, needs_order, sourced
from accord.lists.values import DeclaredList, Fault, Known, Planned, Scope, Values
from accord.members.models import ChairmanshipTerm, Member
from accord.members.over_time import Term, unfit_terms


def _known(scope: Scope) -> list[Known]:
    rows = ChairmanshipTerm.objects.filter(organisation=scope.organisation).select_related("member")
    return [
        Known(
            {
                "member": row.member.code,
                "begins": row.begins,
                "ends": row.ends,
                "exception": row.exception,
                "when": row.when,
                "decided": row.decided,
                **sourced(row),
            }
        )
        for row in rows
        if scope.on is None or row.begins <= scope.on
    ]


def _identity(values: Values) -> Hashable:
    return values["begins"]


def _check(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    yield from needs_order(rows, "begins", "ends", _("It ends on %(last)s, before it begins on %(first)s."))
    names = dict(Member.objects.filter(organisation=scope.organisation).values_list("code", "name"))
    entered = ChairmanshipTerm.objects.filter(organisation=scope.organisation)
    terms = {row.begins: Term(names[row.member.code], row.begins, row.ends) for row in entered.select_related("member")}
    places = {}
    for place, each in enumerate(rows):
        begins = each.whole["begins"]
        places[begins], terms[begins] = place, Term(names[each.whole["member"]], begins, each.whole.get("ends"))
    for earlier, later, reason in unfit_terms(terms.values()):
        for begins in {earlier, later} & places.keys():
            yield places[begins], Fault("begins", reason)


TERMS = DeclaredList(
    key="terms",
    title=gettext_lazy("Chairmanship"),
    row=gettext_lazy("a term of the chairmanship"),
    columns=(
        Column("member", gettext_lazy("Member"), cells.named(cells.member), needed=True, hint=cells.FROM_REGISTER),
        Column("begins", gettext_lazy("Begins"), cells.day, needed=True, hint=cells.A_DAY, aliases=cells.FROM),
        Column("ends", gettext_lazy("Ends"), cells.day, hint=cells.A_DAY, aliases=cells.TO),
        Column("exception", gettext_lazy("Decision by which it is an exception"), cells.words(300)),
        Column("when", gettext_lazy("Day in words"), cells.words(80), hint=gettext_lazy("where no day is known")),
        Column("decided", gettext_lazy("Decided on"), cells.day, hint=gettext_lazy("when it was known who presides")),
        *SOURCE,
    ),
    known=_known,
    identity=_identity,
    find=by_identity(_identity),
    check=_check,
)
