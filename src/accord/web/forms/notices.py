"""The form of notices: where, when, and in which zone a person is told that something awaits."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.notices.choices import WAYS
from accord.web.forms.begin import zones

HOURS = [(str(hour), f"{hour:02}:00") for hour in range(24)]


class WishForm(forms.Form):
    """Where and when a person is told."""

    address = forms.EmailField(
        max_length=254,
        label=_("Your mail address"),
        help_text=_("A link is sent there first. Nothing else is sent before you have used it."),
        error_messages={"required": _("Give the address to which the mails go.")},
    )
    way = forms.ChoiceField(choices=WAYS, label=_("When you are told"))
    hour = forms.ChoiceField(choices=HOURS, label=_("Hour of the daily mail"))
    zone = forms.ChoiceField(choices=lambda: [(name, name) for name in zones()], label=_("Zone of that hour"))
