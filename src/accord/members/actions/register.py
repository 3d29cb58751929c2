"""Entering the register: organs, partners, terms of the chairmanship."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.members import access, checks, queries
from accord.members.actions import within
from accord.members.actions.entering import call, enter, everybody, organisation_by_id
from accord.members.errors import Unfit
from accord.members.models import ChairmanshipTerm, Member, Organ, Organisation
from accord.members.over_time import circle
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
        enter_organs(organisation, organs)
        for partner in partners:
            within.put_partner(organisation, partner)
        within.require_sound_partners(organisation)
        _enter_terms(organisation, terms)
        data = {"organs": len(organs), "partners": len(partners), "terms": len(terms)}
        enter(act, organisation, everybody(organisation), data, answer=organisation.pk)
        return organisation


def enter_organs(organisation: Organisation, organs: Sequence[OrganEntry]) -> None:
    """Enter organs within an act. Raises Unfit."""
    known = {organ.key for organ in organs} | set(
        Organ.objects.filter(organisation=organisation).values_list("key", flat=True)
    )
    for order, organ in enumerate(organs):
        if organ.parent and organ.parent not in known:
            raise Unfit("organs", _("The organ above “%s” is not among the organs.") % organ.name)
        if organ.founded and organ.dissolved and organ.dissolved < organ.founded:
            raise Unfit("organs", _("“%s” would be dissolved before it was founded.") % organ.name)
        values = {"name": checks.name("organs", organ.name, longest=200), "order": order}
        plain = {name: getattr(organ, name) for name in ("level", "parent", "role", "kind", "founded", "dissolved")}
        Organ.objects.update_or_create(
            organisation=organisation, key=organ.key, defaults={**values, **plain, **organ.basis.columns()}
        )
        call(organisation, f"organ {organ.key}", organ.names, organ.aliases)
    _require_no_circle(organisation)


def _require_no_circle(organisation: Organisation) -> None:
    """Refuse organs that stand above one another in a circle, one above itself among them."""
    rows = Organ.objects.filter(organisation=organisation)
    names = {row.key: row.name for row in rows}
    found = circle((row.key, row.parent) for row in rows)
    if len(found) == 1:
        raise Unfit("organs", _("“%s” cannot be above itself.") % names[found[0]])
    if found:
        named = " → ".join(names[key] for key in (*found, found[0]))
        raise Unfit("organs", _("These organs stand above one another in a circle: %s.") % named)


def _enter_terms(organisation: Organisation, terms: Sequence[TermEntry]) -> None:
    members = {member.code: member for member in Member.objects.filter(organisation=organisation)}
    for term in terms:
        if term.member not in members or (term.ends and term.ends < term.begins):
            raise Unfit("terms", _("A term is of a member and ends after it begins."))
        ChairmanshipTerm.objects.update_or_create(
            organisation=organisation,
            begins=term.begins,
            defaults={
                "member": members[term.member],
                "ends": term.ends,
                **{name: getattr(term, name) for name in ("exception", "when", "decided")},
                **term.basis.columns(),
            },
        )
    within.require_one_presides(organisation, {term.begins for term in terms})
