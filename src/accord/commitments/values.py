"""What is entered of what is followed: frozen values that the actions take, from a form, a file or a test."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from accord.members.basis import Basis
from accord.programme.values import Evidence


@dataclass(frozen=True, slots=True)
class MeasureEntry:
    """
    A measure of a priority (by its handle).

    Attributes:
        owner: "member XAA", "organ wg-water", words for an office, or "" where no source says.
        due: the last day; ``when`` the period in words where no day is known.
        known: the day from which it is known; None for always.
    """

    priority: str
    words: str
    owner: str = ""
    begins: date | None = None
    due: date | None = None
    when: str = ""
    indicator: str = ""
    unit: str = ""
    target: Decimal | None = None
    area: str = ""
    sample: bool = False
    known: date | None = None
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """
    How a measure reads from now on; its priority stays, and so does the day from which it is known.

    Attributes:
        since: the day from which it is so; None where what stood there was a mistake from the beginning.
    """

    planned: MeasureEntry
    reason: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class CommitmentEntry:
    """
    A commitment in an adopted text.

    Attributes:
        block: id of the paragraph. words: the very words of it.
        start: where they begin, in code points of the paragraph; None where they stand in it once.
        bound: codes of the members that are bound. binds: who else, in words. priority: its handle, "" for none.
    """

    adoption: str
    block: str
    words: str
    start: int | None = None
    bound: tuple[str, ...] = ()
    binds: str = ""
    due: date | None = None
    when: str = ""
    area: str = ""
    priority: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class ProgressEntry:
    """
    What is reported on a day of a measure or commitment; ``state`` "planned" | "running" | "done" | "dropped".

    Attributes:
        open: of a commitment in a released text, whether the public reads the report.
    """

    day: date
    state: str
    fact: str
    evidence: Evidence = field(default_factory=Evidence)
    open: bool = False
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class VoicedEntry:
    """
    A proposal that was voiced in a meeting.

    Attributes:
        who: "XAA" for a member or partner by its code, or words. sitting: its code, "" where it is not stated.
        item: handle of the agenda item, "" for none. statement: id of the statement, "" for none.
        day: when; None for the day of the meeting.
    """

    meeting: str
    who: str
    words: str
    sitting: str = ""
    item: str = ""
    statement: str = ""
    day: date | None = None
    sample: bool = False
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class OutcomeEntry:
    """
    What became of a proposal.

    Attributes:
        fate: "open" | "taken" | "merged" | "dropped". document, text: ids of the paper that took it up.
        other: id of the proposal with which it was merged. words: the paper in words, or the reason.
    """

    day: date
    fate: str
    document: str = ""
    text: str = ""
    other: str = ""
    words: str = ""
    basis: Basis = field(default_factory=Basis)
