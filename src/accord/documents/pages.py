"""What the pages of documents show: frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from accord.members.basis import Basis
from accord.members.pages import Called


@dataclass(frozen=True, slots=True)
class StepHead:
    """A column of a path: how the step is called, its key, and the day on which all its documents were there."""

    label: str
    key: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class StepCell:
    """
    A document at a step, as its path draws it.

    Attributes:
        label: of the step.
        passage: as a CSS class: "passed" | "forwarded" | "completed" | "here" | "returned" | "not-stated" | "expected"
            | "ended", "" where nothing is drawn.
        mark: name in the sprite. before, after: how the line runs to the neighbours: "solid" | "dotted" | "".
    """

    label: str
    passage: str
    word: str
    mark: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """
    A document in a list.

    Attributes:
        title: in the reader's language where it is known in it; "" when it is not known at all.
        tongue: tag of the title's language where that is not the reader's, else "".
        state: one of accord.documents.choices.State. where: who has it, or what became of it. since: the day.
        next: what comes next, or "". organs: key and name of who has it now.
    """

    id: str
    title: str
    tongue: str
    kind: str
    symbol: str
    state: str
    where: str
    since: date | None
    next: str
    organs: tuple[tuple[str, str], ...]
    proposed_by: str
    sample: bool
    basis: Basis

    @property
    def name(self) -> str:
        """Symbol and title."""
        return f"{self.symbol} {self.title}".strip()

    @property
    def called(self) -> Called:
        """The title, with its language where that is not the reader's."""
        return Called(self.title, self.tongue)


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """A stretch of the list of documents, and by what it can be narrowed: (value, label) each."""

    lines: tuple[DocumentLine, ...]
    sentence: str
    total: int
    number: int
    pages: int
    organs: tuple[tuple[str, str], ...]
    years: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StopLine:
    """
    What happened to a document: a stop, or (``label`` "") what is reported.

    Attributes:
        when: the days as they are known, "" where no day is. said: what happened, in words.
    """

    label: str
    when: str
    said: str
    words: str
    basis: Basis
    day: date | None = None
    here: bool = False


@dataclass(frozen=True, slots=True)
class ClearanceLine:
    """What a member said in the clearance that is under way, as far as the reader may know it."""

    code: str
    member: str
    said: str
    word: str
    words: str
    at: datetime | None
    tabled: bool


@dataclass(frozen=True, slots=True)
class TieLine:
    """Another document and what this one is to it."""

    word: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class SymbolLine:
    """A symbol that was given, for what, and on which day."""

    symbol: str
    kind: str
    words: str
    day: date


@dataclass(frozen=True, slots=True)
class TextTie:
    """The negotiated text of a document; ``adopted`` is the day on which it was, ``taken`` whether that is entered."""

    id: str
    name: str
    state: str
    adopted: date | None


@dataclass(frozen=True, slots=True)
class Leaving:
    """A step that has the document now, and how it can leave it."""

    key: str
    label: str
    outcomes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Moves:
    """
    What can be chosen when a document is moved; empty where nothing can.

    Attributes:
        leaving: the steps that have it. ahead: groups of steps to which it can go then, as (key, label).
        back: earlier steps. clears: members are asked at a step ahead. others: documents with which it can be merged,
            as (id, name). texts: texts that can be linked. meetings: those before which it can be laid.
    """

    leaving: tuple[Leaving, ...] = ()
    ahead: tuple[tuple[tuple[str, str], ...], ...] = ()
    back: tuple[tuple[str, str], ...] = ()
    steps: tuple[tuple[str, str], ...] = ()
    clears: bool = False
    others: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    meetings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """
    A document as one subject sees it.

    Attributes:
        sentence: where it is, who has it, since when, what is missing, what comes next.
        titles: in other languages, as (language, title). clearances: of the clearance under way, () without one.
        offers: the verbs that the reader may do. refusals: verb → why not, where that helps.
        me: code of the reader's delegation where it is asked to clear the document, else "". mine: what it has said.
    """

    line: DocumentLine
    sentence: str
    day: date
    heads: tuple[StepHead, ...]
    cells: tuple[StepCell, ...]
    history: tuple[StopLine, ...]
    clearances: tuple[ClearanceLine, ...]
    due: date | None
    ties: tuple[TieLine, ...]
    symbols: tuple[SymbolLine, ...]
    titles: tuple[tuple[str, str], ...]
    meetings: tuple[tuple[str, str], ...]
    outline: tuple[str, ...]
    period: str
    reason: str
    text: TextTie | None
    offers: frozenset[str]
    moves: Moves
    me: str = ""
    mine: ClearanceLine | None = None


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A document before a meeting and the way it has come. ``title`` is "" when it is not known."""

    id: str
    number: int
    title: str
    tongue: str
    kind: str
    way: tuple[StepCell, ...]
    outcome: str
    held: bool
    basis: Basis

    @property
    def called(self) -> Called:
        """The title, with its language where that is not the reader's."""
        return Called(self.title, self.tongue)


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The documents before a meeting: columns and rows of their path, and the head over it."""

    heads: tuple[StepHead, ...]
    papers: tuple[PaperLine, ...]
    head: str


@dataclass(frozen=True, slots=True)
class WayLine:
    """A step of the organisation’s way, as its page shows it; ``local`` is its name in the working language."""

    key: str
    label: str
    kind: str
    kind_label: str
    organ: str
    local: str
    optional: bool
    parallel: bool


@dataclass(frozen=True, slots=True)
class WayPage:
    """The way of an organisation and the pattern of its symbols."""

    number: int
    steps: tuple[WayLine, ...]
    series: str
    revision: str
    addendum: str
    corrigendum: str


@dataclass(frozen=True, slots=True)
class AwaitingDocument:
    """
    A document that waits for its reader.

    Attributes:
        what: "clear" (its member has not spoken), "send" (all members have cleared it).
        until: the last day to clear it, or None. since: from when it waits.
    """

    id: str
    name: str
    what: str
    sentence: str
    since: date | None
    until: date | None
