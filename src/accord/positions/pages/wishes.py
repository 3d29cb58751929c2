"""What is entered and shown of what delegations can live with, and of the chair's help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from accord.drafting.pages import Holder


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said of one choice: place of a wording → "prefers" | "lives" | "objects"; and how much it matters."""

    said: Mapping[int, str]
    weight: int = 1


@dataclass(frozen=True, slots=True)
class WordingRow:
    """
    A wording of an open choice, for the delegation that reads.

    Attributes:
        wording: "" is no text. held: it holds this wording in the text, and so prefers it. said: what it said, or "".
        known: what others have said of it at the table, and those who hold it: (word, holders).
    """

    place: int
    wording: str
    held: bool
    said: str
    known: tuple[tuple[str, tuple[Holder, ...]], ...]


@dataclass(frozen=True, slots=True)
class WishRow:
    """An open choice with its wordings. for_chair: what was said of it is for the chair alone."""

    choice: str
    label: str
    block: str
    wordings: tuple[WordingRow, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class WishPage:
    """
    The page on which a delegation says what it can live with.

    Attributes:
        rows: those of this page; choices: how many are open. number, pages: which page, of how many.
        refused: why it cannot say it now, or "". said: of how many choices it has said something.
        for_chair: whether what it said last is for the chair alone.
    """

    id: str
    title: str
    symbol: str
    sample: bool
    fingerprint: str
    me: Holder
    rows: tuple[WishRow, ...]
    said: int
    for_chair: bool
    refused: str
    choices: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class StepRow:
    """What a wording asks of one delegation: kind is "yields" | "asked" | "objects"."""

    holder: Holder
    kind: str


@dataclass(frozen=True, slots=True)
class SettledRow:
    """A choice and the wording on which it could be settled."""

    choice: str
    label: str
    block: str
    wording: str
    steps: tuple[StepRow, ...]
    gaining: tuple[Holder, ...]
    silent: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class Trade:
    """Who would move on which choices, in one package."""

    holder: Holder
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackageRow:
    """
    A package.

    Attributes:
        trades: in the council's order. most: who bears the largest share of all that is asked, and how large it is.
        asked: how many steps nobody has said to be possible. gap: of the solver; 0 is proved best.
    """

    settled: tuple[SettledRow, ...]
    trades: tuple[Trade, ...]
    most: Holder
    share: Fraction
    asked: int
    gap: float


@dataclass(frozen=True, slots=True)
class Sought:
    """What the chair looks for: share that one side may bear, whether open questions may be in, and the length."""

    share: Fraction
    asking: bool = False
    longest: int = 0


@dataclass(frozen=True, slots=True)
class PackagePage:
    """
    The chair's help for a text.

    Attributes:
        cells, known: delegation × wording, and on how many of them something is known.
        speaking: who has said anything beyond what it holds.
        missing: how to install the solver, where it is missing; else "".
    """

    id: str
    title: str
    symbol: str
    sample: bool
    number: int
    choices: int
    closing: tuple[SettledRow, ...]
    singles: tuple[SettledRow, ...]
    stuck: tuple[SettledRow, ...]
    packages: tuple[PackageRow, ...]
    sought: Sought
    cells: int
    known: int
    speaking: tuple[Holder, ...]
    missing: str
