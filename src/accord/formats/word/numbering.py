"""
The automatic numbers of paragraphs, as a reader of the document sees them.

Source: ISO/IEC 29500-1, 17.9 (numbering).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from accord.formats.word.elements import W, is_on, style_of, value_of
from accord.formats.word.numerals import numeral
from accord.formats.word.symbols import symbols

LEVELS = 9
MOST_LISTS = 20_000
_PLACE = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph's place in a list: ``w:numId`` and the level, from 0."""

    number: str
    level: int


@dataclass(frozen=True, slots=True)
class Level:
    """
    One level of a list.

    Attributes:
        form: as in :func:`numeral`, or "bullet". pattern: its label, "%1" for the number of the first level.
        start: its first number. restarts: level, from 1, after which it begins again; 0 for never, None for after any
            higher one. legal: whether all its numbers are decimal.
    """

    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    restarts: int | None = None
    legal: bool = False


@dataclass(frozen=True, slots=True)
class Numbering:
    """
    The lists of a document.

    Attributes:
        abstract: by ``w:numId``, the id of the list that counts. levels: of each ``w:numId``, by level.
        starts: of each ``w:numId``, the levels at which it begins anew. styles: place by paragraph style.
    """

    abstract: Mapping[str, str]
    levels: Mapping[str, Mapping[int, Level]]
    starts: Mapping[str, Mapping[int, int]]
    styles: Mapping[str, Place]

    def place(self, properties: etree._Element | None) -> Place | None:
        """Return the place of a paragraph with these properties; None where it has no number."""
        if properties is None:
            return None
        by_style = self.styles.get(style_of(properties, "pStyle"))
        own = properties.find(W + "numPr")
        if own is None:
            return by_style
        number, level = value_of(own, "numId"), value_of(own, "ilvl")
        if number == "0" or not (number or by_style):
            return None
        return Place(number or by_style.number, _level(level) if level else 0)  # type: ignore[union-attr]


@dataclass(slots=True)
class Counting:
    """One count through a document; a list goes on where it was left, whatever stood between."""

    numbering: Numbering
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, place: Place) -> str:
        """Return the label of the next paragraph at ``place``; "" where its list prints none."""
        levels = self.numbering.levels.get(place.number)
        if levels is None:
            return ""
        level = levels.get(place.level, Level())
        counts = self.counts.setdefault(self.numbering.abstract[place.number], [None] * LEVELS)
        counts[place.level] = self._next(place, level, counts[place.level])
        for deeper in range(place.level + 1, LEVELS):
            restarts = levels.get(deeper, Level()).restarts
            if restarts is None or 0 <= place.level < restarts:
                counts[deeper] = None
        return level.pattern if level.form == "bullet" else self._printed(level, levels, counts)

    def _next(self, place: Place, level: Level, count: int | None) -> int:
        anew = self.numbering.starts.get(place.number, {}).get(place.level)
        if anew is not None and (place.number, place.level) not in self.begun:
            self.begun.add((place.number, place.level))
            return anew
        return count + 1 if count is not None else anew if anew is not None else level.start

    def _printed(self, level: Level, levels: Mapping[int, Level], counts: list[int | None]) -> str:
        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            of = levels.get(at, Level())
            count = counts[at]
            return numeral(of.start if count is None else count, "decimal" if level.legal else of.form)

        return _PLACE.sub(number, level.pattern)


def read_numbering(roots: Iterator[etree._Element], styles: Mapping[str, list[etree._Element]]) -> Numbering:
    """
    Return the lists of a document.

    Args:
        roots: of its numbering parts. styles: each paragraph style, followed by those that it is based on.
    """
    parts = list(roots)
    abstracts = {str(each.get(W + "abstractNumId")): each for root in parts for each in root.iter(W + "abstractNum")}
    linked = {value_of(each, "styleLink"): each for each in abstracts.values()}
    abstract: dict[str, str] = {}
    levels: dict[str, dict[int, Level]] = {}
    starts: dict[str, dict[int, int]] = {}
    owners: dict[tuple[str, str], Place] = {}
    for each in islice((each for root in parts for each in root.iter(W + "num")), MOST_LISTS):
        number, name = str(each.get(W + "numId")), value_of(each, "abstractNumId")
        element = abstracts.get(name)
        if element is None:
            continue
        element = linked.get(value_of(element, "numStyleLink") or "-", element)
        abstract[number] = str(element.get(W + "abstractNumId"))
        levels[number] = dict(_levels(element)) | dict(_levels_of_overrides(each))
        starts[number] = dict(_starts(each))
        owners |= {(number, style): Place(number, level) for level, style in _owners(element)}
    return Numbering(abstract, levels, starts, dict(_styled(styles, owners)))


def _levels(element: etree._Element) -> Iterator[tuple[int, Level]]:
    for each in element.iterchildren(W + "lvl"):
        yield _level(each.get(W + "ilvl")), _read_level(each)


def _read_level(element: etree._Element) -> Level:
    form, pattern, restarts = (value_of(element, name) for name in ("numFmt", "lvlText", "lvlRestart"))
    if form == "bullet":
        fonts = next(element.iter(W + "rFonts"), None)
        pattern = symbols(pattern, str(fonts.get(W + "ascii", "")) if fonts is not None else "")
    start = _number(value_of(element, "start"), 0 if value_of(element, "start") else 1)
    return Level(form or "decimal", pattern, start, _number(restarts, 0) if restarts else None, is_on(element, "isLgl"))


def _levels_of_overrides(element: etree._Element) -> Iterator[tuple[int, Level]]:
    for each in element.iterchildren(W + "lvlOverride"):
        yield from _levels(each)


def _starts(element: etree._Element) -> Iterator[tuple[int, int]]:
    for each in element.iterchildren(W + "lvlOverride"):
        start = value_of(each, "startOverride")
        if start:
            yield _level(each.get(W + "ilvl")), _number(start, 1)


def _owners(element: etree._Element) -> Iterator[tuple[int, str]]:
    for each in element.iterchildren(W + "lvl"):
        style = value_of(each, "pStyle")
        if style:
            yield _level(each.get(W + "ilvl")), style


def _styled(
    styles: Mapping[str, list[etree._Element]], owners: Mapping[tuple[str, str], Place]
) -> Iterator[tuple[str, Place]]:
    for name, chain in styles.items():
        found = next(((each, of) for of in chain for each in of.iter(W + "numPr")), None)
        number = value_of(found[0], "numId") if found else ""
        if found and number not in {"", "0"}:
            level = value_of(found[0], "ilvl")
            owned = owners.get((number, name)) or owners.get((number, str(found[1].get(W + "styleId"))))
            yield name, Place(number, _level(level)) if level or owned is None else owned


def _level(written: str | None) -> int:
    return min(_number(written or "0", 0), LEVELS - 1)


def _number(written: str, otherwise: int) -> int:
    """Return a number that a file gives; no larger than a list has paragraphs."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 7 else otherwise
