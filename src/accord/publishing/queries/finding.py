"""What of an adoption a subject sees: the released document, or for the admitted the sealed text itself."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from accord.access import NotVisible, Subject
from accord.access.queries import visible_audiences
from accord.decisions.queries import sat_apart
from accord.drafting.models import Adoption
from accord.drafting.queries.entering import NAMED
from accord.drafting.queries.rows import visible_adoptions
from accord.members.queries import member_names
from accord.publishing.documents import Document, document_of
from accord.publishing.models import Kind, Release


def visible_releases(by: Subject) -> QuerySet[Release]:
    """Releases that were made, to an audience that admits ``by``."""
    made = Release.objects.filter(released_at__isnull=False, audience__in=visible_audiences(by))
    return made.select_related("adoption", "adoption__text", "adoption__text__organisation")


def standing_releases(by: Subject) -> QuerySet[Release]:
    """Releases made or prepared of texts whose negotiation ``by`` took part in."""
    if by.role not in NAMED:
        return Release.objects.none()
    return Release.objects.filter(adoption__in=visible_adoptions(by)).order_by("prepared_at")


def document_of_adoption(adoption: Adoption) -> dict[str, Any]:
    """Return what a release of this adoption makes known."""
    text = adoption.text
    names = member_names(text.organisation)
    return document_of(
        adoption.version.body,
        title=text.title,
        symbol=text.symbol,
        organ=text.organisation.council or text.organisation.name,
        adopted_at=adoption.at,
        outcome=adoption.outcome["sentence"],
        reasons=adoption.outcome["reasons"],
        present=[names.get(code, code) for code in adoption.outcome["present"]],
        absent=[names.get(code, code) for code in adoption.outcome["absent"]],
        apart=[names.get(code, code) for code in sat_apart(adoption)],
        languages=adoption.outcome.get("languages", ()),
    )


class Found:
    """
    An adoption with what of it a subject sees.

    Attributes:
        released: the release of its text that the subject sees, or None.
        admitted: the subject was admitted to the negotiation. named: it sees who said what there.
        standing: releases made or prepared, for those who see names.
    """

    def __init__(self, adoption: Adoption, released: Release | None, *, admitted: bool, named: bool, traced: bool):
        self.adoption, self.released = adoption, released
        self.admitted, self.named, self.traced = admitted, named, traced
        self.standing: tuple[Release, ...] = ()
        self.document: Document = released.document if released else document_of_adoption(adoption)


def found_adoption(by: Subject, adoption_id: str) -> Found:
    """Return an adoption with what of it ``by`` sees. Raises NotVisible: not released to ``by``, nor admitted."""
    made = {release.kind: release for release in visible_releases(by).filter(adoption=adoption_id)}
    released = made.get(Kind.TEXT)
    rows = visible_adoptions(by).select_related("text__organisation", "text__audience", "version")
    admitted = rows.filter(pk=adoption_id).first()
    if admitted is None and released is None:
        raise NotVisible
    adoption = admitted or released.adoption  # type: ignore[union-attr]
    named = admitted is not None and by.role in NAMED
    found = Found(adoption, released, admitted=admitted is not None, named=named, traced=Kind.HISTORY in made)
    if named:
        found.standing = tuple(standing_releases(by).filter(adoption=adoption_id))
    return found
