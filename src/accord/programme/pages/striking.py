"""What the pages show of entries that were struck, and of one that is about to be: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class StruckLine:
    """An entry that was struck: what kind it is, in words, what it says, on which day it was struck, and why."""

    label: str
    words: str
    day: date
    why: str


@dataclass(frozen=True, slots=True)
class StrikePage:
    """
    An entry that can be struck.

    Attributes:
        label: what kind it is, in words. words: what it says. of: what it is an entry of.
        address: of the page of that: its name and what it takes.
    """

    label: str
    words: str
    of: str
    address: tuple[str, ...]
