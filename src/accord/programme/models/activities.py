"""
Joint activities: series, their editions, and what became of each over time.

Public-programme facts only: there is no column for strengths, units, equipment, grounds or routes. A place is a country
and a region or city, nothing nearer.
"""

from __future__ import annotations

from django.db import models

from accord.members.models import Member, Organisation, Sourced
from accord.programme.choices import Tie
from accord.programme.models.held import Held, ends_after_it_begins
from accord.programme.models.priorities import Area
from accord.programme.models.striking import Strikable


class Series(Sourced):
    """
    A series of joint activities.

    Attributes:
        key: its place in addresses. kind, subject: what kind of activity it is, and what it is about, in words.
        first: the first year that a source names, None where none does.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="series")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="series")
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=120, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    first = models.PositiveSmallIntegerField(null=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "key"], name="one_series_per_key"),
            models.UniqueConstraint(fields=["organisation", "name"], name="one_series_per_name"),
        ]


class Stand(Held):
    """
    How an edition stands from a day on, whole: it is not pieced together from earlier ones.

    Attributes:
        when: in words, where no days are known. reason: why it was moved or cancelled.
        absent: members that a source names as not taking part.
    """

    host = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    when = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    absent = models.ManyToManyField(Member, related_name="+")

    class Meta:
        abstract = True


class Activity(Stand):
    """
    An edition of a series, and how it stood when it was first known.

    Attributes:
        key: its place in addresses, below that of its series. known: the day from which it is known; None for always.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="activities")
    series = models.ForeignKey(Series, models.PROTECT, related_name="editions")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="activities")
    edition = models.CharField(max_length=40)
    key = models.CharField(max_length=40)
    known = models.DateField(null=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["series", "edition"], name="one_edition_of_a_series"),
            models.UniqueConstraint(fields=["series", "key"], name="one_edition_per_key"),
            ends_after_it_begins("an_activity_ends_after_it_begins"),
        ]


class Turn(Stand, Strikable):
    """What became of an edition: how it stands from the day on which that was known."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="turns")
    known = models.DateField()

    class Meta:
        ordering = ["known"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "known"], name="one_turn_of_an_activity_per_day"),
            ends_after_it_begins("a_turn_ends_after_it_begins"),
        ]


class Relation(Sourced, Strikable):
    """How an edition is tied to another one, or (in words) to something that is not in this programme."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="relations")
    kind = models.CharField(max_length=8, choices=Tie.choices)
    other = models.ForeignKey(Activity, models.CASCADE, null=True, related_name="related")
    words = models.CharField(max_length=200, blank=True)
    known = models.DateField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "kind", "other", "words"], name="one_relation_once"),
        ]
