"""What can be chosen in the programme: the words that rows store, and how they are called."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Progress(models.TextChoices):
    """What a report says of a priority. Reported is not measured."""

    WISH = "wish", _("a wish, not an act")
    PLANNED = "planned", _("reported planned")
    RUNNING = "running", _("reported running")
    DONE = "done", _("reported done")


class Holding(models.TextChoices):
    """Whether an edition of an activity was held."""

    PLANNED = "planned", _("planned")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")
