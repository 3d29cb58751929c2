"""What the programme gains within an act of another room, which locks, checks who may, and writes the one entry."""

from __future__ import annotations

from datetime import date

from django.db.models import Max
from django.utils.translation import gettext as _

from accord.members.errors import Unfit
from accord.members.models import Member, Organisation
from accord.programme.models import Activity, Area, Priority, Programme
from accord.programme.values import ActivityEntry, AreaEntry, PriorityEntry


def put_area(organisation: Organisation, entry: AreaEntry) -> None:
    """Enter an area of cooperation, or change the one with this key; a new one comes behind the others."""
    rows = Area.objects.filter(organisation=organisation)
    values = {"name": entry.name, **entry.basis.columns()}
    if not rows.filter(key=entry.key).update(**values):
        last = rows.aggregate(last=Max("order"))["last"]
        Area.objects.create(organisation=organisation, key=entry.key, order=0 if last is None else last + 1, **values)


def put_priority(organisation: Organisation, term: date | None, entry: PriorityEntry) -> None:
    """
    Enter a priority of the programme of a term (by its first day), or one of none; or change the one of this number.

    Raises:
        Unfit: the term has no programme.
    """
    programme = None
    if term is not None:
        programme = Programme.objects.filter(organisation=organisation, term__begins=term).first()
        if programme is None:
            raise Unfit("term", _("There is no programme for that term. Enter it first."))
    area = Area.objects.get(organisation=organisation, key=entry.area) if entry.area else None
    Priority.objects.update_or_create(
        organisation=organisation,
        programme=programme,
        number=entry.number,
        defaults={"name": entry.name, "announced": entry.announced, "area": area, **entry.basis.columns()},
    )


def put_activity(organisation: Organisation, entry: ActivityEntry) -> None:
    """Enter an edition of a joint activity, or change the one of this series and edition."""
    members = {row.code: row for row in Member.objects.filter(organisation=organisation)}
    plain = {name: getattr(entry, name) for name in ("state", "place", "begins", "ends", "when", "note")}
    area = Area.objects.get(organisation=organisation, key=entry.area) if entry.area else None
    activity, _made = Activity.objects.update_or_create(
        organisation=organisation,
        series=entry.series,
        edition=entry.edition,
        defaults={**plain, "area": area, "host": members.get(entry.host), **entry.basis.columns()},
    )
    activity.participants.set(members[code] for code in entry.participants)
