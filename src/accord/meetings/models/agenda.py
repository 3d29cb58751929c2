"""How an agenda comes about: what members propose for it, its stages, and what was changed after its adoption."""

from __future__ import annotations

from django.db import models

from accord.access import new_id
from accord.access.models import Audience, Handled
from accord.drafting.models import Text
from accord.meetings.choices import AgendaStage, ItemState, Proposed
from accord.meetings.models.meeting import AgendaItem, Meeting, Sitting
from accord.meetings.models.papers import Paper
from accord.members.models import Sourced


class Agenda(Sourced):
    """
    The stage of a meeting's agenda; a meeting without one has items of which no stage is known.

    Attributes:
        cleared_at, adopted_at: when this was entered; None before. note: how it was adopted, in words.
    """

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="agenda")
    stage = models.CharField(max_length=12, choices=AgendaStage.choices, default=AgendaStage.DRAFT)
    cleared_at = models.DateTimeField(null=True)
    adopted_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=300, blank=True)


class AgendaProposal(models.Model):
    """
    What a member, the chair or the secretariat proposes for an agenda. It exists for the council alone.

    Attributes:
        code: of the member that proposes; "" for chair and secretariat, whose ``authority`` says which.
        item: the item that is to be changed or taken off; for a new item, what became of the proposal.
        title, rapporteur, minutes, sitting: as the item would have them; empty ones stay as they are.
        answer: why it was not taken up, or what was changed.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="proposals")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    code = models.CharField(max_length=12, blank=True)
    authority = models.CharField(max_length=12)
    what = models.CharField(max_length=8, choices=Proposed.choices)
    item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, related_name="proposals")
    sitting = models.ForeignKey(Sitting, models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=300, blank=True)
    rapporteur = models.CharField(max_length=120, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=ItemState.choices, default=ItemState.PROPOSED)
    answer = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]


class AgendaChange(models.Model):
    """What was changed in an adopted agenda: an act of its own, with its reason. ``before``: how the title stood."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="changes")
    what = models.CharField(max_length=8, choices=Proposed.choices)
    before = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=500)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]


class ItemDocument(Handled):
    """A document of an item: a text under negotiation, a paper before the meeting, or one known by its title alone."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="documents")
    text = models.ForeignKey(Text, models.PROTECT, null=True, related_name="+")
    paper = models.ForeignKey(Paper, models.CASCADE, null=True, related_name="+")
    title = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
