"""The list of members: a row is what a state is from a day on; a state without such a row is a member."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.lists import columns as cells
from accord.lists.columns import Column
from accord.lists.queries.declared.common import (
    SOURCE,
    all_faults,
    by_identity,
    other_names,
    sourced,
    together,
)
from accord.lists.values import DeclaredList, Fault, Known, Planned, Scope, Values
from accord.members.checks import of_partner
from accord.members.choices import Status
from accord.members.models import Member
from accord.members.over_time import Since, unfit_states


def _known(scope: Scope) -> list[Known]:
    found = []
    for row in Member.objects.filter(organisation=scope.organisation).prefetch_related("states"):
        also = scope.book.members.further(row.code)
        plain = {"code": row.code, "name": row.name, **other_names(scope.book.members, row.code, "name")}
        states = [each for each in row.states.all() if scope.on is None or each.since <= scope.on]
        found.append(Known({**plain, **sourced(row)}, also=also, apart=bool(states)))
        for each in states:
            dated = {"status": Status(each.status), "since": each.since, "when": each.when, "note": each.note}
            found.append(Known({**plain, **dated, **sourced(each)}, also=also))
    return found


def _identity(values: Values) -> Hashable:
    return values["code"], values.get("since")


def _check(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    members = scope.book.members
    named = {each.values["code"] for each in rows if each.values.get("name")}
    for place, each in enumerate(rows):
        values, code = each.values, each.values["code"]
        if values.get("status") and not values.get("since"):
            yield place, Fault("since", _("From which day on? A status has its day."))
        if values.get("since") and not values.get("status"):
            yield place, Fault("status", _("What is it from this day on? A day has its status."))
        if code not in members.names and code not in named:
            yield place, Fault("name", _("“%s” is not in the register; give it a name.") % code)
        if code not in members.names and code in scope.book.partners.names:
            yield place, Fault("code", of_partner(code, scope.book.partners.names[code]))
        if _calls_anew(scope, each):
            told = {"code": code, "name": members.names[code]}
            yield place, Fault("name", _("The register calls %(code)s “%(name)s”. Leave the name empty here.") % told)
    yield from _check_states(scope, rows)


def _calls_anew(scope: Scope, each: Planned) -> bool:
    """Whether a row with a status would rename a member on the way."""
    members, code = scope.book.members, each.values["code"]
    if code not in members.names or not each.values.get("since"):
        return False
    known = {members.names[code], *members.further(code), None}
    return each.values.get("name") not in known


def _check_states(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    """Yield the rows after which a member would join twice."""
    entered: dict[str, dict[object, str]] = {}
    for known in scope.entered:
        if known.values.get("since"):
            entered.setdefault(known.values["code"], {})[known.values["since"]] = str(known.values["status"])
    for code, places in together(rows, lambda values: values["code"]).items():
        states = dict(entered.get(str(code), {}))
        for place in places:
            whole = rows[place].whole
            if whole.get("since") and whole.get("status"):
                states[whole["since"]] = str(whole["status"])
        touched = [place for place in places if rows[place].verdict in ("new", "changed")]
        if touched:
            yield from all_faults(
                touched, unfit_states([Since(status, day) for day, status in states.items()]), "since"
            )


MEMBERS = DeclaredList(
    key="members",
    title=gettext_lazy("Members"),
    row=gettext_lazy("what a state is from a day on; one without a status is a member, since no day that is known"),
    columns=(
        Column("code", gettext_lazy("Code"), cells.code, needed=True, hint=cells.A_CODE),
        Column(
            "name",
            gettext_lazy("Name"),
            cells.words(120),
            hint=gettext_lazy("needed for a state that is not in the register yet"),
            aliases=("state", "member", "country", "государство", "член", "страна"),
        ),
        Column("status", gettext_lazy("Status"), cells.one_of(Status), hint=gettext_lazy("member, observer, left, …")),
        Column(
            "since", gettext_lazy("Since"), cells.day, hint=cells.A_DAY, aliases=("joined", "вступление", *cells.FROM)
        ),
        Column("when", gettext_lazy("Day in words"), cells.words(40), hint=gettext_lazy("where no day is known")),
        Column("note", gettext_lazy("Remark"), cells.words(300)),
        Column("aliases", gettext_lazy("Also written"), cells.others, hint=cells.SEVERAL),
        *SOURCE,
    ),
    names="name",
    known=_known,
    identity=_identity,
    find=by_identity(_identity),
    check=_check,
)
