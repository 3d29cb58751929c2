"""
The paragraphs of a foreign text as blocks, with what is said of them: statuses, reservations, who heads them.

Source: docs/reference/import.md.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from accord.engine.said import say
from accord.engine.text.findings import Lines
from accord.engine.text.foreign.importing_choices import Builder
from accord.engine.text.foreign.importing_labels import Origin, joined_with, origin_of
from accord.engine.text.foreign.importing_marks import Mark, marks_in, unknown_in
from accord.engine.text.foreign.importing_paragraphs import Paragraph, of_pages, paragraphs_of
from accord.engine.text.foreign.importing_positions import Beside, Positions, kind_of
from accord.engine.text.foreign.importing_spots import AGAINST, FOR, Shapes, Spot, all_spots, spots_of
from accord.engine.text.foreign.importing_telling import furniture, of_spot, stance_words, status_words
from accord.engine.text.foreign.inspecting import Inspection
from accord.engine.text.foreign.joining import Choice
from accord.engine.text.foreign.profile import Profile
from accord.engine.text.foreign.roster import Roster
from accord.engine.text.model import Alternative, Block, Inline, Note, Status, choices_in, holders_in

_MOST_DOUBTFUL = 3
"""A bracket whose ends both stand amid paragraphs is trusted over this many paragraphs, as a page break may do that."""


@dataclass(slots=True)
class Reader:
    """Reads the paragraphs of a source, one by one."""

    source: str
    roster: Roster | None
    inspection: Inspection
    profile: Profile
    builder: Builder = field(init=False)
    positions: Positions = field(init=False)
    blocks: list[Block] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.builder = Builder(self.source, Lines(self.source))
        self.positions = Positions(self.source, self.inspection.positions)

    def read(self) -> list[Block]:
        """Return the blocks."""
        pages = of_pages(self.source, self.inspection.furniture)
        self.builder.findings += furniture(self.source, pages, self.builder.lines)
        paragraphs = list(paragraphs_of(self.source, [(each.start, each.end) for each in pages]))
        starts = [paragraph.start for paragraph in paragraphs]
        shapes = Shapes(self.inspection.tree.marks)
        spots = spots_of(self.source, self._trusted(starts), shapes)
        self._hear_right_behind(spots, starts)
        self._tell_of_spots(spots, starts, shapes)
        first = 0
        for paragraph in paragraphs:
            while first < len(spots) and spots[first].end <= paragraph.start:
                first += 1
            self._paragraph(paragraph, _until(spots, first, paragraph.end))
        return self.blocks

    def _trusted(self, starts: Sequence[int]) -> Iterator[Choice]:
        """Yield the choices but those of a bracket that is first closed paragraphs later, amid one: it may be lost."""
        doubtful = {found.offset for found in self.inspection.findings if found.code == "B003"}
        for choice in self.inspection.choices:
            self.unknown.update(name for each in choice.alternatives for name in each.unknown)
            behind = _count(starts, choice.start, choice.end)
            if choice.start in doubtful and behind >= _MOST_DOUBTFUL:
                message = say(
                    "A bracket that is first closed {behind} paragraphs later, amid one, is read as wording.",
                    behind=behind,
                )
                self.builder.tell("I012", choice.start, message, say("Close it where it belongs, and import again."))
            else:
                yield choice

    def _hear_right_behind(self, spots: Sequence[Spot], starts: Sequence[int]) -> None:
        """Take what stands right behind a bracket ("[x] [XAA delete]") as said of its last alternative."""
        for spot in all_spots(spots):
            while spot.options and (said := self.positions.right_behind(spot.end)):
                if _count(starts, spot.end, said.end):
                    break
                spot.hear(" ".join(said.said.split()), said.stances, said.end)

    def _tell_of_spots(self, spots: Sequence[Spot], starts: Sequence[int], shapes: Shapes) -> None:
        """Mark the choices that stand in several paragraphs, and tell how they were read."""
        for spot in all_spots(spots):
            behind = _count(starts, spot.start, spot.end)
            spot.is_wide = behind > 0
            unbalanced = bool(self.inspection.tree.unclosed)
            self.builder.findings += of_spot(self.source, spot, behind + 1, shapes, self.builder.lines, unbalanced)

    def _paragraph(self, paragraph: Paragraph, spots: Sequence[Spot]) -> None:
        start, end = paragraph.start, paragraph.end
        marks = marks_in(self.source, start, end, self.roster, spots)
        beside, amid = self.positions.parted(start, end, spots)
        cuts = [Spot(*span, ()) for span in [*((m.start, m.end) for m in marks), *((b.start, b.end) for b in beside)]]
        kept = [spot for spot in spots if not any(cut.start <= spot.start and spot.end <= cut.end for cut in cuts)]
        self.builder.notes = []
        inlines = _edged(self.builder.inlines(paragraph, sorted([*kept, *cuts], key=_place), start, end))
        if inlines and not (not kept and self._is_position(paragraph, inlines)):
            self._add(paragraph, self._headed(paragraph, inlines))
            self._tell_of_wording([*self.positions.untrusted(start, end), *amid])
        elif self.blocks:
            self._note(start, *self.builder.notes)
        self._say(beside)
        for mark in marks:
            self._mark(mark)
        for at, name in unknown_in(self.source, start, end, self.roster):
            self.unknown[name] += 1
            self.builder.tell(
                "I006", at, say("{name} is not in the table of delegations; its note stands as wording.", name=name)
            )

    def _add(self, paragraph: Paragraph, inlines: tuple[Inline, ...]) -> None:
        notes = tuple(dict.fromkeys(self.builder.notes))
        block = Block(f"b{len(self.blocks) + 1}", inlines, notes=notes)
        line = self.builder.lines.at(paragraph.start)[0]
        origin = origin_of(block, line, self.origins, self.profile)
        last = self.blocks[-1] if self.blocks else None
        if origin.relation == "replaces" and last is not None and origin.of == last.id:
            together = joined_with(last, block)
            if together is not None:
                self.blocks[-1] = together
                message = say("“{label}” stands as another wording of the paragraph before it.", label=origin.label)
                self.builder.tell("I009", paragraph.start, message, info=True)
                return
        self.blocks.append(block)
        self.origins.append(origin)

    def _headed(self, paragraph: Paragraph, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return what stands under the name of delegations as what they propose."""
        headed = self.positions.heads(paragraph.start, paragraph.end)
        if headed is None:
            return inlines
        message = say("This paragraph stands under {codes}, and so as what it proposes.", codes=", ".join(headed.codes))
        self.builder.tell("I014", paragraph.start, message, info=True)
        proposed = (Alternative((), ()), Alternative(headed.codes, inlines))
        return (self.builder.around(paragraph.start, proposed),)

    def _is_position(self, paragraph: Paragraph, inlines: tuple[Inline, ...]) -> bool:
        """Take a paragraph that is only a position as notes on the block before it."""
        stances = self.positions.whole(paragraph.start, paragraph.end) if self.blocks else ()
        if not stances or not all(isinstance(item, str) for item in inlines):
            return False
        wording = " ".join(str(inlines[0]).split())
        self._note(paragraph.start, *(Note(kind_of(stance), code, wording) for code, stance in stances))
        message = say(
            "“{wording}” stands as a note on the paragraph before it: {stances}.",
            wording=wording,
            stances=stance_words(stances),
        )
        self.builder.tell("I005", paragraph.start, message, info=True)
        return True

    def _say(self, beside: Sequence[Beside]) -> None:
        """Let the last block carry what is said beside its wording."""
        for each in beside:
            said = " ".join(each.said.split())
            if not self.blocks:
                self.builder.tell(
                    "I006", each.start, say("“{said}” stands before any paragraph, and was left out.", said=said)
                )
                continue
            self.builder.tell(
                "I005",
                each.start,
                say("“{said}” was read as: {stances}.", said=said, stances=stance_words(each.stances)),
                info=True,
            )
            told = [(code, stance) for code, stance in each.stances if stance not in FOR | AGAINST]
            self._note(each.start, *(Note(kind_of(stance), code, said) for code, stance in told))
        own = [each for each in beside if not self._is_behind_a_bracket(each)] if self.blocks else []
        stances = [pair for each in own for pair in each.stances]
        if stances:
            wanting = [code for code, stance in stances if stance in FOR]
            against = [code for code, stance in stances if stance in AGAINST]
            proposed = any(stance == "propose" for _, stance in stances)
            self._opposed(own[0].start, wanting, against, proposed=proposed)

    def _is_behind_a_bracket(self, each: Beside) -> bool:
        """Take what is said behind a bracket that is no choice ("[date] [XAA delete]") as a remark, and warn."""
        said = [(code, stance) for code, stance in each.stances if stance in FOR | AGAINST]
        before = self.source[max(0, each.start - 4) : each.start]
        if not said or not before.rstrip().endswith("]") or "\n\n" in before:
            return False
        written = " ".join(each.said.split())
        self._note(each.start, *(Note("note", code, written) for code, _ in said))
        message = say(
            "“{written}” stands behind a bracket that is no choice; it is noted, and is no choice either.",
            written=written,
        )
        self.builder.tell("I006", each.start, message, say("Enter the position in the paragraph that it is about."))
        return True

    def _tell_of_wording(self, positions: Sequence[Beside]) -> None:
        """Tell of positions that stand amid wording, and so stay there."""
        for each in positions:
            said = " ".join(each.said.split())
            message = say(
                "“{said}” stands as wording, though it says: {stances}.", said=said, stances=stance_words(each.stances)
            )
            self.builder.tell("I006", each.start, message, say("Enter the position in the paragraph that it is about."))

    def _opposed(self, at: int, wanting: Sequence[str], against: Sequence[str], *, proposed: bool) -> None:
        """Let those who oppose the last block hold "no text"; where it is only supported, that is noted."""
        if not against and not proposed:
            self._note(at, *(Note("note", code, "supports this paragraph") for code in dict.fromkeys(wanting)))
            return
        block = self.blocks[-1]
        if block.status.state == "agreed":
            said = [*((code, "proposes") for code in wanting if proposed), *((code, "opposes") for code in against)]
            self._note(at, *(Note("note", code, f"{word} this paragraph") for code, word in dict.fromkeys(said)))
            message = say("This is said against a paragraph that is agreed; it is noted, and is no choice.")
            self.builder.tell("I006", at, message, say("Ask the chair to reopen the paragraph."))
            return
        held = (Alternative(tuple(wanting), block.inlines), Alternative(tuple(against), ()))
        choice = self.builder.around(at, held[::-1] if proposed else held)
        self.blocks[-1] = replace(block, inlines=(choice,))

    def _note(self, at: int, *notes: Note) -> None:
        """Let the last block carry notes, each once."""
        for note in notes:
            last = self.blocks[-1]
            if note in last.notes:
                self.builder.tell("I008", at, say("“{note}” is said twice here.", note=_canonical(note)), info=True)
            else:
                self.blocks[-1] = replace(last, notes=(*last.notes, note))

    def _mark(self, mark: Mark) -> None:
        """Give the last block a status or a note; what it cannot carry is told."""
        said = " ".join(mark.said.split())
        if not self.blocks:
            self.builder.tell(
                "I006", mark.start, say("“{said}” stands before any paragraph, and was left out.", said=said)
            )
        elif isinstance(mark.value, Note):
            self._note(mark.start, mark.value)
            if said != _canonical(mark.value):
                self.builder.tell(
                    "I005",
                    mark.start,
                    say("“{said}” was read as {mark}.", said=said, mark=_canonical(mark.value)),
                    info=True,
                )
        else:
            self._set_status(mark, said, mark.value)

    def _set_status(self, mark: Mark, said: str, status: Status) -> None:
        if status.state == "agreed" and any(True for _ in choices_in(self.blocks[-1])):
            message = say("“{said}” is said of a paragraph that has open choices; it stays open.", said=said)
            self.builder.tell("I006", mark.start, message, say("Close the choices, then agree it."))
            return
        self.blocks[-1] = replace(self.blocks[-1], status=status)
        self.builder.tell(
            "I005", mark.start, say("“{said}” was read as {status}.", said=said, status=status_words(status)), info=True
        )


def _canonical(note: Note) -> str:
    return f"[{note.holder} {note.kind}: {note.wording}]"


def named_in(blocks: Sequence[Block]) -> set[str]:
    """Return the codes that hold, reserve, remark or are awaited anywhere."""
    named = {code for block in blocks for code in (*holders_in(block), *block.status.pending)}
    return named | {note.holder for block in blocks for note in block.notes}


def _place(spot: Spot) -> tuple[int, int]:
    return spot.start, -spot.end


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
