"""Splitting a document into several, and merging several into one. Nothing of what was passed is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.documents.access import may_move
from accord.documents.actions.storing import document_by_id, enter, store, store_new, told, whole_journey
from accord.documents.choices import TieKind
from accord.documents.models import Document, Tie
from accord.documents.queries.rows import Journey, visible_documents
from accord.documents.telling import refusing
from accord.engine import passage
from accord.engine.text.naming import plain_name
from accord.members.errors import Unfit
from accord.record import acts as record


@record.action(answers=document_by_id)
def split(document_id: str, titles: Sequence[str], *, day: date, by: Subject, key: UUID) -> Document:
    """
    Split a document: each part has passed what the whole has passed, and stands where it stood.

    Raises:
        Unfit: less than two titles, or it has ended; Refused; NotVisible.
    """
    with record.act("split the document", by=by, key=key) as act:
        document = act.lock(visible_documents(by).select_related("organisation", "audience"), document_id)
        require(may_move(by, document))
        names, at = _names(titles), whole_journey(document)
        with refusing(at.labels, "titles"):
            ended, parts = passage.split(at.course, len(names), day)
        for name, course in zip(names, parts, strict=True):
            part = _like(act, document, name, day)
            store_new(part, at, course)
            Tie.objects.create(document=document, other=part, kind=TieKind.SPLIT)
        store(at, ended)
        enter(act, document, {"names": names})
        return document


@record.action(answers=document_by_id)
def merge(
    document_id: str, others: Sequence[str], *, title: str, day: date, by: Subject, key: UUID
) -> Document:
    """
    Merge documents into a new one: it stands where the hindmost stood, and has passed what all have passed.

    Raises:
        Unfit: no other document, no title, documents of another way, or one that has ended; Refused; NotVisible.
    """
    with record.act("merged documents into", by=by, key=key) as act:
        locked = {pk: _taken(act, by, pk) for pk in sorted({document_id, *others})}
        rows = [locked[pk] for pk in dict.fromkeys((document_id, *others))]
        if not title.strip():
            raise Unfit("title", _("The document has no title yet."))
        found = [whole_journey(row) for row in rows]
        with refusing(found[0].labels, "others"):
            ended, course = passage.merge([at.course for at in found], day)
        one = _like(act, _narrowest(rows), plain_name(title, longest=400), day)
        store_new(one, _source(found, course), course)
        for at, last in zip(found, ended, strict=True):
            Tie.objects.create(document=at.document, other=one, kind=TieKind.MERGED)
            store(at, last)
        enter(act, one, {"names": [told(row) for row in rows]})
        return one


def _taken(act: record.Act, by: Subject, document_id: str) -> Document:
    document = act.lock(visible_documents(by).select_related("organisation", "audience"), document_id)
    if document.organisation_id != by.organisation_id:
        raise NotVisible
    require(may_move(by, document))
    return document


def _names(titles: Sequence[str]) -> list[str]:
    names = [plain_name(title, longest=400) for title in titles if title.strip()]
    if len(names) < 2:
        raise Unfit("titles", _("Give the title of each part, one a line; there are at least two."))
    return names


def _narrowest(rows: Sequence[Document]) -> Document:
    """Return a document that the fewest see, so that a merged one shows nobody more than before."""
    audiences = {row.audience_id for row in rows}
    if len(audiences) == 1:
        return rows[0]
    return next((row for row in rows if row.audience.name != "public"), rows[0])


def _source(found: Sequence[Journey], course: passage.Course) -> Journey:
    """Return the journey from which the stops of a merged document come."""
    passed = [(halt.step, halt.until) for halt in course.stops if halt.outcome]
    holds = (at for at in found if set(passed) <= {(halt.step, halt.until) for halt in at.course.stops})
    return next(holds, found[0])


def _like(act: record.Act, document: Document, title: str, day: date) -> Document:
    """Return a new document of the same kind on the same way, for the same readers."""
    names = ("organisation", "audience", "way", "kind", "tongue", "final", "proposed_by", "sample")
    values = {name: getattr(document, name) for name in names}
    return Document.objects.create(**values, title=title, begun=day, at=act.at, source_name="the secretariat")
