"""Bringing documents in: a new one, what is reported of old ones, the next of a recurring one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Role, Subject, require
from accord.documents.access import may_begin, may_enter, may_move
from accord.documents.actions.storing import audience_for, document_by_id, enter, place_paper, told, whole_journey
from accord.documents.choices import Kind, TieKind
from accord.documents.models import Document, Report, Stop, Tie, Way
from accord.documents.queries.rows import visible_documents
from accord.documents.queries.ways import current_way
from accord.documents.telling import refusing
from accord.documents.values import DocumentEntry
from accord.engine.passage import check
from accord.engine.text.naming import plain_name
from accord.engine.text.wording import negotiated
from accord.meetings.queries.rows import every_meeting
from accord.members.errors import Unfit
from accord.members.models import Organisation
from accord.members.queries import own_basis, shown_day, visible_organisations
from accord.record import acts as record

PLAIN = ("kind", "tongue", "titles", "final", "begun", "period", "sample")


def _organisation(pk: str) -> Organisation:
    return Organisation.objects.get(pk=pk)


@record.action(answers=document_by_id)
def begin_document(organisation_id: str, entry: DocumentEntry, *, by: Subject, key: UUID) -> Document:
    """
    Bring in a document. It takes the way that the organisation has set, and is not yet on its way.

    Raises:
        Unfit: no title, no way is set, an unknown kind or last step; Refused; NotVisible.
    """
    with record.act("brought in the document", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(may_begin(by, organisation))
        if not entry.title.strip():
            raise Unfit("title", _("The document has no title yet."))
        document = _create(act, organisation, entry, _way(organisation), by)
        if entry.replaces:
            Tie.objects.create(document=document, other=_seen(by, entry.replaces), kind=TieKind.REPLACES)
        enter(act, document, {"kind": document.kind})
        return document


@record.action(answers=_organisation)
def enter_documents(organisation_id: str, entries: Sequence[DocumentEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter documents and their ways as they are reported; their wording is not held.

    Raises:
        Unfit: a way that cannot have been, an unknown kind, step or meeting; Refused; NotVisible.
    """
    with record.act("entered documents", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(may_enter(by, organisation))
        way, readers = _way(organisation), audience_for(organisation, open_=any(entry.open for entry in entries))
        for entry in entries:
            _enter_one(act, organisation, entry, way, by)
        act.entry(
            organisation_id=organisation.pk,
            stream=f"documents:{organisation.pk}:{readers.pk}",
            audience=readers,
            data={"documents": sum(entry.open for entry in entries) or len(entries)},
            answer=organisation.pk,
        )
        return organisation


@record.action(answers=document_by_id)
def prepare_next(document_id: str, title: str, *, period: str, outline: str, by: Subject, key: UUID) -> Document:
    """
    Prepare a recurring paper from the last one: the same kind, way and last step, its items to begin with.

    Raises:
        Unfit: no title; Refused; NotVisible.
    """
    with record.act("prepared the document", by=by, key=key) as act:
        last = act.lock(visible_documents(by).select_related("organisation", "audience", "way"), document_id)
        require(may_move(by, last))
        entry = DocumentEntry(
            title, last.kind, last.tongue, final=last.final, period=period, outline=outline, sample=last.sample
        )
        if not title.strip():
            raise Unfit("title", _("The document has no title yet."))
        organisation = last.organisation
        document = _create(act, organisation, entry, _same_or_now(last), by)
        Document.objects.filter(pk=document.pk).update(audience=last.audience)
        document.audience = last.audience
        Tie.objects.create(document=document, other=last, kind=TieKind.RECURRING)
        enter(act, document, {"from": told(last)})
        return document


def _same_or_now(last: Document) -> Way:
    """Return the way that the organisation has set now, where it still has the step that completes the document."""
    now = current_way(last.organisation_id)
    keeps = now and (not last.final or now.steps.filter(key=last.final).exists())
    return now if now and keeps else last.way


def _create(act: record.Act, organisation: Organisation, entry: DocumentEntry, way: Way, by: Subject) -> Document:
    _require_sound(entry, way)
    values: dict[str, Any] = {name: getattr(entry, name) for name in PLAIN}
    values["begun"] = values["begun"] or (None if entry.stops or entry.reports else shown_day(organisation))
    return Document.objects.create(
        organisation=organisation,
        audience=audience_for(organisation, open_=entry.open),
        way=way,
        title=plain_name(entry.title, longest=400) if entry.title.strip() else "",
        outline=negotiated(entry.outline).strip(),
        proposed_by=by.delegation if by.role == Role.DELEGATE else "",
        at=act.at,
        **{**values, "titles": dict(entry.titles)},
        **own_basis(by, entry.basis).columns(),
    )


def put_document(act: record.Act, organisation: Organisation, entry: DocumentEntry, by: Subject) -> Document:
    """
    Enter a document and its way as they are reported.

    Within an act of another room, which locks, checks who may, and writes the one entry. Raises Unfit, NotVisible.
    """
    return _enter_one(act, organisation, entry, _way(organisation), by)


def _enter_one(act: record.Act, organisation: Organisation, entry: DocumentEntry, way: Way, by: Subject) -> Document:
    document = _create(act, organisation, entry, way, by)
    steps = {step.key: step for step in way.steps.all()}
    for order, stop in enumerate(entry.stops):
        if stop.step not in steps:
            raise Unfit("step", _("The way has no step “%s”.") % stop.step)
        plain = {name: getattr(stop, name) for name in ("since", "until", "when", "outcome", "words")}
        Stop.objects.create(document=document, step=steps[stop.step], order=order, **plain, **stop.basis.columns())
    Report.objects.bulk_create(
        Report(document=document, day=one.day, when=one.when, words=one.words, **one.basis.columns())
        for one in entry.reports
    )
    at = whole_journey(document)
    with refusing(at.labels, "step"):
        check(at.course)
    if entry.meeting:
        _lay(document, entry, by)
    return document


def _lay(document: Document, entry: DocumentEntry, by: Subject) -> None:
    meeting = every_meeting(by).filter(pk=entry.meeting, organisation=document.organisation_id).first()
    if meeting is None:
        raise NotVisible
    place_paper(meeting, document, number=entry.number)


def _way(organisation: Organisation) -> Way:
    way = current_way(organisation.pk)
    if way is None:
        raise Unfit("title", _("The organisation has not set the way of its documents yet. The secretariat sets it."))
    return way


def _require_sound(entry: DocumentEntry, way: Way) -> None:
    if entry.kind not in Kind.values:
        raise Unfit("kind", _("Choose what kind of document it is."))
    if entry.final and not way.steps.filter(key=entry.final).exists():
        raise Unfit("final", _("The way has no step “%s”.") % entry.final)


def _seen(by: Subject, document_id: str) -> Document:
    found = visible_documents(by).filter(pk=document_id).first()
    if found is None:
        raise NotVisible
    return found
