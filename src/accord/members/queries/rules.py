"""The organisation's own rules, as they are reported."""

from __future__ import annotations

from accord.access import NotVisible, Subject
from accord.members.basis import Basis
from accord.members.models import Organisation, Provision
from accord.members.pages import ProvisionLine
from accord.members.queries.naming import NameBook, name_book
from accord.members.queries.organisations import visible_organisations


def provision_list(by: Subject, organisation_id: str, *, decides: str = "") -> tuple[ProvisionLine, ...]:
    """
    Return the rules of an organisation in its order. Raises NotVisible.

    Args:
        decides: only those that this decision rule carries out.
    """
    organisation = _organisation(by, organisation_id)
    rows = Provision.objects.filter(organisation=organisation)
    book = name_book(organisation)
    return tuple(_line(row, book) for row in (rows.filter(decides=decides) if decides else rows))


def provision_page(by: Subject, organisation_id: str, key: str) -> ProvisionLine:
    """Return one rule. Raises NotVisible."""
    organisation = _organisation(by, organisation_id)
    row = Provision.objects.filter(organisation=organisation, key=key).first()
    if row is None:
        raise NotVisible
    return _line(row, name_book(organisation))


def quorum_title(organisation: Organisation, book: NameBook) -> str:
    """Return the title of the organisation's own rule on a quorum, as it is called in the book; "" for none."""
    row = Provision.objects.filter(organisation=organisation, key="quorum").first()
    return str(book.called("rule quorum", row.title)) if row else ""


def _organisation(by: Subject, organisation_id: str) -> Organisation:
    row = visible_organisations(by).filter(pk=organisation_id).first()
    if row is None:
        raise NotVisible
    return row


def _line(row: Provision, book: NameBook) -> ProvisionLine:
    return ProvisionLine(
        key=row.key,
        title=book.called(f"rule {row.key}", row.title),
        words=row.words,
        article=row.article,
        earlier=row.earlier,
        support=row.support,
        matter=row.matter,
        label=row.get_matter_display(),
        decides=row.decides,
        basis=Basis.of(row),
    )
