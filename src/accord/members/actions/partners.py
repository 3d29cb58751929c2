"""Entering what there is with partners: agreements, contacts, and what was done together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.members import access, checks, queries
from accord.members.actions.entering import enter, everybody, organisation_by_id
from accord.members.choices import JointKind, JointRole, Lasting
from accord.members.errors import Unfit
from accord.members.models import Agreement, Contact, Joint, Organ, Organisation, Partner
from accord.members.values import AgreementEntry, ContactEntry, JointEntry
from accord.record import acts as record

_PRIVATE = re.compile(r"@|\d(?:[ ()-]?\d){5,}")
"""An address of mail, or a number to call: six digits or more, with nothing between them but blanks and the like."""


@record.action(answers=organisation_by_id)
def enter_agreements(
    organisation_id: str, agreements: Sequence[AgreementEntry], *, by: Subject, key: UUID
) -> Organisation:
    """
    Enter agreements with partners; each takes the place of the one of the same partner, title and day.

    Raises:
        Unfit: no such partner, no title, a last day that is missing or comes before the first.
    """
    with record.act("entered agreements with", by=by, key=key) as act:
        return _enter_all(act, organisation_id, agreements, by, put_agreement)


@record.action(answers=organisation_by_id)
def enter_contacts(organisation_id: str, contacts: Sequence[ContactEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter with which office one speaks at partners; each takes the place of the one of the same office and function.

    Raises:
        Unfit: no such partner, or something private: an address of mail, a number to call.
    """
    with record.act("entered contacts at", by=by, key=key) as act:
        return _enter_all(act, organisation_id, contacts, by, _enter_contact)


@record.action(answers=organisation_by_id)
def enter_joint(organisation_id: str, joint: Sequence[JointEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter what was done together with partners; each takes the place of the one of the same kind, title and day.

    Raises:
        Unfit: no such partner, organ, kind or role; a last day before the first.
    """
    with record.act("entered what was done with", by=by, key=key) as act:
        return _enter_all(act, organisation_id, joint, by, _enter_joint)


def _enter_all(
    act: record.Act,
    organisation_id: str,
    entries: Sequence[Any],
    by: Subject,
    one: Callable[[Partner, Any], object],
) -> Organisation:
    organisation = act.lock(queries.visible_organisations(by), organisation_id)
    require(access.may_keep_register(by, organisation))
    for entry in entries:
        one(_partner(organisation, entry.partner), entry)
    data = {"partners": sorted({entry.partner for entry in entries}), "count": len(entries)}
    enter(act, organisation, everybody(organisation), data, answer=organisation.pk)
    return organisation


def put_agreement(partner: Partner, entry: AgreementEntry) -> None:
    """
    Enter an agreement, or change the one of this partner, title and day.

    Within an act, also of another room, which locks, checks who may, and writes the one entry. Raises Unfit.
    """
    if entry.lasting not in Lasting.values:
        raise Unfit("lasting", _("“%s” is no term of an agreement.") % entry.lasting)
    if (entry.lasting == Lasting.UNTIL) != (entry.until is not None):
        raise Unfit("until", _("An agreement until a day needs that day, and no other one has it."))
    if entry.day and any(last and last < entry.day for last in (entry.until, entry.ended)):
        raise Unfit("until", _("It would end before the day on which it was concluded."))
    plain = {name: getattr(entry, name) for name in _OF_AN_AGREEMENT}
    title = checks.name("title", entry.title, longest=300)
    Agreement.objects.update_or_create(
        partner=partner, title=title, day=entry.day, defaults={**plain, **entry.basis.columns()}
    )


_OF_AN_AGREEMENT = ("number", "when", "known", "lasting", "until", "ended", "note", "document")
"""What of an agreement stands in its row as it is entered."""


def _enter_contact(partner: Partner, entry: ContactEntry) -> None:
    office, function = _of_an_office("office", entry.office), _of_an_office("function", entry.function)
    if entry.since and entry.until and entry.until < entry.since:
        raise Unfit("until", _("The last day is before the first."))
    plain = {"page": checks.address("page", entry.page), "since": entry.since, "until": entry.until}
    Contact.objects.update_or_create(
        partner=partner, office=office, function=function, defaults={**plain, **entry.basis.columns()}
    )


def _of_an_office(field: str, words: str) -> str:
    if _PRIVATE.search(words):
        reason = _("Addresses of mail and numbers to call are not kept here: name the office and its function.")
        raise Unfit(field, reason)
    return checks.name(field, words, longest=200)


def _enter_joint(partner: Partner, entry: JointEntry) -> None:
    if entry.kind not in JointKind.values or entry.role not in JointRole.values:
        raise Unfit("kind", _("“%s” is nothing that is done together.") % f"{entry.kind}, {entry.role}")
    if entry.day and entry.until and entry.until < entry.day:
        raise Unfit("until", _("The last day is before the first."))
    plain = {name: getattr(entry, name) for name in ("role", "until", "when", "known", "of")}
    Joint.objects.update_or_create(
        partner=partner,
        kind=entry.kind,
        title=checks.name("title", entry.title, longest=300),
        day=entry.day,
        defaults={**plain, "organ": _organ(partner, entry.organ), **entry.basis.columns()},
    )


def _partner(organisation: Organisation, code: str) -> Partner:
    found = Partner.objects.filter(organisation=organisation, code=code).first()
    if found is None:
        raise Unfit("partner", _("“%s” is not in the register.") % code)
    return found


def _organ(partner: Partner, key: str) -> Organ | None:
    if not key:
        return None
    found = Organ.objects.filter(organisation=partner.organisation_id, key=key).first()
    if found is None:
        raise Unfit("organ", _("“%s” is not in the register.") % key)
    return found
