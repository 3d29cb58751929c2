"""Areas of cooperation, and the programme of priorities of a term with what is reported of it."""

from __future__ import annotations

from django.db import models

from accord.access.models import Handled
from accord.documents.models import Document
from accord.meetings.models import Meeting
from accord.members.models import ChairmanshipTerm, Organ, Organisation, Sourced
from accord.programme.choices import Progress


class Area(Sourced):
    """An area of cooperation; ``parent`` is the area that it is a part of, None for one that stands for itself."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="areas")
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
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


class Priority(Sourced, Handled):
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


class Reported(Sourced):
    """
    What is reported on a day of something that is followed: a priority here, a measure or a commitment above.

    Attributes:
        fact: in words. meeting, document: the evidence, besides the source.
        figure, unit: a figure that the source gives.
        decision: by which it was dropped, in words; "" for every other state.
        entered_by: code of the member whose delegation entered it, "" for the secretariat. at: when; None is not kept.
    """

    day = models.DateField()
    state = models.CharField(max_length=8, choices=Progress.choices)
    fact = models.CharField(max_length=500)
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    figure = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    unit = models.CharField(max_length=60, blank=True)
    decision = models.CharField(max_length=300, blank=True)
    entered_by = models.CharField(max_length=12, blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class Report(Reported):
    """What is reported on a day about a priority, or (without one) about a whole programme."""

    priority = models.ForeignKey(Priority, models.CASCADE, null=True, related_name="reports")
    programme = models.ForeignKey(Programme, models.CASCADE, null=True, related_name="reports")

    class Meta:
        ordering = ["day", "id"]
