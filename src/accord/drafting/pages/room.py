"""What the text room shows, built in ``queries`` for one subject. "Mine" is the subject's delegation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accord.drafting.pages.languages import LanguageLine
from accord.drafting.pages.wording import Event, Holder, Mine, Mover, Open, Option, Paragraph, Row


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What a reader asks of the room, as in the address.

    Attributes:
        view: "all" | "ledger" | "mine" | "zero" | "clean".
        choice, block: number or id of what is selected, or "".
        act: name of the form that is open in the panel, or "".
        filter: "all" | "open" | "mine", for the outline.
        version: number of a version, 0 for the current one.
    """

    view: str = "all"
    choice: str = ""
    block: str = ""
    act: str = ""
    filter: str = "all"
    version: int = 0


@dataclass(frozen=True, slots=True)
class Asking:
    """
    A proposal of the chair to close a choice.

    Attributes:
        letter, plain: the alternative it would close on ("" and its old wording where that has changed).
        awaited: holders of other wording; ``away`` those of them not shown as in the room; ``joined`` who came over.
        objected: who objected; ``asked`` whether "any objection?" was asked.
        hindrance: "" or the reason why it cannot close now.
        i_objected: the subject's delegation is among those who objected.
    """

    id: str
    letter: str
    index: int
    plain: str
    awaited: tuple[Holder, ...]
    away: tuple[Holder, ...]
    joined: tuple[Holder, ...]
    objected: tuple[Holder, ...]
    asked: bool
    hindrance: str
    i_objected: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """
    The panel of the selected choice.

    Attributes:
        options: all its alternatives, null ones too; ``inner`` the rows of the choices inside.
        silent: who of the roster has no position here, with whether its seat is empty.
        held: the option that the subject's delegation holds, or None.
        place, total: which of the open choices this is, counted from 1; 0 for an inner one.
        previous, next: numbers of the neighbouring choices, or "".
    """

    choice: Open
    block: Paragraph
    options: tuple[Option, ...]
    inner: tuple[Row, ...]
    silent: tuple[tuple[Holder, bool], ...]
    held: Option | None
    asking: Asking | None
    history: tuple[Event, ...]
    place: int
    total: int
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class BlockPanel:
    """
    The panel of the selected paragraph.

    Attributes:
        agreeable: "" or why the chair cannot mark it agreed now.
    """

    block: Paragraph
    agreeable: str
    history: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version to choose from."""

    number: int
    label: str
    at: datetime
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Round:
    """A point of the convergence line: share of words in open choices (0 to 1) and blocks agreed."""

    label: str
    open_words: float
    agreed: int
    blocks: int


@dataclass(frozen=True, slots=True)
class Powers:
    """
    What the subject may do here; each is decided by ``access`` and only shown by the page.

    Attributes:
        reason: why it may not draft, where it is a delegation; "" else.
    """

    draft: bool
    table: bool
    chair: bool
    secretariat: bool
    object: bool
    names: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of the text: paragraphs, agreed, with a reservation, with open choices; choices that are open."""

    blocks: int
    agreed: int
    reserved: int
    open_blocks: int
    choices: int


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A whole version that a delegation handed in: by which entry, and whether it is recovered exactly."""

    holder: Holder
    entry: int
    exact: bool


@dataclass(frozen=True, slots=True)
class TextPage:
    """
    The text room.

    Attributes:
        number: version number; the live poll asks with it.
        label: name of the version ("Zero draft", "Rev.2"), or "".
        live: it is the current version, so one can act on it.
        standing_in: numbers of the choices in which the subject's delegation holds wording.
        awaiting: numbers of the choices that wait for the subject.
        counts: paragraphs in the outline under "all", "open", "mine".
        gone: the selected choice is not open any more; ``history`` then says how it ended.
        adoption: id of the adoption, or "".
        clear: how many paragraphs could be marked agreed at once.
        handed_in: the whole versions that delegations handed in, each with its check.
        movers: in the view of the own delegation: who would have to move, and on what.
        drafts: mark of the drafts that the subject sees; the live poll asks with it.
    """

    id: str
    title: str
    symbol: str
    sample: bool
    state: str
    state_word: str
    meeting: str
    number: int
    fingerprint: str
    label: str
    at: datetime
    live: bool
    me: Holder | None
    powers: Powers
    asked: Asked
    figures: Figures
    standing_in: tuple[str, ...]
    awaiting: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    beginning: tuple[Mine, ...]
    panel: Panel | None
    block_panel: BlockPanel | None
    gone: str
    history: tuple[Event, ...]
    versions: tuple[VersionRow, ...]
    rounds: tuple[Round, ...]
    roster: tuple[Holder, ...]
    present: tuple[Holder, ...]
    absent: tuple[Holder, ...]
    counts: tuple[int, int, int]
    narrow: bool
    adoption: str
    clear: int
    handed_in: tuple[HandedIn, ...]
    movers: tuple[Mover, ...]
    drafts: str
    languages: tuple[LanguageLine, ...] = ()

    @property
    def recovered(self) -> int:
        """How many of the versions handed in are recovered exactly."""
        return sum(each.exact for each in self.handed_in)

    @property
    def chosen_block(self) -> Paragraph | None:
        """The paragraph that is selected, or that holds the selected choice."""
        chosen = self.block_panel or self.panel
        return chosen.block if chosen else None

    @property
    def keep(self) -> str:
        """What links keep of the address, ready to be continued: view and filter."""
        return "".join(f"{pair}&" for pair in self._kept())

    @property
    def back(self) -> str:
        """The query part of the address that shows this page without an open form."""
        chosen = (("choice", self.asked.choice), ("block", "" if self.asked.choice else self.asked.block))
        return "&".join((*self._kept(), *(f"{name}={value}" for name, value in chosen if value)))

    @property
    def query(self) -> str:
        """The query part of the address of this very page."""
        return "&".join(part for part in (self.back, f"act={self.asked.act}" if self.asked.act else "") if part)

    @property
    def first_open(self) -> str:
        """The choice to begin with: the first that waits for the subject, else the first that is open; "" for none."""
        numbers = (number for each in self.paragraphs for number in each.numbers)
        return self.awaiting[0] if self.awaiting else next(numbers, "")

    def _kept(self) -> tuple[str, ...]:
        version = str(self.asked.version or "")
        found = (("view", self.asked.view, "all"), ("filter", self.asked.filter, "all"), ("version", version, ""))
        return tuple(f"{name}={value}" for name, value, usual in found if value != usual)


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text in a list; ``sentence`` says how far it has come."""

    id: str
    title: str
    symbol: str
    sample: bool
    state: str
    sentence: str
    narrow: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """
    How a proposal will stand: the paragraph composed with it, and what it opens and joins, in words.

    Attributes:
        paragraph: None where the paragraph would go at once, being the subject's own insertion.
        notation: the paragraph in notation.
    """

    paragraph: Paragraph | None
    opened: tuple[str, ...]
    joined: tuple[Holder, ...]
    notation: str
