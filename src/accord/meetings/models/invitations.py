"""Invitations of partners and guests, and what the members say to them."""

from __future__ import annotations

from django.db import models

from accord.access import new_id
from accord.meetings.choices import Consent, Invited, Word
from accord.meetings.models.meeting import AgendaItem, Meeting, Sitting
from accord.members.models import Member, Partner, Sourced

LIVE = (Invited.PROPOSED, Invited.AGREED, Invited.SENT, Invited.ACCEPTED)
"""States in which an invitation stands; a second one to the same part would be the same one twice."""
ADMITTED = (Invited.SENT, Invited.ACCEPTED)
"""States in which the guest is admitted to what it is invited to."""


class Invitation(Sourced):
    """
    A partner or a guest is invited to a meeting, to one sitting of it, or to one item.

    Attributes:
        sitting, item: to which it is invited alone; neither for the meeting itself.
        partner: of the register; None for a guest, whose name stands in ``guest`` and who has no sign-in here.
        body: which of the partner's bodies is meant, or "".
        proposed_by: code of the member that proposed it, "" where the chair or the secretariat did.
        deadline: until when an objection counts; None where every member has to say its consent.
        purpose: why it is proposed. ended: why it was withdrawn or declined.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="invitations")
    sitting = models.ForeignKey(Sitting, models.PROTECT, null=True, related_name="invitations")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="invitations")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    guest = models.CharField(max_length=200, blank=True)
    body = models.CharField(max_length=200, blank=True)
    purpose = models.CharField(max_length=300, blank=True)
    sample = models.BooleanField(default=False)
    proposed_by = models.CharField(max_length=12, blank=True)
    way = models.CharField(max_length=8, choices=Consent.choices)
    deadline = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=Invited.choices, default=Invited.PROPOSED)
    ended = models.CharField(max_length=300, blank=True)
    proposed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["proposed_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(partner__isnull=False) | ~models.Q(guest=""), name="an_invitation_names_whom"
            ),
            models.CheckConstraint(
                condition=models.Q(sitting__isnull=True) | models.Q(item__isnull=True), name="invited_to_one_part"
            ),
            models.CheckConstraint(
                condition=models.Q(way=Consent.EXPRESS) | models.Q(deadline__isnull=False),
                name="silence_has_a_deadline",
            ),
        ]


class InvitationWord(models.Model):
    """What a member says to an invitation, as it stands; ``reason`` of an objection, or ""."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="words")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    word = models.CharField(max_length=10, choices=Word.choices)
    reason = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["member__order"]
        constraints = [models.UniqueConstraint(fields=["invitation", "member"], name="one_word_per_member")]
