"""
What one delegation hands in on a rolling text, as a plain text: what it now wants each paragraph to say.

Source: docs/reference/rounds.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from accord.engine.said import say
from accord.engine.text.aligning import Alignment, similarity
from accord.engine.text.dividing import SHARED
from accord.engine.text.findings import Finding, Severity
from accord.engine.text.model import Block, Note, Text, choices_in
from accord.engine.text.moving import moved
from accord.engine.text.projecting import in_order, project_block
from accord.engine.text.recomposing import Retained
from accord.engine.text.renumbering import align_numbered, bare
from accord.engine.text.splitting import BREAK, EXACT, Envelope, dress, fuse, join, split, undress
from accord.engine.text.unnamed import unnamed_in

_COMPARED = 200
"""How many new paragraphs are compared with the wordings of a block; in a document with more only equal ones pair."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """
    A paragraph that a delegation wants.

    Attributes:
        block: id of the block of the rolling text that it stands for; "" where it is new.
        wording: what it wants there.
        gap: for a new one, how many blocks of the text stand before it.
        line: where it stands in what was handed in, from 1.
    """

    block: str
    wording: str
    gap: int
    line: int


@dataclass(frozen=True, slots=True)
class Handed:
    """
    What one delegation wants of a rolling text.

    Attributes:
        paragraphs: all that it wants, in its order.
        envelope: differences of encoding of what it handed in.
        keeping: block → where the delegation now holds the base by its own act, in offsets of the base; a block that
            is not named here keeps those it has.
        notes: block → the delegation's own reservations and remarks there; likewise.
    """

    code: str
    paragraphs: tuple[Paragraph, ...]
    envelope: Envelope
    keeping: Mapping[str, Sequence[Retained]] = field(default_factory=dict)
    notes: Mapping[str, tuple[Note, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def document(self) -> str:
        """The whole document that the delegation wants."""
        return dress(join([each.wording for each in self.paragraphs]), self.envelope)


def at_line(code: str, severity: Severity, line: int, message: str, fix: str = "") -> Finding:
    """Return a finding about a line; its offset is not known."""
    return Finding(code, severity, line, 1, 0, message, fix)


def handed_plain(text: Text, code: str, document: str) -> Handed:
    """
    Return what ``code`` wants, having handed in a plain document.

    Its paragraphs are aligned with those that it has now, or that the base or others have in their place; beside these,
    those of others may be taken up.
    """
    plain, envelope = undress(document)
    own = split(plain)
    known = list(_known(text, code, own))
    aligned = _with_agreed_apart(known, align_numbered([piece for _, piece in known], own))
    paragraphs = _Placing(text, known, aligned).paragraphs()
    return Handed(code, tuple(_at_lines(paragraphs, own)), envelope, findings=tuple(_bracketed(plain)))


def _bracketed(plain: str) -> Iterator[Finding]:
    """Yield one finding about the brackets of a plain document, at the first of them."""
    at = min((found for mark in "[]" if (found := plain.find(mark)) >= 0), default=-1)
    if at >= 0:
        line = plain.count("\n", 0, at) + 1
        count = plain.count("[") or plain.count("]")
        fix = say('To propose with brackets, edit the rolling text itself and keep its first lines ("%accord 1", …).')
        message = say("This is a plain text: its brackets ({count}) are read as wording.", count=count)
        yield Finding("C012", "warning", line, at - plain.rfind("\n", 0, at), at, message, fix)


def _known(text: Text, code: str, own: Sequence[str]) -> Iterator[tuple[Block, str]]:
    """
    Yield the paragraphs with which those handed in may pair, each with its block.

    A block is known by the wording that this code has of it, or by another's where that is what is handed in, or is
    more like it. A block that the code does not have is passed over where nothing handed in is like it.
    """
    there = {bare(each) for each in own}
    offered = {block.id: _offered(block, code) for block in text.blocks}
    said = {bare(each) for wordings in offered.values() for each in wordings}
    new = [each for each in own if bare(each) not in said]
    for block in in_order(text, code):
        wordings = offered[block.id]
        has = bool(project_block(block, code))
        best = next((each for each in wordings if bare(each) in there), None)
        if best is None and (len(wordings) > 1 or not has) and len(new) <= _COMPARED:
            best = _best(wordings, new)
        if best is not None or has:
            yield from ((block, piece) for piece in _pieces(best or wordings[0]))


def _offered(block: Block, code: str) -> list[str]:
    """Return what a block says, each wording once: this code's first, then the base's, others', and those of nobody."""
    codes = [each for at in choices_in(block) for one in at.choice.alternatives for each in one.holders]
    said = [*(project_block(block, who) for who in (code, None, *codes)), *unnamed_in(block).values()]
    return [each for each in dict.fromkeys(said) if each]


def _best(wordings: Sequence[str], paragraphs: Sequence[str]) -> str | None:
    """Return the wording that is the most like one of the paragraphs, None where none is like any."""
    likeness = {each: _likest(each, paragraphs) for each in wordings}
    best = max(wordings, key=likeness.__getitem__, default=None)
    return best if best is not None and likeness[best] >= SHARED else None


def _likest(wording: str, paragraphs: Sequence[str]) -> float:
    return max((similarity(wording, each) for each in paragraphs), default=0.0)


def _pieces(wording: str) -> tuple[str, ...]:
    """Return the paragraphs of a block's wording."""
    return split(join([wording])) if BREAK in wording or EXACT in wording[:-1] else (wording,)


def _with_agreed_apart(known: Sequence[tuple[Block, str]], alignment: Alignment) -> Alignment:
    """Undo each merger of several paragraphs that would take in an agreed one: it is left as the version has it."""
    paired, inserted = list(alignment.paired), list(alignment.inserted)
    for merged in alignment.merged:
        blocks = [known[at][0] for at in merged]
        agreed = [at for at in merged if known[at][0].status.state == "agreed"]
        if agreed and len({block.id for block in blocks}) > 1 and agreed[0] != merged.start:
            paired[agreed[0]], paired[merged.start] = paired[merged.start], None
    return Alignment(tuple(paired), tuple(inserted))


@dataclass(slots=True)
class _Placing:
    """Puts the paragraphs of a version at blocks, or between them."""

    text: Text
    known: Sequence[tuple[Block, str]]
    aligned: Alignment
    index: dict[str, int] = field(init=False)
    taken: dict[tuple[int, int], int] = field(init=False)
    gone: set[int] = field(init=False)

    def __post_init__(self) -> None:
        self.index = {block.id: at for at, block in enumerate(self.text.blocks)}
        single = self._single()
        lost = [at for at, wording in enumerate(self.aligned.paired) if wording is None and at in single]
        put = {gap: each for gap, each in enumerate(self.aligned.inserted) if each and not self._inner(gap)}
        moves = moved([piece for _, piece in self.known], lost, put) if lost and put else []
        self.taken = {(each.gap, each.at): each.place for each in moves}
        self.gone = {each.place for each in moves}

    def _single(self) -> set[int]:
        counts: dict[str, int] = {}
        for block, _ in self.known:
            counts[block.id] = counts.get(block.id, 0) + 1
        return {at for at, (block, _) in enumerate(self.known) if counts[block.id] == 1}

    def _inner(self, gap: int) -> bool:
        """Whether this gap is between two paragraphs of one block."""
        return 0 < gap < len(self.known) and self.known[gap - 1][0].id == self.known[gap][0].id

    def paragraphs(self) -> Iterator[tuple[Paragraph, int]]:
        """Yield each paragraph with the number of the version's paragraphs that are in it."""
        after = 0
        inside: list[str] = []
        for gap in range(len(self.known) + 1):
            inner = self._inner(gap)
            if gap and not inner:
                block = self.known[gap - 1][0]
                after = self.index[block.id] + 1
                if inside:
                    yield Paragraph(block.id, fuse(inside), 0, 0), _count(inside)
                inside = []
            if inner:
                inside += self.aligned.inserted[gap]
            else:
                yield from self._put(gap, after)
            if gap < len(self.known):
                wording = self.aligned.paired[gap]
                inside += [] if wording is None else [wording]

    def _put(self, gap: int, after: int) -> Iterator[tuple[Paragraph, int]]:
        for at, wording in enumerate(self.aligned.inserted[gap]):
            place = self.taken.get((gap, at))
            block = "" if place is None else self.known[place][0].id
            yield Paragraph(block, wording, after, 0), _count([wording])


def _count(wordings: Sequence[str]) -> int:
    return sum(len(split(join([wording]))) for wording in wordings)


def _at_lines(paragraphs: Iterator[tuple[Paragraph, int]], own: Sequence[str]) -> Iterator[Paragraph]:
    """Yield the paragraphs with the lines on which they begin."""
    starts, line = [], 1
    for each in own:
        starts.append(line)
        line += each.count("\n") + (0 if each.endswith(EXACT) else 2)
    at = 0
    for paragraph, count in paragraphs:
        start = starts[min(at, len(starts) - 1)] if starts else 1
        yield Paragraph(paragraph.block, paragraph.wording, paragraph.gap, start)
        at += count
