"""The addresses at which a person's calendar program reads the calendar."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class FeedAddress(models.Model):
    """
    A person's own address of the calendar; one at a time, revocable.

    Attributes:
        digest: SHA-256 of the secret part of the address, in hexadecimal digits. The secret itself is shown once.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="feed_address")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
