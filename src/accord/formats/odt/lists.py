"""
The lists of an OpenDocument text: what numbers each paragraph, as :mod:`accord.formats.word.numbering` counts it.

Source: OpenDocument 1.3, part 3, 5.3 (lists) and 16.30 to 16.35 (list styles, outline numbering).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from accord.formats.odt.names import FO, LOEXT, STYLE, TEXT, XML_ID, number_in
from accord.formats.odt.numerals import form_of
from accord.formats.word.numbering import LEVELS, Level, Numbering, Place
from accord.formats.word.symbols import symbols

_WHOLE = re.compile("%([1-9])%")
_OUTLINE = "outline"
_PICTURE = "•"


@dataclass(frozen=True, slots=True)
class Entry:
    """
    A list at hand.

    Attributes:
        chain: names the list that counts, whatever its parts are called. style: of its levels; "" where the style of
            each paragraph gives it. level: from 0. number: its key in the numbering.
    """

    chain: str
    style: str
    level: int


@dataclass(slots=True)
class Lists:
    """
    All lists of one document, as they are met.

    Attributes:
        styles: levels by list style. outline: those of headings. chains: the list that each part of one belongs to, by
            the part's id. latest: the last list of each style.
    """

    styles: Mapping[str, Mapping[int, Level]]
    outline: Mapping[int, Level]
    abstract: dict[str, str] = field(default_factory=dict)
    levels: dict[str, Mapping[int, Level]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    chains: dict[str, str] = field(default_factory=dict)
    latest: dict[str, str] = field(default_factory=dict)
    _fresh: Iterator[int] = field(default_factory=count)

    @property
    def numbering(self) -> Numbering:
        """What counts the paragraphs."""
        return Numbering(self.abstract, self.levels, self.starts, {})

    def entry(self, element: etree._Element, outer: Entry | None, *, goes_on: bool) -> Entry:
        """Return the list that begins, goes on or is nested here; ``goes_on`` where it is the rest of one at hand."""
        style = str(element.get(TEXT + "style-name", "")) or (outer.style if outer else "")
        if outer:
            return Entry(outer.chain, style, min(outer.level + 1, LEVELS - 1))
        chain = self._chain(element, style, goes_on)
        self.latest[style] = chain
        self.chains[str(element.get(XML_ID, ""))] = chain
        return Entry(chain, style, 0)

    def _chain(self, element: etree._Element, style: str, goes_on: bool) -> str:
        before = self.chains.get(str(element.get(TEXT + "continue-list", "-")))
        if before is None and (goes_on or element.get(TEXT + "continue-numbering") == "true"):
            before = self.latest.get(style)
        return before or f"list {next(self._fresh)}"

    def place(self, entry: Entry, item: etree._Element, of_paragraph: str) -> Place:
        """Return the place of an item's first paragraph, whose own style numbers with the list ``of_paragraph``."""
        style = str(item.get(TEXT + "style-override", "")) or entry.style or of_paragraph
        start = item.get(TEXT + "start-value")
        key = f"{entry.chain} {style}" if start is None else f"{entry.chain} {style} {next(self._fresh)}"
        if start is not None:
            self.starts[key] = {entry.level: number_in(start, 1)}
        return self._known(key, entry.chain, self.styles.get(style, {}), entry.level)

    def heading(self, element: etree._Element) -> Place:
        """Return the place of a heading that stands in no list."""
        level = min(max(number_in(element.get(TEXT + "outline-level"), 1), 1), LEVELS) - 1
        if element.get(TEXT + "restart-numbering") != "true":
            return self._known(_OUTLINE, _OUTLINE, self.outline, level)
        key = f"{_OUTLINE} {next(self._fresh)}"
        self.starts[key] = {level: number_in(element.get(TEXT + "start-value"), 1)}
        return self._known(key, _OUTLINE, self.outline, level)

    def _known(self, key: str, chain: str, levels: Mapping[int, Level], level: int) -> Place:
        self.abstract[key], self.levels[key] = chain, levels
        return Place(key, level)


def read_lists(roots: list[etree._Element]) -> Lists:
    """Return the lists that the styles in these parts describe; where two have one name, the later part's holds."""
    styles = {
        str(each.get(STYLE + "name", "")): dict(_levels(each))
        for root in roots
        for each in root.iter(TEXT + "list-style")
    }
    outlines = [each for root in roots for each in root.iter(TEXT + "outline-style")]
    return Lists(styles, dict(_levels(outlines[-1])) if outlines else {})


def _levels(style: etree._Element) -> Iterator[tuple[int, Level]]:
    for each in style.iterchildren(etree.Element):
        level = number_in(each.get(TEXT + "level"), 0)
        if 1 <= level <= LEVELS:
            yield level - 1, _level(each, level)


def _level(element: etree._Element, level: int) -> Level:
    if element.tag == TEXT + "list-level-style-bullet":
        fonts = element.find(STYLE + "text-properties")
        font = "" if fonts is None else str(fonts.get(STYLE + "font-name") or fonts.get(FO + "font-family") or "")
        return Level("bullet", symbols(str(element.get(TEXT + "bullet-char", "")), font.strip("'")))
    if element.tag == TEXT + "list-level-style-image":
        return Level("bullet", _PICTURE)
    form = form_of(str(element.get(STYLE + "num-format", "")))
    return Level(form, _pattern(element, level, form), number_in(element.get(TEXT + "start-value"), 1))


def _pattern(element: etree._Element, level: int, form: str) -> str:
    """Return a level's label with "%1" for the number of the first level."""
    whole = element.get(LOEXT + "num-list-format") or element.get(STYLE + "num-list-format")
    if whole is not None:
        return _WHOLE.sub(r"%\1", whole)
    if form == "none":
        return ""
    shown = min(number_in(element.get(TEXT + "display-levels"), 1) or 1, level)
    numbers = ".".join(f"%{each}" for each in range(level - shown + 1, level + 1))
    return f"{element.get(STYLE + 'num-prefix', '')}{numbers}{element.get(STYLE + 'num-suffix', '')}"
