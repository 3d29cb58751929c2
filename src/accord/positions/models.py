"""The tables of positions."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.access.models import Audience
from accord.members.models import Organisation, Sourced


class Situation(Sourced):
    """
    A situation that the members assess together.

    Attributes:
        sitting: "narrow" | "extended", or "" where the sitting is not stated.
        gist: what is reported of the assessment, in the words of the one who entered it.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="situations")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    sitting = models.CharField(max_length=10, blank=True)
    gist = models.CharField(max_length=500)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="one_situation_per_name")]


class Showing(models.Model):
    """Whom an organisation lets see how near the positions of its members are; without a row: the whole council."""

    class Circle(models.TextChoices):
        """Who sees it."""

        COUNCIL = "council", _("delegations, chair and secretariat")
        OFFICE = "office", _("chair and secretariat")

    organisation = models.OneToOneField(Organisation, models.PROTECT, related_name="+")
    circle = models.CharField(max_length=8, choices=Circle.choices, default=Circle.COUNCIL)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(circle__in=["council", "office"]), name="a_showing_has_a_circle")
        ]
