"""
The tables of signing.

What is said of a member is append-only: its latest stance and its latest signature count, the earlier ones stay to be
read. Triggers of the database refuse to change or delete them (migrations).
"""

from __future__ import annotations

from django.db import models

from accord.access import new_id
from accord.access.models import Audience
from accord.decisions.models import Ruling
from accord.drafting.models import Adoption
from accord.members.models import Organ, Organisation, Sourced
from accord.signing.choices import Kind, Taking, Word

STANCES = [*Taking.choices, *Word.choices]


class Instrument(Sourced):
    """
    A decision or document to which members stand: an adopted text, a ruling, or one that is known by its title.

    Attributes:
        id: that of the adoption or ruling, where it is one: it has the same address before anything is entered of it.
        audience: who sees what stands here; of an adopted text those who see who said what in its negotiation.
        title, day, place, organ: of one that is known by its title; a text or a question says its own.
        known: who signed and takes part is made known with the released text.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    adoption = models.OneToOneField(Adoption, models.PROTECT, null=True, related_name="+")
    ruling = models.OneToOneField(Ruling, models.PROTECT, null=True, related_name="+")
    title = models.CharField(max_length=400, blank=True)
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")
    day = models.DateField()
    place = models.CharField(max_length=120, blank=True)
    sample = models.BooleanField(default=False)
    known = models.BooleanField(default=False)

    class Meta:
        ordering = ["-day", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="an_instrument_has_a_kind"),
            models.CheckConstraint(
                condition=models.Q(adoption=None) | models.Q(ruling=None), name="an_instrument_is_one_thing"
            ),
        ]

    @property
    def stream(self) -> str:
        """The stream of the record in which acts on this instrument are numbered."""
        return f"signing:{self.pk}:{self.audience_id}"


class Signing(Sourced):
    """Where and when an instrument is signed. ``until``: the last day, None while it stays open."""

    instrument = models.OneToOneField(Instrument, models.PROTECT, related_name="signing")
    place = models.CharField(max_length=120)
    day = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("day")),
                name="a_signing_does_not_end_before_it_opens",
            )
        ]


class Signature(Sourced):
    """
    That a member signed, immutable. The one with the highest number counts; the earlier ones were corrected.

    Attributes:
        person, post: as printed under the signature. place: where it was signed.
        reservation, opinion: words with which it was signed, or "".
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="signatures")
    member = models.CharField(max_length=12)
    number = models.PositiveSmallIntegerField(default=1)
    person = models.CharField(max_length=120)
    post = models.CharField(max_length=200, blank=True)
    day = models.DateField()
    place = models.CharField(max_length=120, blank=True)
    reservation = models.TextField(blank=True)
    opinion = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["day", "at", "number"]
        constraints = [
            models.UniqueConstraint(fields=["instrument", "member", "number"], name="one_signature_per_number")
        ]


class Confirmation(models.Model):
    """That somebody of the delegation has confirmed the signature that was entered for it, immutable."""

    signature = models.OneToOneField(Signature, models.PROTECT, related_name="confirmation")
    actor = models.CharField(max_length=80)
    at = models.DateTimeField()


class Stance(Sourced):
    """
    How a member came to stand to an instrument on a day, immutable; or a word that it attached.

    Attributes:
        kind: a value of ``choices.Taking`` or ``choices.Word``.
        authority: who entered it: "delegate" for the member itself, else "chair" or "secretariat".
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="stances")
    member = models.CharField(max_length=12)
    kind = models.CharField(max_length=12, choices=STANCES)
    day = models.DateField()
    words = models.TextField(blank=True)
    authority = models.CharField(max_length=12)
    at = models.DateTimeField()

    class Meta:
        ordering = ["day", "at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=[*Taking.values, *Word.values]), name="a_stance_has_a_kind"
            )
        ]


class Original(Sourced):
    """The authentic original: in which languages, how many copies of it, and who keeps it."""

    instrument = models.OneToOneField(Instrument, models.PROTECT, related_name="original")
    languages = models.JSONField(default=list)
    number = models.PositiveSmallIntegerField(default=1)
    depositary = models.CharField(max_length=200)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(number__gt=0), name="an_original_is_one_at_least")]


class CertifiedCopy(Sourced):
    """A certified copy that was sent: to whom, on which day."""

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="copies")
    to = models.CharField(max_length=200)
    day = models.DateField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["day", "id"]
