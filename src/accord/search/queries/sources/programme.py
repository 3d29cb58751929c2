"""The programme: areas of cooperation, priorities with what is reported of them, joint activities, operations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta

from django.db.models import Prefetch

from accord.access import Subject
from accord.members.queries.naming import every_name
from accord.programme.models import STANDS, Activity, Area, Operation, Phase, Priority, Result, Series, Turn
from accord.programme.queries import visible_areas, visible_operations, visible_series
from accord.search.values import Found, Source


def _scopes(_organisation_id: str) -> Iterator[str]:
    yield "programme"


def _touched(_organisation_id: str, _stream: str) -> Iterator[str]:
    yield "programme"


def _passages(organisation_id: str, _scope: str) -> Iterator[Found]:
    own = {"organisation": organisation_id}
    for area in Area.objects.filter(**own):
        yield _of(organisation_id, area.name, "", place="area", thing=area.key, key=area.key, label="area")
    for row in Priority.objects.filter(**own).select_related("programme").prefetch_related("reports"):
        told = {"anchor": "priorities", "label": "priority"}
        since = row.programme.announced if row.programme else None
        yield _of(organisation_id, row.name, "", day=row.announced, since=since, **told)
        for report in row.reports.all():
            yield _of(organisation_id, row.name, report.fact, named=False, day=report.day, since=report.day, **told)
    yield from _activities(organisation_id)
    yield from _operations(organisation_id)


def _operations(organisation_id: str) -> Iterator[Found]:
    """Yield operations, their phases, and their results from the day on which they were published."""
    called = every_name(organisation_id)
    standing = (
        Prefetch("phases", Phase.objects.filter(**STANDS)),
        Prefetch("results", Result.objects.filter(**STANDS)),
    )
    rows = Operation.objects.filter(organisation=organisation_id).prefetch_related(*standing)
    for one in rows:
        of = f"operation {one.key}"
        there = {"place": "operation", "thing": one.key, "key": one.key, "label": "operation"}
        words, also = _told(one.purpose, one.kind, one.observers), " ".join(called[of])
        yield _of(organisation_id, one.name, words, also=also, of=of, **there)
        for phase in one.phases.all():
            told = _told(phase.place, phase.when, phase.observers)
            since = {"day": phase.begins, "since": phase.known, "anchor": "phases"}
            yield _of(organisation_id, f"{one.name}: {phase.name}", told, **since, **there)
        for result in one.results.all():
            told, since = _told(result.what, result.unit, result.note), {"day": result.known, "since": result.known}
            yield _of(organisation_id, one.name, told, named=False, anchor="results", **since, **there)


def _activities(organisation_id: str) -> Iterator[Found]:
    """Yield series and editions; how an edition stood is known until something else of it is."""
    called = every_name(organisation_id)
    for series in Series.objects.filter(organisation=organisation_id):
        of, words = f"series {series.key}", _told(series.kind, series.subject, series.note)
        place = {"place": "series", "thing": series.key, "key": series.key, "label": "series", "of": of}
        yield _of(organisation_id, series.name, words, also=" ".join(called[of]), **place)
    rows = Activity.objects.filter(organisation=organisation_id).select_related("series", "host")
    turns = Turn.objects.filter(**STANDS).select_related("host")
    for row in rows.prefetch_related(Prefetch("turns", turns)):
        stands: list[Activity | Turn] = [row, *row.turns.all()]
        for stand, following in zip(stands, [*stands[1:], None], strict=True):
            yield _edition(organisation_id, row, stand, following, called[f"series {row.series.key}"])


def _edition(
    organisation_id: str, row: Activity, stand: Activity | Turn, following: Activity | Turn | None, also: list[str]
) -> Found:
    until = following.known - timedelta(days=1) if following and following.known else None
    return _of(
        organisation_id,
        f"{row.series.name} {row.edition}",
        _told(stand.host.name if stand.host else "", stand.place, stand.when, stand.reason, row.note),
        place="series",
        thing=row.series.key,
        key=row.series.key,
        anchor=f"e-{row.key}",
        label="activity",
        also=" ".join(f"{name} {row.edition}" for name in also),
        day=stand.begins,
        since=stand.known,
        until=until,
    )


def _series(by: Subject, organisation_id: str, things: Collection[str]) -> Iterable[str]:
    rows = visible_series(by).filter(organisation=organisation_id, key__in=things)
    return rows.values_list("key", flat=True)


def _operation_doors(by: Subject, organisation_id: str, things: Collection[str]) -> Iterable[str]:
    rows = visible_operations(by).filter(organisation=organisation_id, key__in=things)
    return rows.values_list("key", flat=True)


def _areas(by: Subject, organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_areas(by).filter(organisation=organisation_id, key__in=things).values_list("key", flat=True)


def _of(organisation_id: str, title: str, words: str, **more: object) -> Found:
    known = {"kind": "programme", "place": "register", "thing": organisation_id, "named": True}
    return Found(title=title, words=words, **{**known, **more})  # type: ignore[arg-type]


def _told(*words: str) -> str:
    return " · ".join(dict.fromkeys(filter(None, words)))


SOURCE = Source(
    streams=("register", "lists"),
    prefixes=("programme",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"area": _areas, "series": _series, "operation": _operation_doors},
)
