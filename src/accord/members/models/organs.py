"""Organs, and the acts on which they rest."""

from __future__ import annotations

from django.db import models

from accord.members.choices import OrganKind
from accord.members.models.basis import Sourced
from accord.members.models.organisation import Organisation


class Organ(Sourced):
    """
    A council, committee or working group of the organisation.

    Attributes:
        parent: key of the organ above it, or "". founded, dissolved: days, None where not known or not yet.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="organs")
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=OrganKind.choices, default=OrganKind.OTHER)
    level = models.CharField(max_length=80, blank=True)
    parent = models.CharField(max_length=40, blank=True)
    role = models.CharField(max_length=300, blank=True)
    founded = models.DateField(null=True)
    dissolved = models.DateField(null=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "key"], name="one_organ_per_key")]
        ordering = ["order", "id"]


class FoundingAct(Sourced):
    """An act on which an organ rests; without an organ, the organisation itself."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="acts")
    organ = models.ForeignKey(Organ, models.CASCADE, null=True, related_name="acts")
    day = models.DateField()
    title = models.CharField(max_length=300)
    place = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["day", "id"]
