"""Which priorities an edition of a joint activity, or an operation, serves, as the sources say it."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from accord.members.basis import Basis
from accord.programme.models import Activity, Operation, Service
from accord.programme.pages.priorities import ServedLine
from accord.programme.queries.visible import stands_by


def served_by(row: Activity | Operation, day: date) -> tuple[ServedLine, ...]:
    """Return the priorities that something visible serves, known and announced by a day."""
    rows = Service.objects.filter(stands_by(day))
    own = rows.filter(activity=row) if isinstance(row, Activity) else rows.filter(operation=row)
    announced = Q(priority__programme=None) | Q(priority__programme__announced__lte=day)
    found = own.filter(announced).select_related("priority__programme__term")
    return tuple(_line(each) for each in found)


def _line(row: Service) -> ServedLine:
    programme = row.priority.programme
    year = programme.term.begins.year if programme else None
    return ServedLine(row.handle, row.priority.number, row.priority.name, year, Basis.of(row))
