"""Credentials of delegations at a meeting: whether they are needed, received, and what became of them."""

from __future__ import annotations

from django.db import models

from accord.access import new_id
from accord.meetings.choices import CredentialForm, CredentialState
from accord.meetings.models.meeting import Meeting
from accord.members.models import Member


class CredentialsNeeded(models.Model):
    """That a meeting needs credentials: who has none that are accepted sits and speaks there, but does not decide."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="credentials_needed")


class Credential(models.Model):
    """
    The credentials that a delegation presented. The latest of a member counts; those returned before stay.

    Attributes:
        person: whom they name, as printed; "" where that is not entered.
        checked: the day of the check, with ``checked_by``, the sign-in that entered it. reason: why they were returned.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="credentials")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    form = models.CharField(max_length=12, choices=CredentialForm.choices)
    person = models.CharField(max_length=120, blank=True)
    received = models.DateField()
    state = models.CharField(max_length=10, choices=CredentialState.choices, default=CredentialState.RECEIVED)
    checked = models.DateField(null=True)
    checked_by = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="received", checked=None) | models.Q(checked__gte=models.F("received")),
                name="credentials_are_checked_after_they_are_received",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="returned") | ~models.Q(reason=""), name="returned_credentials_say_why"
            ),
        ]
