"""Reports as pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from accord.inbox.spans import Piece


@dataclass(frozen=True, slots=True)
class RowLink:
    """Something of the register: how it is called, and the route, arguments and anchor of its page."""

    words: str
    place: str
    key: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class OriginLine:
    """
    A stored report that says a row of the register, and the item by which it does.

    Attributes:
        label: how the row was called. language: of the report. quote: the words that say it, "" for a silence.
    """

    label: str
    report: str
    item: str
    words: str
    language: str
    quote: str


@dataclass(frozen=True, slots=True)
class DraftLine:
    """
    One draft record: ``label`` is its number in the text.

    Attributes:
        told: what was read of it, in a line. id: its mark, under which it is stored, "" where it is not.
        match: what of the register it seems to be, None for something new; ``match_key`` as "<kind> <key>".
        decision: what became of it, "" while nobody has decided; ``decided`` in words, with the row that it became.
        gone: it is no longer read of the report.
    """

    label: str
    words: str
    quote: str
    stated: bool
    why: str
    told: str = ""
    id: str = ""
    match: RowLink | None = None
    match_key: str = ""
    decision: str = ""
    decided: str = ""
    row: RowLink | None = None
    note: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class DraftGroup:
    """Draft records of one kind."""

    key: str
    title: str
    lines: tuple[DraftLine, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Words that something does not fit: of another stored report (its id and title), or of the same one ("" both)."""

    quote: str
    report: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """
    What does not fit; ``label`` is its letter in the text, "" for a silence. The rest as in :class:`DraftLine`.

    Attributes:
        beside: beside what it does not fit, in words: the register, another report, the calendar.
        elsewhere: the words that it does not fit, where there are any.
    """

    label: str
    severity: str
    quote: str
    why: str
    expected: str
    beside: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()
    id: str = ""
    decision: str = ""
    decided: str = ""
    note: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ReportPage:
    """
    A report with what it says and what does not fit; ``council`` is whether it is about a council of states.

    Attributes:
        open_records, open_doubts: how many nobody has decided yet.
    """

    council: bool
    day: date | None
    pieces: tuple[Piece, ...]
    groups: tuple[DraftGroup, ...]
    doubts: tuple[DoubtLine, ...]
    records: int
    open_records: int = 0
    open_doubts: int = 0


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A stored report with its source, and how many of its items wait; ``sample`` where its wording is made up."""

    id: str
    publisher: str
    title: str
    url: str
    day: date | None
    language: str
    council: bool
    waits: int
    entered: int
    sample: bool = False


@dataclass(frozen=True, slots=True)
class StoredPage:
    """
    A stored report.

    Attributes:
        beside: other stored reports of the same event, with which it is compared.
        newer: one of these was stored since this one was read last: read again, it is compared with that too.
    """

    source: SourceLine
    reading: ReportPage
    sha256: str
    file_sha256: str
    stored_at: datetime
    stored_by: str
    read_at: datetime
    beside: tuple[SourceLine, ...]
    newer: bool = False


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """The stored reports, the newest first."""

    lines: tuple[SourceLine, ...]
    waits: int


@dataclass(frozen=True, slots=True)
class ItemPage:
    """
    One item beside its words.

    Attributes:
        before, words, after: the passage, the evidence in the middle. kind: its key, ``kind_name`` in words.
        id: the mark of the item. following: that of the next that waits, "" for none.
        line: the record; None for a doubt, which then is ``doubt``.
        meeting: id of the meeting that the report is about, where it is in the register, with its day.
        same_first: what it seems to be is all that is told: not merely the person who did not come, or a series.
        undone_by: the verb that takes the decision back, "reopen" or "unseat"; "" where nothing does.
    """

    source: SourceLine
    id: str
    kind: str
    kind_name: str
    before: str
    words: str
    after: str
    line: DraftLine | None
    doubt: DoubtLine | None
    decided_by: str
    decided_at: datetime | None
    following: str
    meeting: str = ""
    meeting_day: date | None = None
    same_first: bool = True
    undone_by: str = ""
