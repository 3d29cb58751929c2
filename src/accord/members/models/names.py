"""How members, organs, partners and people are called in other languages and scripts."""

from __future__ import annotations

from django.db import models

from accord.members.choices import Use
from accord.members.models.organisation import Organisation


class Name(models.Model):
    """
    A name of something of the organisation.

    Attributes:
        of: what it names: "organisation", "short", "council", "member KAZ", "organ cmfa", "partner UN", "person …",
            "rule quorum", "title Minister", "words Heads of state" for what the register says in words elsewhere.
        language: tag ("ru"); "" for a spelling that belongs to none.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="names")
    of = models.CharField(max_length=200)
    language = models.CharField(max_length=35, blank=True)
    use = models.CharField(max_length=8, choices=Use.choices, default=Use.NAME)
    words = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "of", "language", "words"], name="one_name_once"),
        ]
        ordering = ["of", "use", "language", "id"]
