"""Forms of clocks and working days: zones of capitals, own days of the secretariat, a period that is counted."""

from __future__ import annotations

from datetime import time

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.calendar.queries.working import END_OF_WORK
from accord.members.values import ClockEntry
from accord.web.forms.begin import NameField, zones
from accord.web.forms.register import RegisterForm, day_field

MOST_DAYS = 250


class ClockForm(RegisterForm):
    """In which zone a capital works, or the secretariat."""

    title = _("A clock")

    member = forms.ChoiceField(required=False, label=_("Member"), help_text=_("None: the secretariat."))
    zone = forms.ChoiceField(choices=lambda: [(name, name) for name in zones()], label=_("Zone"))
    city = NameField(longest=80, required=False, label=_("City"))
    country = NameField(
        longest=3,
        required=False,
        label=_("Country of the seat"),
        help_text=_("Of the secretariat alone: three letters, such as KAZ. Its weekends and holidays are not counted."),
    )

    @property
    def entry(self) -> ClockEntry:
        """The clock."""
        return ClockEntry(**self.values("member", "zone", "city", "country"))


class OwnDayForm(forms.Form):
    """A day on which the secretariat does otherwise than its country."""

    key = forms.UUIDField(error_messages={"required": _("Load the page again: the form has no key.")})
    day = day_field(_("Day"), required=True)
    works = forms.ChoiceField(choices=[("", _("closed")), ("1", _("works"))], required=False, label=_("On this day"))
    name = NameField(longest=120, required=False, label=_("Why, if it is to be known"))


class PeriodForm(forms.Form):
    """A number of working days, from a day on, to an hour."""

    days = forms.IntegerField(min_value=1, max_value=MOST_DAYS, initial=5, label=_("Working days"))
    start = day_field(_("From"), hint=_("This day is not counted."))
    at = forms.TimeField(
        required=False, label=_("Until the hour"), widget=forms.TimeInput(attrs={"type": "time"}), initial=END_OF_WORK
    )

    @property
    def hour(self) -> time:
        """The hour of the end."""
        return self.cleaned_data["at"] or END_OF_WORK
