"""
Where the paragraphs of a foreign text begin and end, whatever way its lines were broken.

A text from a page has hard line ends amid its sentences and no blank line between its paragraphs; one from a web page
has a blank line between them, or a line for each. So a paragraph begins behind a blank line, with a mark of its own
("1.", "(a)", "Option 2", "Article 3 bis", a bullet), or behind a line that ends early. A line that goes on joins the
one before it with a space. Lines that only belong to the page are passed over, with the blank lines around them.

Source: docs/reference/import.md, "Paragraphs".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from accord.engine.text.foreign.furniture import Furniture

WRAPPED = 200
"""Lines that are mostly longer than this, in code points, were not broken by a page: each is a paragraph."""

_FULL = 0.7
_OFTEN = 0.3
"""On this share of the pages a line stands that belongs to them; left and right pages may have lines of their own."""
_DIGITS = re.compile(r"\d+")
_LINE = re.compile(r"[^\n\r\f]+")
_LINE_END = re.compile(r"\r\n|[\n\r\f]")
_ORDER = r"bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|alt(?:ernative)?"
_OPENING = r"[\[({*_>“\"«\s]*"
_MARK = re.compile(
    rf"{_OPENING}(?:"
    rf"\d{{1,3}}(?:\.\d{{1,3}})*\s?(?:{_ORDER})?\s?\d{{0,2}}[.)](?:\s|\Z)"
    rf"|\d{{1,3}}(?:\.\d{{1,3}})*\s?(?:{_ORDER})\b"
    r"|\d{1,3}(?:\.\d{1,3})*\Z"
    r"|\(?(?:[a-z]{1,2}|[ivxlc]{1,6}|[а-я])\)(?:\s|\Z)"
    r"|[A-Z]\.\s"
    r"|\(?[A-Z]{1,3}\)?\s?\d{1,3}\b"
    r"|(?:Option|Alt|Alternative)\b[\s(]{0,2}[\w)]{0,4}"
    r"|(?:Article|Section|Chapter|Part|Annex|Appendix|Rule|Title|ARTICLE|SECTION|CHAPTER|PART|ANNEX|Статья|Раздел|Глава)"
    r"\s[\dIVXLC]{1,6}\b"
    r"|第[一二三四五六七八九十百\d]+条"
    r")",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[-–—•*]\s|#{1,6}\s|\|)")
_NUMBERED = re.compile(r"\W{0,3}(?P<head>(?:[A-Z]{1,3}\s?|(?:\d{1,3}\.)+)?)(?P<number>\d{1,3})\b(?!%)")
_LABEL_ALONE = re.compile(
    rf"{_OPENING}(?:\(?\w{{1,4}}(?:\.\d{{1,3}})*[.)]?(?:\s?(?:{_ORDER})\.?)?|\d[\d.]*)\s*\Z", re.IGNORECASE
)
_SMALL = re.compile(
    r"(?:\b(?:the|of|and|or|to|in|by|for|a|an|with|on|under|at|from|as|that|which|this|its|their|article|paragraph"
    r"|и|или|в|на|с|о|об|от|по|для|к|de|la|le|les|des|du|et|ou|del|los|las|y|en)|[,–—-])\Z",
    re.IGNORECASE,
)
_ENDED = re.compile(r"(?:[.;:!?…,\])}»”。；]|[;,] (?:and|or|и|или))\W{0,3}\Z")
_HYPHEN = re.compile(r"\w[-‐]\Z")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """
    A paragraph of a foreign text.

    Attributes:
        pieces: what its lines hold, without white space at their edges, in code points, half-open.
        joints: what stands between two pieces: a space, nothing behind a hyphen, a line end in a table.
    """

    pieces: tuple[tuple[int, int], ...]
    joints: tuple[str, ...]

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.pieces[-1][1]

    def wording(self, text: str, start: int, end: int) -> str:
        """Return what of ``text[start:end]`` this paragraph has, with its lines joined."""
        out = []
        for index in range(max(bisect_right(self.pieces, (start, end)) - 1, 0), len(self.pieces)):
            first, last = self.pieces[index]
            if index and end > self.pieces[index - 1][1] and start < first:
                out.append(self.joints[index - 1])
            if first >= end:
                break
            out.append(text[max(first, start) : min(last, end)])
        return "".join(out)


def of_pages(text: str, found: Sequence[Furniture]) -> list[Furniture]:
    """
    Return what surely belongs to the pages: notes at the foot, and lines that stand on many of them.

    "Article 4" at the top of ten pages is a heading, though it looks like a running head.
    """
    alike = Counter((each.kind, pattern_of(text, each)) for each in found)
    pages = max((count for (kind, _), count in alike.items() if kind == "page number"), default=0)
    return [
        each for each in found if each.kind == "footnote" or alike[each.kind, pattern_of(text, each)] >= _OFTEN * pages
    ]


def pattern_of(text: str, each: Furniture) -> str:
    """Return a line of a page with its numbers left open."""
    return _DIGITS.sub("#", " ".join(text[each.start : each.end].split()))


def paragraphs_of(text: str, skipped: Collection[tuple[int, int]] = ()) -> Iterator[Paragraph]:
    """
    Yield the paragraphs of ``text`` in order; every visible character is in one, or in ``skipped``.

    Args:
        skipped: spans of what belongs to the page and not to the text, whole lines or parts of them.
    """
    lines = list(_lines(text, sorted(skipped)))
    width = _width([end - start for start, end, _ in lines])
    group: list[tuple[int, int]] = []
    for start, end, parted in lines:
        if group and (_goes_on(text, group[0], start) or _begins(text, group[-1], (start, end), parted, width)):
            yield _paragraph(text, group)
            group = []
        group.append((start, end))
    if group:
        yield _paragraph(text, group)


def _paragraph(text: str, pieces: Sequence[tuple[int, int]]) -> Paragraph:
    joints = (_joint(text, before, after) for before, after in pairwise(pieces))
    return Paragraph(tuple(pieces), tuple(joints))


def _lines(text: str, skipped: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of each line that holds something, and whether a blank line stands before it."""
    at, blank, paged = 0, False, False
    waiting = iter(skipped)
    skip = next(waiting, None)
    for line in _LINE_END.split(text):
        ends = at + len(line)
        found = False
        begin = at
        while skip is not None and skip[0] < ends + 1:
            if begin < skip[0]:
                for start, end in _stripped(text, begin, min(skip[0], ends)):
                    yield start, end, blank and not paged
                    found, blank, paged = True, False, False
            begin = max(begin, skip[1])
            paged = True
            if skip[1] > ends:
                break
            skip = next(waiting, None)
        for start, end in _stripped(text, begin, ends):
            yield start, end, blank and not paged
            found, blank, paged = True, False, False
        blank = blank or not found
        at = ends + (2 if text.startswith("\r\n", ends) else 1)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the span without white space at its edges; nothing where it holds no more."""
    while start < end and _unseen(text[start]):
        start += 1
    while start < end and _unseen(text[end - 1]):
        end -= 1
    if start < end:
        yield start, end


def _unseen(character: str) -> bool:
    return character.isspace() or character == "\ufeff"


def _width(lengths: Sequence[int]) -> int:
    """Return how long a full line is: what four of five do not exceed; 0 where no page has broken the lines."""
    widest = sorted(lengths)[len(lengths) * 4 // 5] if lengths else 0
    return widest if widest <= WRAPPED else 0


def _begins(text: str, before: tuple[int, int], line: tuple[int, int], parted: bool, width: int) -> bool:
    """Whether a paragraph begins with ``line``, which follows the line ``before``."""
    last, now = text[before[0] : before[1]][-80:], text[line[0] : line[1]][:80]
    if now.startswith("|") and text[before[0]] == "|" and not parted:
        return False
    if parted or _BULLET.match(now):
        return True
    if before[1] - before[0] < 12 and _LABEL_ALONE.match(last):
        return False
    full = width > 0 and before[1] - before[0] >= _FULL * width
    if _MARK.match(now):
        return not full or bool(_ENDED.search(last))
    return not full and not now.lstrip('[(“"')[:1].islower() and not _SMALL.search(last)


def _goes_on(text: str, first: tuple[int, int], start: int) -> bool:
    """Whether a line carries the number that follows that of the paragraph before it."""
    before, now = _NUMBERED.match(text, *first), _NUMBERED.match(text, start)
    if not before or not now or before["head"] != now["head"]:
        return False
    return int(now["number"]) == int(before["number"]) + 1 and text[now.end()] in " \t.):"


def _joint(text: str, before: tuple[int, int], after: tuple[int, int]) -> str:
    last, first = text[max(before[0], before[1] - 2) : before[1]], text[after[0]]
    if text[before[0]] == "|" and first == "|":
        return "\n"
    if (_HYPHEN.search(last) and first.islower()) or (_has_no_spaces(last[-1]) and _has_no_spaces(first)):
        return ""
    return " "


def _has_no_spaces(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"
