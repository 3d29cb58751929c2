"""
Import: a text that others bracketed becomes a negotiation to go on with.

What can be said in our own notation is; what cannot stands as wording, as it was written, and is told. Every visible
character of the source is in the result or in a finding.

>>> from accord.engine.text.foreign.importing import import_negotiation
>>> from accord.engine.text.notation import render
>>> made = import_negotiation("1. The Parties [shall][should] meet on [date].\\n\\n[XAA: 2. They report.]")
>>> print(render(made.text).partition("\\n\\n")[2].rstrip())
1. The Parties [shall] [should] meet on \\[date\\].
<BLANKLINE>
[XAA: 2. They report.]

Source: docs/reference/import.md.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from accord.engine.text.compiling import numbered
from accord.engine.text.errors import NotationError
from accord.engine.text.findings import Finding, Lines
from accord.engine.text.foreign.importing_choices import Builder, ranked
from accord.engine.text.foreign.importing_labels import Origin, joined_with, origin_of
from accord.engine.text.foreign.importing_marks import Mark, marks_in, position_of, unknown_in
from accord.engine.text.foreign.importing_paragraphs import Paragraph, paragraphs_of
from accord.engine.text.foreign.importing_spots import Option, Spot, all_spots, spots_of
from accord.engine.text.foreign.inspecting import Inspection, inspect
from accord.engine.text.foreign.joining import Choice
from accord.engine.text.foreign.roster import Roster
from accord.engine.text.model import CHAIR, Block, Inline, Note, Status, Text, choices_in, holders_in
from accord.engine.text.notation import NO_TEXT
from accord.engine.text.parsing import parse
from accord.engine.text.spacing import inside
from accord.engine.text.wording import refused_in

_MOST_DOUBTFUL = 3
"""A bracket whose ends both stand amid paragraphs is trusted over this many paragraphs, as a page break may do that."""
_MANY = 10
"""A bracket over more paragraphs than this deserves a look, where others in the text are never closed."""


@dataclass(frozen=True, slots=True)
class Imported:
    """
    What became of a foreign text.

    Attributes:
        text: the negotiation; ``parse(render(text)) == text``.
        origins: where each of its blocks comes from, in order.
        inspection: what was found in the source.
        unknown: how often each name stands before wording, or reserves, that the table does not have.
        findings: those of the inspection and those of the import, in order of place.
    """

    text: Text
    origins: tuple[Origin, ...]
    inspection: Inspection = field(repr=False)
    unknown: Mapping[str, int]
    findings: tuple[Finding, ...]


def import_negotiation(source: str, roster: Roster | None = None, *, sample: bool = False) -> Imported:
    """
    Return the negotiation that ``source``, any bracketed text, stands at.

    Args:
        roster: the meeting's table. Its codes and groups are the roster of the result, and only names in it hold
            anything. Without one only canonical holders count (``[XAA, XBB: …]``), in alphabetical order.

    Returns:
        the negotiation, whatever the source holds; a text in our own notation is read as what it is.
    """
    source, left_out = _readable(source)
    inspection = inspect(source, roster)
    own = _own(source) if inspection.tree.canonical else None
    if isinstance(own, Text):
        origins = _origins_of(own.blocks, source)
        return Imported(replace(own, sample=own.sample or sample), origins, inspection, {}, inspection.findings)
    reader = _Reader(source, roster, inspection)
    if own is not None:
        reader.builder.tell("I001", 0, f"The notation cannot be read ({own}); it is read as anybody's text.")
    blocks = reader.read()
    codes = _codes(blocks, roster)
    groups = tuple((name, members) for name, members in (roster.groups if roster else {}).items())
    rank = {code: at for at, code in enumerate((*codes, CHAIR))}
    text = numbered(Text(tuple(_in_order(block, rank) for block in blocks), codes, groups=groups, sample=sample))
    found = [*left_out, *inspection.findings, *reader.builder.findings]
    found.sort(key=lambda each: (each.offset, each.code))
    return Imported(text, tuple(reader.origins), inspection, reader.unknown, tuple(found))


def _readable(source: str) -> tuple[str, list[Finding]]:
    """Return ``source`` without the characters that no negotiated wording may hold, and a finding for each."""
    places = refused_in(source)
    gone = {place.offset for place in places}
    lines = Lines(source)
    findings = []
    for place in places:
        message = f"{place.code_point} {place.name} {place.reason}; it was left out."
        findings.append(lines.finding("I011", "warning", place.offset, message))
    return ("".join(each for at, each in enumerate(source) if at not in gone) if gone else source), findings


def _own(source: str) -> Text | NotationError:
    try:
        return parse(source)
    except NotationError as error:
        return error


def _codes(blocks: Sequence[Block], roster: Roster | None) -> tuple[str, ...]:
    """Return the roster of the result: that of the table, or who holds, reserves or is awaited somewhere."""
    if roster is not None:
        return tuple(code for code in dict.fromkeys(roster.names.values()) if code != CHAIR)
    named = {code for block in blocks for code in (*holders_in(block), *block.status.pending)}
    return tuple(sorted((named | {note.holder for block in blocks for note in block.notes}) - {CHAIR}))


def _in_order(block: Block, rank: Mapping[str, int]) -> Block:
    return replace(block, inlines=inside(ranked(block.inlines, rank.__getitem__)))


def _origins_of(blocks: Sequence[Block], notation: str) -> tuple[Origin, ...]:
    """Return the origins of the blocks of a text in our own notation."""
    before: list[Origin] = []
    line = 1
    for block, above in zip(blocks, notation[:-1].split("\n\n"), strict=False):
        line += above.count("\n") + 2
        before.append(origin_of(block, line, before))
    return tuple(before)


@dataclass(slots=True)
class _Reader:
    """Reads the paragraphs of a source, one by one."""

    source: str
    roster: Roster | None
    inspection: Inspection
    builder: Builder = field(init=False)
    blocks: list[Block] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.builder = Builder(self.source, Lines(self.source))
        alternatives = (each for choice in self.inspection.choices for each in choice.alternatives)
        self.unknown.update(name for each in alternatives for name in each.unknown)

    def read(self) -> list[Block]:
        """Return the blocks."""
        paragraphs = list(paragraphs_of(self.source))
        starts = [paragraph.start for paragraph in paragraphs]
        spots = spots_of(self.source, self._trusted(starts), self.roster)
        self._tell_of_spots(spots, starts)
        first = 0
        for paragraph in paragraphs:
            while first < len(spots) and spots[first].end <= paragraph.start:
                first += 1
            self._paragraph(paragraph, _until(spots, first, paragraph.end))
        return self.blocks

    def _paragraph(self, paragraph: Paragraph, spots: Sequence[Spot]) -> None:
        marks = marks_in(self.source, paragraph.start, paragraph.end, self.roster, spots)
        cuts = [Spot(mark.start, mark.end, ()) for mark in marks]
        kept = [spot for spot in spots if not any(cut.start <= spot.start and spot.end <= cut.end for cut in cuts)]
        items = sorted([*kept, *cuts], key=lambda each: each.start)
        inlines = self.builder.inlines(paragraph, items, paragraph.start, paragraph.end)
        block = Block(f"b{len(self.blocks) + 1}", _edged(inlines))
        if block.inlines and not self._is_position(block, paragraph):
            self._add(block, paragraph)
        for mark in marks:
            self._mark(mark)
        for start, name in unknown_in(self.source, paragraph.start, paragraph.end, self.roster):
            self.unknown[name] += 1
            self.builder.tell("I006", start, f"{name} is not in the table of delegations; its note stands as wording.")

    def _add(self, block: Block, paragraph: Paragraph) -> None:
        origin = origin_of(block, self.builder.lines.at(paragraph.start)[0], self.origins)
        last = self.blocks[-1] if self.blocks else None
        if origin.relation == "replaces" and last is not None and origin.of == last.id:
            together = joined_with(last, block)
            if together is not None:
                self.blocks[-1] = together
                message = f"“{origin.label}” stands as another wording of the paragraph before it."
                self.builder.tell("I009", paragraph.start, message, info=True)
                return
        self.blocks.append(block)
        self.origins.append(origin)

    def _is_position(self, block: Block, paragraph: Paragraph) -> bool:
        """Take a paragraph that only says who reserves its position as notes on the block before it."""
        if not self.blocks or not all(isinstance(item, str) for item in block.inlines):
            return False
        wording = " ".join(str(block.inlines[0]).split())
        codes = position_of(wording, self.roster)
        notes = tuple(Note("reserve", code, wording) for code in codes)
        if notes:
            self.blocks[-1] = replace(self.blocks[-1], notes=(*self.blocks[-1].notes, *notes))
            message = f"“{wording}” stands as a reservation of {', '.join(codes)} on the paragraph before it."
            self.builder.tell("I005", paragraph.start, message, info=True)
        return bool(notes)

    def _mark(self, mark: Mark) -> None:
        """Give the last block a status or a note; what it cannot carry is told."""
        said = " ".join(mark.said.split())
        if not self.blocks:
            self.builder.tell("I006", mark.start, f"“{said}” stands before any paragraph, and was left out.")
        elif isinstance(mark.value, Note):
            self.blocks[-1] = replace(self.blocks[-1], notes=(*self.blocks[-1].notes, mark.value))
            if said != _canonical(mark.value):
                self.builder.tell("I005", mark.start, f"“{said}” was read as {_canonical(mark.value)}.", info=True)
        elif any(True for _ in choices_in(self.blocks[-1])) and mark.value.state == "agreed":
            message = f"“{said}” is said of a paragraph that has open choices; it stays open."
            self.builder.tell("I006", mark.start, message, "Close the choices, then agree it.")
        else:
            self.blocks[-1] = replace(self.blocks[-1], status=mark.value)
            self.builder.tell("I005", mark.start, f"“{said}” was read as {_named(mark.value)}.", info=True)

    def _trusted(self, starts: Sequence[int]) -> Iterator[Choice]:
        """Yield the choices but those of a bracket that is first closed paragraphs later, amid one: it may be lost."""
        doubtful = {found.offset for found in self.inspection.findings if found.code == "B003"}
        for choice in self.inspection.choices:
            paragraphs = _count(starts, choice.start, choice.end) + 1
            if choice.start in doubtful and paragraphs > _MOST_DOUBTFUL:
                message = (
                    f"A bracket that is first closed {paragraphs - 1} paragraphs later, amid one, is read as wording."
                )
                self.builder.tell("I012", choice.start, message, "Close it where it belongs, and import again.")
            else:
                yield choice

    def _tell_of_spots(self, spots: Sequence[Spot], starts: Sequence[int]) -> None:
        """Mark the choices that stand in several paragraphs, and tell how names and slashes were read."""
        for spot in all_spots(spots):
            paragraphs = _count(starts, spot.start, spot.end) + 1
            spot.is_wide = paragraphs > 1
            self._tell_of(spot, paragraphs)

    def _tell_of(self, spot: Spot, paragraphs: int) -> None:
        if spot.is_wide:
            sure = not self.inspection.tree.unclosed or paragraphs <= _MANY
            message = f"The bracket stands around each of its {paragraphs} paragraphs."
            fix = "" if sure else "Look where it ends: brackets elsewhere in this text are never closed."
            self.builder.tell("I004", spot.start, message, fix, info=sure)
        for option in spot.options:
            if option.said:
                self.builder.tell("I002", option.start, f"“{option.said}” was read as: {_stances(option)}.", info=True)
            written = self.source[option.start : option.end].strip()
            if option.is_null and written not in ("", NO_TEXT):
                self.builder.tell("I002", option.start, f"“{written}” was read as: {NO_TEXT}.", info=True)
        for start, written in dict(_shared(self.source, spot)).items():
            self.builder.tell("I003", start, f"“{written}” holds several alternatives.", info=True)


def _until(spots: Sequence[Spot], first: int, end: int) -> Sequence[Spot]:
    last = first
    while last < len(spots) and spots[last].start < end:
        last += 1
    return spots[first:last]


def _edged(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return ``inlines`` without white space at the edges of the paragraph."""
    items = list(inlines)
    if items and isinstance(items[0], str):
        items[0] = items[0].lstrip()
    if items and isinstance(items[-1], str):
        items[-1] = items[-1].rstrip()
    return tuple(item for item in items if item)


def _count(starts: Sequence[int], start: int, end: int) -> int:
    """Return how many paragraphs begin inside the brackets ``[start, end)``, behind the first."""
    return bisect_left(starts, end) - bisect_right(starts, start)


def _canonical(note: Note) -> str:
    return f"[{note.holder} {note.kind}: {note.wording}]"


def _named(status: Status) -> str:
    word = "agreed ad referendum" if status.state == "agreed" else status.state
    pending = f", pending {', '.join(status.pending)}" if status.pending else ""
    return word + (f" in {status.forum}" if status.forum else "") + pending


def _stances(option: Option) -> str:
    named = (("for", option.wants), ("retain", option.keeps), ("against", option.opposes))
    return "; ".join(f"{word} {', '.join(codes)}" for word, codes in named if codes)


def _shared(source: str, spot: Spot) -> Iterator[tuple[int, str]]:
    """Yield start and wording of each bracket of a choice that holds several alternatives ("[one / other]")."""
    for before, after in pairwise(spot.options):
        gap = source[before.end : after.start]
        if "]" not in gap:
            start = source.rindex("[", 0, before.start)
            yield start, " ".join(source[start : source.index("]", after.end) + 1].split())
