"""On what a row rests: the columns that every fact carries."""

from __future__ import annotations

from django.db import models

from accord.members.choices import Standing


class Sourced(models.Model):
    """A fact with its source. ``why`` says how an inferred fact was concluded, or what is not verified."""

    source_name = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    source_date = models.CharField(max_length=20, blank=True)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.STATED)
    why = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True
