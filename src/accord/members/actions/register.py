"""Entering the register: organs, partners, terms of the chairmanship."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.members import access, checks, queries
from accord.members.actions.entering import enter, everybody, organisation_by_id
from accord.members.errors import Unfit
from accord.members.models import ChairmanshipTerm, Member, Organ, Organisation, Partner
from accord.members.values import OrganEntry, PartnerEntry, TermEntry
from accord.record import acts as record


@record.action(answers=organisation_by_id)
def enter_register(
    organisation_id: str,
    organs: Sequence[OrganEntry],
    partners: Sequence[PartnerEntry],
    terms: Sequence[TermEntry],
    *,
    by: Subject,
    key: UUID,
) -> Organisation:
    """
    Enter organs, partners and terms of the chairmanship; each takes the place of one entered with the same key.

    Raises:
        Unfit: a name or code cannot be used, a parent is no organ, a term is of no member.
    """
    with record.act("entered the register", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_keep_register(by, organisation))
        _enter_organs(organisation, organs)
        for order, partner in enumerate(partners):
            _enter_partner(organisation, order, partner)
        _enter_terms(organisation, terms)
        data = {"organs": len(organs), "partners": len(partners), "terms": len(terms)}
        enter(act, organisation, everybody(organisation), data, answer=organisation.pk)
        return organisation


def _enter_organs(organisation: Organisation, organs: Sequence[OrganEntry]) -> None:
    known = {organ.key for organ in organs} | set(
        Organ.objects.filter(organisation=organisation).values_list("key", flat=True)
    )
    for order, organ in enumerate(organs):
        if organ.parent and (organ.parent not in known or organ.parent == organ.key):
            raise Unfit("organs", _("The organ above “%s” is not among the organs.") % organ.name)
        values = {"name": checks.name("organs", organ.name, longest=200), "order": order}
        plain = {name: getattr(organ, name) for name in ("level", "parent", "role")}
        Organ.objects.update_or_create(
            organisation=organisation, key=organ.key, defaults={**values, **plain, **organ.basis.columns()}
        )


def _enter_partner(organisation: Organisation, order: int, partner: PartnerEntry) -> None:
    values = {"name": checks.name("partners", partner.name, longest=200), "order": order}
    plain = {"structures": partner.structures, "basis": partner.rests_on}
    Partner.objects.update_or_create(
        organisation=organisation,
        code=checks.code("partners", partner.code),
        defaults={**values, **plain, **partner.basis.columns()},
    )


def _enter_terms(organisation: Organisation, terms: Sequence[TermEntry]) -> None:
    members = {member.code: member for member in Member.objects.filter(organisation=organisation)}
    for term in terms:
        if term.member not in members or (term.ends and term.ends < term.begins):
            raise Unfit("terms", _("A term is of a member and ends after it begins."))
        ChairmanshipTerm.objects.update_or_create(
            organisation=organisation,
            begins=term.begins,
            defaults={"member": members[term.member], "ends": term.ends, **term.basis.columns()},
        )
