"""Papers before meetings: facts about documents and the way they have come."""

from __future__ import annotations

from django.db import models

from accord.access.models import Audience
from accord.meetings.choices import Outcome, Passage
from accord.meetings.models.meeting import Meeting
from accord.members.models import Organ, Sourced


class Station(models.Model):
    """A column of the way that the papers of a meeting take."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="stations")
    label = models.CharField(max_length=80)
    day = models.DateField(null=True)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]


class Paper(Sourced):
    """A paper before a meeting: a fact about a document, not its wording. An empty title means that none is known."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="papers")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=400, blank=True)
    kind = models.CharField(max_length=80)
    final_organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="one_paper_per_number")]


class Step(models.Model):
    """How a paper stands at one station."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="steps")
    station = models.ForeignKey(Station, models.CASCADE, related_name="+")
    passage = models.CharField(max_length=12, choices=Passage.choices)

    class Meta:
        ordering = ["station__order"]
        constraints = [models.UniqueConstraint(fields=["paper", "station"], name="one_step_per_station")]
