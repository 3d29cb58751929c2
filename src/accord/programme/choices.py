"""What can be chosen in the programme: the words that rows store, and how they are called."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Progress(models.TextChoices):
    """What a report says of a priority. Reported is not measured."""

    WISH = "wish", _("a wish, not an act")
    PLANNED = "planned", _("reported planned")
    RUNNING = "running", _("reported running")
    DONE = "done", _("reported done")
    DROPPED = "dropped", _("dropped by decision")


class Holding(models.TextChoices):
    """How an edition of an activity stands."""

    PLANNED = "planned", _("planned")
    HELD = "held", _("held")
    MOVED = "moved", pgettext_lazy("activity", "moved")
    CANCELLED = "cancelled", _("cancelled")


class Exactness(models.TextChoices):
    """How exact a published figure is, as its source says it."""

    EXACT = "exact", _("exactly")
    MORE = "more", _("more than")
    ABOUT = "about", _("about")
    LESS = "less", _("less than")


class Tie(models.TextChoices):
    """How an edition is tied to another: read from the first to the second."""

    PART = "part", pgettext_lazy("activity", "part of")
    WITH = "with", _("held together with")
    INSTEAD = "instead", _("in the place of")
    LINKED = "linked", _("linked with")


BACKWARDS = {
    Tie.PART: _("has as a part"),
    Tie.WITH: Tie.WITH.label,
    Tie.INSTEAD: _("its place was taken by"),
    Tie.LINKED: Tie.LINKED.label,
}
"""The same, read from the second to the first."""
