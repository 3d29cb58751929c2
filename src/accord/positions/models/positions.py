"""Positions as they are reported, and who settled whose an ambiguous one is."""

from __future__ import annotations

from django.db import models

from accord.access import new_id
from accord.documents.models import Document
from accord.meetings.models import Meeting
from accord.members.models import Member, Organ, Organisation, Sourced
from accord.positions.choices import Holding
from accord.positions.models.situations import Situation


class Whose(models.Model):
    """
    Whose a position is: a member's, the organisation's or that of one of its organs, or not settled.

    Attributes:
        organ: of a collective one; None for the organisation itself.
    """

    kind = models.CharField(max_length=10, choices=Holding.choices)
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


class Reported(Whose, Sourced):
    """
    What is written down of a position as it is reported.

    Attributes:
        candidates: who may be meant by an ambiguous "we": "member KAZ", "organ cmfa", "organisation".
        topic: in words, "" where the situation says it. area: key of an area of cooperation (its table lies above).
        verbatim: whether ``words`` are those of the source; else they tell it.
        known: the day from which it is known; None: from ``day``, or always.
    """

    candidates = models.JSONField(default=list)
    words = models.CharField(max_length=1000)
    verbatim = models.BooleanField(default=False)
    topic = models.CharField(max_length=160, blank=True)
    situation = models.ForeignKey(Situation, models.PROTECT, null=True, related_name="+")
    area = models.CharField(max_length=40, blank=True)
    day = models.DateField(null=True)
    when = models.CharField(max_length=80, blank=True)
    speaker = models.CharField(max_length=160, blank=True)
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    occasion = models.CharField(max_length=200, blank=True)
    known = models.DateField(null=True)

    class Meta:
        abstract = True


class Position(Reported):
    """A position as it is reported, as it is now written down; what stood before stays in its corrections."""

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="positions")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="national", member__isnull=False, organ__isnull=True)
                | models.Q(kind__in=["collective", "ambiguous"], member__isnull=True),
                name="a_national_position_is_a_members",
            ),
            models.CheckConstraint(
                condition=~models.Q(topic="") | models.Q(situation__isnull=False), name="a_position_is_about_something"
            ),
        ]


class Correction(Reported):
    """
    What stood of a position until it was corrected. A row never changes.

    Attributes:
        reason: why it was corrected. actor: name of the sign-in. at: when.
    """

    position = models.ForeignKey(Position, models.PROTECT, related_name="corrections")
    reason = models.CharField(max_length=500)
    actor = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]


class Settling(Whose):
    """
    Who said whose an ambiguous position is, and when; the last one counts, the others stay.

    Attributes:
        why: on what it rests. actor: name of the sign-in.
    """

    position = models.ForeignKey(Position, models.CASCADE, related_name="settlings")
    why = models.CharField(max_length=500)
    actor = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="national", member__isnull=False, organ__isnull=True)
                | models.Q(kind__in=["collective", "ambiguous"], member__isnull=True),
                name="a_settling_says_whose_it_is",
            ),
        ]
