"""The tables of meetings. Sittings own an audience; papers and notes point to an audience, never up to a sitting."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.access import new_id
from accord.access.models import Audience
from accord.members.models import Member, Organ, Organisation, Sourced


class Format(models.TextChoices):
    """Who sits: the admitted only, or all who are invited."""

    NARROW = "narrow", _("Narrow")
    EXTENDED = "extended", _("Extended")


class Attendance(models.TextChoices):
    """Whether a seat was taken. An empty seat is neither consent nor objection."""

    PRESENT = "present", _("present")
    EMPTY = "empty", _("seat empty")


class Outcome(models.TextChoices):
    """What became of a paper at the meeting."""

    ADOPTED = "adopted", _("Adopted")
    SIGNED = "signed", _("Signed")
    APPROVED = "approved", _("Approved")
    FORWARDED = "forwarded", _("Approved and forwarded")
    OPEN = "open", _("Under consideration")


class Passage(models.TextChoices):
    """How a paper stands at one station of its way."""

    PASSED = "passed", _("passed")
    FORWARDED = "forwarded", _("approved and forwarded")
    COMPLETED = "completed", _("adopted or signed here")
    NOT_STATED = "not stated", _("some drafts passed here, which is not stated")
    EXPECTED = "expected", _("expected here")


class Meeting(Sourced):
    """
    A meeting of an organ.

    Attributes:
        day: the day, None while it is not fixed; ``when`` then says what is known ("November 2024").
        zone: IANA zone of the place, for instance "Asia/Almaty".
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="meetings")
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    day = models.DateField(null=True)
    when = models.CharField(max_length=80, blank=True)
    zone = models.CharField(max_length=40, default="UTC")
    city = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=80, blank=True)
    chair_name = models.CharField(max_length=120, blank=True)
    chair = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-day", "id"]


class Circumstance(Sourced):
    """A short fact about a meeting, shown beside it: label and words."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="circumstances")
    label = models.CharField(max_length=40)
    fact = models.CharField(max_length=300)

    class Meta:
        ordering = ["id"]


class Sitting(Sourced):
    """A sitting of a meeting, and the audience of what is said and tabled in it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="sittings")
    format = models.CharField(max_length=10, choices=Format.choices)
    order = models.PositiveSmallIntegerField()
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["meeting", "format"], name="one_sitting_per_format")]


class AgendaItem(Sourced):
    """An item of the agenda; without a sitting where none is stated."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    sitting = models.ForeignKey(Sitting, models.PROTECT, null=True, related_name="items")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)

    class Meta:
        ordering = ["order"]


class Seat(Sourced):
    """A place at the table: a member's, or that of an official without a vote."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="seats")
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    person = models.CharField(max_length=120, blank=True)
    role = models.CharField(max_length=80, blank=True)
    attendance = models.CharField(max_length=8, choices=Attendance.choices)
    note = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="one_seat_per_member")]


class Station(models.Model):
    """A column of the way that the papers of a meeting take."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="stations")
    label = models.CharField(max_length=80)
    day = models.DateField(null=True)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]


class Paper(Sourced):
    """A paper before a meeting: a fact about a document, not its wording. An empty title means that none is known."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="papers")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=400, blank=True)
    kind = models.CharField(max_length=80)
    final_organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="one_paper_per_number")]


class Step(models.Model):
    """How a paper stands at one station."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="steps")
    station = models.ForeignKey(Station, models.CASCADE, related_name="+")
    passage = models.CharField(max_length=12, choices=Passage.choices)

    class Meta:
        ordering = ["station__order"]
        constraints = [models.UniqueConstraint(fields=["paper", "station"], name="one_step_per_station")]


class TabledNote(models.Model):
    """A paper tabled in a sitting. It exists for its audience alone."""

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="notes")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    wording = models.TextField()
    sample = models.BooleanField(default=False)
    tabled_at = models.DateTimeField()

    class Meta:
        ordering = ["tabled_at", "id"]
