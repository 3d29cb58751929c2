"""What is said of a file that is brought in. Pure: values in, words out."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accord.formats.lists.values import Note

ENCODINGS = {"cp1251": "Windows-1251", "cp1252": "Windows-1252"}
_NOTES = {
    "encoding": gettext_lazy("The file names no encoding; it was read as %s. Look whether its letters are right."),
    "sheets": gettext_lazy("The sheet %s is read; other sheets are not."),
    "hidden sheets": gettext_lazy("Hidden sheets are not read: %s."),
    "hidden rows": gettext_lazy("Rows that are hidden in the file are read like the others: %s."),
    "hidden columns": gettext_lazy("Columns that are hidden in the file are read like the others: %s."),
    "merged": gettext_lazy("Cells are merged; what they say counts for the first cell alone: %s."),
    "formulas": gettext_lazy("Cells hold formulas; the values that were last computed are taken: %s."),
    "outside": gettext_lazy("The file points to other files. They were not opened%s."),
}


def note_words(note: Note) -> str:
    """Return what reading a file has shown, as a sentence."""
    if note.code == "outside":
        what = ""
    elif note.code == "sheets":
        what = f"“{note.what[0]}”"
    else:
        what = ", ".join(ENCODINGS.get(each, each) for each in note.what)
    return str(_NOTES[note.code]) % what


def unknown_words(head: str) -> str:
    """Return what is said of a column that means nothing here."""
    return _("The column “%s” is not known here and is left out.") % head


def plan_sentence(*, new: int, changed: int, same: int, wrong: int) -> str:
    """Return the sentence with which the page of a file opens."""
    if not (new or changed or wrong):
        return _("Nothing is new: everything in this list is entered already.") if same else _("The list has no rows.")
    parts = [
        ngettext("%d row is new", "%d rows are new", new) % new if new else "",
        ngettext("%d changes what is entered", "%d change what is entered", changed) % changed if changed else "",
        ngettext("%d says what is known", "%d say what is known", same) % same if same else "",
        ngettext("%d is wrong and stays out", "%d are wrong and stay out", wrong) % wrong if wrong else "",
    ]
    return ", ".join(part for part in parts if part) + "."
