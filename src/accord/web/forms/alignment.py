"""The forms on the pages of alignment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.web.forms.acts import ActForm


class ShowingForm(ActForm):
    """Who sees how near the members are."""

    CIRCLES = (
        ("council", _("delegations, the chair and the secretariat")),
        ("office", _("the chair and the secretariat")),
    )

    circle = forms.ChoiceField(choices=CIRCLES)

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        values.pop("seen", None)
        return values
