"""The record of a meeting: drawn up, circulated for correction, approved; and the meeting that comes next."""

from __future__ import annotations

from django.db import models

from accord.access import new_id
from accord.access.models import Audience
from accord.meetings.choices import Approval
from accord.meetings.models.meeting import Meeting
from accord.members.models import Sourced


class Minutes(Sourced):
    """
    The record of a meeting. Approved, it never changes (a trigger of the database refuses it).

    Attributes:
        audience: who reads it; for others it does not exist. parts: a list of [heading, words].
        until: the day until which corrections are taken, once it is circulated.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="minutes")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=Approval.choices, default=Approval.DRAFT)
    parts = models.JSONField(default=list)
    sample = models.BooleanField(default=False)
    until = models.DateField(null=True)
    drawn_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True)


class Correction(models.Model):
    """
    What a delegation asks to have corrected in a circulated record.

    Attributes:
        code: of the member, "" for the chair. taken: whether it was taken up; None while it is not answered.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="corrections")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    code = models.CharField(max_length=12, blank=True)
    wording = models.TextField()
    taken = models.BooleanField(null=True)
    answer = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]


class NextMeeting(Sourced):
    """
    When and where a meeting proposed to meet next, and the meeting that was convened upon that.

    Attributes:
        day: None while it is not fixed; ``when`` then says what is known ("November 2024").
    """

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="next")
    day = models.DateField(null=True)
    when = models.CharField(max_length=80, blank=True)
    place = models.CharField(max_length=160, blank=True)
    convened = models.ForeignKey(Meeting, models.SET_NULL, null=True, related_name="+")
