"""Measures of a priority and commitments in adopted texts, and what is reported of them."""

from __future__ import annotations

from django.db import models

from accord.access import new_id
from accord.access.models import Audience
from accord.drafting.models import Adoption
from accord.members.models import Member, Organ, Organisation, Sourced
from accord.programme.models import Area, Priority, Reported


class Due(Sourced):
    """
    By when something is to be done, and in which area.

    Attributes:
        due: the last day, None where none is known; ``when`` then says what is ("in the first half of 2031").
        area: None for that of the priority.
    """

    due = models.DateField(null=True)
    when = models.CharField(max_length=80, blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


class Followed(Due):
    """
    Something that is to be done.

    Attributes:
        known: the day from which pages know of it, None for always.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    sample = models.BooleanField(default=False)
    known = models.DateField(null=True)
    at = models.DateTimeField()

    class Meta:
        abstract = True


class Planned(Due):
    """
    What is planned: all of a measure that can be corrected.

    Attributes:
        member, organ, office: who owns it; at most one of them, none where no source says.
        indicator: by what it can be told that it is done, with its unit and target; "" and None where none is set.
    """

    words = models.CharField(max_length=500)
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")
    office = models.CharField(max_length=160, blank=True)
    begins = models.DateField(null=True)
    indicator = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    target = models.DecimalField(max_digits=20, decimal_places=6, null=True)

    class Meta:
        abstract = True


class Measure(Followed, Planned):
    """A measure of a priority, as it is planned now; what was planned before stands in its corrections."""

    priority = models.ForeignKey(Priority, models.PROTECT, related_name="measures")

    class Meta:
        ordering = ["priority__number", "at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due=None) | models.Q(begins=None) | models.Q(due__gte=models.F("begins")),
                name="a_measure_is_not_due_before_it_begins",
            ),
            models.CheckConstraint(
                condition=(models.Q(member=None) | models.Q(organ=None))
                & (models.Q(office="") | models.Q(member=None, organ=None)),
                name="a_measure_has_one_owner_at_most",
            ),
        ]


class Correction(Planned):
    """
    What stood in a measure before it was corrected.

    Attributes:
        until: the day from which the measure was another one; None where it was a mistake from the beginning.
        reason: why it was corrected. actor: who did so, by the name of the sign-in. at: when.
    """

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="corrections")
    until = models.DateField(null=True)
    reason = models.CharField(max_length=300)
    actor = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]


class Commitment(Followed):
    """
    Words of an adopted text by which somebody is bound.

    Attributes:
        audience: who sees the text. block, start, end: where the words stand; code points of the paragraph, end
            exclusive. bound: codes of the members that are bound; ``binds`` says who else, in words.
    """

    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="+")
    priority = models.ForeignKey(Priority, models.PROTECT, null=True, related_name="commitments")
    block = models.CharField(max_length=16)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words = models.TextField()
    bound = models.JSONField(default=list)
    binds = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["adoption", "block", "start", "end"], name="one_commitment_per_words"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="a_commitment_has_words"),
        ]

    @property
    def stream(self) -> str:
        """The stream of the record in which acts on this commitment are numbered."""
        return f"commitment:{self.pk}:{self.audience_id}"


class ProgressReport(Reported):
    """
    What is reported on a day of a measure or a commitment; exactly one of them.

    Attributes:
        open: of a commitment whether whoever reads the released text reads the report; of a measure everybody does.
    """

    measure = models.ForeignKey(Measure, models.CASCADE, null=True, related_name="reports")
    commitment = models.ForeignKey(Commitment, models.CASCADE, null=True, related_name="reports")
    open = models.BooleanField(default=False)

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(measure=None, commitment__isnull=False)
                | models.Q(measure__isnull=False, commitment=None),
                name="a_report_is_about_one_thing",
            )
        ]
