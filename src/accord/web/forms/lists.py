"""The form of a list that is brought in: a file or pasted rows, shown before they are entered, rows left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.formats.documents import suffix_of
from accord.formats.lists.reading import MOST_BYTES, SUFFIXES, read_list
from accord.formats.lists.values import Note, Row, Sheet
from accord.formats.textfile import UnreadableFile
from accord.web.forms.documents import RawField

MOST_ENTERED = 20_000
"""Rows that are entered in one act."""
MOST_KEPT = 4 * 1024 * 1024
"""Characters of a list as a page keeps it."""
KEPT_SECONDS = 12 * 60 * 60
"""How long a list waits on its page to be entered."""

_SALT = "accord.lists"
_ROWS = re.compile(r"\s*(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?\s*")


class ListForm(forms.Form):
    """
    A list that is brought in.

    Attributes:
        sheet: its rows; None before the form is valid, or where nothing could be read.
        packed: the same as the page keeps it: signed, so that nothing else comes back; "" without one.
    """

    file = forms.FileField(required=False, allow_empty_file=True, max_length=255)
    rows = RawField(required=False)
    kept = forms.CharField(required=False)
    shown = forms.RegexField(r"^[0-9a-f]{64}$", required=False)
    step = forms.ChoiceField(choices=[("preview", "preview"), ("confirm", "confirm")], required=False)
    leave_out = forms.CharField(required=False, max_length=400)
    key = forms.UUIDField(error_messages={"required": gettext_lazy("Load the page again: the form has no key.")})

    sheet: Sheet | None = None
    packed: str = ""
    _kept: bool = False

    def __init__(self, *arguments: Any, filled: Callable[[Sheet], Sheet] = lambda sheet: sheet, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._filled = filled

    @property
    def confirms(self) -> bool:
        """Whether the rows are to be entered as they were shown."""
        return self.cleaned_data.get("step") == "confirm" and bool(self.cleaned_data.get("kept"))

    @property
    def left_out(self) -> frozenset[int]:
        """Numbers of the rows that were offered and are not ticked, and of those that were typed."""
        if not self._kept:
            return frozenset()
        offered, taken = (set(map(int, filter(str.isdigit, self.data.getlist(name)))) for name in ("offered", "take"))
        return frozenset((offered - taken) | self.cleaned_data.get("leave_out", set()))

    def clean_leave_out(self) -> set[int]:
        """Return the numbers of rows such as "7, 12-20"."""
        found: set[int] = set()
        for part in filter(str.strip, self.cleaned_data["leave_out"].split(",")):
            match = _ROWS.fullmatch(part)
            if not match:
                raise forms.ValidationError(_("Write the numbers of rows as 7, 12-20."))
            first = int(match[1])
            found |= set(range(first, min(int(match[2] or first), first + 100_000) + 1))
        return found

    def clean(self) -> dict[str, Any]:
        """Read the list, from the file, from what was pasted, or from what the page kept."""
        values = super().clean() or self.cleaned_data
        if values.get("file"):
            self._read("file", values["file"].name or "", values["file"].size or 0, values["file"].read)
        elif values.get("rows", "").strip():
            self._read("rows", "list.csv", 0, lambda: values["rows"].encode("utf-8", "replace"))
        elif values.get("kept"):
            self._unpack(values["kept"])
        elif "file" not in self.errors:
            self.add_error("file", _("There is no list yet: choose a file, or paste rows."))
        if self.sheet:
            self.sheet = self.sheet if self._kept else self._filled(self.sheet)
            self.packed = self.packed or _packed(self.sheet)
            self._require_size(self.sheet)
        return values

    def _require_size(self, sheet: Sheet) -> None:
        if len(sheet.rows) <= MOST_ENTERED + 1 and len(self.packed) <= MOST_KEPT:
            return
        told = {"count": len(sheet.rows), "most": MOST_ENTERED}
        self.add_error(
            "file", _("The list has %(count)d rows; at most %(most)d are entered at once. Divide it.") % told
        )
        self.sheet, self.packed = None, ""

    def _read(self, field: str, name: str, size: int, read: Any) -> None:
        if size > MOST_BYTES:
            told = {"size": size // 1024 // 1024, "most": MOST_BYTES // 1024 // 1024}
            self.add_error(field, _("The file has %(size)d MB; %(most)d MB are the most that is read.") % told)
            return
        try:
            self.sheet = read_list(read(), "list" + suffix_of(name))
        except UnreadableFile as error:
            self.add_error(field, _("The file %s") % error.reason)

    def _unpack(self, kept: str) -> None:
        try:
            name, rows, notes = signing.loads(kept, salt=_SALT, max_age=KEPT_SECONDS)
        except signing.BadSignature:
            self.add_error("file", _("The list has waited too long on this page. Choose the file again."))
            return
        self.packed, self._kept = kept, True
        read = (Row(number, tuple(cells), tuple(map(tuple, faults))) for number, cells, faults in rows)
        self.sheet = Sheet(tuple(read), name, tuple(Note(code, tuple(what)) for code, what in notes))


def _packed(sheet: Sheet) -> str:
    rows = [[row.number, row.cells, row.faults] for row in sheet.rows]
    notes = [[note.code, note.what] for note in sheet.notes]
    return signing.dumps([sheet.name, rows, notes], salt=_SALT, compress=True)


ACCEPTED = ",".join(SUFFIXES)
