"""
A whole document from outside: a file or pasted text, brought to negotiated wording, with every change to it listed.

What only lays a document out is replaced, visibly (a tab by a space); what could deceive a reader is refused with its
place, and the page offers to take it out. Nothing that was typed is lost: the form keeps it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accord.engine.said import say, spoken
from accord.engine.text.findings import Finding, Lines
from accord.engine.text.wording import BOM, REPAIRS, Place, Profile, findings_in, refused_in, repaired
from accord.formats.documents import read_document, suffix_of
from accord.formats.showing import LEGEND
from accord.formats.textfile import UnreadableFile
from accord.formats.values import Document

SUFFIXES = (".txt", ".md", ".docx", ".odt")
MOST_BYTES = 20 * 1024 * 1024
MOST_CHARACTERS = 1_000_000
MOST_PARAGRAPHS = 1_000
SHOWN_PLACES = 20
LOST = "\ufffd"
"""What a decoder puts where bytes meant nothing; in a document it says that wording was lost on the way."""

_TRAILING = re.compile(r"[ \u00a0]+(?=\n|\Z)")
_BLANK = re.compile(r"\n{3,}")
_AROUND = 24


@dataclass(frozen=True, slots=True)
class Problem:
    """
    Something that keeps a document or a name out, with its place.

    Attributes:
        line, column: from 1; 0 where it has no place.
        before, mark, after: the words around it and the character itself, such as "U+202E"; "" without a place.
    """

    message: str
    line: int = 0
    column: int = 0
    before: str = ""
    mark: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """
    A document as it was read.

    Attributes:
        wording: its paragraphs, parted by one blank line; negotiated wording where ``problems`` is empty.
        findings: what was changed or left out on the way, and what a person should look at.
    """

    wording: str
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]


class RawField(forms.Field):
    """Text exactly as it was sent: nothing is stripped; what may not be in it is said by the form, with its place."""

    def to_python(self, value: Any) -> str:
        """Return the text; "" for none."""
        return str(value or "")


class DocumentForm(forms.Form):
    """
    A file or pasted text, shown before it is used.

    Attributes:
        imported: what was read; None before the form is valid, or where nothing could be read.
        kept: what the page puts back into the field for typing. settled: whether that is the wording as it was read,
            with its paragraphs parted already.
        problems: what is wrong with the document, with places.
        most_paragraphs: how many blank lines may part it, less one.
    """

    most_paragraphs = MOST_PARAGRAPHS

    class Step:
        """What a button asks for."""

        PREVIEW, CONFIRM, REPAIR, RESTORE = "preview", "confirm", "repair", "restore"

    PARTINGS = (
        ("blank", gettext_lazy("a blank line parts paragraphs")),
        ("line", gettext_lazy("each line is a paragraph")),
    )

    file = forms.FileField(required=False, allow_empty_file=True, max_length=255)
    wording = RawField(required=False)
    parting = forms.ChoiceField(choices=PARTINGS, required=False)
    step = forms.ChoiceField(
        choices=[(each, each) for each in (Step.PREVIEW, Step.CONFIRM, Step.REPAIR, Step.RESTORE)], required=False
    )
    shown = forms.RegexField(r"^[0-9a-f]{64}$", required=False)
    origin = forms.RegexField(r"^[0-9a-f]{64}$", required=False)
    key = forms.UUIDField(error_messages={"required": gettext_lazy("Load the page again: the form has no key.")})

    takes_brackets = False
    """Whether a rolling text in Word or OpenDocument is read as its notation; elsewhere it is refused."""

    imported: Imported | None = None
    kept: str = ""
    settled: bool = False
    from_file: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def wants(self) -> str:
        """What the pressed button asks for: one of :class:`Step`."""
        return self.cleaned_data.get("step") or self.Step.PREVIEW

    @property
    def parted(self) -> str:
        """How paragraphs of what is kept are parted, also before the form was sent."""
        return "line" if self.data.get("parting") == "line" and not self.settled else "blank"

    @property
    def document(self) -> str:
        """The document as negotiated wording; only of a valid form."""
        return self.imported.wording if self.imported else ""

    @property
    def kept_origin(self) -> str:
        """SHA-256 of what is kept where it comes from a file: another file may take its place, not that of typing."""
        return _hash(self.kept) if self.from_file else ""

    def confirms(self, fingerprint: str) -> bool:
        """Whether the act was confirmed on the very document that was shown before (its SHA-256)."""
        return self.wants == self.Step.CONFIRM and self.cleaned_data.get("shown") == fingerprint

    def settle(self, document: str) -> None:
        """Put ``document`` in place of what was read; what reading it has shown stays."""
        known = self.imported.findings if self.imported else ()
        found = import_text(document, findings=known)
        self.imported, self.kept, self.settled = found, found.wording, True

    def take_note(self, document: Document) -> None:
        """Look at what a file says beside its wording; a form that keeps it does so here."""

    def clean(self) -> dict[str, Any]:
        """Read the document; problems with it stand at the field it came from."""
        values = super().clean() or self.cleaned_data
        file, typed = values.get("file"), values.get("wording", "")
        self.kept, self.from_file = typed, bool(typed) and values.get("origin") == _hash(typed)
        if file and typed.strip() and not self.from_file:
            self.add_error("file", _("Give a file or pasted text, not both. The pasted text is kept; the file is not."))
        elif file:
            self._read_file(file, values)
        elif typed.strip():
            self._take(typed, (), "wording", values)
        elif "file" not in self.errors:
            self.add_error("wording", _("There is no wording yet: choose a file, or paste the text."))
        return values

    def _read_file(self, file: UploadedFile, values: dict[str, Any]) -> None:
        name = file.name or ""
        if suffix_of(name) not in SUFFIXES:
            self.add_error("file", _("This file is not one of %s.") % ", ".join(SUFFIXES))
            return
        if (file.size or 0) > MOST_BYTES:
            sizes = {"size": (file.size or 0) // 1024 // 1024, "most": MOST_BYTES // 1024 // 1024}
            self.add_error("file", _("The file has %(size)d MB; %(most)d MB are the most that is read.") % sizes)
            return
        try:
            document = read_document(file.read(), "document" + suffix_of(name))
        except UnreadableFile as error:
            self.add_error("file", _unreadable(error))
            return
        if _is_rolling(document) and not self.takes_brackets:
            self.add_error("file", _rolling())
            return
        self.take_note(document)
        notation = document.rolling.notation if document.rolling else ""
        self._take(notation or document.text, document.findings, "file", values)

    def _take(self, text: str, findings: tuple[Finding, ...], field: str, values: dict[str, Any]) -> None:
        drop = values.get("step") == self.Step.REPAIR
        if len(text) > MOST_CHARACTERS:
            counts = {"count": len(text), "most": MOST_CHARACTERS}
            self.add_error(field, _("The text has %(count)d characters; %(most)d are the most.") % counts)
            return
        imported = import_text(text, by_line=values.get("parting") == "line", drop=drop, findings=findings)
        self.imported, self.problems = imported, imported.problems
        self.from_file = self.from_file or field == "file"
        self.settled = drop or (field == "file" and not imported.problems)
        self.kept = imported.wording if self.settled else text
        if imported.problems:
            self.add_error(field, _refusal(imported.problems))
        elif not imported.wording.strip():
            self.add_error(field, _("There is no wording in it."))
        elif imported.wording.count("\n\n") >= self.most_paragraphs:
            self.add_error(field, _("The text has more than %d paragraphs.") % self.most_paragraphs)


def _is_rolling(document: Document) -> bool:
    """Whether a file is a rolling text that Accord wrote, also where it has lost its styles."""
    return document.rolling is not None or LEGEND[0] in document.text


def import_text(
    text: str, *, by_line: bool = False, drop: bool = False, findings: tuple[Finding, ...] = ()
) -> Imported:
    """
    Return a document as negotiated wording.

    Args:
        by_line: each line is a paragraph; else a blank line parts paragraphs.
        drop: take out the characters that are refused, with a finding for each kind, instead of refusing them.
        findings: what is known of the document already.
    """
    plain = text.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")
    places = _refused(plain)
    found = [*findings, *(each for each in findings_in(plain, profile=Profile.PRODUCT) if each.severity == "info")]
    problems = tuple(problem_at(plain, place) for place in places)
    if drop and places:
        found += _dropped(plain, places)
        plain, problems = without(plain, places), ()
    replaced, said = repaired(plain)
    composed = unicodedata.normalize("NFC", replaced)
    left = _refused(composed)  # marks and joiners that lost what they stood on
    if drop:
        composed = without(composed, left)
    elif not problems:
        problems = tuple(problem_at(composed, place) for place in left)
    wording, laid_out = _laid_out(composed, by_line=by_line)
    return Imported(wording, tuple(sorted([*found, *said, *laid_out], key=lambda each: each.offset)), problems)


def _refused(text: str) -> tuple[Place, ...]:
    """Return what keeps a text out, in order: all that is refused but what an import replaces, and what was lost."""
    refused = (place for place in refused_in(text, profile=Profile.PRODUCT) if text[place.offset] not in REPAIRS)
    return tuple(sorted([*refused, *_lost(text)], key=lambda place: place.offset))


def problem_at(text: str, place: Place) -> Problem:
    """Return a refused character of ``text`` with the words around it."""
    before = text[max(place.offset - _AROUND, 0) : place.offset].rpartition("\n")[2]
    after = text[place.offset + 1 : place.offset + 1 + _AROUND].partition("\n")[0]
    message = _("Line %(line)d, column %(column)d: %(code)s %(name)s %(reason)s.") % {
        "line": place.line,
        "column": place.column,
        "code": place.code_point,
        "name": place.name,
        "reason": spoken(place.reason),
    }
    return Problem(message, place.line, place.column, _visible(before), place.code_point, _visible(after))


def _visible(words: str) -> str:
    """Return words around a refused character, further ones of its kind as their code points."""
    refused = {place.offset: place.code_point for place in refused_in(words, profile=Profile.PRODUCT)}
    return "".join(f"<{refused[at]}>" if at in refused else char for at, char in enumerate(words))


def _lost(text: str) -> tuple[Place, ...]:
    lines = Lines(text)
    reason = say("stands where characters were lost on the way")
    return tuple(
        Place(found.start(), *lines.at(found.start()), "U+FFFD", "REPLACEMENT CHARACTER", reason)
        for found in re.finditer(LOST, text)
    )


def _dropped(text: str, places: tuple[Place, ...]) -> list[Finding]:
    lines = Lines(text)
    first: dict[str, Place] = {}
    counts: dict[str, int] = {}
    for place in places:
        first.setdefault(place.code_point, place)
        counts[place.code_point] = counts.get(place.code_point, 0) + 1
    return [
        lines.finding(
            "W012",
            "warning",
            place.offset,
            _("%(count)d × %(code)s %(name)s was taken out.")
            % {"count": counts[code], "code": code, "name": place.name},
        )
        for code, place in first.items()
    ]


def without(text: str, places: tuple[Place, ...]) -> str:
    """Return ``text`` without the characters at ``places``, and without what may not stand alone then."""
    gone = {place.offset for place in places}
    kept = "".join(char for at, char in enumerate(text) if at not in gone)
    left = _refused(kept)  # marks and joiners that lost what they stood on
    return without(kept, left) if left else kept


def _laid_out(text: str, *, by_line: bool) -> tuple[str, list[Finding]]:
    """Return the text with paragraphs parted by exactly one blank line, and what that changed."""
    found = _layout_finding(text, _TRAILING, "W013", _("space at the end of a line was left out."))
    trimmed = _TRAILING.sub("", text).strip("\n")
    if by_line:
        return "\n\n".join(line for line in trimmed.split("\n") if line) + "\n", found
    found += _layout_finding(trimmed, _BLANK, "W014", _("several blank lines became one."))
    plain = _BLANK.sub("\n\n", trimmed) + "\n"
    if plain.count("\n") > 2 and "\n\n" not in plain:
        fix = _("Choose “each line is a paragraph” if it is not.")
        message = _("There is no blank line, so this is one paragraph.")
        found.append(Lines(text).finding("W015", "warning", 0, message, fix))
    return plain, found


def _layout_finding(text: str, pattern: re.Pattern[str], code: str, what: str) -> list[Finding]:
    matches = [found.start() for found in pattern.finditer(text)]
    return [Lines(text).finding(code, "info", matches[0], f"{len(matches)} × {what}")] if matches else []


def _hash(text: str) -> str:
    """Return the SHA-256 of a text as a form sends it back: with plain line ends."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def _refusal(problems: tuple[Problem, ...]) -> str:
    more = len(problems) - 1
    if not more:
        return problems[0].message
    return problems[0].message + " " + ngettext("And %d more.", "And %d more.", more) % more


def _rolling() -> str:
    return _(
        "The file is a rolling text: it shows what several delegations want, in brackets. Give a text that has one "
        "wording throughout, such as the clean text of the room, changed to what you want."
    )


def _unreadable(error: UnreadableFile) -> str:
    if error.line is None:
        return _("The file %s") % spoken(error.reason)
    place = {"line": error.line, "column": error.column, "reason": spoken(error.reason)}
    return _("Line %(line)d, column %(column)d: %(reason)s") % place
