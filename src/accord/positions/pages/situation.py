"""What the page of one situation shows: what is reported of it, positions on it, and what members said over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accord.positions.pages.positions import PositionLine
from accord.positions.pages.situations import SituationLine


@dataclass(frozen=True, slots=True)
class SituationPage:
    """
    A situation on a day, as one subject sees it.

    Attributes:
        positions: on it, as they are reported, newest first.
        enters: the reader can enter a position on it.
    """

    id: int
    day: date
    line: SituationLine
    positions: tuple[PositionLine, ...]
    enters: bool
