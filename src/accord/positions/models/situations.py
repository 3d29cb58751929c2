"""Situations, the questions on which members assess them, and what each said."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.access import new_id
from accord.access.models import Audience, Handled
from accord.drafting.models import Text
from accord.members.models import Organisation, Sourced
from accord.positions.choices import Shown


class Situation(Sourced, Handled):
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


class SituationPoint(models.Model):
    """
    A point on which the members assess a situation, in the words of the one who put it; nobody's position.

    Attributes:
        at: when it was put. until: the last day on which members are asked for it, None for no day.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    situation = models.ForeignKey(Situation, models.PROTECT, related_name="points")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    wording = models.CharField(max_length=300)
    at = models.DateTimeField()
    until = models.DateField(null=True)

    class Meta:
        ordering = ["at", "id"]


class Assessment(models.Model):
    """
    What a member said of a point. What it said before stays; for each reader the last that this reader sees counts.

    Attributes:
        words: in its own words, "" where it said no more than the scale. shown: who reads it, as its
            author allows, and members: codes of single members that read it besides; audience: both as seats.
        withdrawn: when its author took it back, None while it stands. Its readers then see that, and not what it said.
    """

    class Said(models.TextChoices):
        """What can be said."""

        SUPPORTS = "supports", _("supports it")
        LIVES = "lives", _("can live with it")
        OPPOSES = "opposes", _("does not support it")
        OBJECTS = "objects", _("objects")

    point = models.ForeignKey(SituationPoint, models.PROTECT, related_name="assessments")
    code = models.CharField(max_length=12)
    said = models.CharField(max_length=8, choices=Said.choices)
    words = models.CharField(max_length=600, blank=True)
    shown = models.CharField(max_length=8, choices=Shown.choices, default=Shown.COUNCIL)
    members = models.JSONField(default=list)
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(said__in=["supports", "lives", "opposes", "objects"]),
                name="an_assessment_says_something",
            ),
        ]


class DrawnUp(models.Model):
    """
    A text of the synchronised assessment: drawn up on a situation from what members had released by a day.

    Attributes:
        text: it is agreed like any text. day: as of which.
    """

    situation = models.ForeignKey(Situation, models.PROTECT, related_name="drawn_up")
    text = models.OneToOneField(Text, models.PROTECT, related_name="+")
    day = models.DateField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
