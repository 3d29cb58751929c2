"""Which organisations, members and mandates a subject can see."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from accord.access import NotVisible, Role, Subject
from accord.members.basis import Basis
from accord.members.models import ChairmanshipTerm, Mandate, Member, Organ, Organisation, Partner
from accord.members.pages import MemberLine, OrganisationPage, OrganLine, PartnerLine, TermLine
from accord.record import clock


def visible_organisations(by: Subject) -> QuerySet[Organisation]:
    """The organisation of the subject's mandate, and those that are public."""
    return Organisation.objects.filter(Q(public=True) | Q(pk=by.organisation_id or ""))


def home_organisation(by: Subject) -> Organisation | None:
    """Return the organisation whose pages this subject sees: its own, else the first public one."""
    own = visible_organisations(by).filter(pk=by.organisation_id).first() if by.organisation_id else None
    return own or visible_organisations(by).filter(public=True).order_by("pk").first()


def members_of(organisation: Organisation) -> tuple[Member, ...]:
    """Return the members in the council's own order."""
    return tuple(Member.objects.filter(organisation=organisation))


def organisation_of(by: Subject) -> Organisation:
    """Return the organisation in which ``by`` acts. Raises NotVisible for the public."""
    organisation = visible_organisations(by).filter(pk=by.organisation_id or "").first()
    if organisation is None:
        raise NotVisible
    return organisation


def subject_of(user: object) -> Subject:
    """Return for whom this signed-in user acts; the public for anybody without a mandate."""
    mandates = Mandate.objects.filter(user_id=getattr(user, "pk", None), user__is_active=True)
    mandate = mandates.select_related("user").first()
    if mandate is None:
        return Subject()
    return Subject(
        person_id=mandate.user.pk,
        name=mandate.user.get_username(),
        organisation_id=mandate.organisation_id,
        role=Role(mandate.role),
        delegation=mandate.delegation,
        may_table=mandate.may_table,
    )


def organisation_page(by: Subject, organisation_id: str, *, brief: bool = False) -> OrganisationPage:
    """
    Return an organisation as ``by`` sees it. Raises NotVisible where it sees none.

    Args:
        brief: without organs and partners, for a page that names neither.
    """
    row = visible_organisations(by).filter(pk=organisation_id).first()
    if row is None:
        raise NotVisible
    day = row.as_of or clock.now().date()
    terms = ChairmanshipTerm.objects.filter(organisation=row).select_related("member")
    return OrganisationPage(
        id=row.pk,
        name=row.name,
        short_name=row.short_name,
        council=row.council,
        as_of=row.as_of,
        rule=row.rule,
        members=tuple(MemberLine(member.code, member.name, Basis.of(member)) for member in members_of(row)),
        organs=() if brief else _organ_lines(list(Organ.objects.filter(organisation=row)), ""),
        partners=() if brief else tuple(map(_partner_line, Partner.objects.filter(organisation=row))),
        terms=tuple(_term_line(term, day) for term in terms),
    )


def _organ_lines(rows: list[Organ], parent: str) -> tuple[OrganLine, ...]:
    """Return the organs directly below ``parent``, each with its own."""
    return tuple(
        OrganLine(row.name, row.level, row.role, _organ_lines(rows, row.key), Basis.of(row))
        for row in rows
        if row.parent == parent
    )


def _partner_line(row: Partner) -> PartnerLine:
    return PartnerLine(row.code, row.name, row.basis, Basis.of(row))


def _term_line(row: ChairmanshipTerm, day: date) -> TermLine:
    current = row.begins <= day and (row.ends is None or day <= row.ends)
    return TermLine(row.member.code, row.member.name, row.begins, row.ends, current, Basis.of(row))
