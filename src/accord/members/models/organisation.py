"""The organisation, its members and partners, the chairmanship, and the mandates of sign-ins."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from accord.access import Role, new_id
from accord.members.choices import PartnerKind, Rotation, Status
from accord.members.models.basis import Sourced


class Organisation(models.Model):
    """
    An organisation whose council works here.

    Attributes:
        as_of: the day that the pages show, None for today.
        public: whether its home and register are public.
        rule: id of the decision rule of its council (data/rules).
        language: tag of the working language, whose alphabet orders the rotation; "" for the council's own order.
        rotation: how the chairmanship passes; "" where the council settles it each time.
        names_in: tag of the language in which the names of the register are written.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=40, blank=True)
    council = models.CharField(max_length=200, blank=True)
    as_of = models.DateField(null=True)
    public = models.BooleanField(default=False)
    rule = models.CharField(max_length=40, default="consensus")
    language = models.CharField(max_length=35, blank=True)
    rotation = models.CharField(max_length=8, choices=Rotation.choices, blank=True)
    names_in = models.CharField(max_length=35, default="en")


class Member(Sourced):
    """A member state, and on what its membership rests. ``order`` is the council's own order."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="members")
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "code"], name="one_member_per_code")]
        ordering = ["order"]


class MemberState(Sourced):
    """
    What a state is from a day on, until the next such row.

    Attributes:
        since: the day; the first of the month or year where only that is known, and ``when`` then says so.
    """

    member = models.ForeignKey(Member, models.CASCADE, related_name="states")
    status = models.CharField(max_length=10, choices=Status.choices)
    since = models.DateField()
    when = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "since"], name="one_state_per_day")]
        ordering = ["since"]


class Partner(Sourced):
    """
    A partner: an organisation, a structure of one, or a state.

    Attributes:
        parent: code of the partner that it is a structure of, or "".
        structures: those of its bodies that cooperate, in words; each can be a partner of its own.
        basis: on what the cooperation rests, in words.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="partners")
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=PartnerKind.choices, default=PartnerKind.ORGANISATION)
    parent = models.CharField(max_length=12, blank=True)
    structures = models.CharField(max_length=300, blank=True)
    basis = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "code"], name="one_partner_per_code")]
        ordering = ["order", "id"]


class ChairmanshipTerm(Sourced):
    """
    A term of the rotating chairmanship; ``ends`` None while it is not known.

    Attributes:
        begins: the first of the month or year where only that is known, and ``when`` then says so.
        exception: the decision by which it does not follow the rule, or "".
        decided: the day on which it became known who presides; None where it was always known.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="terms")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    begins = models.DateField()
    ends = models.DateField(null=True)
    when = models.CharField(max_length=80, blank=True)
    exception = models.CharField(max_length=300, blank=True)
    decided = models.DateField(null=True)

    class Meta:
        ordering = ["begins"]


class Mandate(models.Model):
    """For whom a person acts; one a person."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mandate")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="mandates")
    role = models.CharField(max_length=12, choices=[(role, role) for role in Role])
    delegation = models.CharField(max_length=12, blank=True)
    may_table = models.BooleanField(default=True)
