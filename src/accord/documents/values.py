"""What is entered of documents: frozen values that the actions take, from a form, a file of facts, or a test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class StepEntry:
    """
    A step of the way of an organisation.

    Attributes:
        kind: "experts" | "clearance" | "organ". organ: key of the organ in the register, or "".
        names: how it is called in other languages, by tag.
    """

    key: str
    label: str
    kind: str = "organ"
    organ: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    optional: bool = False
    parallel: bool = False


@dataclass(frozen=True, slots=True)
class StopEntry:
    """
    A stop as it is reported; ``outcome`` "" for a document that is there still.

    Attributes:
        step: key of the step. when: the days as they are known, where that is less than a day.
    """

    step: str
    since: date | None = None
    until: date | None = None
    outcome: str = ""
    when: str = ""
    words: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """What is reported of a document on a day; ``when`` says the day as it is known."""

    words: str
    day: date
    when: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """
    A document.

    Attributes:
        title: as printed, or "" when it is not known; ``tongue`` is its language. titles: in other languages, by tag.
        kind: one of accord.documents.choices.Kind. final: key of the step that completes it, "" for the last.
        open: whether everybody sees that it exists, where the organisation is public; else its council.
        replaces: id of a document that it replaces, or "".
        meeting, number: before which meeting it is, and as which, or "" and 0.
    """

    title: str = ""
    kind: str = "other"
    tongue: str = "en"
    titles: Mapping[str, str] = field(default_factory=dict)
    final: str = ""
    begun: date | None = None
    period: str = ""
    outline: str = ""
    open: bool = False
    sample: bool = False
    replaces: str = ""
    stops: tuple[StopEntry, ...] = ()
    reports: tuple[ReportEntry, ...] = ()
    meeting: str = ""
    number: int = 0
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class Sending:
    """
    How a document goes on.

    Attributes:
        step: key of the step that it leaves, "" where it is at none. outcome: how it leaves it.
        to: keys of the steps to which it goes, none while that is not settled. due: until when members clear it.
    """

    day: date
    step: str = ""
    outcome: str = ""
    to: tuple[str, ...] = ()
    due: date | None = None
    words: str = ""
