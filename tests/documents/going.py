"""A council with a way of documents, and documents on it: made through the actions that people use."""

from datetime import date

from accord.access import Subject
from accord.documents import actions
from accord.documents.models import Document
from accord.documents.values import DocumentEntry, Sending, StepEntry
from accord.members import actions as members
from accord.members.values import OrganEntry
from tests import factories
from tests.factories import Council

DAY = date(2031, 3, 1)
STEPS = (
    StepEntry("experts", "Experts", "experts", optional=True),
    StepEntry("clearance", "National clearance", "clearance"),
    StepEntry("board", "The Board", organ="board", names={"ru": "Правление"}),
    StepEntry("assembly", "The Assembly", organ="assembly"),
)


def way_of(council: Council) -> Council:
    """Enter two organs and set the way of documents. Returns the council."""
    by, pk = council.secretariat, council.organisation.pk
    organs = [OrganEntry("board", "Board"), OrganEntry("assembly", "Assembly")]
    members.enter_register(pk, organs, [], [], by=by, key=factories.key())
    actions.set_way(pk, STEPS, by=by, key=factories.key())
    return council


def document_of(council: Council, title: str = "Clean air", *, by: Subject | None = None, **values: object) -> Document:
    """Bring in a document by the secretariat, or by somebody else."""
    entry = DocumentEntry(title, **{"begun": DAY, **values})  # type: ignore[arg-type]
    return actions.begin_document(
        council.organisation.pk, entry, by=by or council.secretariat, key=factories.key()
    )


def send(
    document: Document, by: Subject, step: str = "", outcome: str = "", to: str = "", **values: object
) -> Document:
    """Let a document leave a step, or go to one, or both."""
    known: dict[str, object] = {"day": DAY, "to": (to,) if to else (), **values}
    sending = Sending(step=step, outcome=outcome, **known)  # type: ignore[arg-type]
    return actions.send_on(document.pk, sending, by=by, key=factories.key())


def to_clearance(council: Council, title: str = "Clean air", **values: object) -> Document:
    """Bring in a document and send it to national clearance."""
    return send(document_of(council, title, **values), council.secretariat, to="clearance")


def clear(document: Document, by: Subject, said: str = "cleared", words: str = "", *, tabled: bool = False) -> Document:
    """Let a delegation speak on the clearance."""
    return actions.clear(document.pk, said, words=words, tabled=tabled, by=by, key=factories.key())


def cleared(council: Council, title: str = "Clean air", **values: object) -> Document:
    """Return a document that every member has cleared and that is before the board."""
    document = to_clearance(council, title, **values)
    for delegate in council.delegates.values():
        clear(document, delegate)
    return send(document, council.chair, "clearance", "cleared", "board")
