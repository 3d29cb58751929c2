"""The clearance of a document that is under way, as far as a reader may know it."""

from __future__ import annotations

from accord.access import Role, Subject
from accord.access.queries import visible_audiences
from accord.documents.access import OFFICE
from accord.documents.choices import Said
from accord.documents.models import Clearance
from accord.documents.pages import ClearanceLine
from accord.documents.queries.rows import Journey
from accord.engine.passage import Clearing, clearing
from accord.members.models import Member
from accord.members.queries.naming import reader_book


def clearance_lines(by: Subject, at: Journey) -> tuple[ClearanceLine, ...]:
    """
    Return what members say in the clearance that is under way; none to whoever is no member of the council.

    A remark or an objection that is not tabled is known to its delegation, the chair and the secretariat; for others
    that member has simply not cleared the document yet.
    """
    open_ = open_clearance(at)
    if open_ is None or by.organisation_id != at.document.organisation_id or by.role not in (*OFFICE, Role.DELEGATE):
        return ()
    rows = list(Clearance.objects.filter(stop=open_))
    admitted = set(visible_audiences(by).filter(pk__in={row.audience_id for row in rows}).values_list("pk", flat=True))
    names = member_names(at.document.organisation_id)
    return tuple(_line(row, names, known=row.audience_id in admitted) for row in rows)


def member_names(organisation_id: str) -> dict[str, str]:
    """Return how the members are called in the reader's language, by code."""
    book = reader_book(organisation_id)
    return {row.code: str(book.member(row)) for row in Member.objects.filter(organisation=organisation_id)}


def open_clearance(at: Journey) -> int | None:
    """Return the id of the stop at which members clear the document now; None where they are not asked."""
    kinds = {step.pk: step.kind for step in at.steps}
    return next((stop.pk for stop in at.stops if not stop.outcome and kinds[stop.step_id] == "clearance"), None)


def counted(lines: tuple[ClearanceLine, ...]) -> Clearing | None:
    """Return how a clearance stands by these lines; None without any."""
    return clearing({line.code: line.said for line in lines}) if lines else None


def _line(row: Clearance, names: dict[str, str], *, known: bool) -> ClearanceLine:
    said = Said(row.said) if known else Said.ASKED
    at, words = (row.at, row.words) if known else (None, "")
    tabled = known and row.tabled
    return ClearanceLine(row.code, names.get(row.code, row.code), said.value, str(said.label), words, at, tabled)
