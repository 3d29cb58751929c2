"""Forms of files in and out of a text."""

from __future__ import annotations

from django import forms

from accord.formats.values import Document
from accord.web.forms.documents import DocumentForm, import_text


class ExportForm(forms.Form):
    """Which version, and for the clean text whose. What cannot be read counts as not asked."""

    version = forms.IntegerField(min_value=1, required=False)
    own = forms.BooleanField(required=False)


class UploadForm(DocumentForm):
    """
    A delegation's whole version, on the version of the text that it saw.

    Attributes:
        base: what the file gives with all its tracked changes rejected; None where it has none, or was not sent now.
    """

    seen = forms.RegexField(r"^[0-9a-f]{64}$", required=False)
    stands = forms.RegexField(r"^[0-9a-f]{64}$", required=False)

    base: str | None = None

    @property
    def left_out(self) -> frozenset[str]:
        """Keys of the changes that were offered and are not ticked."""
        return frozenset(self.data.getlist("offered")) - frozenset(self.data.getlist("take"))

    def take_note(self, document: Document) -> None:
        """Keep what the file gives with all its tracked changes rejected, as wording."""
        self.base = None if document.base is None else import_text(document.base).wording
