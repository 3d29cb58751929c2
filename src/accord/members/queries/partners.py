"""Partners as a tree, and one partner with its agreements, contacts, and what was done together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import F, Q, QuerySet

from accord.access import NotVisible, Subject
from accord.members.basis import Basis
from accord.members.models import Agreement, Contact, Joint, Organisation, Partner
from accord.members.pages import (
    AgreementLine,
    ContactLine,
    JointLine,
    PartnerLine,
    PartnerPage,
    PartnersPage,
)
from accord.members.partnership import list_sentence, partner_sentence, stands
from accord.members.queries.naming import NameBook, name_book
from accord.members.queries.organisations import keeps_register, shown_day, visible_organisations
from accord.members.queries.people import holding, people_of, person_line
from accord.members.values import PartnerEntry


def visible_partners(by: Subject) -> QuerySet[Partner]:
    """Return the partners of organisations whose register ``by`` sees."""
    return Partner.objects.filter(organisation__in=visible_organisations(by))


def partners_page(by: Subject, organisation_id: str, on: date | None = None) -> PartnersPage:
    """Return all partners of an organisation as a tree. Raises NotVisible."""
    organisation = _organisation(by, organisation_id)
    day, rows = on or shown_day(organisation), list(Partner.objects.filter(organisation=organisation))
    counts = (_counted(_agreements(rows, day)), _counted(_joint(rows, day)))
    return PartnersPage(
        tops=partner_lines(rows, name_book(organisation), counts=counts),
        sentence=list_sentence([row.kind for row in rows]),
        day=day,
        keeps=keeps_register(by, organisation.pk),
    )


def partner_page(by: Subject, organisation_id: str, code: str, on: date | None = None) -> PartnerPage:
    """Return a partner with its structures, as on a day. Raises NotVisible."""
    organisation = _organisation(by, organisation_id)
    rows = list(Partner.objects.filter(organisation=organisation))
    row = next((each for each in rows if each.code == code), None)
    if row is None:
        raise NotVisible
    day, book = on or shown_day(organisation), name_book(organisation)
    family = _family(rows, row)
    agreements, joint = list(_agreements(family, day)), list(_joint(family, day))
    counts, done = (_counted(agreements), _counted(joint)), _joint_lines(joint, book)
    above = next((each for each in rows if each.code == row.parent), None)
    codes = tuple(each.code for each in family)
    people = [person_line(each, book, day) for each in people_of(organisation)]
    return PartnerPage(
        line=_line(row, rows, book, counts),
        above=_line(above, [], book, counts) if above else None,
        family=codes,
        sentence=partner_sentence(
            row.get_kind_display(),
            str(book.partner(above)),
            agreements=len(agreements),
            joint=len(done),
        ),
        agreements=tuple(_agreement(each, book, day) for each in agreements),
        contacts=tuple(_contact(each, book) for each in _contacts(family, day)),
        joint=done,
        people=tuple(person for each in codes for person in holding(people, code=each)),
        day=day,
        keeps=keeps_register(by, organisation.pk),
    )


def agreements_in(by: Subject, organisation_id: str, document: str, on: date) -> tuple[AgreementLine, ...]:
    """Return the agreements whose text a document holds, as on a day; callers have found the document."""
    organisation, rows = _organisation(by, organisation_id), visible_partners(by).filter(organisation=organisation_id)
    found = _agreements(rows, on).filter(document=document)
    book = name_book(organisation)
    return tuple(_agreement(row, book, on) for row in found)


def partner_choices(by: Subject, organisation_id: str) -> tuple[tuple[str, str], ...]:
    """Return the partners of an organisation as (code, name), for whoever enters something of one."""
    rows = visible_partners(by).filter(organisation=organisation_id)
    book = name_book(_organisation(by, organisation_id))
    return tuple((row.code, str(book.partner(row))) for row in rows)


def entered_partner(by: Subject, organisation_id: str, code: str) -> PartnerEntry | None:
    """Return a partner as it is entered, to be changed; None where there is none of this code."""
    row = visible_partners(by).filter(organisation=organisation_id, code=code).first()
    if row is None:
        return None
    return PartnerEntry(
        row.code, row.name, row.structures, row.basis, kind=row.kind, parent=row.parent, basis=Basis.of(row)
    )


Counts = tuple[Mapping[int, int], Mapping[int, int]]
"""How many agreements and joint things each partner has, by its primary key."""


def partner_lines(rows: Sequence[Partner], book: NameBook, *, counts: Counts = ({}, {})) -> tuple[PartnerLine, ...]:
    """Return partners as a tree; one whose parent is not there stands on top."""
    known = {row.code for row in rows}
    return tuple(_line(row, rows, book, counts) for row in rows if row.parent not in known)


def _line(row: Partner, rows: Sequence[Partner], book: NameBook, counts: Counts) -> PartnerLine:
    return PartnerLine(
        code=row.code,
        name=book.partner(row),
        structures=row.structures,
        rests_on=row.basis,
        basis=Basis.of(row),
        kind=row.kind,
        label=row.get_kind_display(),
        parent=row.parent,
        below=tuple(_line(each, rows, book, counts) for each in rows if each.parent == row.code),
        agreements=counts[0].get(row.pk, 0),
        joint=counts[1].get(row.pk, 0),
    )


def _family(rows: Sequence[Partner], row: Partner) -> list[Partner]:
    """Return a partner and all its structures, each before those below it."""
    below = [each for each in rows if each.parent == row.code]
    return [row, *(lower for each in below for lower in _family(rows, each))]


def _agreements(rows: Iterable[Partner], day: date) -> QuerySet[Agreement]:
    return Agreement.objects.filter(_known(day), partner__in=rows).select_related("partner")


def _contacts(rows: Iterable[Partner], day: date) -> QuerySet[Contact]:
    begun, lasts = Q(since__isnull=True) | Q(since__lte=day), Q(until__isnull=True) | Q(until__gte=day)
    found = Contact.objects.filter(begun, lasts, partner__in=rows).select_related("partner")
    return found.order_by(F("since").desc(nulls_last=True), "office", "id")


def _joint(rows: Iterable[Partner], day: date) -> QuerySet[Joint]:
    return Joint.objects.filter(_known(day), partner__in=rows).select_related("partner", "organ")


def _known(day: date) -> Q:
    """Return what is known on a day: from the day on which it became known, else from its own, else always."""
    return Q(known__lte=day) | Q(known__isnull=True, day__lte=day) | Q(known__isnull=True, day__isnull=True)


def _counted(rows: Iterable[Agreement | Joint]) -> Counter[int]:
    return Counter(row.partner_id for row in rows)


def _agreement(row: Agreement, book: NameBook, day: date) -> AgreementLine:
    state, words = stands(row.lasting, row.until, row.ended, day)
    return AgreementLine(
        code=row.partner.code,
        partner=book.partner(row.partner),
        title=row.title,
        number=row.number,
        day=row.day,
        when=row.when,
        stands=state,
        words=words,
        note=row.note,
        document=row.document,
        basis=Basis.of(row),
    )


def _contact(row: Contact, book: NameBook) -> ContactLine:
    partner = row.partner
    return ContactLine(
        code=partner.code,
        partner=book.partner(partner),
        office=row.office,
        function=row.function,
        page=row.page,
        since=row.since,
        until=row.until,
        basis=Basis.of(row),
    )


def _joint_lines(rows: Iterable[Joint], book: NameBook) -> tuple[JointLine, ...]:
    """Return what was done together, one line for what several did in the same way by one source."""
    found: dict[tuple[object, ...], list[Joint]] = {}
    for row in rows:
        same = (row.kind, row.role, row.title, row.day, row.until, row.when, row.organ_id, row.of, Basis.of(row))
        found.setdefault(same, []).append(row)
    return tuple(_joint_line(each, book) for each in found.values())


def _joint_line(rows: Sequence[Joint], book: NameBook) -> JointLine:
    row = rows[0]
    return JointLine(
        partners=tuple((each.partner.code, book.partner(each.partner)) for each in rows),
        kind=row.kind,
        label=row.get_kind_display(),
        role=row.get_role_display(),
        title=row.title,
        day=row.day,
        until=row.until,
        when=row.when,
        organ_key=row.organ.key if row.organ else "",
        organ=book.organ(row.organ),
        of=row.of,
        basis=Basis.of(row),
    )


def _organisation(by: Subject, organisation_id: str) -> Organisation:
    row = visible_organisations(by).filter(pk=organisation_id).first()
    if row is None:
        raise NotVisible
    return row
