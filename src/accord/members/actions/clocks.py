"""Entering in which zones the capitals and the secretariat work."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID
from zoneinfo import available_timezones

import pycountry
from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.members import access, checks, queries
from accord.members.actions.entering import enter, everybody, organisation_by_id
from accord.members.errors import Unfit
from accord.members.models import Clock, Member, Organisation
from accord.members.values import ClockEntry
from accord.record import acts as record


@record.action(answers=organisation_by_id)
def enter_clocks(organisation_id: str, clocks: Sequence[ClockEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter the zones of capitals and of the secretariat; each takes the place of the one entered before.

    Raises:
        Unfit: no such member, zone or country.
    """
    with record.act("entered clocks", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_keep_register(by, organisation))
        for clock in clocks:
            _enter_clock(organisation, clock)
        names = [clock.city or clock.zone for clock in clocks]
        enter(act, organisation, everybody(organisation), {"names": names}, answer=organisation.pk)
        return organisation


def _enter_clock(organisation: Organisation, entry: ClockEntry) -> None:
    member = Member.objects.filter(organisation=organisation, code=entry.member).first() if entry.member else None
    if entry.member and member is None:
        raise Unfit("member", _("“%s” is not in the register.") % entry.member)
    if entry.zone not in available_timezones():
        raise Unfit("zone", _("“%s” is no time zone.") % entry.zone)
    country = "" if entry.member else entry.country.upper()
    if country and pycountry.countries.get(alpha_3=country) is None:
        raise Unfit("country", _("“%s” is no country: write its three letters, such as KAZ.") % entry.country)
    city = checks.name("city", entry.city, longest=80, optional=True)
    values = {"zone": entry.zone, "city": city, "country": country}
    Clock.objects.update_or_create(organisation=organisation, member=member, defaults=values)
