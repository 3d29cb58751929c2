"""The walk through an OpenDocument text: what a reader sees, piece by piece, and a word on whatever is left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from accord.engine.said import say
from accord.formats.odt import asides, characters, listing, marks, tables
from accord.formats.odt.beside import Beside
from accord.formats.odt.elements import BREAKS, FLOWING, HOLDING, SECTIONS, SHAPES, SILENT, is_field, is_shown
from accord.formats.odt.lists import Entry
from accord.formats.odt.looks import PLAIN, Look, ways_of
from accord.formats.odt.names import END_OF_ISOLATE, FROM_LEFT, ISOLATE, TEXT, all_text, name_of
from accord.formats.word.elements import one_line
from accord.formats.word.numbering import Place
from accord.formats.word.story import Change, End, Group, Piece, Said, Shown, Words
from accord.formats.word.told import LOSSES, in_one_line, under

_BLANKS = re.compile("[ \t\r\n]+")
_LAYOUT = re.compile("[\r\n][ \t\r\n]*$|\t[ \t]*$")


@dataclass(slots=True)
class Walk:
    """
    One walk through one text, or through a note or page head of it.

    Attributes:
        beside: what the text is read with. inside: whether this is a note. pieces: the flow so far.
        around: tracked changes around the place at hand that its parent elements make. begun: those that began at a
            mark in the flow and have not ended. within: ids of the deletions that are being read.
        look: how the wording at hand is shown. part: what it is, in a rolling text that Accord wrote.
        linked: whether a link is at hand. hidden: whether its section is.
        listing: the list at hand. item: the list item whose first paragraph is to come.
        here: what numbers the paragraph at hand. before: the same, before the tracked changes, where another paragraph
            gives it; in a tuple, since None is a number too.
        first: the same of the paragraph that put-in ends have joined so far, once it has wording. began: where the
            paragraph at hand begins in the flow.
        walls: tracked changes that the whole table at hand is under. flowing: whether a paragraph is at hand.
        blank: whether a space here would follow another one, or begin a paragraph. held: a space that counts only if
            something follows, and its changes.
    """

    beside: Beside
    inside: bool = False
    pieces: list[Piece] = field(default_factory=list)
    around: tuple[Change, ...] = ()
    begun: dict[str, tuple[Change, ...]] = field(default_factory=dict)
    within: tuple[str, ...] = ()
    look: Look = field(default_factory=dict)
    part: str = ""
    linked: bool = False
    hidden: bool = False
    listing: Entry | None = None
    item: etree._Element | None = None
    here: Place | None = None
    before: tuple[Place | None] | None = None
    first: tuple[Place | None] | None = None
    began: int = 0
    walls: tuple[Change, ...] = ()
    flowing: bool = False
    blank: bool = True
    held: tuple[tuple[Change, ...]] | None = None
    _ways: tuple[str, ...] = ()

    def through(self, root: etree._Element) -> list[Piece]:
        """Read a whole text, note or page head; return its flow."""
        self.into(root)
        return self.pieces

    def into(self, element: etree._Element) -> None:
        """Read everything inside an element that holds no characters of its own; say so where it does."""
        for child in element:
            self.see(child)
        if stray := one_line(" ".join(filter(None, (element.text, *(child.tail for child in element))))):
            self.tell("D008", say('Wording that stands in no paragraph was left out: "{stray}".', stray=stray))

    def flow(self, element: etree._Element) -> None:
        """Read everything inside an element, its own characters too."""
        self.characters(element.text)
        for child in element:
            self.see(child)
            self.characters(child.tail)

    def see(self, element: etree._Element) -> None:
        """Read one element by what it is."""
        name = name_of(element)
        reader = _READERS.get(name)
        if reader:
            reader(self, element)
        elif name in HOLDING:
            self.into(element)
        elif name in SILENT or not isinstance(element.tag, str):
            return
        elif name in FLOWING:
            self.flow(element)
        elif is_field(element, name):
            self.field(element)
        else:
            self.other(element, name)

    def apart(self, element: etree._Element) -> list[Piece]:
        """Return the flow of a text box, which begins anew under the tracked changes around it."""
        inner = Walk(self.beside, self.inside, around=self.changes, within=self.within, hidden=self.hidden)
        return inner.through(element)

    def aside(self, root: etree._Element) -> tuple[str, str, tuple[Group, ...]]:
        """Return the wording of a note after and before its tracked changes, and those."""
        return read_beside(self.beside, root)

    # The flow

    @property
    def changes(self) -> tuple[Change, ...]:
        """The tracked changes that the place at hand is under, the outermost first."""
        return under(self.around, *(each for began in self.begun.values() for each in began))

    def put(self, wording: str) -> None:
        """Take characters as they are."""
        if self.part in FROM_LEFT:
            wording = wording.replace(ISOLATE, "").replace(END_OF_ISOLATE, "")
        if not wording:
            return
        if self.held is not None:
            (changes,), self.held = self.held, None
            self.pieces.append(Words(changes, " ", self.part))
        changes, ways = self.changes, ways_of(self.look, link=self.linked)
        if ways and (wording.strip() or ways == self._ways):
            self.pieces.append(Shown(changes, ways, wording))
        self._ways = ways
        self.pieces.append(Words(changes, wording, self.part))

    def characters(self, written: str | None) -> None:
        """Take characters of the file: white space is one space, and none at the beginning of a paragraph."""
        if not written:
            return
        wording = _BLANKS.sub(" ", written)
        if self.blank:
            wording = wording.removeprefix(" ")
        if not wording:
            return
        self.blank = wording.endswith(" ")
        if _LAYOUT.search(written):  # white space that only lays the file out: none at the end of a paragraph
            self.put(wording.removesuffix(" "))
            self.held = (self.changes,)
        else:
            self.put(wording)

    def tell(self, code: str, message: str, fix: str = "", *, warning: bool = True, always: bool = False) -> None:
        """Say something at the place that the walk has reached; what is lost to the base alone is said as well."""
        lost = always or code in LOSSES
        self.pieces.append(Said(self.changes, code, "warning" if warning else "info", message, fix, lost))

    def paragraph(self, element: etree._Element) -> None:
        """Read a paragraph or heading, and its end."""
        self.here, self.before, self.began = listing.place(self, element), None, len(self.pieces)
        style = element.get(TEXT + "style-name")
        outer, flowing = self.look, self.flowing
        self.look, self.flowing = {**self.beside.looks.of("paragraph", style), **self.kept}, True
        self.blank, self.held, self._ways = True, None, ()
        self.flow(element)
        self.look, self.flowing, self.held = outer, flowing, None
        self._end(self.beside.looks.role("paragraph", style))

    @property
    def kept(self) -> Look:
        """How all wording here is shown, whatever its styles say."""
        return {"display": "hidden"} if self.hidden else PLAIN

    def _end(self, role: str) -> None:
        """End a paragraph. Before the changes, one that a put-in end joins on to has the number of the first."""
        changes = self.changes
        (was,) = self.first or self.before or (self.here,)
        self.pieces.append(End(changes, self.here, was, role))
        if not _puts_in(changes):
            self.first = None
        elif any(isinstance(each, Words) and not _puts_in(each.changes) for each in self.pieces[self.began :]):
            self.first = (was,)

    def field(self, element: etree._Element) -> None:
        """Read what a field shows, as the file has it."""
        if is_shown(element):
            self.flow(element)

    def section(self, element: etree._Element) -> None:
        """Read a section, which may be hidden."""
        shown = str(element.get(TEXT + "display", "true"))
        hides = shown == "none" or (shown == "condition" and element.get(TEXT + "is-hidden") == "true")
        outer, self.hidden = self.hidden, self.hidden or hides
        self.into(element)
        self.hidden = outer

    def other(self, element: etree._Element, name: str) -> None:
        """Say what an element that is not known holds, if it is wording."""
        if wording := one_line(all_text(element)):
            self.tell(
                "D008",
                say('What stands in "{name}" was left out: "{wording}".', name=name or element.tag, wording=wording),
            )


def read_beside(beside: Beside, root: etree._Element) -> tuple[str, str, tuple[Group, ...]]:
    """Return the wording of a note, page head or comment after and before its tracked changes, and those."""
    return in_one_line(Walk(beside, inside=True).through(root))


def _puts_in(changes: tuple[Change, ...]) -> bool:
    return any(each.kind == "inserted" for each in changes)


_READERS: dict[str, Callable[[Walk, etree._Element], None]] = {
    **dict.fromkeys(("text:p", "text:h"), Walk.paragraph),
    **dict.fromkeys(BREAKS, characters.mark),
    **dict.fromkeys(SECTIONS, Walk.section),
    **dict.fromkeys(SHAPES, asides.shape),
    "text:s": characters.spaces,
    "text:span": characters.span,
    "text:a": characters.link,
    "text:hidden-text": characters.hidden_text,
    "text:hidden-paragraph": characters.hidden_paragraph,
    "field:fieldmark": characters.form_field,
    "text:list": listing.listed,
    "text:list-item": listing.list_item,
    "text:list-header": listing.list_header,
    "text:numbered-paragraph": listing.numbered_paragraph,
    "text:change-start": marks.change_start,
    "text:change-end": marks.change_end,
    "text:change": marks.change_point,
    "table:table": tables.table,
    "table:table-cell": tables.cell,
    "text:note": asides.note,
    "office:annotation": asides.comment,
    "office:annotation-end": asides.comment_end,
    "text:ruby-text": asides.reading_aid,
    "draw:frame": asides.frame,
    "draw:control": asides.control,
}
