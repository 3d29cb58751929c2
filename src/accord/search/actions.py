"""
Keeping the index in step. These acts have no entry in the record: they draw from it, and change nothing that anybody
decided.

A stream that was written is noted by the database in the transaction of its act; :func:`catch_up` reads anew what such
streams can have changed. It is called behind each request that writes, and before each search, where nothing is left to
do as a rule, so that a search does the same work whether or not something hidden was written.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db import DatabaseError, transaction

from accord.members.models import Organisation
from accord.search.models import Passage, Touched
from accord.search.queries.sources import SOURCES, scopes_of, source_of
from accord.search.values import LONGEST_TITLE, Found
from accord.search.words import BOUND, Word, words_of

log = logging.getLogger("accord.search")

BATCH = 200
"""Rows added in one statement."""

MOST_WORDS = 5000
"""Words of one passage that are found; a longer one goes on in the next row."""


def catch_up() -> None:
    """
    Read anew what was written since the index was in step; one query where nothing was.

    A stream that cannot be read is told in the log and stays noted; whatever it holds, the others are found, and
    nobody's act or search fails for it.
    """
    if not Touched.objects.exists():
        return
    with transaction.atomic():
        rows = list(Touched.objects.select_for_update().order_by("pk"))
        streams = dict.fromkeys((row.organisation_id, row.stream) for row in rows)
        read_now = {each for each in streams if _followed(*each)}
        done = [row.pk for row in rows if (row.organisation_id, row.stream) in read_now]
        Touched.objects.filter(pk__in=done).delete()


def _followed(organisation_id: str, stream: str) -> bool:
    """Bring what a stream can have changed in step, or leave all of it as it was; return which."""
    try:
        with transaction.atomic():
            for scope in sorted(scopes_of(organisation_id, stream)):
                read(organisation_id, scope)
    except DatabaseError:
        raise
    except Exception:
        log.exception("a stream of organisation %s cannot be read for search", organisation_id)
        return False
    return True


def rebuild() -> int:
    """Throw the index away and draw it anew from the rooms; return how many passages it has."""
    with transaction.atomic():
        Touched.objects.all().delete()
        Passage.objects.all().delete()
        for organisation_id in Organisation.objects.values_list("pk", flat=True):
            for scope in _every_scope(organisation_id):
                read(organisation_id, scope)
    return Passage.objects.count()


def read(organisation_id: str, scope: str) -> None:
    """Bring the passages of one scope in step: those that changed go and come, the others stay."""
    found = enumerate(source_of(scope).passages(organisation_id, scope))
    now = {(place, each.digest): each for place, each in found if each.named or each.words}
    rows = Passage.objects.filter(organisation=organisation_id, scope=scope)
    there = {(position, digest): pk for pk, position, digest in rows.values_list("pk", "position", "digest")}
    gone = [pk for key, pk in there.items() if key not in now]
    for first in range(0, len(gone), BATCH):
        Passage.objects.filter(pk__in=gone[first : first + BATCH]).delete()
    new = (row for key, each in now.items() if key not in there for row in _rows(organisation_id, scope, key, each))
    while batch := list(islice(new, BATCH)):
        Passage.objects.bulk_create(batch)


def _every_scope(organisation_id: str) -> Iterator[str]:
    for source in SOURCES:
        yield from source.scopes(organisation_id)


def _rows(organisation_id: str, scope: str, key: tuple[int, str], found: Found) -> Iterator[Passage]:
    """Yield the row of a passage; several where it is very long."""
    position, digest = key
    title = words_of(found.title, found.language) if found.named else ()
    also = words_of(found.also, found.language)
    for part in _parts(found):
        words = [part for part in (title, words_of(part, found.language), also) if part]
        yield Passage(
            organisation_id=organisation_id,
            scope=scope,
            position=position,
            kind=found.kind,
            place=found.place,
            key=found.key,
            anchor=found.anchor,
            extra=found.extra,
            thing=found.thing,
            label=found.label[:20],
            title=found.title[:LONGEST_TITLE],
            of=found.of,
            words=part,
            language=found.language,
            day=found.day,
            since=found.since,
            until=found.until,
            audience_id=found.audience,
            other_id=found.other,
            third_id=found.third,
            beside_id=found.beside,
            digest=digest,
            exact=_column(words, "exact"),
            stem=_column(words, "stem"),
            name=(*_forms(title, "stem"), BOUND, *_forms(title, "exact")) if title else (),
        )
        title = also = ()


def _parts(found: Found) -> Sequence[str]:
    """Return the words of a passage in parts of at most :data:`MOST_WORDS`."""
    words = words_of(found.words, found.language)
    if len(words) <= MOST_WORDS:
        return (found.words,)
    ends = [words[place].start for place in range(MOST_WORDS, len(words), MOST_WORDS)]
    return [found.words[start:end] for start, end in zip([0, *ends], [*ends, len(found.words)], strict=True)]


def _column(parts: Iterable[Sequence[Word]], form: str) -> tuple[str, ...]:
    """Return one form of all words, with a bound between parts so that no phrase reaches over it."""
    column: list[str] = []
    for part in parts:
        column += [BOUND, *_forms(part, form)] if column else _forms(part, form)
    return tuple(column)


def _forms(words: Sequence[Word], form: str) -> tuple[str, ...]:
    return tuple(getattr(word, form) for word in words)
