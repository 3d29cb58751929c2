"""Meetings with their sittings, agenda and seats. A sitting owns an audience; a note points to it, never up."""

from __future__ import annotations

from django.db import models

from accord.access import new_id
from accord.access.models import Audience, Handled
from accord.meetings.choices import Attendance, Format, Kind, Precedence, State, Told
from accord.members.models import Member, Organ, Organisation, Sourced


class Meeting(Sourced):
    """
    A meeting of an organ, or of several.

    Attributes:
        audience: who sees that it takes place: title, place and day. whole: who sees its agenda, papers and attendance;
            both are everybody where the organisation is public. Who is invited to a sitting or an item alone is in the
            first and not in the second.
        organs: further organs of a joint meeting. side_of: the meeting beside which it takes place.
        host: the member that receives it. proposed_by: code of the member that proposed it, or "".
        reason: why it was moved last, or cancelled.
        revision: how often its time or place was changed (RFC 5545, SEQUENCE). changed_at: when it was last.
        precedence: in which order its delegations are listed.
        day: the day, None while it is not fixed; ``when`` then says what is known ("November 2024").
        zone: IANA zone of the place, for instance "Asia/Almaty".
        shown_from, shown_until: first and last day on which pages know of it, None for always: what was learnt of a
            council later is not shown on the days before.
        sample: it is for practice; no such meeting takes place.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="meetings")
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    whole = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    day = models.DateField(null=True)
    when = models.CharField(max_length=80, blank=True)
    zone = models.CharField(max_length=40, default="UTC")
    city = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=80, blank=True)
    chair_name = models.CharField(max_length=120, blank=True)
    chair = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=14, choices=Kind.choices, default=Kind.REGULAR)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CONVENED)
    organs = models.ManyToManyField(Organ, related_name="+")
    side_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="side_meetings")
    host = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    proposed_by = models.CharField(max_length=12, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    revision = models.PositiveSmallIntegerField(default=0)
    changed_at = models.DateTimeField(null=True)
    precedence = models.CharField(max_length=8, choices=Precedence.choices, default=Precedence.COUNCIL)
    shown_from = models.DateField(null=True)
    shown_until = models.DateField(null=True)
    sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["-day", "id"]


class Circumstance(Sourced):
    """
    A short fact about a meeting, shown beside it: label and words.

    Attributes:
        told: whether it is a fact, what one source says, or where sources differ. shown_from: since when it is known.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="circumstances")
    label = models.CharField(max_length=80)
    fact = models.CharField(max_length=600)
    told = models.CharField(max_length=8, choices=Told.choices, default=Told.FACT)
    shown_from = models.DateField(null=True)

    class Meta:
        ordering = ["id"]


class Sitting(Sourced):
    """
    A sitting of a meeting, and the audience of what is said and tabled in it.

    Attributes:
        code: its own among the sittings of the meeting, "extended", "extended-2"; it never changes.
        begins, ends: instants, None while they are not fixed. languages: tags of those that are interpreted.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="sittings")
    code = models.CharField(max_length=16)
    format = models.CharField(max_length=10, choices=Format.choices)
    order = models.PositiveSmallIntegerField()
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    begins = models.DateTimeField(null=True)
    ends = models.DateTimeField(null=True)
    languages = models.JSONField(default=list)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "code"], name="one_sitting_per_code"),
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gt=models.F("begins")),
                name="a_sitting_ends_after_it_begins",
            ),
        ]


class AgendaItem(Sourced, Handled):
    """
    An item of the agenda; without a sitting where none is stated.

    Attributes:
        guests: who is invited to this item alone, and sees it with the papers tabled under it; None while nobody is.
        number: under which it is printed from the clearance of the agenda on, whatever happens to other items.
        rapporteur: who introduces it, in words. minutes: estimated length, None where nobody said.
        removed: whether it was taken off; the number stays its own.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    sitting = models.ForeignKey(Sitting, models.PROTECT, null=True, related_name="items")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    guests = models.ForeignKey(Audience, models.PROTECT, null=True, related_name="+")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    number = models.PositiveSmallIntegerField(null=True)
    rapporteur = models.CharField(max_length=120, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    removed = models.BooleanField(default=False)

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


class TabledNote(models.Model):
    """A paper tabled in a sitting, maybe under an item. It exists for its audience, and for the guests of its item."""

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="notes")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="notes")
    title = models.CharField(max_length=200)
    wording = models.TextField()
    sample = models.BooleanField(default=False)
    tabled_at = models.DateTimeField()

    class Meta:
        ordering = ["tabled_at", "id"]
