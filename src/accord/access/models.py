"""Audiences: who is admitted to a text, a sitting, an entry of the record; and how often a password was guessed."""

from __future__ import annotations

from django.db import models

from accord.access.ids import new_id


class Handled(models.Model):
    """
    A row that pages, addresses and forms name, and that is numbered where it is stored.

    Attributes:
        handle: by which they name it. It is random: its number would say how many such rows other councils have.
    """

    handle = models.CharField(max_length=16, unique=True, default=new_id, editable=False)

    class Meta:
        abstract = True


class Audience(models.Model):
    """
    A set of seats. Texts, papers and entries point to an audience, never up to a sitting.

    Attributes:
        within: an audience that has to admit as well, None for none: what is derived from a text (a draft of it, an
            entry about it) is never seen by somebody who is not admitted to that text (TRUST D7).
        open: guests can be admitted later on, so that nothing in it may name who said what.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation_id = models.CharField(max_length=16, db_index=True)
    name = models.CharField(max_length=80)
    within = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    open = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation_id", "name"], name="one_audience_per_name")]


class AudienceSeat(models.Model):
    """One seat (see :func:`accord.access.subjects.seat`) that an audience admits."""

    audience = models.ForeignKey(Audience, models.CASCADE, related_name="seats")
    token = models.CharField(max_length=80, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audience", "token"], name="one_seat_once")]


class Guesses(models.Model):
    """
    How many wrong passwords were given for a sign-in since an instant.

    Attributes:
        of: fingerprint of the name and of the browser, whether there is such a sign-in or not.
    """

    of = models.CharField(max_length=64, unique=True)
    count = models.PositiveSmallIntegerField(default=0)
    since = models.DateTimeField(db_index=True)
