"""Which two versions are compared. What cannot be read counts as not asked."""

from __future__ import annotations

from django import forms


class CompareForm(forms.Form):
    """Numbers of two versions."""

    old = forms.IntegerField(min_value=1, max_value=10**9, required=False)
    new = forms.IntegerField(min_value=1, max_value=10**9, required=False)

    @property
    def numbers(self) -> tuple[int, int]:
        """The two numbers; 0 where none was asked."""
        self.is_valid()
        return self.cleaned_data.get("old") or 0, self.cleaned_data.get("new") or 0


class ReadForm(forms.Form):
    """The version up to which somebody says that it has read."""

    number = forms.IntegerField(min_value=1, max_value=10**9)
