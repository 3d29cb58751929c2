"""Which rows of the programme a subject can see: of its own organisation, and of organisations that are public."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from accord.access import Subject
from accord.members.queries import shown_day, visible_organisations
from accord.programme.models import STANDS, Activity, Area, Operation, Priority, Programme, Series


def known_by(on: date | None) -> Q:
    """Return the condition that a row is known by a day; None is any day."""
    return Q() if on is None else Q(known=None) | Q(known__lte=on)


def stands_by(on: date | None) -> Q:
    """Return the condition that an entry is known by a day, and that it is not struck; None is any day."""
    return known_by(on) & Q(**STANDS)


def visible_areas(by: Subject) -> QuerySet[Area]:
    """Areas of organisations that ``by`` can see."""
    return Area.objects.filter(organisation__in=visible_organisations(by))


def visible_priorities(by: Subject) -> QuerySet[Priority]:
    """Priorities of organisations that ``by`` can see."""
    return Priority.objects.filter(organisation__in=visible_organisations(by))


def visible_series(by: Subject) -> QuerySet[Series]:
    """Series of joint activities of organisations that ``by`` can see."""
    return Series.objects.filter(organisation__in=visible_organisations(by))


def visible_activities(by: Subject, on: date | None = None) -> QuerySet[Activity]:
    """Editions of joint activities of organisations that ``by`` can see, known by a day; without one, of any day."""
    return Activity.objects.filter(known_by(on), organisation__in=visible_organisations(by))


def visible_operations(by: Subject) -> QuerySet[Operation]:
    """Operations of organisations that ``by`` can see."""
    return Operation.objects.filter(organisation__in=visible_organisations(by))


def visible_programmes(by: Subject) -> QuerySet[Programme]:
    """Programmes of the chairmanship of organisations that ``by`` can see."""
    return Programme.objects.filter(organisation__in=visible_organisations(by))


def shown(by: Subject, organisation_id: str) -> date:
    """Return the day that the pages of an organisation show; the first of all days where ``by`` sees none."""
    row = visible_organisations(by).filter(pk=organisation_id).first()
    return shown_day(row) if row else date.min
