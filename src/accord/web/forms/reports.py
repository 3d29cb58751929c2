"""The forms of a report that is read, and of one that is stored: a file, or its words."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.engine.reading import LONGEST
from accord.engine.text.naming import NameRefused
from accord.formats.reports import SUFFIXES, read_report_file
from accord.formats.textfile import UnreadableFile
from accord.inbox.values import ReportEntry
from accord.members.tongues import tag_of
from accord.web.forms.begin import NameField
from accord.web.forms.documents import RawField
from accord.web.forms.register import day_field

MOST_BYTES = 10 * 1024 * 1024
ACCEPTED = ",".join(SUFFIXES)


class ReportForm(forms.Form):
    """
    A report.

    Attributes:
        text: its words as read, "" before the form is valid. file_sha256: of the file that was handed in, "" for none.
    """

    file = forms.FileField(required=False, allow_empty_file=True, max_length=255)
    words = RawField(required=False)

    text: str = ""
    file_sha256: str = ""

    def clean(self) -> dict[str, Any]:
        """Read the file, or the words where there is none."""
        values = super().clean() or {}
        file, place = values.get("file"), "file" if values.get("file") else "words"
        if file and file.size > MOST_BYTES:
            self.add_error("file", _("The file is larger than 10 MB. Take the report out of it, and paste it."))
        elif file:
            data = file.read()
            self.file_sha256 = hashlib.sha256(data).hexdigest()
            self._read(data, file.name, place)
        elif values.get("words"):
            self._read(values["words"].encode(), _("The text"), place)
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


class StoreForm(ReportForm):
    """A report with its source."""

    key = forms.UUIDField(error_messages={"required": gettext_lazy("Load the page again: the form has no key.")})
    publisher = NameField(
        longest=120, label=gettext_lazy("Published by"), help_text=gettext_lazy("Such as: an agency, a ministry.")
    )
    title = NameField(longest=300, label=gettext_lazy("Title"))
    url = forms.URLField(required=False, label=gettext_lazy("Address"), max_length=500, assume_scheme="https")
    day = day_field(gettext_lazy("Published on"), hint=gettext_lazy("Empty: the day that its words say."))
    language = NameField(
        longest=35, label=gettext_lazy("Language"), help_text=gettext_lazy("A language tag, such as: ru.")
    )

    sample = forms.BooleanField(required=False, label=gettext_lazy("Its wording is a sample: nobody published it"))

    SOURCE = ("publisher", "title", "url", "day", "language", "sample")

    @property
    def source_fields(self) -> list[forms.BoundField]:
        """The fields that name the source."""
        return [self[name] for name in self.SOURCE]

    def clean_language(self) -> str:
        """Return the tag in its usual form."""
        try:
            return tag_of(self.cleaned_data["language"])
        except NameRefused as error:
            raise forms.ValidationError(str(error)) from error

    @property
    def entry(self) -> ReportEntry:
        """The report."""
        source = {name: self.cleaned_data[name] for name in self.SOURCE}
        return ReportEntry(**source, text=self.text, file_sha256=self.file_sha256)


class AgainForm(forms.Form):
    """Reading a stored report again."""

    key = forms.UUIDField(error_messages={"required": gettext_lazy("Load the page again: the form has no key.")})
