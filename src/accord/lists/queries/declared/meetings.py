"""The list of meetings: a row is a meeting with its sittings. One that is entered is moved on its own page."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import F, Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.engine.rules.gathering import RulesError
from accord.engine.rules.periods import instant
from accord.lists import columns as cells
from accord.lists.columns import Column
from accord.lists.gatherings import Sat, read_sittings
from accord.lists.queries.books import meetings_in
from accord.lists.queries.declared.common import SOURCE, by_identity, sourced
from accord.lists.values import DeclaredList, Fault, Known, Planned, Scope, Values
from accord.meetings.choices import Kind, State
from accord.meetings.models import Meeting, Sitting
from accord.meetings.queries import visible_sittings

_WORDS = ("when", "zone", "city", "country", "chair_name", "note")


def _known(scope: Scope) -> list[Known]:
    sittings = Prefetch("sittings", visible_sittings(scope.by).order_by("order"))
    rows = (
        meetings_in(scope)
        .select_related("organ", "host", "chair")
        .prefetch_related(sittings, "organs")
        .order_by(F("day").asc(nulls_last=True), "title", "pk")
    )
    if scope.narrow:
        rows = rows.filter(pk=scope.narrow)
    return [Known(_values(row), row.pk) for row in rows]


def _values(row: Meeting) -> dict[str, Any]:
    sat = list(row.sittings.all())
    languages = tuple(dict.fromkeys(tag for sitting in sat for tag in sitting.languages))
    return {
        "title": row.title,
        "day": row.day,
        **{name: getattr(row, name) for name in _WORDS},
        "organ": row.organ.key if row.organ else "",
        "organs": tuple(sorted(organ.key for organ in row.organs.all())),
        "kind": Kind(row.kind),
        "host": row.host.code if row.host else "",
        "chair": row.chair.code if row.chair else "",
        "sittings": tuple(_sat(sitting, row) for sitting in sat),
        "languages": languages,
        "state": State(row.state),
        **sourced(row),
    }


def _sat(sitting: Sitting, row: Meeting) -> Sat:
    """Return a sitting by the clocks of the place."""
    begins, ends = (at and at.astimezone(ZoneInfo(row.zone)) for at in (sitting.begins, sitting.ends))
    day = begins.date() if begins and begins.date() != row.day else None
    return Sat(sitting.format, day, begins.time() if begins else None, ends.time() if ends else None)


def _identity(values: Values) -> Hashable:
    return str(values["title"]).casefold(), values.get("day") or str(values.get("when") or "").casefold()


def _check(_scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    for place, each in enumerate(rows):
        for change in each.changes:
            yield (
                place,
                Fault(change.column, _("The meeting is entered already; it is changed on its own page.")),
            )
        if each.known is None:
            yield from ((place, fault) for fault in _faults(each.values))


def _faults(values: Values) -> Iterator[Fault]:
    organs = {values.get("organ") or "", *values.get("organs", ())} - {""}
    if values.get("kind") == Kind.JOINT and len(organs) < 2:
        yield Fault("organs", _("A joint meeting is one of at least two organs."))
    if values.get("state") not in (None, State.CONVENED):
        yield Fault("state", _("A list convenes meetings. One that is proposed or cancelled is entered on its pages."))
    if not values.get("day") and not values.get("when"):
        yield Fault("day", _("When is it? Give the day, or say in words what is known, such as “November 2024”."))
    for each in values.get("sittings", ()):
        yield from _hour_faults(each, values.get("day"), str(values.get("zone") or "UTC"))


def _hour_faults(sat: Sat, first: date | None, zone: str) -> Iterator[Fault]:
    """Yield why a sitting cannot be: hours without a day, hours that the clocks skip, an end before the beginning."""
    day = sat.day or first
    if sat.begins and day is None:
        yield Fault("sittings", _("Hours need a day."))
    elif sat.day and first and sat.day < first:
        yield Fault("sittings", _("%s is before the first day of the meeting.") % sat.day.isoformat())
    elif sat.begins and sat.ends and sat.ends <= sat.begins:
        yield Fault("sittings", _("A sitting ends after it begins. One past midnight is entered on the page."))
    for at in (sat.begins, sat.ends):
        if at and day:
            try:
                instant(day, at, zone)
            except RulesError as error:
                yield Fault("sittings", str(error))


MEETINGS = DeclaredList(
    key="meetings",
    title=gettext_lazy("Meetings"),
    row=gettext_lazy("a meeting with its sittings"),
    columns=(
        Column("title", gettext_lazy("Title"), cells.words(200), needed=True, aliases=("meeting", "заседание")),
        Column("day", gettext_lazy("Day"), cells.day, hint=cells.A_DAY, aliases=("date", "дата")),
        Column("when", gettext_lazy("Day in words"), cells.words(80), hint=gettext_lazy("where no day is known")),
        Column("zone", gettext_lazy("Time zone"), cells.zone, hint=gettext_lazy("such as Asia/Almaty; empty: UTC")),
        Column("city", gettext_lazy("City"), cells.words(80)),
        Column("country", gettext_lazy("Country"), cells.words(80)),
        Column("organ", gettext_lazy("Organ"), cells.named(cells.organ), hint=cells.FROM_REGISTER),
        Column("organs", gettext_lazy("Further organs"), cells.all_named(cells.organ), hint=cells.SEVERAL),
        Column("kind", gettext_lazy("Kind"), cells.one_of(Kind), hint=gettext_lazy("empty: regular meeting")),
        Column("host", gettext_lazy("Host"), cells.named(cells.member), hint=cells.FROM_REGISTER),
        Column("chair", gettext_lazy("Presiding member"), cells.named(cells.member), hint=cells.FROM_REGISTER),
        Column("chair_name", gettext_lazy("Who presides"), cells.words(120)),
        Column(
            "sittings",
            gettext_lazy("Sittings"),
            read_sittings,
            hint=gettext_lazy("as narrow 09:00-10:00; extended 10:30-13:00, by the clocks of the place"),
        ),
        Column(
            "languages", gettext_lazy("Languages interpreted"), cells.tags, hint=gettext_lazy("as English; Russian")
        ),
        Column("note", gettext_lazy("Remark"), cells.words(300)),
        Column("state", gettext_lazy("State"), cells.one_of(State), kept=False),
        *SOURCE,
    ),
    known=_known,
    identity=_identity,
    find=by_identity(_identity),
    check=_check,
)
