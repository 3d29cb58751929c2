"""The forms on the page of language versions. What was typed stays, whatever happens."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from accord.web.forms.acts import ActForm, CodesField, WordingForm
from accord.web.forms.documents import RawField
from accord.web.forms.room import BLOCK


class LanguageForm(ActForm):
    """An act that names no version of the text: what it stands on is the paragraph's own hash."""

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        values.pop("seen", None)
        return values


class BeginLanguageForm(LanguageForm):
    """A new language version."""

    tag = RawField(required=False)
    source = RawField(required=False)
    authentic = forms.BooleanField(required=False)
    group = CodesField(required=False)


class ChangeLanguageForm(LanguageForm):
    """Whether a language version is authentic, and who checks it."""

    tag = forms.CharField(max_length=35)
    authentic = forms.BooleanField(required=False)
    group = CodesField(required=False)


class DropLanguageForm(LanguageForm):
    """A language version that was begun by mistake."""

    tag = forms.CharField(max_length=35)


class TranslateForm(LanguageForm, WordingForm):
    """The wording of a paragraph in a language."""

    tag = forms.CharField(max_length=35)
    block = forms.RegexField(BLOCK)
    source = forms.RegexField(r"^[0-9a-f]{64}$")

    def clean_wording(self) -> str:
        """A wording says something."""
        wording = super().clean_wording()
        if not wording.strip():
            raise forms.ValidationError(_("The wording is empty."))
        return wording.replace("\r\n", "\n").replace("\r", "\n")


class CheckForm(LanguageForm):
    """That a wording was checked."""

    tag = forms.CharField(max_length=35)
    block = forms.RegexField(BLOCK)
    translation = forms.SlugField(max_length=16)


class PairedForm(LanguageForm):
    """What the page has made of a translated file: each wording beside its paragraph, as the person left it."""

    @property
    def wordings(self) -> dict[str, str]:
        """Wordings by paragraph."""
        texts = [each.replace("\r\n", "\n").replace("\r", "\n").strip() for each in self.data.getlist("into")]
        return dict(zip(self.data.getlist("block"), texts, strict=False))

    @property
    def sources(self) -> dict[str, str]:
        """By paragraph, the hash of what the page showed beside the wording."""
        return dict(zip(self.data.getlist("block"), self.data.getlist("source"), strict=False))

    @property
    def left_out(self) -> frozenset[str]:
        """Paragraphs that could be ticked and are not."""
        return frozenset(self.data.getlist("offered")) - frozenset(self.data.getlist("take"))

    @property
    def unplaced(self) -> tuple[str, ...]:
        """Paragraphs of the file that found no place."""
        return tuple(self.data.getlist("unplaced"))

    @property
    def enters(self) -> bool:
        """Whether the wordings are to be entered, and not only to be shown anew."""
        return self.data.get("step") == "confirm"


class ShownForm(forms.Form):
    """Which language version is shown."""

    tag = forms.RegexField(r"^[A-Za-z0-9-]{2,35}$", required=False)
