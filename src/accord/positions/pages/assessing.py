"""What the page of situations shows: points, what each member says of them, and how near that is."""

from __future__ import annotations

from dataclasses import dataclass

from accord.drafting.pages import Holder
from accord.positions.pages.alignment import Figure, MapPage, PairRow


@dataclass(frozen=True, slots=True)
class AssessedPoint:
    """
    A point of a situation.

    Attributes:
        said: (words, who says so), supporters first. silent: who has said nothing. mine: what the own member says.
        state: "agreed" | "open" | "divided". apart: who stands apart from more than half.
    """

    id: str
    wording: str
    said: tuple[tuple[str, tuple[Holder, ...]], ...]
    silent: tuple[Holder, ...]
    mine: str
    state: str
    apart: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class SituationRow:
    """A situation with its points."""

    id: str
    name: str
    gist: str
    points: tuple[AssessedPoint, ...]


@dataclass(frozen=True, slots=True)
class AssessmentPage:
    """
    The page of situations.

    Attributes:
        figure, pairs, map: over all points, as on the page of a text; None or empty where there is nothing to compare,
            or the organisation does not show it to this reader.
        points: how many this reader sees. divided: how many of them divide the members, by what is known.
        words: what can be said, as (value, words). may_put, may_assess: what access says.
    """

    rows: tuple[SituationRow, ...]
    figure: Figure | None
    pairs: tuple[PairRow, ...]
    map: MapPage | None
    points: int
    divided: int
    words: tuple[tuple[str, str], ...]
    may_put: bool
    may_assess: bool
