"""Papers before meetings: documents on their way, each under its number."""

from __future__ import annotations

from django.db import models

from accord.access.models import Audience
from accord.meetings.models.meeting import Meeting


class Paper(models.Model):
    """
    A document before a meeting.

    Attributes:
        document: id of the document, whose way and wording are kept elsewhere; the meeting knows no more of it.
        title: as it is called there; "" means that none is known.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="papers")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=400, blank=True)
    document = models.CharField(max_length=16, blank=True, db_index=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="one_paper_per_number"),
            models.UniqueConstraint(
                fields=["meeting", "document"], condition=~models.Q(document=""), name="one_paper_per_document"
            ),
        ]
