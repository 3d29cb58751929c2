"""The tables of an organisation: its members, organs, partners, chairmanship, and mandates of people."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.access import Role, new_id


class Standing(models.TextChoices):
    """How well a fact is known."""

    STATED = "stated", _("stated")
    INFERENCE = "inference", _("inferred")
    UNVERIFIED = "unverified", _("unverified")


class Sourced(models.Model):
    """A fact with its source. ``why`` says how an inferred fact was concluded, or what is not verified."""

    source_name = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    source_date = models.CharField(max_length=20, blank=True)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.STATED)
    why = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True


class Organisation(models.Model):
    """
    An organisation whose council works here.

    Attributes:
        as_of: the day that the pages show, None for today.
        public: whether its home and register are public.
        rule: id of the decision rule of its council (data/rules).
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=40, blank=True)
    council = models.CharField(max_length=200, blank=True)
    as_of = models.DateField(null=True)
    public = models.BooleanField(default=False)
    rule = models.CharField(max_length=40, default="consensus")


class Member(Sourced):
    """A member state, and on what its membership rests. ``order`` is the council's own order."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="members")
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "code"], name="one_member_per_code")]
        ordering = ["order"]


class Organ(Sourced):
    """A council, committee or working group of the organisation."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="organs")
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    level = models.CharField(max_length=80, blank=True)
    parent = models.CharField(max_length=40, blank=True)
    role = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "key"], name="one_organ_per_key")]
        ordering = ["order", "id"]


class Partner(Sourced):
    """A partner organisation. ``structures`` are those of its bodies that cooperate."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="partners")
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    structures = models.CharField(max_length=300, blank=True)
    basis = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "code"], name="one_partner_per_code")]
        ordering = ["order", "id"]


class ChairmanshipTerm(Sourced):
    """A term of the rotating chairmanship; ``ends`` None while it is not known."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="terms")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    begins = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        ordering = ["begins"]


class Mandate(models.Model):
    """For whom a person acts; one a person."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mandate")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="mandates")
    role = models.CharField(max_length=12, choices=[(role, role) for role in Role])
    delegation = models.CharField(max_length=12, blank=True)
    may_table = models.BooleanField(default=True)
