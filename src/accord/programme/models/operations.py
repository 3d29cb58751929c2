"""Joint operations as programmes. Public-programme facts only: there is no column for anything operational."""

from __future__ import annotations

from django.db import models

from accord.members.models import Organisation, Sourced
from accord.programme.models.priorities import Area


class Operation(Sourced):
    """A joint operation as a programme: its purpose and phases, never its strength or its results."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="operations")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="operations")
    name = models.CharField(max_length=120)
    variants = models.CharField(max_length=200, blank=True)
    organ = models.CharField(max_length=40, blank=True)
    since = models.PositiveSmallIntegerField(null=True)
    purpose = models.CharField(max_length=300)
    kind = models.CharField(max_length=200, blank=True)
    phases = models.CharField(max_length=500, blank=True)
    observers = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="one_operation_per_name")]
