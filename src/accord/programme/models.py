"""The tables of the programme: areas, priorities, joint activities, operations. Public-programme facts only."""

from __future__ import annotations

from django.db import models

from accord.members.models import ChairmanshipTerm, Member, Organ, Organisation, Sourced
from accord.programme.choices import Holding, Progress


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


class Activity(Sourced):
    """An edition of a series of joint activities. A place is a country and a region or city, nothing nearer."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="activities")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="activities")
    series = models.CharField(max_length=120)
    edition = models.CharField(max_length=40)
    host = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    place = models.CharField(max_length=120, blank=True)
    begins = models.DateField(null=True)
    ends = models.DateField(null=True)
    when = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=10, choices=Holding.choices)
    participants = models.ManyToManyField(Member, related_name="+")
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "series", "edition"], name="one_edition_of_a_series"),
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("begins")),
                name="an_activity_ends_after_it_begins",
            ),
        ]


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
