"""What the page of search shows: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a hit; ``marked`` where they are what was asked for."""

    words: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """
    A passage that has the words.

    Attributes:
        place: which page shows it (see ``accord.web.views.search``). key: what that page is asked for.
        anchor: id of the passage on it, or "". extra: what the page is asked for besides ("tag=ru"), or "".
        label: what it is, in words ("tabled paper"). language: its tag, "" where none is known.
    """

    place: str
    key: str
    anchor: str
    extra: str
    label: str
    title: tuple[Piece, ...]
    words: tuple[Piece, ...]
    language: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one kind; ``more`` where there are others behind them."""

    kind: str
    name: str
    hits: tuple[Hit, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class SearchPage:
    """
    The answer of search.

    Attributes:
        query: what was asked. empty: nothing was asked that can be looked for.
        kind, language, year: the filters; "" and 0 where none is set.
        number: page of the hits of one kind, from 1; ``further`` where another follows.
        languages: tags and names of those of the hits shown.
    """

    query: str
    empty: bool
    groups: tuple[Group, ...]
    kind: str = ""
    language: str = ""
    year: int = 0
    number: int = 1
    further: bool = False
    languages: tuple[tuple[str, str], ...] = ()
