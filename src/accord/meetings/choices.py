"""What can be chosen of a meeting: the words that rows store, and how they are called."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Format(TextChoices):
    """Who sits: the admitted only, or all who are invited."""

    NARROW = "narrow", _("Narrow")
    EXTENDED = "extended", _("Extended")


class Kind(TextChoices):
    """What kind of meeting it is."""

    REGULAR = "regular", _("regular meeting")
    EXTRAORDINARY = "extraordinary", _("extraordinary meeting")
    JOINT = "joint", _("joint meeting")
    CONSULTATIONS = "consultations", _("consultations")
    GROUP = "group", _("meeting of a working group")
    SIDE = "side", _("side meeting")


class State(TextChoices):
    """How far a meeting is."""

    PROPOSED = "proposed", _("proposed")
    CONVENED = "convened", _("convened")
    CANCELLED = "cancelled", _("cancelled")


class Attendance(TextChoices):
    """Whether a seat was taken. An empty seat is neither consent nor objection."""

    PRESENT = "present", _("present")
    EMPTY = "empty", _("seat empty")


class Outcome(TextChoices):
    """What became of a paper at the meeting."""

    ADOPTED = "adopted", _("Adopted")
    SIGNED = "signed", _("Signed")
    APPROVED = "approved", _("Approved")
    FORWARDED = "forwarded", _("Approved and forwarded")
    OPEN = "open", _("Under consideration")


class Passage(TextChoices):
    """How a paper stands at one station of its way."""

    PASSED = "passed", _("passed")
    FORWARDED = "forwarded", _("approved and forwarded")
    COMPLETED = "completed", _("adopted or signed here")
    NOT_STATED = "not stated", _("some drafts passed here, which is not stated")
    EXPECTED = "expected", _("expected here")
