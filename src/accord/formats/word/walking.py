"""The walk through a Word document: paragraphs as a reader sees them, and a note on whatever is left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from accord.engine.text.findings import Finding, Lines, Severity
from accord.formats.word.beside import Beside, Comment
from accord.formats.word.elements import (
    MARKS,
    MATH,
    OPEN,
    PICTURES,
    SILENT,
    W,
    all_text,
    is_on,
    name_of,
    quoted,
    style_of,
)

_LAST_CHARACTER = 0x10FFFF


@dataclass(frozen=True, slots=True)
class _Note:
    code: str
    severity: Severity
    offset: int
    message: str
    fix: str


@dataclass(slots=True)
class Walk:
    """
    One walk through one document.

    Attributes:
        beside: what the document points to.
        paragraphs: the wording so far, empty paragraphs left out.
        notes: what there is to say so far. length: of the text so far. numbered: paragraphs with automatic numbers.
        hides: whether the style of the paragraph at hand hides it. pieces: its wording so far.
        boxes: text boxes that hang on it; they are read after it.
    """

    beside: Beside
    paragraphs: list[str] = field(default_factory=list)
    notes: list[_Note] = field(default_factory=list)
    length: int = 0
    numbered: int = 0
    hides: bool = False
    pieces: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    def findings(self, lines: Lines) -> list[Finding]:
        """Return all notes as findings in the text that was read."""
        last = len(lines.text)
        found = [
            lines.finding(each.code, each.severity, min(each.offset, last), each.message, each.fix)
            for each in self.notes
        ]
        return sorted(found, key=lambda finding: (finding.offset, finding.code))

    def into(self, element: etree._Element) -> None:
        """Read everything inside an element."""
        for child in element:
            self.see(child)

    def see(self, element: etree._Element) -> None:
        """Read one element by what it is."""
        name = name_of(element)
        if name in _READERS:
            _READERS[name](self, element)
        elif name in OPEN:
            self.into(element)
        elif name not in SILENT:
            self.other(element, name)

    def paragraph(self, element: etree._Element) -> None:
        """Read a paragraph, then the text boxes that hang on it."""
        properties = element.find(W + "pPr")
        outer, self.pieces = self.pieces, []
        self.hides = properties is not None and style_of(properties, "pStyle") in self.beside.hidden
        self.into(element)
        wording, self.pieces, self.hides = "".join(self.pieces), outer, False
        if wording.strip():
            self.numbered += properties is not None and self.beside.is_numbered(properties)
            self.paragraphs.append(wording)
            self.length += len(wording) + 2
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.into(box)

    def run(self, element: etree._Element) -> None:
        """Read a run; note wording that is hidden, or struck without a tracked change."""
        properties = element.find(W + "rPr")
        start = len(self.pieces)
        self.into(element)
        wording = "".join(self.pieces[start:])
        if wording and self.is_hidden(properties):
            message = f'Hidden text, which nobody sees in Word, was read as wording: "{quoted(wording)}".'
            self.note("D001", "warning", message, "Show it or delete it in Word.", back=len(wording))
        elif wording and properties is not None and (is_on(properties, "strike") or is_on(properties, "dstrike")):
            message = f'Struck text was read as wording, since it is no tracked change: "{quoted(wording)}".'
            self.note("D002", "warning", message, "Delete it where it is meant as deleted.", back=len(wording))

    def is_hidden(self, properties: etree._Element | None) -> bool:
        """Whether a run is hidden by itself, by its style, or by the style of its paragraph."""
        if properties is not None and properties.find(W + "vanish") is not None:
            return is_on(properties, "vanish")
        return self.hides or (properties is not None and style_of(properties, "rStyle") in self.beside.hidden)

    def text(self, element: etree._Element) -> None:
        """Take characters as they are."""
        self.pieces.append(element.text or "")

    def mark(self, element: etree._Element) -> None:
        """Take a tab, a line end or a hyphen."""
        self.pieces.append(MARKS[name_of(element)])

    def line_break(self, element: etree._Element) -> None:
        """Take a line break; a break of page or column is no wording."""
        if element.get(W + "type") in {None, "textWrapping"}:
            self.pieces.append("\n")

    def symbol(self, element: etree._Element) -> None:
        """Take a character that only its font explains."""
        code = int(str(element.get(W + "char", "fffd")), 16)
        self.pieces.append(chr(min(code, _LAST_CHARACTER)))
        message = f"A symbol of the font {element.get(W + 'font')} was read as U+{code:04X}."
        self.note("D003", "warning", message, "Write the character itself.", back=1)

    def footnote(self, element: etree._Element) -> None:
        """Note a footnote or endnote where it is referred to."""
        ends = name_of(element) == "endnoteReference"
        wording = (self.beside.endnotes if ends else self.beside.footnotes).get(str(element.get(W + "id")), "")
        self.note("D004", "warning", f'{"An endnote" if ends else "A footnote"} was left out: "{quoted(wording)}".')

    def comment(self, element: etree._Element) -> None:
        """Note a comment at its end."""
        comment = self.beside.comments.get(str(element.get(W + "id")), Comment("", ""))
        message = f'A comment by {comment.author or "nobody named"} was left out: "{quoted(comment.wording)}".'
        self.note("D005", "warning", message)

    def reading_aid(self, element: etree._Element) -> None:
        """Leave out the small characters above the wording."""
        self.note("D009", "info", f'A reading aid was left out: "{quoted(all_text(element))}".')

    def alternate(self, element: etree._Element) -> None:
        """Read the first of several forms of one content."""
        for form in list(element)[:1]:
            self.into(form)

    def text_box(self, element: etree._Element) -> None:
        """Put a text box aside until its paragraph ends."""
        self.boxes.append(element)

    def other(self, element: etree._Element, name: str) -> None:
        """Note an element that is not known, where it holds wording or a picture."""
        boxes, wording = list(element.iter(W + "txbxContent")), all_text(element)
        if boxes:
            self.boxes.extend(boxes)
        elif str(element.tag).startswith(MATH) and wording:
            self.pieces.append(wording)
            message = f'A formula was read as plain characters: "{quoted(wording)}".'
            self.note("D006", "warning", message, back=len(wording))
        elif name in PICTURES:
            self.note("D007", "info", "A picture was left out.")
        elif wording:
            self.note("D008", "warning", f'What stands in "{name or element.tag}" was left out: "{quoted(wording)}".')

    def close(self, *, formatting_changed: bool) -> None:
        """Note what belongs to pages, lists and formatting instead of the wording."""
        for kind, wording in self.beside.pages:
            self.notes.append(_Note("D010", "info", 0, f'A page {kind} was left out: "{quoted(wording)}".', ""))
        if self.numbered:
            message = f"{self.numbered} × automatic number of a list was left out: it is no part of the wording."
            fix = "Type the numbers where they are to be negotiated."
            self.notes.append(_Note("D011", "info", 0, message, fix))
        if formatting_changed:
            self.notes.append(_Note("D012", "info", 0, "Tracked changes of formatting alone were left out.", ""))

    def note(self, code: str, severity: Severity, message: str, fix: str = "", *, back: int = 0) -> None:
        """Note something at the place that the walk has reached, or ``back`` characters before it."""
        offset = self.length + sum(map(len, self.pieces)) - back
        self.notes.append(_Note(code, severity, offset, message, fix))


_READERS = {
    "p": Walk.paragraph,
    "r": Walk.run,
    "t": Walk.text,
    **dict.fromkeys(MARKS, Walk.mark),
    "br": Walk.line_break,
    "sym": Walk.symbol,
    "footnoteReference": Walk.footnote,
    "endnoteReference": Walk.footnote,
    "commentReference": Walk.comment,
    "rt": Walk.reading_aid,
    "AlternateContent": Walk.alternate,
    "txbxContent": Walk.text_box,
}
