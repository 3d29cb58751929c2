"""What can be decided of a report: the words that rows store, and how they are called."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

DOUBTS = "discrepancies"
"""The kind of an item that does not fit, rather than saying something."""


class Decision(TextChoices):
    """What became of an item; "" while nobody has decided."""

    TAKEN = "taken", _("entered")
    SAME = "same", _("in the register already")
    LEFT = "left", _("left out")
    NOTED = "noted", _("kept here, not entered")
    KEPT = "kept", _("kept as said")
    CORRECTED = "corrected", _("corrected")
    OPEN = "open", _("stays open")


OF_DOUBTS = (Decision.KEPT, Decision.CORRECTED, Decision.OPEN)
