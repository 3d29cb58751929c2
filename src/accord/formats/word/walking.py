"""The walk through a Word document: what a reader sees, piece by piece, and a word on whatever is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from accord.engine.said import say
from accord.formats.word import characters, objects, tables
from accord.formats.word.beside import Beside
from accord.formats.word.changes import change_of, marks_of
from accord.formats.word.elements import (
    DRAWN,
    MADE,
    MARKS,
    MATH,
    OPEN,
    SILENT,
    TRACKED,
    W,
    all_text,
    name_of,
    one_line,
    style_of,
)
from accord.formats.word.fields import instructions
from accord.formats.word.formatting import ways_of
from accord.formats.word.numbering import Place
from accord.formats.word.story import Change, End, Group, Piece, Said, Shown, Words
from accord.formats.word.symbols import is_symbol_font
from accord.formats.word.told import LOSSES, in_one_line, under

_PRIVATE = range(0xE000, 0xF900)


@dataclass(slots=True)
class Walk:
    """
    One walk through one document, or through a note or page head of it.

    Attributes:
        beside: what the document points to. pieces: the flow so far.
        changes: tracked changes around the place at hand. said: notes and comments that were told already.
        hides: whether the style of the paragraph at hand hides it. linked: whether a link is at hand.
        unseen: how many fields are at hand whose instruction, not whose result, is being read.
        fields: parts of fields where an instruction begins (+1) and ends (-1).
        inside: whether this is a note. look: of the run at hand, in a rolling text that Accord wrote.
    """

    beside: Beside
    inside: bool = False
    pieces: list[Piece] = field(default_factory=list)
    changes: tuple[Change, ...] = ()
    said: set[tuple[str, str]] = field(default_factory=set)
    hides: bool = False
    linked: bool = False
    look: str = ""
    unseen: int = 0
    fields: dict[etree._Element, int] = field(default_factory=dict)

    def through(self, root: etree._Element) -> list[Piece]:
        """Read a whole part or note; return its flow."""
        self.fields = instructions(root)
        self.into(root)
        return self.pieces

    def into(self, element: etree._Element) -> None:
        """Read everything inside an element."""
        for child in element:
            self.see(child)

    def see(self, element: etree._Element) -> None:
        """Read one element by what it is."""
        name = name_of(element)
        reader = _READERS.get(name)
        if reader:
            reader(self, element)
        elif name in OPEN:
            self.into(element)
        elif name not in SILENT:
            self.other(element, name)

    def aside(self, root: etree._Element) -> tuple[str, str, tuple[Group, ...]]:
        """Return the wording of a note after and before its tracked changes, and those."""
        return read_beside(self.beside, root)

    # The flow

    def put(self, wording: str) -> None:
        """Take characters, unless they instruct a field."""
        if wording and not self.unseen:
            self.pieces.append(Words(self.changes, wording, self.look))

    def tell(self, code: str, message: str, fix: str = "", *, warning: bool = True, always: bool = False) -> None:
        """Say something at the place that the walk has reached; what is lost to the base alone is said as well."""
        lost = always or code in LOSSES
        self.pieces.append(Said(self.changes, code, "warning" if warning else "info", message, fix, lost))

    def tracked(self, element: etree._Element) -> None:
        """Read what is inside a tracked change."""
        outer = self.changes
        self.changes = under(outer, change_of(element))
        self.into(element)
        self.changes = outer

    def paragraph(self, element: etree._Element) -> None:
        """Read a paragraph and its end, which may be under tracked changes of its own."""
        properties = element.find(W + "pPr")
        self.hides = properties is not None and style_of(properties, "pStyle") in self.beside.hidden
        self.into(element)
        self.hides = False
        if not self.unseen:
            number = self.beside.numbering.place(properties)
            before = self._number_before(properties)
            role = self.beside.roles.get(style_of(properties, "pStyle"), "") if properties is not None else ""
            self.pieces.append(End(under(self.changes, *marks_of(properties)), number, before, role))

    def _number_before(self, properties: etree._Element | None) -> Place | None:
        """Return a paragraph's number before tracked changes of its formatting."""
        before = properties.find(f"{W}pPrChange/{W}pPr") if properties is not None else None
        return self.beside.numbering.place(properties if before is None else before)

    def run(self, element: etree._Element) -> None:
        """Read a run, and how it is shown."""
        properties, start = element.find(W + "rPr"), len(self.pieces)
        outer, self.look = self.look, self._look(properties)
        self.into(element)
        self.look = outer
        if properties is None and not self.hides:
            return
        wording = "".join(each.wording for each in self.pieces[start:] if isinstance(each, Words))
        if wording.strip():
            self._shown(properties if properties is not None else etree.Element(W + "rPr"), wording, start)

    def _look(self, properties: etree._Element | None) -> str:
        return self.beside.roles.get(style_of(properties, "rStyle"), "") if properties is not None else ""

    def _shown(self, properties: etree._Element, wording: str, start: int) -> None:
        beside = self.beside
        ways = ways_of(properties, beside.hidden, beside.struck, by_paragraph=self.hides, link=self.linked)
        if ways:
            self.pieces.insert(start, Shown(self.changes, ways, wording))
        fonts = properties.find(W + "rFonts")
        font = str(fonts.get(W + "ascii", "")) if fonts is not None else ""
        if is_symbol_font(font) and any(char.isalnum() or ord(char) in _PRIVATE for char in wording):
            message = say(
                'Wording in the font {font} was read as its characters: "{wording}".',
                font=font,
                wording=one_line(wording),
            )
            self.tell("D003", message, say("Write the characters themselves."))

    def other(self, element: etree._Element, name: str) -> None:
        """Read what is drawn; say what an element that is not known holds, if it is wording."""
        tag = str(element.tag)
        if tag.startswith(MATH):
            objects.formula(self, element)
        elif tag.startswith(DRAWN):
            self.into(element)
        elif wording := one_line(all_text(element)):
            self.tell(
                "D008",
                say('What stands in "{name}" was left out: "{wording}".', name=name or element.tag, wording=wording),
            )


def read_beside(beside: Beside, root: etree._Element) -> tuple[str, str, tuple[Group, ...]]:
    """Return the wording of a note, page head or comment after and before its tracked changes, and those."""
    return in_one_line(Walk(beside, inside=True).through(root))


_READERS: dict[str, Callable[[Walk, etree._Element], None]] = {
    "p": Walk.paragraph,
    "r": Walk.run,
    "t": characters.text,
    "delText": characters.deleted_text,
    **dict.fromkeys(MARKS, characters.mark),
    **dict.fromkeys(TRACKED, Walk.tracked),
    **dict.fromkeys(MADE, objects.made),
    **dict.fromkeys(("drawing", "pict", "object"), objects.drawing),
    "br": characters.line_break,
    "sym": characters.sign,
    "fldChar": characters.field_part,
    "hyperlink": characters.link,
    "sdt": characters.control,
    "tbl": tables.table,
    "tr": tables.row,
    "tc": tables.cell,
    "footnoteReference": objects.note,
    "endnoteReference": objects.note,
    **dict.fromkeys(("commentRangeStart", "commentRangeEnd", "commentReference"), objects.spot),
    "rt": objects.reading_aid,
    "AlternateContent": objects.alternate,
    "txbxContent": objects.text_box,
}
