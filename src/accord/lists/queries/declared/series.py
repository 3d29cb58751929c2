"""The lists of series of joint activities, and of programmes of the chairmanship."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.lists import columns as cells
from accord.lists.columns import Column
from accord.lists.queries.declared.common import SOURCE, aliases_column, by_identity, other_names, sourced
from accord.lists.values import DeclaredList, Fault, Known, Planned, Scope, Values
from accord.members.models import ChairmanshipTerm
from accord.programme.queries import visible_programmes, visible_series


def _known_series(scope: Scope) -> list[Known]:
    rows = visible_series(scope.by).filter(organisation=scope.organisation).select_related("area")
    return [
        Known(
            {
                "name": row.name,
                "area": row.area.key if row.area else "",
                **{name: getattr(row, name) for name in ("kind", "subject", "first", "note")},
                **other_names(scope.book.series, row.key, "name"),
                **sourced(row),
            },
            row.key,
        )
        for row in rows
    ]


def _name(values: Values) -> Hashable:
    return str(values["name"]).casefold()


SERIES = DeclaredList(
    key="series",
    title=gettext_lazy("Series of activities"),
    row=gettext_lazy("a series of joint activities; public programme facts only"),
    columns=(
        Column("name", gettext_lazy("Name"), cells.words(120), needed=True, aliases=("series", "серия")),
        Column("area", gettext_lazy("Area"), cells.named(cells.area), hint=gettext_lazy("key or name")),
        Column("kind", gettext_lazy("What kind of activity"), cells.words(120), hint=gettext_lazy("such as exercise")),
        Column("subject", gettext_lazy("What it is about"), cells.words(200)),
        Column("first", gettext_lazy("First year"), cells.number, hint=gettext_lazy("as a source names it")),
        Column("note", gettext_lazy("Remark"), cells.words(300)),
        aliases_column(),
        *SOURCE,
    ),
    names="name",
    known=_known_series,
    identity=_name,
    find=by_identity(_name),
)


# Programmes of the chairmanship


def _known_programmes(scope: Scope) -> list[Known]:
    rows = visible_programmes(scope.by).filter(organisation=scope.organisation).select_related("term", "organ")
    return [
        Known(
            {
                "term": row.term.begins,
                "organ": row.organ.key if row.organ else "",
                **{name: getattr(row, name) for name in ("announced", "place", "speaker", "procedure")},
                **sourced(row),
            }
        )
        for row in rows.order_by("term__begins")
        if scope.on is None or row.announced <= scope.on
    ]


def _term(values: Values) -> Hashable:
    return values["term"]


def _check_programmes(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    terms = set(ChairmanshipTerm.objects.filter(organisation=scope.organisation).values_list("begins", flat=True))
    for place, each in enumerate(rows):
        if each.values["term"] not in terms:
            yield place, Fault("term", _("No term of the chairmanship begins on that day."))


PROGRAMMES = DeclaredList(
    key="programmes",
    title=gettext_lazy("Programmes"),
    row=gettext_lazy("the programme of a term of the chairmanship, as it was announced"),
    columns=(
        Column("term", gettext_lazy("Term begins"), cells.day, needed=True, hint=cells.A_DAY),
        Column("announced", gettext_lazy("Announced"), cells.day, needed=True, hint=cells.A_DAY),
        Column("organ", gettext_lazy("Organ"), cells.named(cells.organ), hint=cells.FROM_REGISTER),
        Column("place", gettext_lazy("Place"), cells.words(80)),
        Column("speaker", gettext_lazy("By whom"), cells.words(160), hint=gettext_lazy("an office, not a name")),
        Column("procedure", gettext_lazy("What became of it"), cells.words(500)),
        *SOURCE,
    ),
    known=_known_programmes,
    identity=_term,
    find=by_identity(_term),
    check=_check_programmes,
)
