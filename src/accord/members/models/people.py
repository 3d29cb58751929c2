"""People in public office, their posts by date, and what they may do for whom."""

from __future__ import annotations

from django.db import models

from accord.access import new_id
from accord.access.models import Handled
from accord.members.choices import PowerKind
from accord.members.models.basis import Sourced
from accord.members.models.organisation import Member, Organisation, Partner
from accord.members.models.organs import Organ


class Person(Sourced):
    """A person in public office. No birth, no portrait, nothing private."""

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="people")
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="one_person_per_name")]
        ordering = ["name"]


class Post(Sourced, Handled):
    """
    A post that a person holds: of a member, a partner, an organ, or the organisation.

    Attributes:
        since, until: days, None where not known; ``until`` is the last day. seen: a day on which the person is known to
            have held it, where no beginning is. chairs: the post presides over the organ.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="posts")
    title = models.CharField(max_length=160)
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="posts")
    chairs = models.BooleanField(default=False)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    seen = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__isnull=True)
                | models.Q(since__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="a_post_ends_after_it_begins",
            ),
        ]
        ordering = ["since", "id"]


class Power(Sourced):
    """What a person may do for a member, in one organ or (without one) in all, between two days."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="powers")
    member = models.ForeignKey(Member, models.PROTECT, related_name="powers")
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=PowerKind.choices)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="a_power_ends_after_it_begins",
            ),
        ]
        ordering = ["since", "id"]
