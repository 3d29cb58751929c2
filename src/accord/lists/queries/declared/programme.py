"""The lists of the programme: areas of cooperation, priorities of the chairmanship, joint activities."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.lists import columns as cells
from accord.lists.columns import Column
from accord.lists.queries.declared.common import SOURCE, by_identity, needs_order, sourced
from accord.lists.values import DeclaredList, Fault, Known, Planned, Scope, Values
from accord.members.over_time import circles
from accord.programme.choices import Holding
from accord.programme.models import Activity, Programme, Turn
from accord.programme.queries import visible_activities, visible_areas, visible_priorities
from accord.programme.queries.activities import stand_on, with_turns

_PLAIN = ("place", "begins", "ends", "when", "reason")


# Areas


def _known_areas(scope: Scope) -> list[Known]:
    rows = visible_areas(scope.by).filter(organisation=scope.organisation).select_related("parent")
    return [
        Known({"key": row.key, "name": row.name, "parent": row.parent.key if row.parent else "", **sourced(row)})
        for row in rows
    ]


def _area(values: Values) -> Hashable:
    return values["key"]


def _check_areas(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    """Yield the areas that would be a part of nothing, or of themselves, with those that are there and those listed."""
    known = visible_areas(scope.by).filter(organisation=scope.organisation).values_list("key", "parent__key")
    above = {key: parent or "" for key, parent in known}
    above |= {each.whole["key"]: each.whole.get("parent") or "" for each in rows}
    below_itself = {key for found in circles(above.items()) for key in found}
    for place, each in enumerate(rows):
        parent = each.whole.get("parent")
        if parent and parent not in above:
            yield place, Fault("parent", _("“%s” is not in the register.") % parent)
        if each.whole["key"] in below_itself:
            yield place, Fault("parent", _("“%s” would be a part of itself.") % each.whole["name"])


AREAS = DeclaredList(
    key="areas",
    title=gettext_lazy("Areas"),
    row=gettext_lazy("an area of cooperation"),
    columns=(
        Column("key", gettext_lazy("Key"), cells.slug, needed=True, hint=gettext_lazy("such as water")),
        Column("name", gettext_lazy("Name"), cells.words(200), needed=True, aliases=("area", "область")),
        *SOURCE,
        Column("parent", gettext_lazy("It is a part of"), cells.slug, hint=gettext_lazy("key of an area")),
    ),
    known=_known_areas,
    identity=_area,
    find=by_identity(_area),
    check=_check_areas,
)


# Priorities


def _known_priorities(scope: Scope) -> list[Known]:
    rows = visible_priorities(scope.by).filter(organisation=scope.organisation)
    return [
        Known(
            {
                "term": row.programme.term.begins if row.programme else None,
                "number": row.number,
                "name": row.name,
                "area": row.area.key if row.area else "",
                "announced": row.announced,
                **sourced(row),
            }
        )
        for row in rows.select_related("area", "programme__term").order_by("programme__term__begins", "number")
        if scope.on is None or row.announced is None or row.announced <= scope.on
    ]


def _priority(values: Values) -> Hashable:
    return values.get("term"), values["number"]


def _check_priorities(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    terms = set(Programme.objects.filter(organisation=scope.organisation).values_list("term__begins", flat=True))
    for place, each in enumerate(rows):
        if each.values.get("term") and each.values["term"] not in terms:
            yield place, Fault("term", _("There is no programme for that term. Enter it first."))


PRIORITIES = DeclaredList(
    key="priorities",
    title=gettext_lazy("Priorities"),
    row=gettext_lazy("a priority of the chairmanship, in the order of the chair"),
    columns=(
        Column("number", gettext_lazy("Number"), cells.number, needed=True),
        Column("name", gettext_lazy("Priority"), cells.words(300), needed=True, aliases=("name", "приоритет")),
        Column("area", gettext_lazy("Area"), cells.named(cells.area), hint=gettext_lazy("key or name")),
        Column("announced", gettext_lazy("Announced"), cells.day, hint=cells.A_DAY),
        Column("term", gettext_lazy("Term begins"), cells.day, hint=gettext_lazy("empty: in no programme of a term")),
        *SOURCE,
    ),
    known=_known_priorities,
    identity=_priority,
    find=by_identity(_priority),
    check=_check_priorities,
)


# Activities


def _known_activities(scope: Scope) -> list[Known]:
    day = None if scope.comparing else scope.on
    rows = visible_activities(scope.by, day).filter(organisation=scope.organisation)
    return [_known_activity(row, stand_on(row, day)) for row in with_turns(rows)]


def _known_activity(row: Activity, stand: Activity | Turn) -> Known:
    return Known(
        {
            "series": row.series.name,
            "edition": row.edition,
            "state": Holding(stand.state),
            "area": row.area.key if row.area else "",
            "host": stand.host.code if stand.host else "",
            **{name: getattr(stand, name) for name in _PLAIN},
            "note": row.note,
            "known": row.known,
            "participants": tuple(sorted(member.code for member in stand.participants.all())),
            "absent": tuple(sorted(member.code for member in stand.absent.all())),
            **sourced(stand),
        }
    )


def _edition(values: Values) -> Hashable:
    return str(values["series"]).casefold(), str(values["edition"]).casefold()


def _check_activities(_scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    yield from needs_order(rows, "begins", "ends", _("It ends on %(last)s, before it begins on %(first)s."))
    for place, each in enumerate(rows):
        if each.whole.get("state") == Holding.CANCELLED and not each.whole.get("reason"):
            yield place, Fault("reason", _("Say why it was cancelled, or that no reason is known."))


ACTIVITIES = DeclaredList(
    key="activities",
    title=gettext_lazy("Joint activities"),
    row=gettext_lazy("an edition of a series of joint activities; public programme facts only"),
    columns=(
        Column("series", gettext_lazy("Series"), cells.words(120), needed=True, aliases=("activity", "мероприятие")),
        Column("edition", gettext_lazy("Edition"), cells.words(40), needed=True, hint=gettext_lazy("such as 2024")),
        Column(
            "state", gettext_lazy("State"), cells.one_of(Holding), hint=gettext_lazy("planned, held, moved, cancelled")
        ),
        Column("area", gettext_lazy("Area"), cells.named(cells.area), hint=gettext_lazy("key or name")),
        Column("host", gettext_lazy("Host"), cells.named(cells.member), hint=cells.FROM_REGISTER),
        Column("place", gettext_lazy("Place"), cells.words(120), hint=gettext_lazy("country and region or city")),
        Column("begins", gettext_lazy("Begins"), cells.day, hint=cells.A_DAY, aliases=cells.FROM),
        Column("ends", gettext_lazy("Ends"), cells.day, hint=cells.A_DAY, aliases=cells.TO),
        Column("when", gettext_lazy("Day in words"), cells.words(80), hint=gettext_lazy("where no day is known")),
        Column("participants", gettext_lazy("Participants"), cells.all_named(cells.member), hint=cells.SEVERAL),
        Column("note", gettext_lazy("Remark"), cells.words(300)),
        Column("absent", gettext_lazy("Takes no part"), cells.all_named(cells.member), hint=cells.SEVERAL),
        Column("reason", gettext_lazy("Why moved or cancelled"), cells.words(300)),
        Column("known", gettext_lazy("Known since"), cells.day, hint=gettext_lazy("empty: always")),
        *SOURCE,
    ),
    known=_known_activities,
    identity=_edition,
    find=by_identity(_edition),
    check=_check_activities,
)
