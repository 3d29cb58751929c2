"""What the page of convergence shows: how far a text has come, round by round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accord.drafting.pages import Holder


@dataclass(frozen=True, slots=True)
class NamedChoice:
    """A choice that was raised or lifted, with who stood behind it; nobody where the reader sees no names."""

    number: str
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A delegation that moved on choices that were open before and after."""

    holder: Holder
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoundRow:
    """
    A round, with what moved since the one before.

    Attributes:
        label: name of the version, "" for now. open_share: of characters inside open choices, 0 to 1.
        clear: paragraphs without an open choice that are not agreed. held: over the outermost choices, how many
            delegations hold wording; each: the mean of it, None where nothing is open; most: on one choice.
        agreed_now, reopened: paragraphs that became agreed since the round before, and that ceased to be.
    """

    label: str
    number: int
    at: datetime
    blocks: int
    agreed: int
    open_blocks: int
    clear: int
    open_share: float
    choices: int
    held: int
    each: float | None
    most: int
    silent: int
    reservations: int
    placeholders: int
    raised: tuple[NamedChoice, ...] = ()
    lifted: tuple[NamedChoice, ...] = ()
    moved: tuple[MovedRow, ...] = ()
    reserved: tuple[Holder, ...] = ()
    unreserved: tuple[Holder, ...] = ()
    agreed_now: int = 0
    reopened: int = 0


@dataclass(frozen=True, slots=True)
class ConvergencePage:
    """
    The page of convergence.

    Attributes:
        rounds: named versions and the current one, oldest first.
        moved_at: when wording, positions, reservations or agreement last changed. still: days since then.
        names: whether this reader sees who.
    """

    id: str
    title: str
    symbol: str
    sample: bool
    rounds: tuple[RoundRow, ...]
    moved_at: datetime
    still: int
    names: bool

    @property
    def now(self) -> RoundRow:
        """The text as it is."""
        return self.rounds[-1]
