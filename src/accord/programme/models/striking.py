"""What can turn out wrong after it was entered: it is struck with the reason, and stays in its table."""

from __future__ import annotations

from django.db import models

from accord.access.models import Handled


class Strikable(Handled):
    """
    An entry that can be struck. What is struck is shown as current nowhere; entered once more, it stands again.

    Attributes:
        struck: the day on which it was struck, None while it stands. struck_why: the reason, "" while it stands.
    """

    struck = models.DateField(null=True)
    struck_why = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True


STANDS = {"struck": None, "struck_why": ""}
"""The columns of an entry that is not struck."""
