"""What a reader asks of the text room, from an address. What cannot be read counts as not asked."""

from __future__ import annotations

from django import forms
from django.http import QueryDict

from accord.drafting.pages import Asked

_NUMBER = r"^\d{1,6}(\.\d{1,4}){0,8}$"
BLOCK = r"^[a-z0-9]{1,16}$"


def _choices(*names: str) -> list[tuple[str, str]]:
    return [(name, name) for name in names]


class AskedForm(forms.Form):
    """View, selection, open form, filter, version."""

    view = forms.ChoiceField(choices=_choices("all", "ledger", "mine", "zero", "clean"), required=False)
    choice = forms.RegexField(_NUMBER, required=False)
    block = forms.RegexField(BLOCK, required=False)
    act = forms.SlugField(max_length=24, required=False)
    filter = forms.ChoiceField(choices=_choices("all", "open", "mine"), required=False)
    version = forms.IntegerField(min_value=1, max_value=10**9, required=False)

    @property
    def asked(self) -> Asked:
        """The readable part of what was asked."""
        self.is_valid()
        found = {name: value for name, value in self.cleaned_data.items() if value}
        return Asked(**found)


class SeenForm(forms.Form):
    """The number of the version that a page shows and the mark of its drafts, for the live poll."""

    seen = forms.IntegerField(min_value=0, max_value=10**9, required=False)
    drafts = forms.RegexField(r"^[0-9a-f]{1,8}$", required=False)


def asked_in(query: str) -> Asked:
    """Return what the query part of an address asks of the room."""
    return AskedForm(QueryDict(query)).asked
