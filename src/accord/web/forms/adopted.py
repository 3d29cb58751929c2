"""The forms of adopted texts."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

WORDS = r"^[1-9]\d{0,3}-[1-9]\d{0,3}$"


class WordsForm(forms.Form):
    """Which words are chosen, or from which the reader comes back. What cannot be read counts as not asked."""

    words = forms.RegexField(WORDS, required=False)
    back = forms.RegexField(WORDS, required=False)

    @property
    def asked(self) -> tuple[str, str]:
        """The chosen words and those just closed, "" where there are none."""
        self.is_valid()
        return self.cleaned_data.get("words", ""), self.cleaned_data.get("back", "")


class AnnounceForm(forms.Form):
    """To prepare or to make known a decision as the person saw it."""

    seen = forms.RegexField(r"^[0-9a-f]{64}$")
    key = forms.UUIDField(error_messages={"required": gettext_lazy("Load the page again: the form has no key.")})


class ReleaseForm(forms.Form):
    """To prepare or to release what the person saw: the text, or its negotiating history."""

    kind = forms.ChoiceField(choices=[("text", "text"), ("history", "history")])
    seen = forms.RegexField(r"^[0-9a-f]{64}$")
    key = forms.UUIDField(error_messages={"required": gettext_lazy("Load the page again: the form has no key.")})
