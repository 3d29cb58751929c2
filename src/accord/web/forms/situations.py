"""The forms on the page of situations."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _

from accord.web.forms.acts import ActForm
from accord.web.forms.begin import NameField

_SAID = re.compile(r"said-([a-z0-9]{16})")
SAID = frozenset({"supports", "lives", "opposes", "objects"})


class PointForm(ActForm):
    """A point of a situation."""

    wording = NameField(longest=300)
    wording_field = "wording"

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        values.pop("seen", None)
        return values


class AssessForm(ActForm):
    """What the own member says: a field for each point, empty where it says nothing."""

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
        return values

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        values.pop("seen", None)
        return values
