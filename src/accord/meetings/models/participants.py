"""Who takes part: people registered for delegations and guests, attendance by sitting, staff that is admitted."""

from __future__ import annotations

from django.db import models

from accord.access import new_id
from accord.meetings import choices
from accord.meetings.models.invitations import Invitation
from accord.meetings.models.meeting import Meeting, Sitting
from accord.members.models import Mandate, Member, Partner, Person, Sourced


class Participant(Sourced):
    """
    Somebody who takes part in a meeting, in public office or sent by it.

    Attributes:
        member, partner, invitation: for whom; none of them for the secretariat, ``invitation`` for a guest that is no
            partner.
        person: of the register, where it is one; ``name`` and ``post`` are as they stood at registration.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="participants")
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    invitation = models.ForeignKey(Invitation, models.PROTECT, null=True, related_name="participants")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)
    post = models.CharField(max_length=160, blank=True)
    rank = models.CharField(max_length=10, choices=choices.Rank.choices)
    registered_at = models.DateTimeField()

    class Meta:
        ordering = ["registered_at", "id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "name"], name="nobody_takes_part_twice")]


class Attending(Sourced):
    """
    How a member sits in one sitting.

    Attributes:
        by: the member that represents it, for one that is represented.
    """

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="attending")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    presence = models.CharField(max_length=12, choices=choices.Presence.choices)
    by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["member__order"]
        constraints = [
            models.UniqueConstraint(fields=["sitting", "member"], name="one_attendance_per_sitting"),
            models.CheckConstraint(
                condition=models.Q(presence=choices.Presence.REPRESENTED, by__isnull=False)
                | (~models.Q(presence=choices.Presence.REPRESENTED) & models.Q(by__isnull=True)),
                name="represented_by_somebody",
            ),
        ]


class StaffAdmission(models.Model):
    """An interpreter, note-taker or technician who is admitted to a sitting: sees its papers, and has no voice."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="staff")
    mandate = models.ForeignKey(Mandate, models.CASCADE, related_name="+")
    service = models.CharField(max_length=12, choices=choices.Service.choices)

    class Meta:
        ordering = ["mandate__user__username"]
        constraints = [models.UniqueConstraint(fields=["sitting", "mandate"], name="admitted_once")]
