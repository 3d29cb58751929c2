"""What there is with a partner: agreements, contacts of an office, and what was done together."""

from __future__ import annotations

from django.db import models

from accord.members.choices import JointKind, JointRole, Lasting
from accord.members.models.basis import Sourced
from accord.members.models.organisation import Partner
from accord.members.models.organs import Organ


class Agreement(Sourced):
    """
    An agreement with a partner, or whatever else the cooperation rests on.

    Attributes:
        number: its symbol, or "". day: on which it was concluded, the first of the month or year where only that is
            known, and ``when`` then says so; None where nothing is. known: the day from which it is known, None for
            its own day.
        lasting: for how long; ``until`` its last day. ended: the day on which it ceased before that, None else.
        document: id of the document that holds its text, "" for none.
    """

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="agreements")
    title = models.CharField(max_length=300)
    number = models.CharField(max_length=80, blank=True)
    day = models.DateField(null=True)
    when = models.CharField(max_length=40, blank=True)
    known = models.DateField(null=True)
    lasting = models.CharField(max_length=8, choices=Lasting.choices, default=Lasting.UNSAID)
    until = models.DateField(null=True)
    ended = models.DateField(null=True)
    note = models.CharField(max_length=300, blank=True)
    document = models.CharField(max_length=16, blank=True)

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.UniqueConstraint(fields=["partner", "title", "day"], name="one_agreement_per_title_and_day"),
            models.CheckConstraint(
                condition=~models.Q(lasting=Lasting.UNTIL) | models.Q(until__isnull=False),
                name="a_term_of_an_agreement_has_a_last_day",
            ),
        ]


class Contact(Sourced):
    """
    With whom one speaks at a partner: an office and its function. There is no column for a person or a number.

    Attributes:
        since, until: the days between which it is the contact, None where they are not known.
    """

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="contacts")
    office = models.CharField(max_length=200)
    function = models.CharField(max_length=200)
    page = models.URLField(max_length=500, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta:
        ordering = ["office", "id"]
        constraints = [
            models.UniqueConstraint(fields=["partner", "office", "function"], name="one_contact_per_office"),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True)
                | models.Q(since__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="a_contact_ends_after_it_begins",
            ),
        ]


class Joint(Sourced):
    """
    Something that was done together with a partner.

    Attributes:
        kind: what it was. role: as what the partner was there. title: in words that anybody may read.
        day, until: first and last day, None where not known; ``when`` in words. known: the day from which it is known,
            None for its own day. organ: of the council, where it was done in one.
        of: its place in another room ("activity skala/2024", "operations", "meeting <id>", "document <id>"), or "".
    """

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="joint")
    kind = models.CharField(max_length=10, choices=JointKind.choices)
    role = models.CharField(max_length=12, choices=JointRole.choices)
    title = models.CharField(max_length=300)
    day = models.DateField(null=True)
    until = models.DateField(null=True)
    when = models.CharField(max_length=80, blank=True)
    known = models.DateField(null=True)
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")
    of = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-day", "id"]
        constraints = [
            models.UniqueConstraint(fields=["partner", "kind", "title", "day"], name="one_joint_thing_once"),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True)
                | models.Q(day__isnull=True)
                | models.Q(until__gte=models.F("day")),
                name="a_joint_thing_ends_after_it_begins",
            ),
        ]
