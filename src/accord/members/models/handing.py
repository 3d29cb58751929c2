"""The chairmanship passing from one member to the next, as both sides confirm it."""

from __future__ import annotations

from django.db import models

from accord.members.models.organisation import ChairmanshipTerm, Organisation


class Handover(models.Model):
    """
    A hand-over to a term that was decided.

    Attributes:
        term: the term that begins. day: the day on which it was handed over.
        given_by, taken_by: sign-ins of the outgoing chair and of the incoming member's delegation; "" while one waits.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="handovers")
    term = models.OneToOneField(ChairmanshipTerm, models.PROTECT, related_name="handover")
    day = models.DateField()
    given_by = models.CharField(max_length=150)
    given_at = models.DateTimeField()
    taken_by = models.CharField(max_length=150, blank=True)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-day", "id"]
