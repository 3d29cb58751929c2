"""Proposals voiced in a meeting, and what became of them."""

from __future__ import annotations

from django.db import models

from accord.access import new_id
from accord.access.models import Audience
from accord.commitments.choices import Fate
from accord.documents.models import Document
from accord.drafting.models import Text
from accord.meetings.models import AgendaItem, Meeting, Sitting, Statement
from accord.members.models import Organisation, Sourced


class Voiced(Sourced):
    """
    A proposal that somebody voiced in a meeting.

    Attributes:
        audience: that of the sitting in which it was voiced, else of who sees the whole meeting.
        code: of the member or partner that voiced it, "" for others; ``who`` as printed.
        item, statement: its place in the record of the meeting, as far as it is known.
        day: when it was voiced.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="voiced")
    sitting = models.ForeignKey(Sitting, models.PROTECT, null=True, related_name="+")
    item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, related_name="+")
    statement = models.ForeignKey(Statement, models.SET_NULL, null=True, related_name="+")
    code = models.CharField(max_length=12, blank=True)
    who = models.CharField(max_length=160, blank=True)
    words = models.TextField()
    day = models.DateField()
    sample = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-day", "at", "id"]

    @property
    def stream(self) -> str:
        """The stream of the record in which acts on this proposal are numbered."""
        return f"voiced:{self.pk}:{self.audience_id}"


class Outcome(Sourced):
    """
    What became of a proposal on a day; the last one counts.

    Attributes:
        document, text: the paper in which it was taken up. other: the proposal with which it was merged.
        words: in which paper, or why it is not pursued.
    """

    voiced = models.ForeignKey(Voiced, models.CASCADE, related_name="outcomes")
    day = models.DateField()
    fate = models.CharField(max_length=8, choices=Fate.choices)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    text = models.ForeignKey(Text, models.PROTECT, null=True, related_name="+")
    other = models.ForeignKey(Voiced, models.PROTECT, null=True, related_name="merged")
    words = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(fate__in=Fate.values), name="a_proposal_voiced_has_a_known_fate"),
        ]
