"""Whom an organisation lets see how near its members are, and what each can live with."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.access.models import Audience
from accord.drafting.models import Text
from accord.members.models import Organisation


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


class Wish(models.Model):
    """
    What a delegation has said of one open choice beyond what it holds in the text, the last that it said.

    Attributes:
        choice: number of the choice in the text.
        said: wording → "prefers" | "lives" | "objects"; a wording that is no longer on the table says nothing.
        weight: how much the choice matters to it, 1 to 5; seen by the chair and the own delegation alone.
        audience: who sees what it said: the chair and the own delegation, or all who see names in the text.
    """

    text = models.ForeignKey(Text, models.PROTECT, related_name="+")
    code = models.CharField(max_length=12)
    choice = models.CharField(max_length=20)
    said = models.JSONField(default=dict)
    weight = models.PositiveSmallIntegerField(default=1)
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["text", "code", "choice"], name="one_wish_per_choice"),
            models.CheckConstraint(condition=models.Q(weight__range=(1, 5)), name="a_weight_is_one_to_five"),
        ]
