"""The forms on the page of a decision. What was typed stays, whatever happens."""

from __future__ import annotations

from typing import Any

from django import forms

from accord.web.forms.acts import ActForm, CodesField


class SeenForm(ActForm):
    """An act on the version that the person saw."""

    seen = forms.RegexField(r"^[0-9a-f]{64}$")


class AdoptForm(SeenForm):
    """To adopt and seal, with the sentence that was read and confirmed."""

    sentence = forms.CharField(max_length=2000)


class PlainForm(ActForm):
    """An act that names no version: to object, to withdraw, to take back."""

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        values.pop("seen", None)
        return values


class RollForm(PlainForm):
    """Whose seats are taken."""

    present = CodesField(required=False)
