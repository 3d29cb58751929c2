"""The programme: areas of cooperation, priorities with what is reported of them, joint activities, operations."""

from __future__ import annotations

from collections.abc import Iterator

from accord.programme.models import Activity, Area, Operation, Priority
from accord.search.values import Found, Source


def _scopes(_organisation_id: str) -> Iterator[str]:
    yield "programme"


def _touched(_organisation_id: str, _stream: str) -> Iterator[str]:
    yield "programme"


def _passages(organisation_id: str, _scope: str) -> Iterator[Found]:
    own = {"organisation": organisation_id}
    for area in Area.objects.filter(**own):
        yield _of(organisation_id, area.name, "", anchor="areas", label="area")
    for row in Priority.objects.filter(**own).select_related("programme").prefetch_related("reports"):
        told = {"anchor": "priorities", "label": "priority"}
        since = row.programme.announced if row.programme else None
        yield _of(organisation_id, row.name, "", day=row.announced, since=since, **told)
        for report in row.reports.all():
            yield _of(organisation_id, row.name, report.fact, named=False, day=report.day, since=report.day, **told)
    for activity in Activity.objects.filter(**own).select_related("host"):
        words = _told(activity.host.name if activity.host else "", activity.place, activity.when, activity.note)
        title = f"{activity.series} {activity.edition}"
        yield _of(organisation_id, title, words, anchor="activities", label="activity", day=activity.begins)
    for one in Operation.objects.filter(**own):
        words = _told(one.variants, one.purpose, one.kind, one.phases, one.observers)
        yield _of(organisation_id, one.name, words, anchor="operations", label="operation")


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
    doors={},
)
