"""Forms of files in and out of a text."""

from __future__ import annotations

from django import forms

from accord.web.forms.documents import DocumentForm


class ExportForm(forms.Form):
    """Which version, and for the clean text whose. What cannot be read counts as not asked."""

    version = forms.IntegerField(min_value=1, required=False)
    own = forms.BooleanField(required=False)


class UploadForm(DocumentForm):
    """A delegation's whole version, on the version of the text that it saw."""

    seen = forms.RegexField(r"^[0-9a-f]{64}$", required=False)
