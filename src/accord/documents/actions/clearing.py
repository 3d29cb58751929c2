"""National clearance: each member says its own word, and tables its remarks when it likes."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.access.models import Audience
from accord.access.queries import delegation_audience, named_audience
from accord.documents.access import may_clear
from accord.documents.actions.storing import document_by_id, enter, whole_journey
from accord.documents.choices import Said
from accord.documents.models import Clearance, Document
from accord.documents.queries.clearances import open_clearance
from accord.documents.queries.rows import visible_documents
from accord.engine.text.wording import negotiated
from accord.members.errors import Unfit
from accord.record import acts as record


@record.action(answers=document_by_id)
def clear(document_id: str, said: str, *, words: str, tabled: bool = False, by: Subject, key: UUID) -> Document:
    """
    Say for the own member whether it clears a document; what it said before is replaced, and stays in the record.

    Args:
        said: "cleared" | "comment" | "objects". words: its remarks, or why it objects.
        tabled: whether the council reads them at once; else the chair and the secretariat alone.

    Raises:
        Unfit: an unknown word, or remarks without words; Refused: it is not asked; NotVisible.
    """
    with record.act("spoke on the clearance of", by=by, key=key) as act:
        document, row = _own(act, document_id, by)
        if said not in (Said.CLEARED, Said.COMMENT, Said.OBJECTS):
            raise Unfit("said", _("Clear it, make remarks, or object."))
        plain = negotiated(words).strip()
        if said != Said.CLEARED and not plain:
            raise Unfit("words", _("Write the remarks, or why your member objects."))
        readers = _readers(document, by.delegation, open_=tabled or said == Said.CLEARED)
        Clearance.objects.filter(pk=row.pk).update(
            said=said, words=plain, tabled=tabled or said == Said.CLEARED, audience=readers, at=act.at
        )
        enter(act, document, {"said": said}, audience=readers)
        return document


@record.action(answers=document_by_id)
def table_remarks(document_id: str, *, by: Subject, key: UUID) -> Document:
    """Let the whole council read what the own member has said. Raises Unfit: nothing to table; Refused; NotVisible."""
    with record.act("tabled its remarks on", by=by, key=key) as act:
        document, row = _own(act, document_id, by)
        if row.tabled or row.said == Said.ASKED:
            raise Unfit("said", _("There is nothing that is not tabled yet."))
        readers = named_audience(document.audience)
        Clearance.objects.filter(pk=row.pk).update(tabled=True, audience=readers)
        enter(act, document, {"said": row.said}, audience=readers)
        return document


def _own(act: record.Act, document_id: str, by: Subject) -> tuple[Document, Clearance]:
    document = act.lock(visible_documents(by).select_related("organisation", "audience"), document_id)
    stop = open_clearance(whole_journey(document))
    rows = {row.code: row for row in Clearance.objects.filter(stop=stop)} if stop else {}
    require(may_clear(by, document, rows))
    return document, rows[by.delegation]


def _readers(document: Document, code: str, *, open_: bool) -> Audience:
    if open_:
        return named_audience(document.audience)
    return delegation_audience(code, within=document.audience, with_chair=True)
