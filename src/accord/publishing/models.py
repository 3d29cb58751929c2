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


class Release(models.Model):
    """
    What is made known of an adoption, and to whom.

    Attributes:
        document: of a text what is made known, word for word (see :mod:`accord.publishing.documents`); of a history
            nothing: it is read from the record.
        fingerprint: SHA-256 of the document's canonical bytes; of a history the fingerprint of the sealed text.
        sample: as the sealed text says; the database refuses anything else.
        prepared_by, released_by: ids of two different persons. released_at: None while it is only prepared.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="releases")
    kind = models.CharField(max_length=8, choices=Kind.choices)
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
        constraints = [
            models.UniqueConstraint(fields=["adoption", "kind"], name="one_release_per_kind"),
            models.CheckConstraint(
                condition=models.Q(released_by=None, released_at=None, entry=None)
                | models.Q(released_by__isnull=False, released_at__isnull=False, entry__isnull=False),
                name="released_whole_or_not",
            ),
            models.CheckConstraint(
                condition=models.Q(released_by=None) | ~models.Q(released_by=models.F("prepared_by")),
                name="released_by_another_person",
            ),
        ]


class Announcement(models.Model):
    """
    What is made known of a decision that adopted no text.

    Attributes:
        document: word for word what is made known (see :mod:`accord.publishing.documents`).
        fingerprint: SHA-256 of its canonical bytes. sample: as the question says; the database refuses anything else.
        prepared_by, released_by: ids of two different persons. released_at: None while it is only prepared.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    ruling = models.OneToOneField(Ruling, models.PROTECT, related_name="+")
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
        constraints = [
            models.CheckConstraint(
                condition=models.Q(released_by=None, released_at=None, entry=None)
                | models.Q(released_by__isnull=False, released_at__isnull=False, entry__isnull=False),
                name="announced_whole_or_not",
            ),
            models.CheckConstraint(
                condition=models.Q(released_by=None) | ~models.Q(released_by=models.F("prepared_by")),
                name="announced_by_another_person",
            ),
        ]
