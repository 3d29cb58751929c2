"""What is planned and held, whatever it is: an edition of an activity, and a phase of an operation."""

from __future__ import annotations

from django.db import models

from accord.members.models import Member, Sourced
from accord.programme.choices import Holding


class Held(Sourced):
    """
    Something that is planned, held, moved or cancelled.

    Attributes:
        place: a country and a region or city, nothing nearer.
        participants: members that a source names; none named is not nobody.
    """

    state = models.CharField(max_length=10, choices=Holding.choices)
    place = models.CharField(max_length=120, blank=True)
    begins = models.DateField(null=True)
    ends = models.DateField(null=True)
    participants = models.ManyToManyField(Member, related_name="+")

    class Meta:
        abstract = True


def ends_after_it_begins(name: str) -> models.CheckConstraint:
    """Return the constraint that a last day needs a first one that is not later."""
    condition = models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("begins"))
    return models.CheckConstraint(condition=condition, name=name)
