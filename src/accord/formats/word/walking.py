"""The walk through a Word document: what a reader sees, piece by piece, and a word on whatever is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from accord.formats.word.beside import Beside, texts_in
from accord.formats.word.elements import (
    COMPATIBILITY,
    DRAWN,
    MADE,
    MARKS,
    MATH,
    OPEN,
    SILENT,
    TRACKED,
    W14,
    R,
    W,
    all_text,
    name_of,
    one_line,
    quoted,
    style_of,
)
from accord.formats.word.fields import form_field, instructions
from accord.formats.word.formatting import ways_of
from accord.formats.word.formulas import written_formula
from accord.formats.word.numbering import Place
from accord.formats.word.story import (
    PAGE_BREAK,
    Box,
    Change,
    End,
    Group,
    Piece,
    Said,
    Shown,
    Spot,
    Wall,
    Words,
)
from accord.formats.word.symbols import is_symbol_font, symbol
from accord.formats.word.told import in_one_line, under, way_of, wording_then

_LOSSES = frozenset({"D008", "D009"})
"""What is said of wording that is read nowhere."""
_UNKNOWN = 0xFFFD
_PRIVATE = range(0xE000, 0xF900)
_SPACES = str.maketrans("\n\t\r", "   ")
_LINES = str.maketrans("\n\r", "  ")
_BLANKS = frozenset(" \t\r\n")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_BOXES_AND_PICTURES = frozenset({"drawing", "pict", "object"})


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

    # The flow

    def put(self, wording: str) -> None:
        """Take characters, unless they instruct a field."""
        if wording and not self.unseen:
            self.pieces.append(Words(self.changes, wording, self.look))

    def say(self, code: str, message: str, fix: str = "", *, warning: bool = True, always: bool = False) -> None:
        """Say something at the place that the walk has reached; what is lost to the base alone is said as well."""
        lost = always or code in _LOSSES
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
            message = f'Wording in the font {font} was read as its characters: "{one_line(wording)}".'
            self.say("D003", message, "Write the characters themselves.")

    def text(self, element: etree._Element) -> None:
        """Take characters as Word shows them: line ends are spaces, outer spaces stay only where that is said."""
        wording = element.text or ""
        if wording and (wording[0] in _BLANKS or wording[-1] in _BLANKS or "\n" in wording or "\t" in wording):
            wording = wording.translate(_LINES) if _keeps_space(element) else wording.translate(_SPACES).strip(" ")
        self.put(wording)

    def deleted_text(self, element: etree._Element) -> None:
        """Take deleted characters; outside a deletion they are seen by nobody."""
        if any(each.kind == "deleted" for each in self.changes):
            self.text(element)
        elif element.text:
            message = f'Text that is marked as deleted, by nobody, was left out: "{one_line(element.text)}".'
            self.say("D008", message)

    def mark(self, element: etree._Element) -> None:
        """Take a tab, a line end or a hyphen."""
        self.put(MARKS[name_of(element)])

    def line_break(self, element: etree._Element) -> None:
        """Take a line break; one of page or column parts wording only inside a paragraph."""
        self.put("\n" if element.get(W + "type") in {None, "textWrapping"} else PAGE_BREAK)

    def symbol(self, element: etree._Element) -> None:
        """Take a character that only its font explains."""
        font = str(element.get(W + "font", ""))
        try:
            code = int(str(element.get(W + "char", "")), 16)
        except ValueError:
            code = _UNKNOWN
        known = symbol(code, font)
        valid = code < 0x110000 and not 0xD800 <= code < 0xE000 and code >= 0x20
        seen = known or (chr(code) if valid else chr(_UNKNOWN))
        message = f"A symbol of the font {font or 'nobody names'} was read as {seen} (U+{ord(seen):04X})."
        self.say("D003", message, "" if known else "Write the character itself.", warning=not known)
        self.put(seen)

    def field_part(self, element: etree._Element) -> None:
        """Note where a field's instruction begins and ends; take what a form field shows."""
        if self.fields.get(element) == 1:
            self.put(form_field(element))
        self.unseen += self.fields.get(element, 0)

    def link(self, element: etree._Element) -> None:
        """Read a link's wording."""
        outer, self.linked = self.linked, True
        self.into(element)
        self.linked = outer

    def control(self, element: etree._Element) -> None:
        """Read a content control; say so where Word may show something else in it."""
        properties = element.find(W + "sdtPr")
        bound = properties is not None and next(properties.iter(W + "dataBinding", "{*}dataBinding"), None) is not None
        if bound and all_text(element):
            wording = quoted(all_text(element))
            message = f'A content control that is tied to other data was read as it is stored: "{wording}".'
            self.say("D016", message, "See that Word shows the same.", warning=False)
        self.into(element)

    # Tables

    def table(self, element: etree._Element) -> None:
        """Read a table row by row, each cell as paragraphs of its own."""
        self.pieces.append(Wall())
        rows = list(element.iter(W + "tr"))
        cells = max((len(row.findall(W + "tc")) for row in rows), default=0)
        if all_text(element).strip() and not self._is_own(element):
            message = f"A table of {len(rows)} × {cells} was read row by row, each cell as paragraphs of its own."
            self.say("D017", message, warning=False)
        self.into(element)
        self.pieces.append(Wall())

    def _is_own(self, table: etree._Element) -> bool:
        """Whether this is the table of delegations in a rolling text that Accord wrote."""
        first = next(table.iter(W + "pPr"), None)
        return first is not None and self.beside.roles.get(style_of(first, "pStyle")) == "table"

    def row(self, element: etree._Element) -> None:
        """Read a row, all of which may be under a tracked change."""
        self._within(element, element.find(W + "trPr"), ("ins", "del", "moveFrom", "moveTo"))

    def cell(self, element: etree._Element) -> None:
        """Read a cell, all of which may be under a tracked change."""
        self._within(element, element.find(W + "tcPr"), ("cellIns", "cellDel"))
        self.pieces.append(Wall())

    def _within(self, element: etree._Element, properties: etree._Element | None, names: Iterable[str]) -> None:
        outer = self.changes
        if properties is not None:
            self.changes = under(outer, *(change_of(each) for each in properties.iterchildren(*(W + n for n in names))))
        self.into(element)
        self.changes = outer

    # What stands beside the wording

    def note(self, element: etree._Element) -> None:
        """Say what a footnote or endnote says, where it is referred to."""
        kind, key = name_of(element).removesuffix("Reference"), str(element.get(W + "id"))
        found = self.beside.notes.get((kind, key))
        if found is None or self.inside:
            return
        name = "An endnote" if kind == "endnote" else "A footnote"
        if (kind, key) in self.said:
            self.say("D004", f"{name} is referred to again: it was left out.", always=True)
            return
        self.said.add((kind, key))
        wording, before, groups = read_beside(self.beside, found)
        message = f"{name}{way_of(self.changes)} was left out: {wording_then(wording, before)}."
        self.pieces.append(Said(self.changes, "D004", "warning", message, always=True, revisions=groups))

    def spot(self, element: etree._Element) -> None:
        """Note where the wording that a comment is about begins and ends, and where the comment hangs."""
        what = {"commentRangeStart": "start", "commentRangeEnd": "end"}.get(name_of(element), "at")
        self.pieces.append(Spot(self.changes, what, str(element.get(W + "id"))))  # type: ignore[arg-type]

    def reading_aid(self, element: etree._Element) -> None:
        """Leave out the small characters above the wording."""
        self.say("D009", f'A reading aid was left out: "{one_line(all_text(element))}".', warning=False)

    # Pictures, shapes and formulas

    def alternate(self, element: etree._Element) -> None:
        """Read the first of several forms of one content that Word of today knows."""
        for form in element:
            if form.tag == COMPATIBILITY + "Fallback" or _is_known(form):
                self.into(form)
                return
        if all_text(element):
            self.say("D008", f'What only a newer Word shows was left out: "{one_line(all_text(element))}".')

    def text_box(self, element: etree._Element) -> None:
        """Read a text box, which stands behind the paragraph that it hangs on."""
        outer, self.pieces = self.pieces, []
        hides, self.hides = self.hides, False
        self.into(element)
        box, self.pieces, self.hides = self.pieces, outer, hides
        self.pieces.append(Box(self.changes, tuple(box)))

    def drawing(self, element: etree._Element) -> None:
        """Read the text boxes in a drawing; say that its pictures were left out, and what is written in them."""
        start = len(self.pieces)
        self.into(element)
        written = [str(each.get("string")) for each in element.iter("{*}textpath") if each.get("string")]
        related = [each.get(R + "id") or each.get(R + "dm") for each in element.iter("{*}chart", "{*}relIds")]
        written += [texts_in(self.beside.package, str(each)) for each in related if each]
        written += [each.text for each in element.iter(_DRAWN_TEXT) if each.text]
        pictured = next(element.iter("{*}blip", "{*}imagedata"), None) is not None
        if pictured or written or related or len(self.pieces) == start:
            self._say_picture(element, one_line(" ".join(written)), chart=bool(related))

    def _say_picture(self, element: etree._Element, written: str, *, chart: bool) -> None:
        described = next((str(each.get("descr")) for each in element.iter("{*}docPr") if each.get("descr")), "")
        kind = "chart or diagram" if chart else "picture"
        says = f', described as "{one_line(described)}"' if described else ""
        says = f', in which is written "{written}"' if written else says
        self.say("D007", f"A {kind} was left out{says}.", warning=bool(written), always=bool(written))

    def formula(self, element: etree._Element) -> None:
        """Take a formula as plain characters."""
        start = len(self.pieces)
        written_formula(element, self.put, self.formula_change)
        wording = "".join(each.wording for each in self.pieces[start:] if isinstance(each, Words))
        if wording:
            message = f'A formula was read as plain characters: "{one_line(wording)}".'
            self.pieces.insert(start, Said(self.changes, "D006", "warning", message))

    def formula_change(self, element: etree._Element | None) -> None:
        """Enter (an element) or leave (None) a tracked change inside a formula."""
        self.changes = under(self.changes, change_of(element)) if element is not None else self.changes[:-1]

    def made(self, element: etree._Element) -> None:
        """Say that Word shows something here that it works out."""
        self.say("D008", f"A {MADE[name_of(element)]} that Word works out was left out.")

    def other(self, element: etree._Element, name: str) -> None:
        """Read what is drawn; say what an element that is not known holds, if it is wording."""
        tag = str(element.tag)
        if tag.startswith(MATH):
            self.formula(element)
        elif tag.startswith(DRAWN):
            self.into(element)
        elif wording := one_line(all_text(element)):
            self.say("D008", f'What stands in "{name or element.tag}" was left out: "{wording}".')


def change_of(element: etree._Element) -> Change:
    """Return the tracked change that an element makes."""
    name = name_of(element)
    kind = "inserted" if name in {"ins", "moveTo", "cellIns"} else "deleted"
    author, date = str(element.get(W + "author", "")), str(element.get(W + "date", ""))
    return Change(kind, author, date, moved=name in {"moveTo", "moveFrom"})  # type: ignore[arg-type]


def marks_of(properties: etree._Element | None) -> list[Change]:
    """Return the tracked changes of a paragraph's end."""
    own = properties.find(W + "rPr") if properties is not None else None
    return [] if own is None else [change_of(each) for each in own.iterchildren(*(W + name for name in TRACKED))]


def read_beside(beside: Beside, root: etree._Element) -> tuple[str, str, tuple[Group, ...]]:
    """Return the wording of a note, page head or comment after and before its tracked changes, and those."""
    return in_one_line(Walk(beside, inside=True).through(root))


def _keeps_space(element: etree._Element) -> bool:
    """Whether outer spaces are said to stay, by the element itself or by one around it."""
    own = element.get(_SPACE)
    if own is None:
        own = next((each.get(_SPACE) for each in element.iterancestors() if each.get(_SPACE) is not None), None)
    return own == "preserve"


def _is_known(form: etree._Element) -> bool:
    """Whether Word of today knows the namespaces that a form of alternate content requires."""
    required = [form.nsmap.get(prefix) or "" for prefix in str(form.get("Requires", "")).split()]
    return bool(required) and all(each.startswith(_KNOWN) for each in required)


_KNOWN = (*(each.lstrip("{") for each in DRAWN), MATH.strip("{}"), W.strip("{}"), W14.strip("{}"))
_READERS = {
    "p": Walk.paragraph,
    "r": Walk.run,
    "t": Walk.text,
    "delText": Walk.deleted_text,
    **dict.fromkeys(MARKS, Walk.mark),
    **dict.fromkeys(TRACKED, Walk.tracked),
    **dict.fromkeys(MADE, Walk.made),
    **dict.fromkeys(_BOXES_AND_PICTURES, Walk.drawing),
    "br": Walk.line_break,
    "sym": Walk.symbol,
    "fldChar": Walk.field_part,
    "hyperlink": Walk.link,
    "sdt": Walk.control,
    "tbl": Walk.table,
    "tr": Walk.row,
    "tc": Walk.cell,
    "footnoteReference": Walk.note,
    "endnoteReference": Walk.note,
    **dict.fromkeys(("commentRangeStart", "commentRangeEnd", "commentReference"), Walk.spot),
    "rt": Walk.reading_aid,
    "AlternateContent": Walk.alternate,
    "txbxContent": Walk.text_box,
}
