"""In which zone one works: a member's capital, the secretariat."""

from __future__ import annotations

from django.db import models

from accord.members.models.organisation import Member, Organisation


class Clock(models.Model):
    """
    A clock that counts for the organisation.

    Attributes:
        member: whose capital it is; None for the seat of the secretariat.
        zone: IANA name. city: as people call the place.
        country: of the seat, three letters of ISO 3166: whose weekends and holidays its days off are. "" for a member.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="clocks")
    member = models.ForeignKey(Member, models.CASCADE, null=True, related_name="+")
    zone = models.CharField(max_length=40)
    city = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=3, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "member"], name="one_clock_per_member"),
            models.UniqueConstraint(
                fields=["organisation"], condition=models.Q(member=None), name="one_clock_of_the_secretariat"
            ),
        ]
