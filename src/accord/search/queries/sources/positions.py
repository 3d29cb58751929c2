"""Situations as reported, and the points on which members assess them; never what a member said of a point."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from accord.access import Subject
from accord.positions.models import Situation, SituationPoint
from accord.positions.queries import visible_points, visible_situations
from accord.search.values import Found, Source


def _scopes(_organisation_id: str) -> Iterator[str]:
    yield "situations"


def _touched(_organisation_id: str, _stream: str) -> Iterator[str]:
    yield "situations"


def _passages(organisation_id: str, _scope: str) -> Iterator[Found]:
    for row in Situation.objects.filter(organisation=organisation_id):
        place = {"place": "situation", "thing": str(row.pk), "anchor": "situations", "audience": row.audience_id}
        yield Found(kind="situations", title=row.name, words=row.gist, named=True, **place)
    points = SituationPoint.objects.filter(situation__organisation=organisation_id).select_related("situation")
    for point in points:
        place = {"place": "point", "thing": point.pk, "label": "point", "audience": point.audience_id}
        beside = point.situation.audience_id
        yield Found(kind="situations", title=point.situation.name, words=point.wording, beside=beside, **place)


def _situations(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return map(str, visible_situations(by).filter(pk__in=things).values_list("pk", flat=True))


def _points(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_points(by).filter(pk__in=things).values_list("pk", flat=True)


SOURCE = Source(
    streams=("situation", "register", "lists"),
    prefixes=("situations",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"situation": _situations, "point": _points},
)
