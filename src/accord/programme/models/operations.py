"""
Joint operations as programmes: who takes part, phases with days as published, results with unit and source.

Public-programme facts only: there is no column for strengths, units, means, methods or routes. A place is a country and
a region or city. A result is what somebody published, in their unit; it is never added up with another.
"""

from __future__ import annotations

from django.db import models

from accord.members.models import Member, Organisation, Sourced
from accord.programme.choices import Exactness
from accord.programme.models.held import Held, ends_after_it_begins
from accord.programme.models.priorities import Area
from accord.programme.models.striking import Strikable


class Operation(Sourced):
    """A joint operation as a programme; ``key`` is its place in addresses. Other spellings stand in the name book."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="operations")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="operations")
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    organ = models.CharField(max_length=40, blank=True)
    since = models.PositiveSmallIntegerField(null=True)
    purpose = models.CharField(max_length=300)
    kind = models.CharField(max_length=200, blank=True)
    observers = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="one_operation_per_name"),
            models.UniqueConstraint(fields=["organisation", "key"], name="one_operation_per_key"),
        ]


class Taking(Sourced, Strikable):
    """That a member takes part in an operation as a programme, from the day on which it was said; None for always."""

    operation = models.ForeignKey(Operation, models.CASCADE, related_name="takings")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    known = models.DateField(null=True)

    class Meta:
        ordering = ["member__order", "id"]
        constraints = [models.UniqueConstraint(fields=["operation", "member"], name="a_member_takes_part_once")]


class Phase(Held, Strikable):
    """
    A phase of an operation as it was published.

    Attributes:
        when: in words, where no days are known. observers: in words. known: the day of it; None for always.
    """

    operation = models.ForeignKey(Operation, models.CASCADE, related_name="phases")
    name = models.CharField(max_length=120)
    when = models.CharField(max_length=300, blank=True)
    observers = models.CharField(max_length=300, blank=True)
    known = models.DateField(null=True)

    class Meta:
        ordering = ["begins", "id"]
        constraints = [
            models.UniqueConstraint(fields=["operation", "name"], name="one_phase_per_name"),
            ends_after_it_begins("a_phase_ends_after_it_begins"),
        ]


class Result(Sourced, Strikable):
    """
    A published result of an operation, or of a phase of it: ``what``, how much, in which unit.

    Attributes:
        exactness: whether the source says exactly so much, more, less, or about. known: the day it was published.
    """

    operation = models.ForeignKey(Operation, models.CASCADE, related_name="results")
    phase = models.ForeignKey(Phase, models.CASCADE, null=True, related_name="results")
    what = models.CharField(max_length=160)
    exactness = models.CharField(max_length=8, choices=Exactness.choices)
    figure = models.DecimalField(max_digits=20, decimal_places=6)
    unit = models.CharField(max_length=60, blank=True)
    note = models.CharField(max_length=300, blank=True)
    known = models.DateField()

    class Meta:
        ordering = ["known", "id"]
        constraints = [
            models.UniqueConstraint(fields=["operation", "phase", "what", "known"], name="one_result_of_a_day"),
        ]
