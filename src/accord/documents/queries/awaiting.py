"""Documents that wait for their reader: to be cleared by its member, or, cleared by all, to be sent on."""

from __future__ import annotations

from collections.abc import Iterator

from accord.access import Allow, Role, Subject
from accord.documents.access import OFFICE, may_clear
from accord.documents.models import Clearance
from accord.documents.pages import AwaitingDocument
from accord.documents.queries.clearances import open_clearance
from accord.documents.queries.rows import Journey, journeys, shown_name, visible_documents
from accord.documents.wording import standing_sentence
from accord.engine.passage import clearing, standing


def awaiting_documents(by: Subject) -> tuple[AwaitingDocument, ...]:
    """Return what waits for ``by``, that with the earliest end first; in a number of queries that does not grow."""
    if by.role not in (*OFFICE, Role.DELEGATE) or not by.organisation_id:
        return ()
    rows = visible_documents(by).filter(organisation=by.organisation_id, ended="")
    found = journeys(rows)
    said: dict[int, dict[str, str]] = {}
    open_ = {stop: at for at in found.values() if (stop := open_clearance(at)) is not None}
    for stop_id, code, word in Clearance.objects.filter(stop__in=open_).values_list("stop", "code", "said"):
        said.setdefault(stop_id, {})[code] = word
    waiting = _to_clear(by, open_, said) if by.role == Role.DELEGATE else _to_send(open_, said)
    return tuple(sorted(waiting, key=lambda each: (each.until is None, each.until, each.name)))


def _to_clear(by: Subject, open_: dict[int, Journey], said: dict[int, dict[str, str]]) -> Iterator[AwaitingDocument]:
    for stop, at in open_.items():
        words = said.get(stop, {})
        if words.get(by.delegation) == "asked" and isinstance(may_clear(by, at.document, words), Allow):
            yield _awaiting(at, "clear")


def _to_send(open_: dict[int, Journey], said: dict[int, dict[str, str]]) -> Iterator[AwaitingDocument]:
    for stop, at in open_.items():
        if clearing(said.get(stop, {"": "asked"})).complete:
            yield _awaiting(at, "send")


def _awaiting(at: Journey, what: str) -> AwaitingDocument:
    now, row = standing(at.course), at.document
    due = next((stop.due for stop in at.stops if not stop.outcome and stop.due), None)
    name = shown_name(row)
    return AwaitingDocument(row.pk, name, what, standing_sentence(now, at.labels, clearing=None), now.since, due)
