"""Which page of a long list is asked for."""

from __future__ import annotations

from django import forms
from django.http import QueryDict


class PageForm(forms.Form):
    """A page number. What cannot be read counts as not asked."""

    page = forms.IntegerField(min_value=1, max_value=1_000_000, required=False)


def page_of(asked: QueryDict) -> int:
    """Return the page asked for in an address, the first where none is."""
    form = PageForm(asked)
    form.is_valid()
    return form.cleaned_data.get("page") or 1
