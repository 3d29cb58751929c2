"""
Releasing an adopted text, apart from it its negotiating history, and a decision without a text.

One person prepares, another releases.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.access.models import Audience
from accord.access.queries import public_audience
from accord.decisions.models import Ruling
from accord.decisions.queries import visible_questions
from accord.drafting.models import Adoption, Text
from accord.drafting.queries.rows import visible_adoptions, visible_texts
from accord.members.queries import visible_organisations
from accord.publishing import queries
from accord.publishing.access import may_announce, may_prepare, may_release
from accord.publishing.documents import fingerprint_of
from accord.publishing.models import Announcement, Kind, Release
from accord.record import acts as record
from accord.record.errors import Stale


def _release_by_id(pk: str) -> Release:
    return Release.objects.get(pk=pk)


@record.action(answers=_release_by_id)
def prepare(adoption_id: str, *, by: Subject, seen: str, key: UUID) -> Release:
    """
    Prepare the release of an adopted text to the public, as the document with the fingerprint ``seen``.

    A sample is prepared as a sample; the database refuses anything else.

    Raises:
        NotVisible, Refused; Stale: the document is not what the person saw.
    """
    with record.act("prepared the release of", by=by, key=key) as act:
        adoption = _locked(act, adoption_id)
        document = queries.document_of_adoption(adoption)
        _require(act, adoption, Kind.TEXT, fingerprint_of(document), seen)
        return _prepared(act, adoption, Kind.TEXT, document, seen)


@record.action(answers=_release_by_id)
def prepare_history(adoption_id: str, *, by: Subject, seen: str, key: UUID) -> Release:
    """Prepare the release of who proposed, supported and lifted what. Raises as :func:`prepare` does."""
    with record.act("prepared the release of the history of", by=by, key=key) as act:
        adoption = _locked(act, adoption_id)
        _require(act, adoption, Kind.HISTORY, adoption.fingerprint, seen)
        return _prepared(act, adoption, Kind.HISTORY, {}, seen)


@record.action(answers=_release_by_id)
def release(adoption_id: str, *, by: Subject, seen: str, key: UUID) -> Release:
    """
    Release the text that was prepared, by another person than the one who prepared it.

    Raises:
        NotVisible: nothing is prepared; Refused; Stale: ``seen`` is not the fingerprint of what was prepared.
    """
    with record.act("released", by=by, key=key) as act:
        return _released(act, _locked(act, adoption_id), Kind.TEXT, seen)


@record.action(answers=_release_by_id)
def release_history(adoption_id: str, *, by: Subject, seen: str, key: UUID) -> Release:
    """Release the negotiating history that was prepared. Raises as :func:`release` does."""
    with record.act("released the history of", by=by, key=key) as act:
        return _released(act, _locked(act, adoption_id), Kind.HISTORY, seen)


def _locked(act: record.Act, adoption_id: str) -> Adoption:
    """Return the adoption with its text under the lock that numbers entries on it."""
    rows = visible_adoptions(act.by).select_related("text__organisation", "text__audience", "version")
    adoption = rows.filter(pk=adoption_id).first()
    if adoption is None:
        raise NotVisible
    act.lock(visible_texts(act.by), adoption.text_id)
    return adoption


def _require(act: record.Act, adoption: Adoption, kind: Kind, fingerprint: str, seen: str) -> None:
    require(may_prepare(act.by, kind, list(queries.standing_releases(act.by).filter(adoption=adoption))))
    _require_seen(fingerprint, seen)


def _prepared(act: record.Act, adoption: Adoption, kind: Kind, document: dict[str, Any], fingerprint: str) -> Release:
    prepared = Release.objects.create(
        adoption=adoption,
        kind=kind,
        audience=public_audience(adoption.text.organisation_id),
        document=document,
        fingerprint=fingerprint,
        sample=adoption.sample,
        prepared_by=act.by.person_id or 0,
        prepared_at=act.at,
    )
    _record(act, adoption.text, prepared, stream=adoption.text.stream)
    return prepared


def _released(act: record.Act, adoption: Adoption, kind: Kind, seen: str) -> Release:
    found = queries.standing_releases(act.by).filter(adoption=adoption, kind=kind).first()
    if found is None:
        raise NotVisible
    prepared = act.lock(Release.objects.all(), found.pk)
    require(may_release(act.by, prepared))
    _require_seen(prepared.fingerprint, seen)
    act.lock(visible_organisations(act.by), adoption.text.organisation_id)  # numbers the public stream of its releases
    prepared.released_by, prepared.released_at = act.by.person_id, act.at
    prepared.entry = _record(act, adoption.text, prepared, stream=f"releases:{adoption.text.organisation_id}")
    prepared.save(update_fields=["released_by", "released_at", "entry"])
    return prepared


def _record(act: record.Act, text: Text, release: Release, *, stream: str) -> int:
    """Write the entry: of a preparation among those of the text, of a release where everybody may read it."""
    public = release.released_at is not None
    entry = act.entry(
        organisation_id=text.organisation_id,
        stream=stream,
        audience=release.audience if public else text.audience,
        answer=release.pk,
        data={"what": f"“{text.title}”", "adoption": release.adoption_id, "sample": release.sample},
        made=release.fingerprint,
    )
    return entry.number


def _require_seen(fingerprint: str, seen: str) -> None:
    if seen != fingerprint:
        raise Stale(_("What would be released is not what you saw. Load the page again."))


# Decisions that adopted no text


def _announcement_by_id(pk: str) -> Announcement:
    return Announcement.objects.get(pk=pk)


@record.action(answers=_announcement_by_id)
def prepare_decision(ruling_id: str, *, by: Subject, seen: str, key: UUID) -> Announcement:
    """
    Prepare that a decision without a text is made known, as the document with the fingerprint ``seen``.

    Raises:
        NotVisible, Refused; Stale: the document is not what the person saw.
    """
    with record.act("prepared to make known", by=by, key=key) as act:
        ruling = _locked_ruling(act, ruling_id)
        known, whole = queries.announcement_of(ruling), queries.is_of_the_council(ruling)
        require(may_announce(by, ruling.question.organisation, whole, known))
        document = queries.document_of_ruling(ruling)
        _require_seen(fingerprint_of(document), seen)
        prepared = Announcement.objects.create(
            ruling=ruling,
            audience=public_audience(ruling.question.organisation_id),
            document=document,
            fingerprint=seen,
            sample=ruling.question.sample,
            prepared_by=by.person_id or 0,
            prepared_at=act.at,
        )
        _record_announcement(act, prepared, ruling.question.audience, stream=ruling.question.stream)
        return prepared


@record.action(answers=_announcement_by_id)
def release_decision(ruling_id: str, *, by: Subject, seen: str, key: UUID) -> Announcement:
    """
    Make known the decision that another person prepared. It cannot be taken back.

    Raises:
        NotVisible: nothing is prepared; Refused; Stale: ``seen`` is not the fingerprint of what was prepared.
    """
    with record.act("made known", by=by, key=key) as act:
        ruling = _locked_ruling(act, ruling_id)
        known = queries.announcement_of(ruling)
        if known is None:
            raise NotVisible
        require(may_release(by, known))
        _require_seen(known.fingerprint, seen)
        organisation = act.lock(visible_organisations(by), ruling.question.organisation_id)
        known.released_by, known.released_at = by.person_id, act.at
        known.entry = _record_announcement(act, known, known.audience, stream=f"releases:{organisation.pk}")
        known.save(update_fields=["released_by", "released_at", "entry"])
        return known


def _locked_ruling(act: record.Act, ruling_id: str) -> Ruling:
    """Return the ruling with its question under the lock that numbers entries on it. Raises NotVisible."""
    ruling = queries.decided_row(act.by, ruling_id)
    act.lock(visible_questions(act.by), ruling.question_id)
    return ruling


def _record_announcement(act: record.Act, made: Announcement, audience: Audience, *, stream: str) -> int:
    """Write the entry: of a preparation among those of the question, of what is made known where everybody reads it."""
    entry = act.entry(
        organisation_id=made.ruling.question.organisation_id,
        stream=stream,
        audience=audience,
        answer=made.pk,
        data={"what": f"“{made.document['title']}”", "ruling": made.ruling_id, "sample": made.sample},
        made=made.fingerprint,
    )
    return entry.number
