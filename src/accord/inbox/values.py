"""A report as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from accord.inbox.spans import Piece


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One draft record: ``label`` is its number in the text."""

    label: str
    words: str
    quote: str
    stated: bool
    why: str


@dataclass(frozen=True, slots=True)
class DraftGroup:
    """Draft records of one kind."""

    key: str
    title: str
    lines: tuple[DraftLine, ...]


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """What does not fit; ``label`` is its letter in the text, "" for a silence."""

    label: str
    severity: str
    quote: str
    why: str
    expected: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report with what it says and what does not fit; ``council`` is whether it is about a council of states."""

    council: bool
    day: str
    pieces: tuple[Piece, ...]
    groups: tuple[DraftGroup, ...]
    doubts: tuple[DoubtLine, ...]
    records: int
