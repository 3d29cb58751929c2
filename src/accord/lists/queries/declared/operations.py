"""The lists of joint operations: the programmes, who takes part, phases, published results."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.lists import columns as cells
from accord.lists.columns import Column
from accord.lists.queries.declared.common import (
    SOURCE,
    aliases_column,
    by_identity,
    needs_order,
    other_names,
    sourced,
)
from accord.lists.values import DeclaredList, Fault, Known, Planned, Scope, Values
from accord.programme.choices import Exactness, Holding
from accord.programme.models import STANDS, Phase, Result, Taking
from accord.programme.queries import visible_operations


def _known_operations(scope: Scope) -> list[Known]:
    rows = visible_operations(scope.by).filter(organisation=scope.organisation).select_related("area")
    return [
        Known(
            {
                "name": row.name,
                "area": row.area.key if row.area else "",
                **{name: getattr(row, name) for name in ("purpose", "organ", "since", "kind", "observers")},
                **other_names(scope.book.operations, row.key, "name"),
                **sourced(row),
            },
            row.key,
        )
        for row in rows
    ]


def _name(values: Values) -> Hashable:
    return str(values["name"]).casefold()


OPERATIONS = DeclaredList(
    key="operations",
    title=gettext_lazy("Joint operations"),
    row=gettext_lazy("a joint operation as a programme; public programme facts only"),
    columns=(
        Column("name", gettext_lazy("Name"), cells.words(120), needed=True, aliases=("operation", "операция")),
        Column("purpose", gettext_lazy("Purpose"), cells.words(300), needed=True),
        Column("area", gettext_lazy("Area"), cells.named(cells.area), hint=gettext_lazy("key or name")),
        Column("organ", gettext_lazy("Organ"), cells.named(cells.organ), hint=cells.FROM_REGISTER),
        Column("since", gettext_lazy("First year"), cells.number, hint=gettext_lazy("as a source names it")),
        Column("kind", gettext_lazy("How it is run"), cells.words(200), hint=gettext_lazy("such as yearly, in phases")),
        Column("observers", gettext_lazy("Observers"), cells.words(300)),
        aliases_column(),
        *SOURCE,
    ),
    names="name",
    known=_known_operations,
    identity=_name,
    find=by_identity(_name),
)

OPERATION = Column(
    "operation", gettext_lazy("Operation"), cells.called(cells.operation), needed=True, hint=cells.FROM_REGISTER
)
KNOWN = Column("known", gettext_lazy("Known since"), cells.day, hint=gettext_lazy("empty: always"))


def _of_operations(scope: Scope, rows: Any) -> list[Any]:
    """Return entries that stand, of operations that can be seen, as far as they are known by the day of the list."""
    seen = visible_operations(scope.by).filter(organisation=scope.organisation)
    found = rows.filter(operation__in=seen, **STANDS).select_related("operation")
    return [row for row in found if scope.on is None or row.known is None or row.known <= scope.on]


# Who takes part


def _known_takings(scope: Scope) -> list[Known]:
    rows = Taking.objects.select_related("member").order_by("operation_id", "member__order")
    return [
        Known({"operation": row.operation.name, "member": row.member.code, "known": row.known, **sourced(row)})
        for row in _of_operations(scope, rows)
    ]


def _taking(values: Values) -> Hashable:
    return values["operation"], values["member"]


TAKINGS = DeclaredList(
    key="takings",
    title=gettext_lazy("Who takes part in operations"),
    row=gettext_lazy("a member that a source names as taking part in an operation"),
    columns=(
        OPERATION,
        Column("member", gettext_lazy("Member"), cells.named(cells.member), needed=True, hint=cells.FROM_REGISTER),
        KNOWN,
        *SOURCE,
    ),
    known=_known_takings,
    identity=_taking,
    find=by_identity(_taking),
)


# Phases

_OF_A_PHASE = ("name", "place", "begins", "ends", "when", "observers", "known")


def _known_phases(scope: Scope) -> list[Known]:
    rows = Phase.objects.prefetch_related("participants").order_by("operation_id", "begins", "id")
    return [
        Known(
            {
                "operation": row.operation.name,
                "state": Holding(row.state),
                **{name: getattr(row, name) for name in _OF_A_PHASE},
                "participants": tuple(sorted(member.code for member in row.participants.all())),
                **sourced(row),
            }
        )
        for row in _of_operations(scope, rows)
    ]


def _phase(values: Values) -> Hashable:
    return values["operation"], values["name"]


def _check_phases(_scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    yield from needs_order(rows, "begins", "ends", _("It ends on %(last)s, before it begins on %(first)s."))
    for place, each in enumerate(rows):
        if each.whole.get("ends") and not each.whole.get("begins"):
            yield place, Fault("begins", _("Say the first day too."))


PHASES = DeclaredList(
    key="phases",
    title=gettext_lazy("Phases of operations"),
    row=gettext_lazy("a phase of a joint operation, as it was published"),
    columns=(
        OPERATION,
        Column("name", gettext_lazy("Name"), cells.words(120), needed=True, aliases=("phase", "этап")),
        Column("state", gettext_lazy("State"), cells.one_of(Holding), needed=True),
        Column("place", gettext_lazy("Place"), cells.words(120), hint=gettext_lazy("country and region or city")),
        Column("begins", gettext_lazy("Begins"), cells.day, hint=cells.A_DAY, aliases=cells.FROM),
        Column("ends", gettext_lazy("Ends"), cells.day, hint=cells.A_DAY, aliases=cells.TO),
        Column("when", gettext_lazy("Day in words"), cells.words(300), hint=gettext_lazy("where no day is known")),
        Column("observers", gettext_lazy("Observers"), cells.words(300)),
        Column("participants", gettext_lazy("Participants"), cells.all_named(cells.member), hint=cells.SEVERAL),
        KNOWN,
        *SOURCE,
    ),
    known=_known_phases,
    identity=_phase,
    find=by_identity(_phase),
    check=_check_phases,
)


# Published results


def _known_results(scope: Scope) -> list[Known]:
    rows = Result.objects.select_related("phase").order_by("operation_id", "known", "id")
    return [
        Known(
            {
                "operation": row.operation.name,
                "phase": row.phase.name if row.phase else "",
                "exactness": Exactness(row.exactness),
                **{name: getattr(row, name) for name in ("what", "figure", "unit", "note", "known")},
                **sourced(row),
            }
        )
        for row in _of_operations(scope, rows)
    ]


def _result(values: Values) -> Hashable:
    return values["operation"], values.get("phase") or "", values["what"], values["known"]


def _check_results(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    phases = {_phase(known.values) for known in _known_phases(scope)}
    for place, each in enumerate(rows):
        phase = each.values.get("phase")
        if phase and (each.values["operation"], phase) not in phases:
            yield place, Fault("phase", _("“%s” is no phase of this operation. Enter it first.") % phase)


RESULTS = DeclaredList(
    key="results",
    title=gettext_lazy("Results of operations"),
    row=gettext_lazy("a published result of a joint operation, in the unit of who published it"),
    columns=(
        OPERATION,
        Column("phase", gettext_lazy("Phase"), cells.words(120), hint=gettext_lazy("empty: of the whole operation")),
        Column("what", gettext_lazy("What"), cells.words(160), needed=True, hint=gettext_lazy("such as drugs seized")),
        Column("exactness", gettext_lazy("How exact"), cells.one_of(Exactness), hint=gettext_lazy("empty: exactly")),
        Column("figure", gettext_lazy("Figure"), cells.figure, needed=True),
        Column("unit", gettext_lazy("Unit"), cells.words(60)),
        Column("note", gettext_lazy("Remark"), cells.words(300)),
        Column("known", gettext_lazy("Published on"), cells.day, needed=True, hint=cells.A_DAY),
        *SOURCE,
    ),
    known=_known_results,
    identity=_result,
    find=by_identity(_result),
    check=_check_results,
)
