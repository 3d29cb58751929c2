"""Areas of cooperation, and the programme of priorities of a term with what is reported of it."""

from __future__ import annotations

from django.db import models

from accord.members.models import ChairmanshipTerm, Organ, Organisation, Sourced
from accord.programme.choices import Progress


class Area(Sourced):
    """An area of cooperation."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="areas")
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["organisation", "key"], name="one_area_per_key")]


class Programme(Sourced):
    """
    The programme of priorities of a term of the chairmanship, as it was announced.

    Attributes:
        organ: where it was announced. speaker: by whom, an office rather than a name. procedure: what became of it.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="programmes")
    term = models.OneToOneField(ChairmanshipTerm, models.PROTECT, related_name="programme")
    announced = models.DateField()
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")
    place = models.CharField(max_length=80, blank=True)
    speaker = models.CharField(max_length=160, blank=True)
    procedure = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-announced"]


class Priority(Sourced):
    """A priority of the chairmanship; ``programme`` is that of its term, None where it stands in none."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="priorities")
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, related_name="priorities")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="priorities")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    announced = models.DateField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "number"],
                condition=models.Q(programme__isnull=True),
                name="one_loose_priority_per_number",
            ),
            models.UniqueConstraint(fields=["programme", "number"], name="one_priority_of_a_programme_per_number"),
        ]


class Report(Sourced):
    """What is reported on a day about a priority, or (without one) about a whole programme."""

    priority = models.ForeignKey(Priority, models.CASCADE, null=True, related_name="reports")
    programme = models.ForeignKey(Programme, models.CASCADE, null=True, related_name="reports")
    day = models.DateField()
    state = models.CharField(max_length=8, choices=Progress.choices)
    fact = models.CharField(max_length=500)

    class Meta:
        ordering = ["day", "id"]
