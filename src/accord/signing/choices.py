"""What can be chosen of signing and taking part: the words that rows store, and how they are called."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a member stands to or signs."""

    TEXT = "text", _("adopted text")
    DECISION = "decision", _("decision")
    DOCUMENT = "document", _("document")


class Taking(TextChoices):
    """How a member stands to a decision. No two of these are ever added up."""

    AGREED = "agreed", _("agreed present")
    NO_OBJECTION = "no_objection", _("no objection notified")
    SILENT = "silent", _("no objection raised in the silence period")
    JOINED = "joined", _("joined later")
    NOT_JOINED = "not_joined", _("not joined")
    OBJECTED = "objected", _("objected")
    ABSTAINED = "abstained", _("abstained")
    APART = "apart", _("did not take part")
    ABSENT = "absent", _("absent, neither consent nor objection")
    WAITS = "waits", _("handed over; waits for its answer")
    NOT_STATED = "not_stated", _("not stated")


class Word(TextChoices):
    """What a member attaches. It changes nothing of how it stands."""

    RESERVATION = "reservation", _("reservation")
    OPINION = "opinion", _("special opinion")


ANSWERS = (Taking.JOINED, Taking.NO_OBJECTION, Taking.NOT_JOINED, Taking.OBJECTED)
"""What a member answers when a decision was handed to it."""

ENTERED = (Taking.AGREED, *ANSWERS, Taking.ABSTAINED, Taking.ABSENT, Taking.WAITS)
"""What is entered of a member on its authority, or as a source states it."""
