"""The filter of the record."""

from __future__ import annotations

from django import forms


class RecordFilterForm(forms.Form):
    """Which text, which page. What cannot be read counts as not asked."""

    text = forms.RegexField(r"^[a-z0-9]{16}$", required=False)
    page = forms.IntegerField(min_value=1, required=False)
