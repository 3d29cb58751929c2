"""
What the pages of the text room show: frozen values, built in ``queries`` for one subject, rendered by templates.

Codes are strings such as "KAZ"; a :class:`Holder` adds what a page needs of them. "Mine" is the subject's delegation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """
    A code as it is shown.

    Attributes:
        tone: "mine" | "chair" | "d1" … "d6" | "edge" (more than eight delegations).
    """

    code: str
    name: str
    tone: str


@dataclass(frozen=True, slots=True)
class Words:
    """Common wording."""

    text: str
    is_choice: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """
    An alternative of a choice.

    Attributes:
        index: place among the alternatives, 0 = the base's wording; what acts name.
        letter: "a", "b", …, inner ones "a1"; "◇" for the chair's compromise.
        holders: shortened to at most four inline; ``more`` counts the others.
        plain: its wording with inner choices as […]; "" for no text.
        closed_by: delegations that would still have to move if the chair closed on it.
    """

    index: int
    letter: str
    holders: tuple[Holder, ...]
    more: int
    all_holders: tuple[Holder, ...]
    inlines: tuple[Words | Open, ...]
    plain: str
    is_null: bool
    is_base: bool
    is_mine: bool
    is_chair: bool
    others: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """
    An open choice in the text.

    Attributes:
        number: "6", inner ones "6.1"; also the ``?choice=`` of its address.
        options: those that are printed, base first; ``null`` is the "no text" printed as "| no text KGZ +2" behind a
            lone option, or None.
        spoken: the sentence for screen readers.
        whole: the choice is the whole paragraph (alternative paragraphs one above the other).
        closing: whether the chair has proposed to close it.
    """

    number: str
    options: tuple[Option, ...]
    null: Option | None
    spoken: str
    selected: bool
    whole: bool
    mine: bool
    awaits_me: bool
    closing: bool
    is_choice: bool = True


@dataclass(frozen=True, slots=True)
class Remark:
    """A reservation ("reserve") or note under a paragraph."""

    kind: str
    holder: Holder
    wording: str


@dataclass(frozen=True, slots=True)
class Mine:
    """A proposal of the subject's delegation (or shown to the chair) that is not tabled yet."""

    id: str
    holder: Holder
    stage: str
    kind: str
    wording: str
    may_table: bool
    may_show: bool
    may_drop: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """
    A block in the room.

    Attributes:
        state: "open" | "agreed" | "reopened" | "reserved" | "clear" (no choice open, not yet agreed).
        word: the status in words, translated.
        first: its first words, for the outline.
        changed: clock time of a change by others since the subject last looked, or "".
    """

    id: str
    label: str
    state: str
    word: str
    forum: str
    pending: tuple[Holder, ...]
    inlines: tuple[Words | Open, ...]
    remarks: tuple[Remark, ...]
    first: str
    open_choices: int
    awaits_me: bool
    mine: bool
    selected: bool
    changed: str
    drafts: tuple[Mine, ...]
    plain: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the record as a line: ``sentence`` begins with who acted."""

    number: int
    at: datetime
    sentence: str
    on_behalf_of: str
    authority: str
    version: int | None


@dataclass(frozen=True, slots=True)
class Asking:
    """
    A proposal of the chair to close a choice.

    Attributes:
        letter, plain: the alternative it would close on.
        awaited: holders of other wording who have not joined; ``present`` those of them shown as in the room.
        objected: who objected; ``asked`` whether "any objection?" was asked.
        may_close: "" or the reason why it cannot close now.
    """

    id: str
    letter: str
    index: int
    plain: str
    awaited: tuple[Holder, ...]
    present: tuple[Holder, ...]
    joined: tuple[Holder, ...]
    objected: tuple[Holder, ...]
    asked: bool
    hindrance: str


@dataclass(frozen=True, slots=True)
class Panel:
    """
    The panel of the selected choice.

    Attributes:
        choice: the choice itself; ``options`` all its alternatives, null ones too, inner choices' rows flattened with
            ``depth`` in the letter ("a1").
        silent: roster codes without a position here.
        held: what the subject's delegation holds, in words, or "".
        previous, next: numbers of the neighbouring choices, or "".
    """

    choice: Open
    block: Paragraph
    options: tuple[Option, ...]
    inner: tuple[tuple[str, Option], ...]
    silent: tuple[Holder, ...]
    held: str
    held_index: int | None
    asking: Asking | None
    history: tuple[Event, ...]
    previous: str
    next: str


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
    """What the subject may do here; each is decided by ``access`` and only shown by the page."""

    draft: bool
    table: bool
    chair: bool
    secretariat: bool
    names: bool


@dataclass(frozen=True, slots=True)
class TextPage:
    """
    The text room.

    Attributes:
        view: "all" | "ledger" | "mine" | "zero" | "clean".
        sentence: the answer with which the page opens; ``awaiting`` numbers of choices that wait for the subject.
        number: version number; the live poll asks with it.
        filter: "all" | "open" | "mine" with ``counts`` of each.
        adoptable: "" or why the text cannot be put to the council yet.
    """

    id: str
    title: str
    symbol: str
    sample: bool
    state: str
    kind: str
    number: int
    fingerprint: str
    label: str
    at: datetime
    me: Holder | None
    powers: Powers
    view: str
    sentence: str
    awaiting: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    inserted: tuple[Mine, ...]
    panel: Panel | None
    versions: tuple[VersionRow, ...]
    rounds: tuple[Round, ...]
    present: tuple[Holder, ...]
    absent: tuple[Holder, ...]
    counts: tuple[int, int, int]
    adoptable: str
    narrow: bool
    recovered: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text in a list."""

    id: str
    title: str
    symbol: str
    sample: bool
    state: str
    sentence: str
    narrow: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """How a proposal will stand: the paragraph composed with it, the choices that it opens, and the notation."""

    paragraph: Paragraph
    opened: tuple[str, ...]
    notation: str


@dataclass(frozen=True, slots=True)
class Touch:
    """
    Something that touches the subject's wording since it last looked.

    Attributes:
        sentence: who did what; ``option`` the alternative in question, for one-tap support or "cannot accept".
    """

    block: Paragraph
    choice: Open | None
    option: Option | None
    sentence: str
    entry: int
    at: datetime
    awaits: bool


@dataclass(frozen=True, slots=True)
class SincePage:
    """Since the subject last looked: only what touches its own wording."""

    id: str
    title: str
    symbol: str
    sample: bool
    number: int
    seen: int
    me: Holder
    touches: tuple[Touch, ...]
    elsewhere: int
    powers: Powers


@dataclass(frozen=True, slots=True)
class Difference:
    """
    One changed paragraph of a comparison.

    Attributes:
        old, new: runs (text, "same" | "removed" | "added") of the notation.
        entries: the record entries that account for it; ``covered`` whether anything does.
    """

    label: str
    block: str
    old: tuple[tuple[str, str], ...]
    new: tuple[tuple[str, str], ...]
    marks: tuple[str, ...]
    entries: tuple[Event, ...]
    covered: bool


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two versions side by side; ``rows`` are differences or, for unchanged runs, the labels from and to."""

    id: str
    title: str
    symbol: str
    sample: bool
    old: VersionRow
    new: VersionRow
    versions: tuple[VersionRow, ...]
    rows: tuple[Difference | tuple[str, str], ...]
    figures: tuple[tuple[str, str], ...]
    uncovered: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    A decision as the record will say it.

    Attributes:
        sentence: "Adopted under …"; ``reasons`` pairs of "yes" | "care" | "no" and a sentence; ``change`` what would
            change it.
    """

    adopted: bool
    sentence: str
    reasons: tuple[tuple[str, str], ...]
    change: str


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """The chair's page on which a text is put to consensus; ``seats`` rows of holder, what it said, its seat."""

    id: str
    title: str
    symbol: str
    sample: bool
    number: int
    fingerprint: str
    seats: tuple[tuple[Holder, str, str], ...]
    outcome: Outcome
    asked: bool
    hindrance: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a run of words comes from: a sentence for each of proposed, supported, lifted, closed."""

    proposed: str
    supported: str
    lifted: str
    closed: str
    choice: str


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words of an adopted paragraph with one origin; ``key`` is its address (``?words=b3-2``)."""

    text: str
    key: str
    selected: bool
    provenance: Provenance | None


@dataclass(frozen=True, slots=True)
class AdoptedPage:
    """An adopted text: released to the public, or as the admitted see it before (``released`` None)."""

    id: str
    title: str
    symbol: str
    sample: bool
    organ: str
    outcome: Outcome
    paragraphs: tuple[tuple[str, tuple[Run, ...]], ...]
    selected: Run | None
    fingerprint: str
    entry: int
    adopted_at: datetime
    stands: tuple[tuple[str, str], ...]
    traced: bool
