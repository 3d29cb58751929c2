"""
The tables of publishing.

A release takes two people: one row is prepared by one and released by another, and stands still from then on. Triggers
of the database guard this, and that a sample is never released as anything but a sample (migrations).
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.access import new_id
from accord.access.models import Audience
from accord.decisions.models import Ruling
from accord.drafting.models import Adoption


class Kind(models.TextChoices):
    """What a release makes known."""

    TEXT = "text", _("the adopted text")
    HISTORY = "history", _("who proposed, supported and lifted what")


def _by_two_people(verb: str) -> list[models.CheckConstraint]:
    """Return that a row is made known whole or not at all, and by another person than prepared it."""
    return [
        models.CheckConstraint(
            condition=models.Q(released_by=None, released_at=None, entry=None)
            | models.Q(released_by__isnull=False, released_at__isnull=False, entry__isnull=False),
            name=f"{verb}_whole_or_not",
        ),
        models.CheckConstraint(
            condition=models.Q(released_by=None) | ~models.Q(released_by=models.F("prepared_by")),
            name=f"{verb}_by_another_person",
        ),
    ]


class Prepared(models.Model):
    """
    What one person prepares and another makes known.

    Attributes:
        document: word for word what is made known (see :mod:`accord.publishing.documents`).
        fingerprint: SHA-256 of its canonical bytes. sample: whether it is for practice.
        prepared_by, released_by: ids of two different persons. released_at: None while it is only prepared.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    document = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=64)
    sample = models.BooleanField()
    prepared_by = models.PositiveBigIntegerField()
    prepared_at = models.DateTimeField()
    released_by = models.PositiveBigIntegerField(null=True)
    released_at = models.DateTimeField(null=True)
    entry = models.PositiveIntegerField(null=True)

    class Meta:
        abstract = True


class Release(Prepared):
    """
    What is made known of an adoption, and to whom.

    Attributes:
        document: of a history nothing: it is read from the record; its fingerprint is that of the sealed text.
        sample: as the sealed text says; the database refuses anything else.
    """

    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="releases")
    kind = models.CharField(max_length=8, choices=Kind.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["adoption", "kind"], name="one_release_per_kind"),
            *_by_two_people("released"),
        ]


class Announcement(Prepared):
    """
    What is made known of a decision that adopted no text.

    Attributes:
        sample: as the question says; the database refuses anything else.
    """

    ruling = models.OneToOneField(Ruling, models.PROTECT, related_name="+")

    class Meta:
        constraints = _by_two_people("announced")
