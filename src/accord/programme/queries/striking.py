"""Entries that can be struck, by their kinds: the one that is about to be, and those that were."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accord.access import NotVisible, Subject
from accord.documents.queries import visible_documents
from accord.members.queries import visible_organisations
from accord.positions.queries.situations import visible_situations
from accord.programme.models import (
    STANDS,
    Activity,
    Area,
    Belonging,
    Operation,
    Phase,
    Relation,
    Result,
    Service,
    Strikable,
    Taking,
    Turn,
)
from accord.programme.pages.striking import StrikePage, StruckLine


@dataclass(frozen=True, slots=True)
class Kind:
    """
    A kind of entry that can be struck.

    Attributes:
        owners: columns of what it is an entry of; one of them is filled. said: what an entry says, in words of the
            register.
    """

    table: type[Strikable]
    label: str | Promise
    owners: tuple[str, ...]
    said: Callable[[Any], str]

    def rows(self, **wanted: Any) -> QuerySet[Any]:
        """Return entries of this kind, struck or not."""
        return self.table._default_manager.filter(**wanted)


def _turn(row: Turn) -> str:
    return f"{row.known.isoformat()}, {row.state}"


def _tie(row: Relation) -> str:
    return f"{row.kind}: {name_of_owner(row.other) if row.other else row.words}"


def _taking(row: Taking) -> str:
    return row.member.code


def _phase(row: Phase) -> str:
    return row.name


def _result(row: Result) -> str:
    return f"{row.what}, {row.known.isoformat()}: {row.figure.normalize():f} {row.unit}".strip()


def _service(row: Service) -> str:
    return f"{row.priority.number}. {row.priority.name}"


def _belonging(_row: Belonging) -> str:
    """Return nothing: the record is read by everybody, and not everybody sees each document and situation."""
    return ""


KINDS: Mapping[str, Kind] = {
    "turn": Kind(Turn, _("what became of it"), ("activity",), _turn),
    "tie": Kind(Relation, _("tie to another activity"), ("activity",), _tie),
    "taking": Kind(Taking, _("participation"), ("operation",), _taking),
    "phase": Kind(Phase, _("phase"), ("operation",), _phase),
    "result": Kind(Result, _("published result"), ("operation",), _result),
    "service": Kind(Service, _("priority that it serves"), ("activity", "operation"), _service),
    "belonging": Kind(Belonging, _("what belongs to it"), ("area",), _belonging),
}
"""By the word that stands in addresses."""


def strikable(by: Subject, organisation_id: str, kind: str, handle: str) -> tuple[Kind, Any]:
    """Return an entry (by its handle) that stands and that ``by`` sees, and its kind. Raises NotVisible."""
    if kind not in KINDS:
        raise NotVisible
    found = KINDS[kind].rows(handle=handle, **STANDS).first()
    if found is None or not _seen(by, found):
        raise NotVisible
    home = visible_organisations(by).filter(pk=organisation_id)
    if owner_of(found).organisation_id not in home.values_list("pk", flat=True):
        raise NotVisible
    return KINDS[kind], found


def strike_page(by: Subject, organisation_id: str, kind: str, handle: str) -> StrikePage:
    """Return an entry that is about to be struck. Raises NotVisible."""
    found, row = strikable(by, organisation_id, kind, handle)
    return StrikePage(str(found.label), found.said(row), name_of_owner(owner_of(row)), address_of(owner_of(row)))


def struck_of(row: Activity | Operation | Area) -> tuple[StruckLine, ...]:
    """Return the entries of an edition, an operation or an area that were struck, the latest first."""
    return tuple(sorted(_struck(row), key=lambda line: line.day, reverse=True))


def struck_label(kind: str) -> str:
    """Return what kind of entry it is, in words; "" for none of these."""
    return str(KINDS[kind].label) if kind in KINDS else ""


def owner_of(row: Any) -> Any:
    """Return the edition, operation or area of which something is an entry."""
    return next(filter(None, (getattr(row, name, None) for name in ("activity", "operation", "area"))))


def name_of_owner(row: Activity | Operation | Area) -> str:
    """Return how it is called in the register."""
    return f"{row.series.name} {row.edition}" if isinstance(row, Activity) else row.name


def address_of(row: Activity | Operation | Area) -> tuple[str, ...]:
    """Return the address of its page: its name and what it takes."""
    if isinstance(row, Activity):
        return "activity", row.series.key, row.key
    return "operation" if isinstance(row, Operation) else "area", row.key


def _struck(row: Activity | Operation | Area) -> Iterator[StruckLine]:
    column = {Activity: "activity", Operation: "operation", Area: "area"}[type(row)]
    for kind in KINDS.values():
        if column in kind.owners:
            for each in kind.rows(**{column: row}).exclude(struck=None):
                yield StruckLine(str(kind.label), kind.said(each), each.struck, each.struck_why)


def _seen(by: Subject, row: Any) -> bool:
    """Whether ``by`` sees what belongs to an area; every other entry is seen with the register."""
    if not isinstance(row, Belonging):
        return True
    if row.document_id:
        return visible_documents(by).filter(pk=row.document_id).exists()
    return not row.situation_id or visible_situations(by).filter(pk=row.situation_id).exists()
