"""What is signed and is known by its title alone; an adopted text and a decision are found as what they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from accord.access import Subject
from accord.search.values import Found, Source
from accord.signing.models import Instrument
from accord.signing.queries.rows import visible_instruments


def _scopes(_organisation_id: str) -> Iterator[str]:
    yield "signing"


def _touched(_organisation_id: str, _stream: str) -> Iterator[str]:
    yield "signing"


def _passages(organisation_id: str, _scope: str) -> Iterator[Found]:
    rows = Instrument.objects.filter(organisation=organisation_id).exclude(title="")
    for row in rows.select_related("organ").order_by("-day", "id"):
        words = " · ".join(filter(None, (row.organ.name if row.organ else "", row.place)))
        place = {"place": "instrument", "thing": row.pk, "key": row.pk, "label": "instrument", "day": row.day}
        yield Found(
            kind="decisions", title=row.title, words=words, named=True, since=row.day, audience=row.audience_id, **place
        )


def _instruments(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_instruments(by).filter(pk__in=things).values_list("pk", flat=True)


SOURCE = Source(
    streams=("signing",),
    prefixes=("signing",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"instrument": _instruments},
)
