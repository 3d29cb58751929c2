"""What is asked of search, out of an address. What cannot be read counts as not asked."""

from __future__ import annotations

from django import forms


class WordsTyped(forms.Field):
    """Words as they were typed; a character that is none is a space."""

    def to_python(self, value: object) -> str:
        """Return the words."""
        return str(value or "").replace("\0", " ").strip()


class SearchForm(forms.Form):
    """The words, and which of the hits."""

    q = WordsTyped(required=False)
    kind = forms.SlugField(required=False)
    language = forms.RegexField(r"^[A-Za-z0-9-]{2,35}$", required=False)
    year = forms.IntegerField(min_value=1, max_value=9999, required=False)
    page = forms.IntegerField(min_value=1, max_value=10_000, required=False)
