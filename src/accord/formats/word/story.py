"""
One flow of wording with its tracked changes, and the texts in it: all changes accepted, all rejected, those of some.

A reader of a file puts down what it meets, in order, as pieces, which are then read once for each text. A paragraph's
end is a piece too: where it is gone, the paragraph goes on with the next one. Word and OpenDocument are both read so.

Source: ISO/IEC 29500-1, 17.13.5 (revisions); docs/reference/formats.md, "Reading Word".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

PAGE_BREAK = "\f"
"""A break of page or column inside a paragraph; no file can hold this character as wording."""


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change that a piece is under; ``moved`` where the change is one half of a move."""

    kind: Literal["inserted", "deleted"]
    author: str
    date: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Anything in a flow; ``changes`` are those it is under, the outermost first."""

    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Words(Piece):
    """Characters; ``look`` says what they are in a rolling text that Accord wrote."""

    wording: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True)
class End(Piece):
    """
    The end of a paragraph.

    Attributes:
        number, base_number: what its automatic number is counted by, after and before the tracked changes; None
            without one.
        style: what the paragraph is in a rolling text that Accord wrote.
    """

    number: object = None
    base_number: object = None
    style: str = ""


@dataclass(frozen=True, slots=True)
class Wall(Piece):
    """A place that no paragraph goes on across: the edge of a table or of a cell."""


@dataclass(frozen=True, slots=True)
class Said(Piece):
    """
    Something to say at this place.

    Attributes:
        always: whether it is said even where its place is gone from the text. revisions: tracked changes inside what
            is told of (a note), as groups.
    """

    code: str = ""
    severity: Literal["info", "warning"] = "info"
    message: str = ""
    fix: str = ""
    always: bool = False
    revisions: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown(Piece):
    """How the next ``length`` characters are shown, such as "hidden", "struck" or "in FF0000"."""

    ways: tuple[str, ...] = ()
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Box(Piece):
    """A flow of its own that hangs on a paragraph: a text box. It is read behind it."""

    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot(Piece):
    """Where the wording that a comment is about begins ("start") or ends ("end"), or where the comment hangs ("at")."""

    what: Literal["start", "end", "at"] = "at"
    comment: str = ""


@dataclass(slots=True)
class Group:
    """Neighbouring pieces under changes of one kind by one author; ``offset`` in the accepted text."""

    change: Change
    offset: int
    words: list[str] = field(default_factory=list)

    @property
    def wording(self) -> str:
        """The wording of all its pieces."""
        return "".join(self.words)


@dataclass(frozen=True, slots=True)
class Note:
    """Something to say, at an offset of the accepted text."""

    code: str
    severity: Literal["info", "warning"]
    offset: int
    message: str
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Wording that is shown in one way, ``[start, end)`` in the accepted text."""

    start: int
    end: int
    wording: str


@dataclass(slots=True)
class Reading:
    """
    One of the two texts of a flow.

    Attributes:
        accepts: whether the changes by this author are accepted.
        count: turns what numbers a paragraph into its label, called once per paragraph, in order.
        before: whether numbers are those before the tracked changes.
        paragraphs: the wording so far, blank paragraphs left out. labels: of each, "" without one.
        length: of the text so far. notes, groups, shown, spots: what was met, with offsets. plain: all wording,
            deleted wording included, in which ``spots`` of comments count too.
    """

    accepts: Callable[[str], bool]
    count: Callable[[Any], str]
    before: bool = False
    paragraphs: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    length: int = 0
    notes: list[Note] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    shown: dict[str, list[Stretch]] = field(default_factory=dict)
    spots: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    plain: list[str] = field(default_factory=list)
    _plain_length: int = 0
    _words: list[str] = field(default_factory=list)
    _here: int = 0
    _boxes: list[Box] = field(default_factory=list)
    _number: object = None
    _open: dict[tuple[str, str, bool], Group] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The paragraphs, parted by one blank line."""
        return "".join(f"{paragraph}\n\n" for paragraph in self.paragraphs)[:-1]

    @property
    def offset(self) -> int:
        """Where the text that was read so far ends."""
        return self.length + self._here

    def read(self, pieces: Iterable[Piece]) -> None:
        """Read pieces that end with a paragraph."""
        for piece in pieces:
            _TAKEN[type(piece)](self, piece)
        self._close()

    def _is_gone(self, piece: Piece) -> bool:
        return any((change.kind == "deleted") == self.accepts(change.author) for change in piece.changes)

    def _take_words(self, piece: Words) -> None:
        self._track(piece.changes, piece.wording)
        if not self._is_gone(piece) and (self._words or piece.wording != PAGE_BREAK):
            self._words.append(piece.wording)
            self._here += len(piece.wording)

    def _take_end(self, piece: End) -> None:
        self._track(piece.changes, "\n\n")
        self._number = piece.base_number if self.before else piece.number
        if not self._is_gone(piece):
            self._close(ended=True)

    def _take_wall(self, piece: Wall) -> None:
        if not self._is_gone(piece):
            self._close()
            self._open.clear()

    def _take_said(self, piece: Said) -> None:
        gone = self._is_gone(piece)
        if piece.always or not gone:
            self.notes.append(Note(piece.code, piece.severity, self.offset, piece.message, piece.fix))
        self.groups += [Group(each.change, self.offset, each.words) for each in piece.revisions]

    def _take_shown(self, piece: Shown) -> None:
        if self._is_gone(piece):
            return
        start = self.offset
        for way in piece.ways:
            stretches = self.shown.setdefault(way, [])
            if stretches and stretches[-1].end == start:
                last = stretches.pop()
                stretches.append(Stretch(last.start, start + len(piece.wording), last.wording + piece.wording))
            else:
                stretches.append(Stretch(start, start + len(piece.wording), piece.wording))

    def _take_box(self, piece: Box) -> None:
        self._boxes.append(piece)

    def _take_spot(self, piece: Spot) -> None:
        self.spots.setdefault((piece.what, piece.comment), (self.offset, self._plain_length))

    def _track(self, changes: tuple[Change, ...], wording: str) -> None:
        """Put wording into the groups of its changes, beginning one where its neighbour is under no such change."""
        self.plain.append(" " if wording == "\n\n" else wording)
        self._plain_length += len(self.plain[-1])
        if not changes:
            if self._open:
                self._open.clear()
            return
        now: dict[tuple[str, str, bool], Group] = {}
        for change in changes:
            key = (change.kind, change.author, change.moved)
            if key in now:
                continue
            now[key] = self._open.get(key) or Group(change, self.offset)
            if not now[key].words:
                self.groups.append(now[key])
            now[key].words.append(wording)
        self._open = now

    def _close(self, *, ended: bool = False) -> None:
        """End the paragraph at hand, blank or not; then read the boxes that hang on it."""
        number, self._number = self._number, None
        label = self.count(number) if number is not None and (ended or self._words) else ""
        wording = "".join(self._words).rstrip(PAGE_BREAK).replace(PAGE_BREAK, "\n")
        self._words, self._here = [], 0
        if wording.strip():
            self.paragraphs.append(wording)
            self.labels.append(label)
            self.length += len(wording) + 2
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            if self._is_gone(box):
                self._take_lost(box)
            else:
                self.read(box.pieces)

    def _take_lost(self, box: Box) -> None:
        """Take the tracked changes in a box that is gone, and what is said even where its place is."""
        for piece in box.pieces:
            if isinstance(piece, Box):
                self._take_lost(piece)
            elif isinstance(piece, Words | End):
                self._track(piece.changes, piece.wording if isinstance(piece, Words) else "\n\n")
            elif isinstance(piece, Said) and piece.always:
                self._take_said(piece)


_TAKEN: dict[type[Piece], Callable[..., None]] = {
    Words: Reading._take_words,
    End: Reading._take_end,
    Wall: Reading._take_wall,
    Said: Reading._take_said,
    Shown: Reading._take_shown,
    Box: Reading._take_box,
    Spot: Reading._take_spot,
}


def accepted(pieces: Sequence[Piece], count: Callable[[Any], str] = str) -> Reading:
    """Return the text with all tracked changes accepted; ``count`` turns what numbers a paragraph into its label."""
    return _read(Reading(lambda _author: True, count), pieces)


def rejected(pieces: Sequence[Piece], count: Callable[[Any], str] = str) -> Reading:
    """Return the text with all tracked changes rejected."""
    return _read(Reading(lambda _author: False, count, before=True), pieces)


def accepted_by(pieces: Iterable[Piece], authors: Collection[str]) -> Reading:
    """Return the text with the tracked changes of these authors accepted and all others rejected."""
    return _read(Reading(authors.__contains__, str), pieces)


def _read(reading: Reading, pieces: Iterable[Piece]) -> Reading:
    reading.read(pieces)
    return reading


def revisions_of(groups: Sequence[Group]) -> list[dict[str, object]]:
    """
    Return groups as revisions: author, kind, wording, offset, date.

    The two halves of a move are one revision, where the wording stands now; a half without its other is an insertion
    or a deletion.
    """
    came, left = (
        Counter(_moved(each) for each in groups if each.change.moved and each.change.kind == kind)
        for kind in ("inserted", "deleted")
    )
    both = came & left
    paired = {"inserted": Counter(both), "deleted": Counter(both)}
    told = []
    for each in groups:
        kind: str = each.change.kind
        if each.change.moved and paired[kind][_moved(each)] > 0:
            paired[kind][_moved(each)] -= 1
            if kind == "deleted":
                continue
            kind = "moved"
        told.append(_told(each, kind))
    return told


def _moved(group: Group) -> tuple[str, str]:
    return group.change.author, " ".join(group.wording.split())


def _told(group: Group, kind: str) -> dict[str, object]:
    change = group.change
    wording = group.wording.replace(PAGE_BREAK, "\n")
    return {"author": change.author, "kind": kind, "wording": wording, "offset": group.offset, "date": change.date}
