"""Adopted texts: for those admitted as they were sealed, for everybody else as they were released."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from accord.access import Subject
from accord.access.queries import is_public
from accord.decisions.models import Question
from accord.drafting.models import Adoption
from accord.drafting.queries.rows import visible_adoptions
from accord.publishing.models import Kind, Release
from accord.publishing.queries import document_of_adoption, visible_releases
from accord.search.values import Found, Source


def _scopes(organisation_id: str) -> Iterator[str]:
    for pk in Adoption.objects.filter(text__organisation=organisation_id).values_list("pk", flat=True):
        yield f"adopted:{pk}"


def _touched(organisation_id: str, stream: str) -> Iterator[str]:
    """Yield the adoption of the text that a stream is about; all of them for the stream of releases."""
    first, key = stream.split(":")[:2]
    if first == "releases":
        yield from _scopes(organisation_id)
        return
    about = Question.objects.filter(pk=key).values_list("about", flat=True).first() if first == "question" else key
    for pk in Adoption.objects.filter(text=about or "").values_list("pk", flat=True):
        yield f"adopted:{pk}"


def _passages(organisation_id: str, scope: str) -> Iterator[Found]:
    rows = Adoption.objects.filter(pk=scope.partition(":")[2], text__organisation=organisation_id)
    adoption = rows.select_related("text", "version").first()
    if adoption is None:
        return
    release = Release.objects.filter(adoption=adoption, kind=Kind.TEXT, released_at__isnull=False).first()
    if release:
        yield from _of(adoption, release.document, release.audience_id)
    if release is None or not is_public(release.audience):
        yield from _of(adoption, document_of_adoption(adoption), adoption.text.audience_id)


def _of(adoption: Adoption, document: Mapping[str, Any], audience: str) -> Iterator[Found]:
    known: dict[str, Any] = {
        "kind": "adopted",
        "place": "adopted",
        "thing": adoption.pk,
        "key": adoption.pk,
        "audience": audience,
        "day": adoption.at.date(),
    }
    title, tag = f"{document['symbol']} {document['title']}".strip(), document.get("language") or ""
    yield Found(title=title, words=document["organ"], named=True, language=tag, **known)
    for number, words in enumerate(document["paragraphs"], 1):
        yield Found(title=title, words=words, anchor=f"p{number}", language=tag, **known)
    for version in document.get("languages", ()):
        for words in version["paragraphs"]:
            yield Found(title=title, words=words, language=version["tag"], label="translation", **known)


def _adopted(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    released = visible_releases(by).filter(kind=Kind.TEXT, adoption__in=things)
    admitted = visible_adoptions(by).filter(pk__in=things)
    return {*released.values_list("adoption", flat=True), *admitted.values_list("pk", flat=True)}


SOURCE = Source(
    streams=("text", "question", "releases"),
    prefixes=("adopted",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"adopted": _adopted},
)
