"""Moving documents: sending on, returning, withdrawing, and taking over that its text was adopted."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.documents.access import may_move, may_withdraw
from accord.documents.actions.storing import document_by_id, enter, label_of, store, whole_journey
from accord.documents.models import Clearance, Document
from accord.documents.queries.clearances import open_clearance
from accord.documents.queries.rows import Journey, visible_documents
from accord.documents.telling import listed, refusing
from accord.documents.values import Sending
from accord.drafting.models import Adoption
from accord.engine.passage import Course, arrive, clearing, end, leave, send_back, standing
from accord.engine.text.naming import plain_name
from accord.members.errors import Unfit
from accord.members.queries import shown_day
from accord.record import acts as record

LONGEST = 500
"""Characters of words that go with a move."""


@record.action(answers=document_by_id)
def send_on(document_id: str, sending: Sending, *, by: Subject, key: UUID) -> Document:
    """
    Let a document leave the step that has it, go on to the next, or both.

    Raises:
        Unfit: a move that cannot be; a clearance that is not complete, where no words say why it goes on all the same;
        Refused; NotVisible.
    """
    with record.act("sent on the document", by=by, key=key) as act:
        document, at = _locked(act, document_id, by)
        require(may_move(by, document))
        words = _words(sending.words)
        course = at.course
        with refusing(at.labels):
            if sending.step:
                _require_cleared(at, sending, words)
                course = leave(course, sending.step, sending.outcome, sending.day)
            if sending.to:
                course = arrive(course, sending.to, sending.day)
        if course == at.course:
            raise Unfit("to", _("Choose how it leaves the step, or where it goes."))
        _require_due(sending)
        store(at, course, words=words, due=sending.due)
        enter(act, document, _move_data(at, sending))
        return document


@record.action(answers=document_by_id)
def return_to(document_id: str, step: str, *, day: date, words: str, by: Subject, key: UUID) -> Document:
    """Return a document to an earlier step. Raises Unfit: no reason, or a move that cannot be; Refused; NotVisible."""
    with record.act("returned the document", by=by, key=key) as act:
        document, at = _locked(act, document_id, by)
        require(may_move(by, document))
        reason = _reason(words)
        with refusing(at.labels, "step"):
            course = send_back(at.course, step, day)
        store(at, course, words=reason)
        enter(act, document, {"to": [label_of(at, step)], "reason": reason})
        return document


@record.action(answers=document_by_id)
def withdraw(document_id: str, *, day: date, words: str, by: Subject, key: UUID) -> Document:
    """Withdraw a document. Raises Unfit: no reason, or it has ended; Refused; NotVisible."""
    with record.act("withdrew the document", by=by, key=key) as act:
        document, at = _locked(act, document_id, by)
        require(may_withdraw(by, document))
        reason = _reason(words)
        with refusing(at.labels, "day"):
            course = end(at.course, "withdrawn", day)
        store(at, course, words=reason)
        enter(act, document, {"reason": reason})
        return document


@record.action(answers=document_by_id)
def take_adoption(document_id: str, *, by: Subject, key: UUID) -> Document:
    """
    Enter that the text of a document was adopted as its last step.

    Raises:
        Unfit: the text is not adopted, or the document has not come to its last step; Refused; NotVisible.
    """
    with record.act("entered the adoption of the document", by=by, key=key) as act:
        document, at = _locked(act, document_id, by)
        require(may_move(by, document))
        adoption = Adoption.objects.filter(text=document.text_id).first() if document.text_id else None
        if adoption is None:
            raise Unfit("text", _("The text of the document is not adopted."))
        day = shown_day(document.organisation) if document.organisation.as_of else adoption.at.date()
        with refusing(at.labels, "text"):
            course = leave(_at_last(at, day), at.final, "adopted", day)
        store(at, course, words=_("By the adoption of its text."))
        enter(act, document, {"step": label_of(at, at.final)})
        return document


def _locked(act: record.Act, document_id: str, by: Subject) -> tuple[Document, Journey]:
    document = act.lock(visible_documents(by).select_related("organisation", "audience"), document_id)
    return document, whole_journey(document)


def _at_last(at: Journey, day: date) -> Course:
    """Return the course with the document at its last step, where nothing lies between."""
    now = standing(at.course)
    return at.course if at.final in now.at else arrive(at.course, [at.final], day)


def _require_cleared(at: Journey, sending: Sending, words: str) -> None:
    """Refuse to call a document cleared that is not; without that it goes on only with words that say why."""
    stop = open_clearance(at)
    kinds = {step.key: step.kind for step in at.steps}
    if stop is None or kinds.get(sending.step) != "clearance":
        return
    found = clearing(dict(Clearance.objects.filter(stop=stop).values_list("code", "said")))
    if found.complete:
        return
    names = listed([*found.objecting, *found.remarks, *found.awaited])
    if sending.outcome == "cleared":
        raise Unfit("outcome", _("Not cleared yet by %s. Whoever has not spoken has not cleared it.") % names)
    if not words:
        raise Unfit("words", _("Not cleared yet by %s. Say why it goes on all the same.") % names)


def _require_due(sending: Sending) -> None:
    if sending.due and sending.due < sending.day:
        raise Unfit("due", _("The last day to clear it lies before the day on which it is sent."))


def _move_data(at: Journey, sending: Sending) -> dict[str, object]:
    left = {"step": label_of(at, sending.step), "outcome": sending.outcome} if sending.step else {}
    return {**left, "to": [label_of(at, key) for key in sending.to]}


def _words(words: str) -> str:
    return plain_name(words, longest=LONGEST) if words.strip() else ""


def _reason(words: str) -> str:
    if not words.strip():
        raise Unfit("words", _("Say why."))
    return _words(words)
