"""Who speaks in a sitting, for how long, and what was said. All of it exists for those admitted to the sitting."""

from __future__ import annotations

from django.db import models

from accord.access import new_id
from accord.access.models import Audience
from accord.meetings.choices import Turn
from accord.meetings.models.meeting import AgendaItem, Meeting, Sitting
from accord.members.models import Sourced


class Floor(models.Model):
    """
    A list of speakers, of a sitting or of one item in it.

    Attributes:
        limit: minutes that a speaker has, None without a limit. closed: whether nobody is added any more.
        arranged_at: when the chair last set the order by hand; None while it is that in which they asked.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="floors")
    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="floors")
    item = models.ForeignKey(AgendaItem, models.CASCADE, null=True, related_name="floors")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    limit = models.PositiveSmallIntegerField(null=True)
    closed = models.BooleanField(default=False)
    arranged_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["opened_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["sitting", "item"], name="one_floor_per_item"),
            models.UniqueConstraint(
                fields=["sitting"], condition=models.Q(item__isnull=True), name="one_floor_of_the_sitting"
            ),
        ]


class Speaker(models.Model):
    """
    A turn on a list of speakers.

    Attributes:
        code: of the member or partner; "" for the chair, the secretariat and guests. name: who speaks, as printed.
        begun_at, ended_at: instants; the time used lies between them.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    floor = models.ForeignKey(Floor, models.CASCADE, related_name="speakers")
    code = models.CharField(max_length=12, blank=True)
    name = models.CharField(max_length=120, blank=True)
    order = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=Turn.choices, default=Turn.WAITS)
    asked_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["order", "asked_at"]


class Statement(Sourced):
    """
    What somebody said in a meeting, in words.

    Attributes:
        audience: that of the sitting; or of who sees the whole meeting, where it was made public.
        code: of the member or partner, "" for others. name, post: who spoke, as printed.
        at: when it was made, None where only the day of the meeting is known.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="statements")
    sitting = models.ForeignKey(Sitting, models.PROTECT, null=True, related_name="statements")
    item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, related_name="statements")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    code = models.CharField(max_length=12, blank=True)
    name = models.CharField(max_length=120, blank=True)
    post = models.CharField(max_length=160, blank=True)
    wording = models.TextField()
    sample = models.BooleanField(default=False)
    at = models.DateTimeField(null=True)
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ["at", "entered_at", "id"]
