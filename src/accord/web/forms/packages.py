"""The forms of a chair's help: what a delegation can live with, and what the chair looks for."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.positions.pages.wishes import Saying, Sought
from accord.web.forms.acts import ActForm

WORDS = (
    ("prefers", gettext_lazy("prefers")),
    ("lives", gettext_lazy("can live with")),
    ("objects", gettext_lazy("objects")),
)
SHARES = ("1/2", "3/5", "2/3", "1")
_SAID = re.compile(r"said-(\d{1,6}(?:\.\d{1,4}){0,8})-(\d{1,4})")
_WEIGHT = re.compile(r"weight-(\d{1,6}(?:\.\d{1,4}){0,8})")


class WishForm(ActForm):
    """What a delegation says of each wording: a field for each, empty where it says nothing; a weight a choice."""

    seen = forms.RegexField(r"^[0-9a-f]{64}$")
    for_chair = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        """Read the fields of all choices."""
        values = super().clean() or self.cleaned_data
        said: dict[str, dict[int, str]] = {}
        weights: dict[str, int] = {}
        for name, value in self.data.items():
            if value and (found := _SAID.fullmatch(name)):
                said.setdefault(found[1], {})[int(found[2])] = self._word(str(value))
            elif value and (found := _WEIGHT.fullmatch(name)):
                weights[found[1]] = self._weight(str(value))
        choices = dict.fromkeys([*weights, *said])
        values["sayings"] = {choice: Saying(said.get(choice, {}), weights.get(choice, 1)) for choice in choices}
        return values

    def _word(self, value: str) -> str:
        if value not in dict(WORDS):
            self.add_error(None, _("A delegation prefers a wording, can live with it, or objects to it."))
        return value

    def _weight(self, value: str) -> int:
        if value not in {"1", "2", "3", "4", "5"}:
            self.add_error(None, _("A weight is 1 to 5."))
            return 1
        return int(value)


class SoughtForm(forms.Form):
    """What the chair looks for, from an address; what cannot be read counts as not asked."""

    share = forms.ChoiceField(choices=[(each, each) for each in SHARES], required=False)
    asking = forms.BooleanField(required=False)
    longest = forms.IntegerField(min_value=2, max_value=1000, required=False)

    @property
    def sought(self) -> Sought:
        """The readable part of what was asked."""
        self.is_valid()
        values = self.cleaned_data
        share = Fraction(values.get("share") or "3/5")
        return Sought(share, bool(values.get("asking")), values.get("longest") or 0)
