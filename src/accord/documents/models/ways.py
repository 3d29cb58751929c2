"""The way that an organisation sets for its documents, and the pattern of their symbols."""

from __future__ import annotations

from django.db import models

from accord.documents.choices import StepKind
from accord.members.models import Organisation


class Way(models.Model):
    """The steps of documents as an organisation set them; setting them anew makes the next way, never another."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="ways")
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "number"], name="one_way_per_number")]
        ordering = ["number"]


class WayStep(models.Model):
    """
    A step of a way.

    Attributes:
        organ: key of the organ in the register, or "". names: how the step is called, by language, besides ``label``.
        optional: a document may go past it. parallel: it stands beside the step before it.
    """

    way = models.ForeignKey(Way, models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=40)
    kind = models.CharField(max_length=10, choices=StepKind.choices, default=StepKind.ORGAN)
    organ = models.CharField(max_length=40, blank=True)
    label = models.CharField(max_length=80)
    names = models.JSONField(default=dict)
    optional = models.BooleanField(default=False)
    parallel = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["way", "key"], name="one_step_per_key"),
            models.UniqueConstraint(fields=["way", "order"], name="one_step_per_place"),
        ]
        ordering = ["order"]


class Numbering(models.Model):
    """The pattern of an organisation's symbols (accord.engine.passage.symbols); without a row, the usual one."""

    organisation = models.OneToOneField(Organisation, models.PROTECT, related_name="+")
    series = models.CharField(max_length=40)
    revision = models.CharField(max_length=40)
    addendum = models.CharField(max_length=40)
    corrigendum = models.CharField(max_length=40)
