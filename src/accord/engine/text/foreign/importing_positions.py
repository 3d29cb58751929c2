"""
What delegations say beside the wording of a foreign text, and on which paragraph they say it.

A sign such as ``(+XEE)`` or ``(XCC: delete)`` is about its paragraph; a sentence in brackets of its own, or a paragraph
that is nothing else, is a note; paragraphs under the name of a delegation are what it proposes.

Source: docs/reference/import.md, "Statuses, reservations, remarks".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from accord.engine.text.foreign.importing_spots import KINDS, Spot
from accord.engine.text.foreign.positions import Position

_HEAD = re.compile(
    r"\W*(?:(?:[\w’']+\s+){0,2}(?:Notes?|NB|Remarks?|Comments?|Примечание)\s*[.:]\s*)?(?:the\s+)?", re.IGNORECASE
)
_SAYS_SO = re.compile(r"propos|submi|text|amendment|предлож", re.IGNORECASE)
_LONGEST = 600
"""A paragraph longer than this, in code points, is wording though it begins with a position."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What some say on a paragraph: codes with their stances, and where and how the text has it."""

    start: int
    end: int
    said: str
    stances: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Headed:
    """Paragraphs under the name of delegations: from where the heading begins to where they end."""

    start: int
    end: int
    codes: tuple[str, ...]


class Positions:
    """The positions of a text, looked up by place."""

    def __init__(self, text: str, positions: Iterable[Position]) -> None:
        self.text = text
        known = sorted(positions, key=lambda each: (each.start, each.end))
        self.said = list(_together(text, (each for each in known if each.source != "heading")))
        self.headed = list(_headed(text, [each for each in known if each.source == "heading"]))
        self.starts = [each.start for each in self.said]

    def within(self, start: int, end: int) -> list[Beside]:
        """Return what is said in ``text[start:end]``."""
        first = bisect_left(self.starts, start)
        return [each for each in self.said[first : bisect_left(self.starts, end)] if each.end <= end]

    def apart(self, start: int, end: int, spots: Sequence[Spot]) -> list[Beside]:
        """Return what is said there in brackets or parentheses of its own, with these."""
        found = (_bracketed(self.text, each, start, end) for each in self.within(start, end))
        return [each for each in found if each and not any(_meets(each, spot) for spot in spots)]

    def whole(self, start: int, end: int) -> tuple[tuple[str, str], ...]:
        """Return the stances of a paragraph that is a position and nothing else; () for any other."""
        found = self.within(start, end)
        head = _HEAD.match(self.text, start, end)
        if not found or end - start > _LONGEST or (head and head.end() < found[0].start):
            return ()
        return tuple(dict.fromkeys(stance for each in found for stance in each.stances))

    def heads(self, start: int, end: int) -> Headed | None:
        """Return the heading under which ``text[start:end]`` stands."""
        return next((each for each in self.headed if each.start < start and end <= each.end), None)


def kind_of(stance: str) -> str:
    """Return as what a position that holds no wording is noted: "reserve" or "note"."""
    return KINDS.get(stance, "note")


def _together(text: str, positions: Iterable[Position]) -> Iterator[Beside]:
    spans: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for each in positions:
        spans.setdefault((each.start, each.end), []).append((each.code, each.stance))
    for (start, end), stances in spans.items():
        yield Beside(start, end, text[start:end], tuple(dict.fromkeys(stances)))


def _bracketed(text: str, each: Beside, start: int, end: int) -> Beside | None:
    if each.said.startswith("("):
        return each
    opens, closes = text.rfind("[", start, each.start), text.find("]", each.end, end)
    if opens < 0 or closes < 0 or text[opens + 1 : each.start].strip() or "[" in text[opens + 1 : closes]:
        return None
    return Beside(opens, closes + 1, text[opens : closes + 1], each.stances)


def _meets(each: Beside, spot: Spot) -> bool:
    return spot.start < each.end and each.start < spot.end


def _headed(text: str, headings: Sequence[Position]) -> Iterator[Headed]:
    """Yield the headings that are trusted: where there are several, or where they say that they propose."""
    spans: dict[tuple[int, int], list[str]] = {}
    for each in headings:
        spans.setdefault((each.start, each.end), []).append(each.code)
    for (start, end), codes in spans.items():
        line = text[start:end].strip().partition("\n")[0]
        if len(spans) > 1 or _SAYS_SO.search(line):
            yield Headed(start, end, tuple(dict.fromkeys(codes)))
