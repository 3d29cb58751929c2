"""Until when a person has read, whether it wants mails and where to, and the mails that are on their way."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.access import new_id


class Way(models.TextChoices):
    """When a person is told that something awaits."""

    AT_ONCE = "at_once", _("at once")
    DAILY = "daily", _("once a day")
    NONE = "none", _("not at all")


class Kind(models.TextChoices):
    """What a mail is for."""

    CONFIRM = "confirm"
    NOTICE = "notice"


class Visit(models.Model):
    """Until when a person has seen what changed; only its own act moves it."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="visit")
    seen_at = models.DateTimeField()


class Wish(models.Model):
    """
    Where a person wants to be told that something awaits, and when.

    Attributes:
        hour: of the daily mail, 0 to 23, as the clock of ``zone`` (IANA) shows it.
        language: tag, in which the mails are written.
        asked_at: when the link that confirms the address was asked for last; ``confirmed_at`` None until it was used.
        told_at: when the last mail at once was put on its way. digest_on: the local day of the last daily mail.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_wish")
    address = models.EmailField(max_length=254)
    way = models.CharField(max_length=8, choices=Way.choices)
    hour = models.PositiveSmallIntegerField(default=8)
    zone = models.CharField(max_length=40, default="UTC")
    language = models.CharField(max_length=35, default="en")
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    digest_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(way__in=Way.values), name="a_wish_has_a_way"),
            models.CheckConstraint(condition=models.Q(hour__lt=24), name="a_wish_has_an_hour_of_the_day"),
        ]


class Told(models.Model):
    """A cause of which a person was told: nobody is told twice of one cause while it lasts."""

    wish = models.ForeignKey(Wish, models.CASCADE, related_name="told")
    cause = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["wish", "cause"], name="one_notice_per_cause")]


class Mail(models.Model):
    """
    A mail on its way. Words and address are made when it is sent; nothing of what awaits stands in it.

    Attributes:
        until: the earliest deadline of what awaits, None for none; ``zone`` the one in which that was set.
        due_at: before which it is not tried (again). failure: what kept it the last time, without any address.
        sent_at: when the server of mails took it; ``given_up_at`` when nobody tries any longer.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    wish = models.ForeignKey(Wish, models.CASCADE, related_name="mails")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    until = models.DateTimeField(null=True)
    zone = models.CharField(max_length=40, default="UTC")
    queued_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=80, blank=True)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["queued_at", "id"]
