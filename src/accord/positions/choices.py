"""What can be chosen of positions: the words that rows store, and how they are called."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Holding(models.TextChoices):
    """Whose a position is."""

    NATIONAL = "national", _("national")
    COLLECTIVE = "collective", _("collective")
    AMBIGUOUS = "ambiguous", _("whose is not settled")


class Shown(models.TextChoices):
    """Who reads what a member says of a question, as its delegation allows."""

    OWN = "own", _("our delegation alone")
    OFFICE = "office", _("chair and secretariat too")
    COUNCIL = "council", _("the whole council")
    PUBLIC = "public", _("everybody")
