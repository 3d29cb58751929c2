"""The addresses at which calendar programs read the calendar, and days on which the secretariat is closed or works."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from accord.access import new_id
from accord.members.models import Organisation


class FeedAddress(models.Model):
    """
    A person's own address of the calendar; one at a time, revocable.

    Attributes:
        digest: SHA-256 of the secret part of the address, in hexadecimal digits. The secret itself is shown once.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="feed_address")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()


class OwnDay(models.Model):
    """
    A day on which the secretariat does otherwise than the calendar of its country says.

    Attributes:
        works: it works on this day all the same; else it is closed. name: why, as people call it.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="own_days")
    day = models.DateField()
    works = models.BooleanField(default=False)
    name = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "day"], name="one_own_day_once")]
        ordering = ["day"]
