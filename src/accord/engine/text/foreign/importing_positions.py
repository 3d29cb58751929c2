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

from accord.engine.text.foreign.importing_spots import AGAINST, FOR, KEEPING, KINDS, Spot
from accord.engine.text.foreign.positions import Position

_HEAD = re.compile(
    r"\W*(?:(?:[\w’']+\s+){0,2}(?:Notes?|NB|Remarks?|Comments?|Примечание)\s*[.:]\s*)?(?:the\s+)?", re.IGNORECASE
)
_SAYS_SO = re.compile(r"propos|submi|text|amendment|предлож", re.IGNORECASE)
_RIGHT_BEHIND = re.compile(r"\s{0,3}[\[(]\s{0,3}")
_LONGEST = 600
"""A paragraph longer than this, in code points, is wording though it begins with a position."""


@dataclass(frozen=True, slots=True)
class Beside:
    """
    What some say on a paragraph: codes with their stances, and where and how the text has it.

    Of a heading: from where it begins to where the paragraphs under it end, said by its first line.
    """

    start: int
    end: int
    said: str
    stances: tuple[tuple[str, str], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Who says it, each once."""
        return tuple(dict.fromkeys(code for code, _ in self.stances))


class Positions:
    """The positions of a text, looked up by place."""

    def __init__(self, text: str, positions: Iterable[Position]) -> None:
        self.text = text
        known = sorted(positions, key=lambda each: (each.start, each.end))
        self.said = list(_together(text, (each for each in known if each.source != "heading")))
        headings = list(_headings(text, [each for each in known if each.source == "heading"]))
        self.headed = [each for each in headings if len(headings) > 1 or _SAYS_SO.search(each.said)]
        self.loose = [] if len(headings) > 1 else [each for each in headings if each not in self.headed]
        self.starts = [each.start for each in self.said]

    def within(self, start: int, end: int) -> list[Beside]:
        """Return what is said in ``text[start:end]``."""
        first = bisect_left(self.starts, start)
        return [each for each in self.said[first : bisect_left(self.starts, end)] if each.end <= end]

    def parted(self, start: int, end: int, spots: Sequence[Spot]) -> tuple[list[Beside], list[Beside]]:
        """Return what is said there in brackets or parentheses of its own, with these, and what is said in wording."""
        apart: list[Beside] = []
        amid: list[Beside] = []
        starts = [spot.start for spot in spots]
        for each in self.within(start, end):
            own = _bracketed(self.text, each, start, end)
            around = _last_before(spots, starts, own or each)
            if own and not around:
                apart.append(own)
            elif not _is_named(each, around):
                amid.append(each)
        return apart, amid

    def right_behind(self, at: int) -> Beside | None:
        """Return what is said for or against the bracket that ends at ``at``, in one right behind it."""
        opening = _RIGHT_BEHIND.match(self.text, at)
        if not opening:
            return None
        found = self.within(at, opening.end() + _LONGEST)
        each = _bracketed(self.text, found[0], at, found[0].end + 4) if found else None
        said = each is not None and each.start <= opening.end() and {stance for _, stance in each.stances}
        return each if said and said <= FOR | KEEPING | AGAINST else None

    def untrusted(self, start: int, end: int) -> list[Beside]:
        """Return the lines there that name delegations as a heading does, and are not trusted to head anything."""
        return [each for each in self.loose if start <= each.start < end]

    def whole(self, start: int, end: int) -> tuple[tuple[str, str], ...]:
        """Return the stances of a paragraph that is a position and nothing else; () for any other."""
        found = self.within(start, end)
        head = _HEAD.match(self.text, start, end)
        if not found or end - start > _LONGEST or (head and head.end() < found[0].start):
            return ()
        return tuple(dict.fromkeys(stance for each in found for stance in each.stances))

    def heads(self, start: int, end: int) -> Beside | None:
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


def _last_before(spots: Sequence[Spot], starts: Sequence[int], each: Beside) -> Spot | None:
    """Return the last of ``spots``, which stand in order and apart, that meets what is said."""
    at = bisect_left(starts, each.end) - 1
    return spots[at] if at >= 0 and spots[at].end > each.start else None


def _is_named(each: Beside, spot: Spot | None) -> bool:
    """Whether it stands in brackets beside their wording, and so is what they say of their holders."""
    while spot is not None:
        if not any(option.start <= each.start < option.end for option in spot.options):
            return True
        spot = next((inner for inner in spot.inner if inner.start < each.end and each.start < inner.end), None)
    return False


def _headings(text: str, positions: Sequence[Position]) -> Iterator[Beside]:
    """Yield the headings with all that stands under each, said by their first lines."""
    spans: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for each in positions:
        spans.setdefault((each.start, each.end), []).append((each.code, each.stance))
    for (start, end), stances in spans.items():
        line = text[start:end].strip().partition("\n")[0]
        yield Beside(start, end, line, tuple(dict.fromkeys(stances)))
