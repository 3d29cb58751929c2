"""What the organisation's own rules say, and particulars of the organisation that no other table holds."""

from __future__ import annotations

from django.db import models

from accord.members.choices import Matter
from accord.members.models.basis import Sourced
from accord.members.models.organisation import Organisation


class Provision(Sourced):
    """
    A rule of the organisation, in plain words.

    Attributes:
        article: where it stands, "Charter, article 12"; "" where that is not known.
        earlier: the rule that it took the place of. support: what confirms it where its wording was not read.
        matter: what it is about. decides: id of the decision rule (data/rules) that carries it out, or "".
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="provisions")
    key = models.CharField(max_length=40)
    title = models.CharField(max_length=160)
    words = models.CharField(max_length=1000)
    article = models.CharField(max_length=200, blank=True)
    earlier = models.CharField(max_length=500, blank=True)
    support = models.CharField(max_length=500, blank=True)
    matter = models.CharField(max_length=12, choices=Matter.choices, default=Matter.DECIDING)
    decides = models.CharField(max_length=40, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "key"], name="one_provision_per_key")]
        ordering = ["order", "id"]


class Particular(Sourced):
    """A short fact about the organisation, its seat for instance: label and words."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="particulars")
    label = models.CharField(max_length=60)
    words = models.CharField(max_length=500)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "label"], name="one_particular_per_label")]
        ordering = ["order", "id"]
