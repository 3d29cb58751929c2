"""The walk through an OpenDocument text: what a reader sees, piece by piece, and a word on whatever is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from accord.formats.odt.beside import Beside
from accord.formats.odt.changes import Region
from accord.formats.odt.elements import BREAKS, FLOWING, HOLDING, SECTIONS, SHAPES, SILENT, is_field
from accord.formats.odt.lists import Entry
from accord.formats.odt.looks import PLAIN, Look, ways_of
from accord.formats.odt.names import DRAW, FIELD, OFFICE, TABLE, TEXT, all_text, name_of, number_in
from accord.formats.odt.objects import frame_of, said_of
from accord.formats.word.elements import one_line
from accord.formats.word.numbering import Place
from accord.formats.word.story import Box, Change, End, Group, Piece, Said, Shown, Spot, Wall, Words
from accord.formats.word.told import LOSSES, in_one_line, under, way_of, wording_then

_BLANKS = re.compile("[ \t\r\n]+")
_LAYOUT = re.compile("[\r\n][ \t\r\n]*$|\t[ \t]*$")
_MOST_SPACES = 1_000
"""Spaces that one element may stand for."""


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
            self.say("D008", f'Wording that stands in no paragraph was left out: "{stray}".')

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
        elif name in FLOWING or is_field(element, name):
            self.flow(element)
        else:
            self.other(element, name)

    # The flow

    @property
    def changes(self) -> tuple[Change, ...]:
        """The tracked changes that the place at hand is under, the outermost first."""
        return under(self.around, *(each for began in self.begun.values() for each in began))

    def put(self, wording: str) -> None:
        """Take characters as they are."""
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

    def say(self, code: str, message: str, fix: str = "", *, warning: bool = True, always: bool = False) -> None:
        """Say something at the place that the walk has reached; what is lost to the base alone is said as well."""
        lost = always or code in LOSSES
        self.pieces.append(Said(self.changes, code, "warning" if warning else "info", message, fix, lost))

    def mark(self, element: etree._Element) -> None:
        """Take a tab or a line end."""
        self.put(BREAKS[name_of(element)])
        self.blank = False

    def spaces(self, element: etree._Element) -> None:
        """Take spaces that stay."""
        self.put(" " * min(number_in(element.get(TEXT + "c"), 1), _MOST_SPACES))
        self.blank = False

    def paragraph(self, element: etree._Element) -> None:
        """Read a paragraph or heading, and its end."""
        self.here, self.before, self.began = self._place(element), None, len(self.pieces)
        style = element.get(TEXT + "style-name")
        outer, flowing = self.look, self.flowing
        self.look, self.flowing = {**self.beside.looks.of("paragraph", style), **self._kept()}, True
        self.blank, self.held, self._ways = True, None, ()
        self.flow(element)
        self.look, self.flowing, self.held = outer, flowing, None
        self._end(self.beside.looks.role("paragraph", style))

    def _kept(self) -> Look:
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

    def _place(self, element: etree._Element) -> Place | None:
        lists, item, self.item = self.beside.lists, self.item, None
        own = self.beside.looks.lists.get(str(element.get(TEXT + "style-name", "")))
        if self.listing is not None:
            return lists.place(self.listing, item, own or "") if item is not None else None
        if element.tag != TEXT + "h" or own == "" or element.get(TEXT + "is-list-header") == "true":
            return None
        return lists.heading(element)

    def span(self, element: etree._Element) -> None:
        """Read a span, and how it is shown."""
        style, looks = element.get(TEXT + "style-name"), self.beside.looks
        outer = self.look, self.part
        self.look = {**self.look, **looks.of("text", style), **self._kept()}
        self.part = looks.role("text", style) or self.part
        self.flow(element)
        self.look, self.part = outer

    def link(self, element: etree._Element) -> None:
        """Read a link's wording."""
        outer, self.linked = self.linked, True
        self.flow(element)
        self.linked = outer

    def section(self, element: etree._Element) -> None:
        """Read a section, which may be hidden."""
        shown = str(element.get(TEXT + "display", "true"))
        hides = shown == "none" or (shown == "condition" and element.get(TEXT + "is-hidden") == "true")
        outer, self.hidden = self.hidden, self.hidden or hides
        self.into(element)
        self.hidden = outer

    def hidden_text(self, element: etree._Element) -> None:
        """Read wording that a condition hides or shows."""
        if element.get(TEXT + "is-hidden", "true") != "true":
            self.flow(element)
            return
        outer, self.look = self.look, {**self.look, "display": "hidden"}
        self.put(one_line(str(element.get(TEXT + "string-value") or all_text(element))))
        self.look = outer

    def hidden_paragraph(self, element: etree._Element) -> None:
        """Hide the rest of a paragraph where a condition does so."""
        if element.get(TEXT + "is-hidden") == "true":
            self.look = {**self.look, "display": "hidden"}

    # Lists

    def listed(self, element: etree._Element) -> None:
        """Read a list, one of its own or one inside an item."""
        outer, item = self.listing, self.item
        self.listing = self.beside.lists.entry(element, outer, goes_on=bool(self.within))
        self.into(element)
        self.listing, self.item = outer, item if outer is None else None

    def list_item(self, element: etree._Element) -> None:
        """Read a list item; its first paragraph is numbered."""
        self.item = element
        self.into(element)
        self.item = None

    def list_header(self, element: etree._Element) -> None:
        """Read a heading of a list, which has no number."""
        self.item = None
        self.into(element)

    def numbered_paragraph(self, element: etree._Element) -> None:
        """Read a paragraph that says itself where it stands in a list."""
        outer, lists = self.listing, self.beside.lists
        entry = lists.entry(element, None, goes_on=True)
        entry = replace(entry, chain=str(element.get(TEXT + "list-id", entry.chain)))
        self.listing = replace(entry, level=min(max(number_in(element.get(TEXT + "level"), 1), 1), 9) - 1)
        self.list_item(element)
        self.listing = outer

    # Tracked changes

    def change_start(self, element: etree._Element) -> None:
        """Enter a tracked change."""
        key = str(element.get(TEXT + "change-id", ""))
        region = self.beside.regions.get(key)
        if region and region.changes:
            self.begun[key] = region.changes

    def change_end(self, element: etree._Element) -> None:
        """Leave a tracked change."""
        self.begun.pop(str(element.get(TEXT + "change-id", "")), None)

    def change_point(self, element: etree._Element) -> None:
        """Read what was taken out here."""
        key = str(element.get(TEXT + "change-id", ""))
        region = self.beside.regions.get(key)
        if region is None or region.deleted is None or key in self.within:
            return
        start, kept = len(self.pieces), (self.here, self.item, self.look, self.blank, self.held, self.first, self.began)
        self._taken_out(key, region)
        self.here, self.item, self.look, self.blank, self.held, self.first, self.began = kept
        self._join(start, flowing=self.flowing)

    def _taken_out(self, key: str, region: Region) -> None:
        outer, within, listing = self.around, self.within, self.listing
        self.around, self.within = under(self.changes, *region.changes), (*within, key)
        self.held = self.listing = None
        if region.deleted is not None:
            self.into(region.deleted)
        self.around, self.within, self.listing = outer, within, listing

    def _join(self, start: int, *, flowing: bool) -> None:
        """Let wording that was taken out begin and end in the paragraph around it, as it did in the base."""
        ends = [at for at in range(start, len(self.pieces)) if isinstance(self.pieces[at], End)]
        if not ends or ends[-1] != len(self.pieces) - 1:
            return
        last = self.pieces.pop()
        if len(ends) > 1 and flowing:
            (was,) = self.before or (self.here,)
            self.pieces[ends[0]] = replace(self.pieces[ends[0]], base_number=was)  # type: ignore[call-arg]
        if len(ends) > 1 and isinstance(last, End):
            self.before = (last.base_number,)  # type: ignore[assignment]

    # Tables

    def table(self, element: etree._Element) -> None:
        """Read a table row by row, each cell as paragraphs of its own."""
        walls, self.walls = self.walls, self._around_all_of(element)
        self.pieces.append(Wall(self.walls))
        rows = list(element.iter(TABLE + "table-row"))
        cells = max((len(row.findall(TABLE + "table-cell")) for row in rows), default=0)
        if all_text(element).strip() and not self._is_own(element):
            message = f"A table of {len(rows)} × {cells} was read row by row, each cell as paragraphs of its own."
            self.say("D017", message, warning=False)
        outer, self.listing, self.item, self.first = (self.listing, self.item), None, None, None
        self.into(element)
        self.listing, self.item = outer
        self.pieces.append(Wall(self.walls))
        self.walls = walls

    def _around_all_of(self, table: etree._Element) -> tuple[Change, ...]:
        """Return the tracked changes that a whole table is under; one that ends in a cell is none."""
        ended = {str(each.get(TEXT + "change-id", "")) for each in table.iter(TEXT + "change-end")}
        return under(self.around, *(each for key, began in self.begun.items() if key not in ended for each in began))

    def _is_own(self, table: etree._Element) -> bool:
        """Whether this is the table of delegations in a rolling text that Accord wrote."""
        first = next(table.iter(TEXT + "p"), None)
        return first is not None and self.beside.looks.role("paragraph", first.get(TEXT + "style-name")) == "table"

    def cell(self, element: etree._Element) -> None:
        """Read a cell."""
        self.into(element)
        self.pieces.append(Wall(self.walls))
        times = number_in(element.get(TABLE + "number-columns-repeated"), 1)
        if times > 1 and all_text(element).strip():
            self.say("D008", f"A cell that stands {times} times in its row was read once.")

    # What stands beside the wording

    def note(self, element: etree._Element) -> None:
        """Say what a footnote or endnote says, where it stands."""
        body = element.find(TEXT + "note-body")
        if body is None or self.inside:
            return
        name = "An endnote" if element.get(TEXT + "note-class") == "endnote" else "A footnote"
        wording, before, groups = read_beside(self.beside, body)
        message = f"{name}{way_of(self.changes)} was left out: {wording_then(wording, before)}."
        self.pieces.append(Said(self.changes, "D004", "warning", message, always=True, revisions=groups))

    def comment(self, element: etree._Element) -> None:
        """Note where a comment hangs, or where the wording that it is about begins."""
        named = element.get(OFFICE + "name")
        self.pieces.append(Spot(self.changes, "start" if named else "at", self.beside.comments[element]))

    def comment_end(self, element: etree._Element) -> None:
        """Note where the wording that a comment is about ends."""
        self.pieces.append(Spot(self.changes, "end", str(element.get(OFFICE + "name", ""))))

    def control(self, element: etree._Element) -> None:
        """Say what a field of a form shows."""
        fields = self.beside.fields.get(str(element.get(DRAW + "control", "")))
        if fields:
            self.say("D008", f'A field of a form was left out: "{fields}".')

    def form_field(self, element: etree._Element) -> None:
        """Take the box of a form, which is ticked or not."""
        ticked = any(each.get(FIELD + "value") == "true" for each in element.iter(FIELD + "param"))
        self.put("☒" if ticked else "☐")
        self.blank = False

    def reading_aid(self, element: etree._Element) -> None:
        """Leave out the small characters above the wording."""
        self.say("D009", f'A reading aid was left out: "{one_line(all_text(element))}".', warning=False)

    # Pictures, shapes and formulas

    def frame(self, element: etree._Element) -> None:
        """Read a frame: a text box, a formula, or a picture that is told of."""
        found = frame_of(self.beside.package, element)
        if found.formula:
            self.say("D006", f'A formula was read as plain characters: "{one_line(found.formula)}".')
            self.put(found.formula)
            self.blank = False
        elif found.boxes:
            for box in found.boxes:
                self.box(box)
        else:
            self.say("D007", said_of(found), warning=bool(found.written), always=bool(found.written))

    def shape(self, element: etree._Element) -> None:
        """Read what is written in a shape."""
        if all_text(element).strip():
            self.box(element)

    def box(self, element: etree._Element) -> None:
        """Read a text box; one that hangs on a paragraph stands behind it."""
        if not self.flowing:
            self.cell(element)
            return
        inner = Walk(self.beside, self.inside, around=self.changes, within=self.within, hidden=self.hidden)
        inner.into(element)
        self.pieces.append(Box(self.changes, tuple(inner.pieces)))

    def other(self, element: etree._Element, name: str) -> None:
        """Say what an element that is not known holds, if it is wording."""
        if wording := one_line(all_text(element)):
            self.say("D008", f'What stands in "{name or element.tag}" was left out: "{wording}".')


def read_beside(beside: Beside, root: etree._Element) -> tuple[str, str, tuple[Group, ...]]:
    """Return the wording of a note, page head or comment after and before its tracked changes, and those."""
    return in_one_line(Walk(beside, inside=True).through(root))


def _puts_in(changes: tuple[Change, ...]) -> bool:
    return any(each.kind == "inserted" for each in changes)


_READERS = {
    **dict.fromkeys(("text:p", "text:h"), Walk.paragraph),
    **dict.fromkeys(BREAKS, Walk.mark),
    **dict.fromkeys(SECTIONS, Walk.section),
    **dict.fromkeys(SHAPES, Walk.shape),
    "text:s": Walk.spaces,
    "text:span": Walk.span,
    "text:a": Walk.link,
    "text:hidden-text": Walk.hidden_text,
    "text:hidden-paragraph": Walk.hidden_paragraph,
    "text:list": Walk.listed,
    "text:list-item": Walk.list_item,
    "text:list-header": Walk.list_header,
    "text:numbered-paragraph": Walk.numbered_paragraph,
    "text:change-start": Walk.change_start,
    "text:change-end": Walk.change_end,
    "text:change": Walk.change_point,
    "table:table": Walk.table,
    "table:table-cell": Walk.cell,
    "text:note": Walk.note,
    "office:annotation": Walk.comment,
    "office:annotation-end": Walk.comment_end,
    "text:ruby-text": Walk.reading_aid,
    "draw:frame": Walk.frame,
    "draw:control": Walk.control,
    "field:fieldmark": Walk.form_field,
}
