"""Situations and positions as reported, and questions on situations; never what a member said of a question."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from accord.access import Subject
from accord.members.queries.naming import every_name
from accord.positions.models import Position, Situation, SituationPoint
from accord.positions.models.positions import Whose
from accord.positions.queries import visible_points, visible_positions, visible_situations
from accord.positions.queries.positions import whose
from accord.search.values import Found, Source


def _scopes(_organisation_id: str) -> Iterator[str]:
    yield "situations"


def _touched(_organisation_id: str, _stream: str) -> Iterator[str]:
    yield "situations"


def _passages(organisation_id: str, _scope: str) -> Iterator[Found]:
    for row in Situation.objects.filter(organisation=organisation_id):
        place = {"place": "situation", "thing": str(row.pk), "key": row.handle, "audience": row.audience_id}
        yield Found(kind="situations", title=row.name, words=row.gist, named=True, **place)
    points = SituationPoint.objects.filter(situation__organisation=organisation_id).select_related("situation")
    for point in points:
        place = {"place": "point", "thing": point.pk, "label": "point", "audience": point.audience_id}
        where = {"key": point.situation.handle, "anchor": f"q-{point.pk}", "beside": point.situation.audience_id}
        yield Found(kind="situations", title=point.situation.name, words=point.wording, **where, **place)
    yield from _reported(organisation_id)


def _reported(organisation_id: str) -> Iterator[Found]:
    """Yield the positions, each found under every name of whose it is; of nobody while that is not settled."""
    names = every_name(organisation_id)
    rows = Position.objects.filter(organisation=organisation_id).select_related("situation", "member", "organ")
    for one in rows.prefetch_related("settlings__member", "settlings__organ"):
        subject = ": ".join(filter(None, (one.situation.name if one.situation else "", one.topic)))
        place = {"place": "position", "thing": one.pk, "key": one.pk, "label": "position"}
        known = {"day": one.day, "since": one.known or one.day}
        also = " · ".join(filter(None, (one.speaker, *_holder(whose(one), names))))
        yield Found(kind="situations", title=subject, words=one.words, also=also, named=True, **known, **place)


def _holder(held: Whose, names: Mapping[str, list[str]]) -> tuple[str, ...]:
    if held.member:
        return (held.member.code, held.member.name, *names.get(f"member {held.member.code}", ()))
    return (held.organ.name, *names.get(f"organ {held.organ.key}", ())) if held.organ else ()


def _situations(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return map(str, visible_situations(by).filter(pk__in=things).values_list("pk", flat=True))


def _points(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_points(by).filter(pk__in=things).values_list("pk", flat=True)


def _positions(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_positions(by).filter(pk__in=things).values_list("pk", flat=True)


SOURCE = Source(
    streams=("situation", "register", "lists"),
    prefixes=("situations",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"situation": _situations, "point": _points, "position": _positions},
)
