"""An end that the page offers, so many working days of the secretariat from today, chosen without typing it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.web.forms.begin import zones

OFFERED = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d) (\S+)")


@dataclass(frozen=True, slots=True)
class OfferedEnd:
    """A day and hour as the clocks of a zone (IANA) show them."""

    day: date
    time: time
    zone: str


class OfferedField(forms.Field):
    """One of the ends that were offered, sent as "2031-05-07T18:00 Asia/Almaty"; nothing where none was chosen."""

    def __init__(self) -> None:
        super().__init__(required=False, label=gettext_lazy("An offered end"))

    def to_python(self, value: Any) -> OfferedEnd | None:
        """Return the end. Raises ValidationError: it is none that a page offers."""
        if not value:
            return None
        found = OFFERED.fullmatch(str(value))
        try:
            at = datetime.fromisoformat(found[1]) if found and found[2] in zones() else None
        except ValueError:
            at = None
        if found is None or at is None:
            raise forms.ValidationError(_("Choose one of the ends that are offered."))
        return OfferedEnd(at.date(), at.time(), found[2])


def chosen_end(form: forms.Form, day: str) -> OfferedEnd | None:
    """Return the offered end that was chosen; the form says where the field ``day`` names another day besides."""
    chosen: OfferedEnd | None = form.cleaned_data.get("offered")
    if chosen and form.cleaned_data.get(day):
        form.add_error(day, _("Choose an offered end or type a day, not both."))
    return chosen
