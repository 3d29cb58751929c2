"""What can be chosen of what is followed: the words that rows store, and how they are called."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Standing(TextChoices):
    """How a measure or commitment stands on a day. Only what was reported is stored; the others are computed."""

    PLANNED = "planned", _("planned")
    RUNNING = "running", _("reported running")
    DONE = "done", _("reported done")
    OVERDUE = "overdue", _("overdue")
    DROPPED = "dropped", _("dropped by decision")
    UNTOLD = "untold", _("not made known")


class Fate(TextChoices):
    """What became of a proposal that was voiced."""

    OPEN = "open", _("open")
    TAKEN = "taken", _("taken up in a paper")
    MERGED = "merged", _("merged with another")
    NOT_PURSUED = "dropped", _("not pursued")
