"""What the acts share: finding what an entry names, and the days that it can have."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from accord.members.errors import Unfit
from accord.members.models import Member, Organisation
from accord.members.queries import shown_day
from accord.programme.models import Priority
from accord.record import clock


def priority_of(organisation: Organisation, handle: str) -> Priority | None:
    """Return the priority of this handle, None for "". Raises Unfit."""
    found = Priority.objects.filter(organisation=organisation, handle=handle).first() if handle else None
    if handle and found is None:
        raise Unfit("priority", _("There is no such priority."))
    return found


def member_named(organisation: Organisation, code: str, field: str) -> Member:
    """Return the member of this code. Raises Unfit."""
    found = Member.objects.filter(organisation=organisation, code=code).first()
    if found is None:
        raise Unfit(field, _("“%s” is not in the register.") % code)
    return found


def require_day(organisation: Organisation, field: str, day: date) -> None:
    """Refuse a day that is not there yet. Raises Unfit."""
    if day > max(clock.now().date(), shown_day(organisation)):
        raise Unfit(field, _("This day is not there yet."))
