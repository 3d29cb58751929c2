"""What the page of an adopted text shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accord.drafting.pages.deciding import Outcome


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
