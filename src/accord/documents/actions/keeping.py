"""What is kept of documents: titles, symbols, meetings, the negotiated text, and what is reported."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.documents.access import may_enter, may_move
from accord.documents.actions.storing import document_by_id, enter, label_of, place_paper, whole_journey
from accord.documents.choices import SymbolKind
from accord.documents.models import Document, GivenSymbol, Report, Stop
from accord.documents.queries.rows import Journey, visible_documents
from accord.documents.queries.ways import numbering_of
from accord.documents.telling import refusing
from accord.documents.values import ReportEntry, StopEntry
from accord.drafting.models import Text
from accord.drafting.queries.rows import visible_texts
from accord.engine.passage import attached, check, next_symbol, revised, standing
from accord.engine.text.naming import plain_name
from accord.meetings.models import Paper
from accord.meetings.queries import visible_meetings
from accord.members.errors import Unfit
from accord.members.tongues import tag_of
from accord.record import acts as record

LONGEST = 500
"""Characters of words that go with a symbol or a report."""


@record.action(answers=document_by_id)
def entitle(document_id: str, title: str, *, tongue: str, by: Subject, key: UUID) -> Document:
    """
    Enter the title of a document in a language, where it becomes known or is put into another language.

    Raises:
        Unfit: no title; engine.TextError: no language tag; Refused; NotVisible.
    """
    with record.act("entered the title of the document", by=by, key=key) as act:
        document = _locked(act, document_id, by)
        require(may_move(by, document))
        if not title.strip():
            raise Unfit("title", _("The document has no title yet."))
        plain, tag = plain_name(title, longest=400), tag_of(tongue)
        if not document.title or tag == document.tongue:
            document.title, document.tongue = plain, tag
        else:
            document.titles = {**document.titles, tag: plain}
        document.save(update_fields=["title", "tongue", "titles"])
        Paper.objects.filter(document=document.pk).update(title=document.title)
        enter(act, document, {"title": plain})
        return document


@record.action(answers=document_by_id)
def give_symbol(document_id: str, kind: str, *, words: str, day: date, by: Subject, key: UUID) -> Document:
    """
    Give a document the next symbol of its readers' series, or one for its revision, an addendum, a corrigendum.

    Raises:
        Unfit: it has a symbol already, or none yet that could be revised; Refused; NotVisible.
    """
    with record.act("gave a symbol to the document", by=by, key=key) as act:
        document = _locked(act, document_id, by)
        require(may_move(by, document))
        symbol = _next(document, kind, day)
        said = plain_name(words, longest=LONGEST) if words.strip() else ""
        GivenSymbol.objects.create(
            document=document, audience=document.audience, symbol=symbol, kind=kind, words=said, day=day
        )
        if kind in (SymbolKind.FIRST, SymbolKind.REVISION):
            document.symbol = symbol
            document.save(update_fields=["symbol"])
        enter(act, document, {"symbol": symbol})
        return document


@record.action(answers=document_by_id)
def lay_before(document_id: str, meeting_id: str, *, by: Subject, key: UUID) -> Document:
    """Lay a document before a meeting. Raises Unfit: it is before it already; Refused; NotVisible."""
    with record.act("laid the document before", by=by, key=key) as act:
        document = _locked(act, document_id, by)
        require(may_move(by, document))
        meeting = visible_meetings(by).filter(pk=meeting_id, organisation=document.organisation_id).first()
        if meeting is None:
            raise NotVisible
        if Paper.objects.filter(document=document.pk, meeting=meeting).exists():
            raise Unfit("meeting", _("The document is before this meeting already."))
        place_paper(meeting, document)
        enter(act, document, {"meeting": meeting.title})
        return document


@record.action(answers=document_by_id)
def link_text(document_id: str, text_id: str, *, by: Subject, key: UUID) -> Document:
    """
    Say which negotiated text holds the wording of a document; one without a symbol takes that of the text.

    Raises:
        Unfit: the text belongs to another document, or its symbol is taken; Refused; NotVisible.
    """
    with record.act("linked a text to the document", by=by, key=key) as act:
        document = _locked(act, document_id, by)
        require(may_move(by, document))
        text = act.lock(visible_texts(by).filter(organisation=document.organisation_id), text_id)
        if Document.objects.filter(text=text).exclude(pk=document.pk).exists():
            raise Unfit("text", _("This text holds the wording of another document."))
        document.text = text
        if not document.symbol and text.symbol not in _taken(document, without=text):
            document.symbol = text.symbol
        document.save(update_fields=["text", "symbol"])
        enter(act, document, {"linked": True})
        return document


@record.action(answers=document_by_id)
def report(document_id: str, entry: ReportEntry, *, by: Subject, key: UUID) -> Document:
    """Enter what is reported of a document besides its stops. Raises Unfit: no words; Refused; NotVisible."""
    with record.act("entered what is reported of the document", by=by, key=key) as act:
        document = _locked(act, document_id, by)
        require(may_enter(by, document.organisation))
        put_report(document, entry)
        enter(act, document, {})
        return document


@record.action(answers=document_by_id)
def report_stop(document_id: str, entry: StopEntry, *, by: Subject, key: UUID) -> Document:
    """
    Enter a stop that a document has made, as reported; it comes where its step and its days put it.

    Raises:
        Unfit: a way that cannot have been; Refused; NotVisible.
    """
    with record.act("entered a stop of the document", by=by, key=key) as act:
        document = _locked(act, document_id, by)
        require(may_enter(by, document.organisation))
        at = whole_journey(document)
        if not entry.outcome:
            raise Unfit("outcome", _("Say how the document left the step. One that is there now is sent on to it."))
        _insert(at, entry)
        with refusing(at.labels, "step"):
            check(whole_journey(document).course)
        enter(act, document, {"step": label_of(at, entry.step)})
        return document


def put_report(document: Document, entry: ReportEntry) -> None:
    """
    Enter what is reported of a document.

    Within an act of another room, which locks, checks who may, and writes the one entry. Raises Unfit: no words.
    """
    if not entry.words.strip():
        raise Unfit("words", _("Write what is reported."))
    words = plain_name(entry.words, longest=LONGEST)
    Report.objects.create(document=document, day=entry.day, when=entry.when, words=words, **entry.basis.columns())


def _locked(act: record.Act, document_id: str, by: Subject) -> Document:
    return act.lock(visible_documents(by).select_related("organisation", "audience"), document_id)


def _next(document: Document, kind: str, day: date) -> str:
    pattern, taken = numbering_of(document.organisation_id), _taken(document)
    if kind not in SymbolKind.values:
        raise Unfit("kind", _("Choose what the symbol stands for."))
    if kind == SymbolKind.FIRST:
        if document.symbol:
            raise Unfit("kind", _("The document has the symbol %s. Give one to its revision.") % document.symbol)
        return next_symbol(pattern.series, taken, organ=_organ(whole_journey(document)), year=day.year)
    if not document.symbol:
        raise Unfit("kind", _("The document has no symbol yet. Give it the first one."))
    if kind == SymbolKind.REVISION:
        return revised(document.symbol, pattern, taken)
    return attached(document.symbol, kind, pattern, taken)


def _organ(at: Journey) -> str:
    """Return the key of the organ in whose series a document is: who has it, else who completes it."""
    now = standing(at.course)
    key = now.at[0] if now.at else at.final
    return at.step(key).organ if key else ""


def _taken(document: Document, without: Text | None = None) -> set[str]:
    """Return the symbols that the readers of a document can see: of documents, of what was added, and of texts."""
    readers = document.audience
    texts = Text.objects.filter(audience=readers).exclude(pk=without.pk if without else "")
    return {
        *Document.objects.filter(audience=readers).values_list("symbol", flat=True),
        *GivenSymbol.objects.filter(audience=readers).values_list("symbol", flat=True),
        *texts.values_list("symbol", flat=True),
    } - {""}


def _insert(at: Journey, entry: StopEntry) -> None:
    """Put a stop where the way puts it, behind the others at its stage or before; those that follow move by one."""
    order = {step.key: place for place, step in enumerate(at.steps)}
    if entry.step not in order:
        raise Unfit("step", _("The way has no step “%s”.") % entry.step)
    place = next((n for n, halt in enumerate(at.course.stops) if order[halt.step] > order[entry.step]), len(at.stops))
    for stop in reversed(at.stops[place:]):
        Stop.objects.filter(pk=stop.pk).update(order=stop.order + 1)
    plain = {name: getattr(entry, name) for name in ("since", "until", "when", "outcome", "words")}
    Stop.objects.create(
        document=at.document, step=at.step(entry.step), order=place, **plain, **entry.basis.columns()
    )
