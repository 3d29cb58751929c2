"""
What belongs to the page and not to the text: page numbers, running heads, notes at the foot of a page.

A line that is only a page number ("Page 7", "7/52", "4 of 46", "- 7 -") or a document's symbol with one marks a page;
a line beside such marks that comes again and again is a running head. A number alone marks a page where a running head
or a page break stands beside it. Notes at the foot begin behind a line of blanks or dashes and end at the page's mark.

Source: docs/reference/inspect.md, "Furniture of pages".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import Literal

from accord.engine.said import say

Kind = Literal["page number", "running head", "footnote"]
KINDS: Mapping[str, str] = {
    "page number": say("page number"),
    "running head": say("running head"),
    "footnote": say("footnote"),
}

_FEW = 100
_OFTEN = 3
"""How often a line stands beside marks of pages at least to be a running head."""

_SHORTEST_PAGE = 250
"""How many characters a page has on average at least; a text of more marks than that allows has no pages."""

_SYMBOL = r"[A-Z]{1,12}(?:[./-][A-Z0-9]+(?:\([A-Z]+\))?){1,8}(?:/?(?:Rev|Add|Corr|REV|ADD|COR)\.?\s?\d*)*"
_PAGE = (
    r"(?:[Pp]age|PAGE|[Pp]\.|[Сс]тр\.|[Сс]траница|[Pp]ágina|[Pp]ag\.|第)\s?\d{1,4}"
    r"(?:\s?(?:of|/|de|из|sur)\s?\d{1,4})?(?:\s?页)?"
)
_MARK = re.compile(
    rf"^[ \t]*(?:(?:{_SYMBOL}[ \t]+)?{_PAGE}(?:[ \t]+{_SYMBOL})?"
    rf"|(?:{_SYMBOL}[ \t]+)?(?P<of>\d{{1,4}})\s?(?:/|of)\s?(?P<all>\d{{1,4}})"
    rf"(?:[ \t]+{_SYMBOL})?|[-–—][ \t]?\d{{1,4}}[ \t]?[-–—]|(?P<bare>\d{{1,4}}))[ \t]*\r?$",
    re.MULTILINE,
)
_QUICK = re.compile(
    r"\n[ \t\f]*(?:\d{1,4}[ \t]*[\r\n/o]|\d{1,4} (?:of|из)|[Pp]|[-–—] ?\d|[Сс]тр|第|PAGE|[A-Z]{1,12}[./-][A-Z0-9])"
)
_WORD = re.compile(r"[^\W\d_]{3}")
_DIGITS = re.compile(r"\d+")
_RULE = re.compile(
    r"\n(?:[ \t\u00a0]{20,}|[ \t]*[_‗—–-]{5,}[ \t]*)\r?\n(?=[ \t]*(?:\d{1,3}|\*{1,3})[ \t]*(?:\r?\n|\s?\S))"
)
_SHORTEST_HEAD = 6
_LONGEST_LINE, _LONGEST_FOOT, _GAP = 160, 6000, 40


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of whole lines that belongs to the page, in code points, half-open, without its last line end."""

    start: int
    end: int
    kind: Kind


def furniture_in(text: str) -> list[Furniture]:
    """Return what belongs to pages in ``text``, in order, without overlap; in time linear in its length."""
    marks = _marks(text)
    beside = [[(span, _pattern(text, *span)) for span in _beside(text, mark)] for mark in marks]
    often = Counter(line for lines in beside for line in {line for _, line in lines})
    found: dict[tuple[int, int], Kind] = {}
    for mark, lines in zip(marks, beside, strict=True):
        running = [span for span, line in lines if line and often[line] >= _OFTEN]
        if not mark["bare"] or running or _is_at_break(text, mark):
            found |= dict.fromkeys(running, "running head")
            found[_trimmed(text, *mark.span())] = "page number"
    return _with_feet(text, [Furniture(start, end, kind) for (start, end), kind in sorted(found.items())])


def _marks(text: str) -> list[re.Match[str]]:
    """Return the lines that may be the number of a page: "7/52" only where another line counts as far."""
    begins = chain([0], (match.start() + 1 for match in _QUICK.finditer(text)))
    matches = filter(None, (_MARK.match(text, _line_start(text, begin)) for begin in begins))
    marks = list(islice(matches, len(text) // _SHORTEST_PAGE + _FEW))
    counted = Counter(mark["all"] for mark in marks)
    return [mark for mark in marks if not mark["all"] or counted[mark["all"]] >= 2]


def _line_start(text: str, at: int) -> int:
    while text[at : at + 1] == "\f":
        at += 1
    return at


def _beside(text: str, mark: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the two lines before and behind a mark that hold something, if they are short and near."""
    at = mark.start()
    for _ in range(2):
        end = len(text[max(0, at - _GAP) : at].rstrip()) + max(0, at - _GAP)
        far = max(0, end - _LONGEST_LINE)
        at = max(text.rfind("\n", far, end), text.rfind("\f", far, end)) + 1
        if at and end > at:
            yield _trimmed(text, at, end)
    at = mark.end()
    for _ in range(2):
        gap = text[at : at + _GAP]
        at += len(gap) - len(gap.lstrip())
        end = text.find("\n", at, at + _LONGEST_LINE)
        if end < 0:
            return
        yield _trimmed(text, at, end)
        at = end


def _pattern(text: str, start: int, end: int) -> str:
    """Return a line as it comes again on other pages, its numbers left open; "" where it holds brackets or is short."""
    line = " ".join(text[start:end].split())
    is_plain = len(line) >= _SHORTEST_HEAD and _WORD.search(line) and "[" not in line and "]" not in line
    return _DIGITS.sub("#", line) if is_plain else ""


def _is_at_break(text: str, mark: re.Match[str]) -> bool:
    return "\f" in (text[max(0, mark.start() - 3) : mark.start()] + text[mark.end() : mark.end() + 3])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _with_feet(text: str, found: list[Furniture]) -> list[Furniture]:
    """Add the notes that stand between a rule and the next mark of a page."""
    out: list[Furniture] = []
    rules = [match.end() for match in _RULE.finditer(text)] if found else []
    for each in found:
        before = out[-1].end if out else 0
        foot = _last(rules, each.start)
        if before < foot and each.start - foot <= _LONGEST_FOOT:
            start, end = _trimmed(text, foot, each.start)
            out += [Furniture(start, end, "footnote")] if start < end else []
        out.append(each)
    return out


def _last(places: list[int], before: int) -> int:
    """Return the last of ``places`` that stands before an offset; 0 when none does."""
    index = bisect_left(places, before)
    return places[index - 1] if index else 0
