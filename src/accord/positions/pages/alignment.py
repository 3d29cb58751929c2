"""What the page of alignment shows of a text: how near the delegations are on what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accord.drafting.pages import Holder

MUCH_KNOWN = 2 / 3
"""Share of pairs known from which the phrase may be used, and the value leads."""


@dataclass(frozen=True, slots=True)
class Figure:
    """
    The headline.

    Attributes:
        value: share of the known pairs that want the same wording, 0 to 1; None where no pair is known.
        lower, upper: over every way to fill what is not known. interval: 90 %, over points, or None.
        alpha: agreement beyond chance, or None where it is not defined.
        large: whether "similar to a large extent" may be said; else "similar on ``similar`` of ``points`` points".
    """

    value: float | None
    lower: float
    upper: float
    coverage: float
    interval: tuple[float, float] | None
    indicative: bool
    alpha: float | None
    large: bool
    similar: int
    points: int

    @property
    def much_known(self) -> bool:
        """Whether enough pairs are known for the value to lead; else the bounds do."""
        return self.coverage >= MUCH_KNOWN


@dataclass(frozen=True, slots=True)
class PairCell:
    """
    A pair in the matrix.

    Attributes:
        kind: "same" (the member itself), "few" (known together on fewer than five points), "shown".
        same, n: points on which both want the same wording, of those on which both are known.
        step: 1 to 5, the tint.
    """

    kind: str
    same: int = 0
    n: int = 0
    step: int = 0


@dataclass(frozen=True, slots=True)
class PairRow:
    """One member's row of the matrix."""

    holder: Holder
    cells: tuple[PairCell, ...]


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair in a list: how often both want the same, of the points on which both are known."""

    one: Holder
    other: Holder
    same: int
    n: int


@dataclass(frozen=True, slots=True)
class Side:
    """Who wants one wording of a choice; "" is no text."""

    wording: str
    holders: tuple[Holder, ...]
    is_base: bool


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """
    An open choice.

    Attributes:
        label: of its paragraph. state: "divided" | "open" | "agreed". sides: most wanted first.
        silent: who has no position. objected: a delegation objects to how it would close.
    """

    number: str
    label: str
    block: str
    state: str
    similarity: float | None
    sides: tuple[Side, ...]
    silent: tuple[Holder, ...]
    objected: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """
    A place on the map, with all who stand there.

    Attributes:
        x, y: in the units of the picture. moves: how far the place moves when points are left out, or 0.
    """

    holders: tuple[Holder, ...]
    x: float
    y: float
    moves: float


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A member's place as figures, for the table beside the map."""

    holder: Holder
    x: float
    y: float
    moves: float | None


@dataclass(frozen=True, slots=True)
class MapPage:
    """The map: dots, the same places as figures, shares of the differences that the axes show, and what to doubt."""

    dots: tuple[Dot, ...]
    places: tuple[PlaceRow, ...]
    explained: tuple[float, float]
    left_out: tuple[Holder, ...]
    few_points: bool
    weak: bool


@dataclass(frozen=True, slots=True)
class Course:
    """
    A round.

    Attributes:
        label: name of the version, "" for now. value, lower, upper, coverage: as in the headline; value None where no
            pair is known, and all of them where nothing is open.
        closed: choices of the round before that are not open any more; raised: those that were not open then.
        common: choices open in both; difference: on these alone, with its interval, or None.
    """

    label: str
    number: int
    at: datetime
    choices: int
    value: float | None
    lower: float | None
    upper: float | None
    coverage: float | None
    closed: int
    raised: int
    common: int
    difference: float | None
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class AlignmentPage:
    """
    The page of alignment.

    Attributes:
        members: whose positions are compared; silent: those without any.
        figure: None where there is nothing to compare. map: None under three members with a place.
        pairs: the matrix, none for more members than one reads in a matrix; nearest, farthest: pairs, for these.
        agreed, blocks: paragraphs agreed ad referendum, and all.
        may_set: whether the subject says who sees this page; shown_to: "council" | "office".
    """

    id: str
    title: str
    symbol: str
    sample: bool
    number: int
    label: str
    at: datetime
    members: tuple[Holder, ...]
    silent: tuple[Holder, ...]
    figure: Figure | None
    pairs: tuple[PairRow, ...]
    nearest: tuple[PairLine, ...]
    farthest: tuple[PairLine, ...]
    points: tuple[OpenPoint, ...]
    map: MapPage | None
    blocs: tuple[tuple[Holder, ...], ...]
    course: tuple[Course, ...]
    agreed: int
    blocks: int
    may_set: bool
    shown_to: str

    @property
    def dividing(self) -> tuple[OpenPoint, ...]:
        """Points that divide, most evenly first."""
        return tuple(each for each in self.points if each.state == "divided")

    @property
    def others(self) -> tuple[OpenPoint, ...]:
        """Points on which nobody wants anything else than another."""
        return tuple(each for each in self.points if each.state != "divided")
