"""The form of a report that is read: a file, or its words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from accord.engine.reading import LONGEST
from accord.formats.reports import SUFFIXES, read_report_file
from accord.formats.textfile import UnreadableFile
from accord.web.forms.documents import RawField

MOST_BYTES = 10 * 1024 * 1024
ACCEPTED = ",".join(SUFFIXES)


class ReportForm(forms.Form):
    """A report; ``text`` is its words as read, "" before the form is valid."""

    file = forms.FileField(required=False, allow_empty_file=True, max_length=255)
    words = RawField(required=False)

    text: str = ""

    def clean(self) -> dict[str, Any]:
        """Read the file, or the words where there is none."""
        values = super().clean() or {}
        file, place = values.get("file"), "file" if values.get("file") else "words"
        if file and file.size > MOST_BYTES:
            self.add_error("file", _("The file is larger than 10 MB. Take the report out of it, and paste it."))
        elif file or values.get("words"):
            self._read(file.read() if file else values["words"].encode(), file.name if file else _("The text"), place)
        elif not self.errors:
            self.add_error("file", _("Choose a file, or paste the words of the report."))
        return values

    def _read(self, data: bytes, name: str, place: str) -> None:
        try:
            text, _extracted = read_report_file(data, name)
        except UnreadableFile as error:
            self.add_error(place, str(error))
            return
        if len(text) > LONGEST:
            self.add_error(place, _("The text is longer than 300,000 characters: it is no report."))
            return
        self.text = text
