"""What is followed: measures and commitments with what is reported of them, and proposals voiced in meetings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from accord.access import PUBLIC, Subject
from accord.commitments.models import Commitment, Measure, Voiced
from accord.commitments.queries import released_adoptions, visible_commitments, visible_measures, visible_voiced
from accord.search.values import Found, Source


def _scopes(_organisation_id: str) -> Iterator[str]:
    yield "followed"


def _touched(_organisation_id: str, _stream: str) -> Iterator[str]:
    yield "followed"


def _passages(organisation_id: str, _scope: str) -> Iterator[Found]:
    for measure in Measure.objects.filter(organisation=organisation_id).prefetch_related("reports"):
        words = " · ".join(filter(None, (measure.office, measure.indicator, measure.when)))
        yield from _followed(measure, words, None)
    released = set(released_adoptions(PUBLIC))
    for row in Commitment.objects.filter(organisation=organisation_id).prefetch_related("reports"):
        words = " · ".join(filter(None, (row.binds, row.when)))
        yield from _followed(row, words, row.audience_id, released=row.adoption_id in released)
    for voiced in Voiced.objects.filter(organisation=organisation_id).prefetch_related("outcomes"):
        yield from _voiced(voiced)


def _followed(
    row: Measure | Commitment, words: str, audience: str | None, *, released: bool = False
) -> Iterator[Found]:
    """Yield something that is followed and its reports; of a released text what is open to everybody."""
    told = {"kind": "programme", "place": "followed", "thing": row.pk, "key": row.pk}
    title, seen = row.words[:300], None if released else audience
    since = {"day": row.due, "since": row.known, "audience": seen}
    yield Found(title=title, words=words, named=True, label="followed", **since, **told)  # type: ignore[arg-type]
    for report in row.reports.all():
        first = max(report.day, row.known) if row.known else report.day
        since = {"day": report.day, "since": first, "audience": seen if report.open else audience}
        yield Found(title=title, words=report.fact, label="report", **since, **told)  # type: ignore[arg-type]


def _voiced(row: Voiced) -> Iterator[Found]:
    told = {"kind": "meetings", "place": "proposal", "thing": row.pk, "key": row.pk, "audience": row.audience_id}
    title = row.words[:300]
    yield Found(title=title, words=row.who, named=True, label="voiced", day=row.day, since=row.day, **told)  # type: ignore[arg-type]
    for each in row.outcomes.all():
        yield Found(title=title, words=each.words, label="voiced", day=each.day, since=each.day, **told)  # type: ignore[arg-type]


def _seen(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    rows = (visible_measures(by), visible_commitments(by))
    return [pk for each in rows for pk in each.filter(pk__in=things).values_list("pk", flat=True)]


def _heard(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_voiced(by).filter(pk__in=things).values_list("pk", flat=True)


SOURCE = Source(
    streams=("measure", "commitment", "voiced", "releases"),
    prefixes=("followed",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"followed": _seen, "proposal": _heard},
)
