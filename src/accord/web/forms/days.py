"""Days, as every form takes them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy

from accord.record.clock import EARLIEST, LATEST

OUTSIDE = gettext_lazy("Only days of the years 1000 to 2999 can be entered. Is the year right?")


class DayField(forms.DateField):
    """
    A day of a year that can be meant.

    What lies at an end of all days is refused: pages and feeds show the day before and behind, and there would be none.
    """

    default_validators = (MinValueValidator(EARLIEST, OUTSIDE), MaxValueValidator(LATEST, OUTSIDE))

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"widget": forms.DateInput(attrs={"type": "date"}), **options})
