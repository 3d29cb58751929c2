"""The record's entries. Triggers of the database refuse to change or delete them (migrations)."""

from __future__ import annotations

from django.db import models

from accord.access.ids import new_id
from accord.access.models import Audience


class Entry(models.Model):
    """
    One act: who, for whom, when, what, on which version.

    Attributes:
        stream: what the number counts in, for instance "text:<id>:<audience id>"; a reader of one stream misses none
            and learns of no other.
        actor: name of the sign-in; roles in the demo, never an official.
        authority: in which capacity: a role.
        verb: a stable word ("proposed"); sentences are made from it and ``data`` where they are shown.
        seen, made: fingerprints of the version that the actor saw and of the one that the act made, or "".
        key: the idempotency key; a second act with it does nothing and returns ``answer``.
        form: fingerprint of what was asked with this key.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation_id = models.CharField(max_length=16, db_index=True)
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    stream = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    at = models.DateTimeField(db_index=True)
    person_id = models.PositiveBigIntegerField(null=True)
    actor = models.CharField(max_length=80)
    on_behalf_of = models.CharField(max_length=12, blank=True)
    authority = models.CharField(max_length=20)
    verb = models.CharField(max_length=40)
    data = models.JSONField(default=dict)
    seen = models.CharField(max_length=64, blank=True)
    made = models.CharField(max_length=64, blank=True)
    key = models.UUIDField()
    form = models.CharField(max_length=64, blank=True)
    answer = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stream", "number"], name="one_entry_per_number"),
            models.UniqueConstraint(fields=["key", "actor"], name="one_entry_per_key"),
            models.CheckConstraint(condition=models.Q(number__gt=0), name="entries_count_from_one"),
            models.CheckConstraint(condition=~models.Q(verb=""), name="an_entry_says_what"),
            models.CheckConstraint(condition=~models.Q(actor=""), name="an_entry_says_who"),
        ]
        ordering = ["at", "stream", "number"]
