"""The forms on the page of situations."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.positions.choices import Shown
from accord.web.forms.acts import ActForm, CodesField
from accord.web.forms.begin import NameField

_SAID = re.compile(r"said-([a-z0-9]{16})")
SAID = frozenset({"supports", "lives", "opposes", "objects"})


class PointForm(ActForm):
    """A question on a situation."""

    wording = NameField(longest=300)
    until = forms.DateField(required=False)
    public = forms.BooleanField(required=False)
    wording_field = "wording"

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        values.pop("seen", None)
        return values


class AssessForm(ActForm):
    """What the own member says: a field for each question, empty where it says nothing, and who reads it."""

    shown = forms.ChoiceField(choices=Shown.choices, error_messages={"required": gettext_lazy("Say who reads it.")})
    members = CodesField(required=False)
    again = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        """Read the fields of all points."""
        values = super().clean() or self.cleaned_data
        fields = ((_SAID.fullmatch(name), str(value)) for name, value in self.data.items())
        named = {found[1]: value for found, value in fields if found and value}
        if not named:
            self.add_error(None, _("Say something of at least one point."))
        if not set(named.values()) <= SAID:
            self.add_error(None, _("A member supports a point, can live with it, does not support it, or objects."))
        values["said"] = named
        values["words"] = {point: str(self.data.get(f"words-{point}", "")) for point in named}
        return values

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        values.pop("seen", None)
        return values


class TakeBackForm(ActForm):
    """A question of which the own member takes back what it said."""

    point = forms.RegexField(r"^[a-z0-9]{16}$")

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        values.pop("seen", None)
        return values


class DrawForm(ActForm):
    """A text that is drawn up from assessments."""

    title = NameField(longest=300)
    day = forms.DateField(error_messages={"required": gettext_lazy("Say as of which day.")})
    sample = forms.BooleanField(required=False)
    wording_field = "title"

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        values.pop("seen", None)
        return values
