"""What a document passes: its stops at the steps of its way, and what each member says in a clearance."""

from __future__ import annotations

from django.db import models

from accord.access.models import Audience
from accord.documents.choices import Outcome, Said
from accord.documents.models.documents import Document
from accord.documents.models.ways import WayStep
from accord.members.models import Sourced


class Stop(Sourced):
    """
    A document at a step.

    Attributes:
        since, until: days, None where not known; ``when`` says them as they are known ("March 2031").
        due: until when it is to be cleared, None for no end. outcome: "" while it is there.
        words: with what it left, or why it was returned.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="stops")
    order = models.PositiveSmallIntegerField()
    step = models.ForeignKey(WayStep, models.PROTECT, related_name="+")
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    when = models.CharField(max_length=80, blank=True)
    due = models.DateField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    words = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "order"], name="one_stop_per_place"),
            models.UniqueConstraint(
                fields=["document", "step"], condition=models.Q(outcome=""), name="one_open_stop_per_step"
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True)
                | models.Q(since__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="a_stop_ends_after_it_begins",
            ),
        ]
        ordering = ["order"]


class Clearance(models.Model):
    """
    What a member says of a document in a clearance, the last that it said.

    Attributes:
        tabled: whether the whole council reads it. audience: who does: until then its delegation with chair and
            secretariat; that a member has cleared is known to the council at once.
        at: when it was said, None while it was only asked.
    """

    stop = models.ForeignKey(Stop, models.CASCADE, related_name="clearances")
    code = models.CharField(max_length=12)
    order = models.PositiveSmallIntegerField()
    said = models.CharField(max_length=8, choices=Said.choices, default=Said.ASKED)
    words = models.TextField(blank=True)
    tabled = models.BooleanField(default=False)
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stop", "code"], name="one_clearance_per_member")]
        ordering = ["order"]
