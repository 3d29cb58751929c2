"""
Paragraphs and list items that a version numbers anew: they are the same, and their numbers are kept apart.

Source: docs/reference/notation.md, "Numbers".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from accord.engine.text.aligning import Alignment, align, pairs
from accord.engine.text.composing import compose
from accord.engine.text.model import Choice, Inline, Numbering, joined
from accord.engine.text.numbering import Label, labels_in, opening, relabelled, row_numbers
from accord.engine.text.splitting import BREAK, fuse

Composing = Callable[[str, Mapping[str, str], Sequence[str]], tuple[Inline, ...]]


def compose_numbered(
    base: str, versions: Mapping[str, str], order: Sequence[str], composing: Composing = compose
) -> tuple[tuple[Inline, ...], tuple[Numbering, ...]]:
    """
    Return what :func:`compose` makes of one paragraph with one set of numbers, and who has other numbers there.

    The numbers are those of the base, or of the first in ``order`` who has the paragraph.

    Args:
        composing: what does it without regard to numbers, in the manner of :func:`compose`.
    """
    lead = base or next((versions[code] for code in order if versions.get(code)), "")
    like = {code: numbered_like(lead, wording) for code, wording in versions.items()}
    others: dict[tuple[str, ...], list[str]] = {}
    for code in (code for code in order if code in like and like[code][1]):
        others.setdefault(like[code][1], []).append(code)
    wordings = {code: wording for code, (wording, _) in like.items()}
    inlines = _numbered_outside(lead, composing(base, wordings, order))
    return inlines, tuple(Numbering(tuple(codes), labels) for labels, codes in others.items())


def _numbered_outside(lead: str, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the inlines with a number with which all wordings of the first choice begin in front of it."""
    label = opening(lead)
    if not label or not inlines or not isinstance(inlines[0], Choice):
        return inlines
    number = lead[: len(lead) - len(lead[label.end :].lstrip(" \u00a0"))]
    firsts = [each.inlines[0] if each.inlines else "" for each in inlines[0].alternatives]
    if not all(isinstance(first, str) and first.startswith(number) and first != number for first in firsts):
        return inlines
    shorter = (
        replace(each, inlines=(first[len(number) :], *each.inlines[1:]))
        for each, first in zip(inlines[0].alternatives, map(str, firsts), strict=True)
    )
    return joined(number, replace(inlines[0], alternatives=tuple(shorter)), *inlines[1:])


def numbered_like(lead: str, wording: str) -> tuple[str, tuple[str, ...]]:
    """
    Return ``wording`` with the numbers that ``lead`` has at the same lines, and the numbers that it had itself.

    The latter are () where nothing is numbered otherwise; :func:`relabelled` gives the wording back.
    """
    theirs, own = labels_in(lead), labels_in(wording)
    if not theirs or not own or wording == lead or not _count_alike(lead, wording):
        return wording, ()
    labels = [each.own for each in own]
    for i, j in _same_lines(lead, theirs, wording, own):
        if theirs[i].style == own[j].style:
            labels[j] = theirs[i].own
    made = relabelled(wording, labels)
    had = tuple(each.own for each in own)
    return (made, had) if made != wording and relabelled(made, had) == wording else (wording, ())


def _count_alike(lead: str, wording: str) -> bool:
    """Whether the rows of tables, if any, count 1, 2, 3 in both: other numbers in a first cell are wording."""
    counts = [row_numbers(each) for each in (lead, wording)]
    return not any(counts) or all(
        len(count) > 1 and count == [*range(counts[0][0], counts[0][0] + len(count))] for count in counts
    )


def _same_lines(lead: str, theirs: Sequence[Label], wording: str, own: Sequence[Label]) -> Iterator[tuple[int, int]]:
    """Yield which number stands at the same line as which; where paragraphs were split or merged, only the first."""
    if len(theirs) == len(own) == 1:
        yield 0, 0
    elif BREAK in lead or BREAK in wording:
        yield from zip(range(len(theirs)), range(len(own) if len(theirs) == len(own) else 1), strict=False)
    else:
        found = pairs(_rests(lead, theirs), _rests(wording, own))
        yield from ((i, j) for i, j in found if i is not None and j is not None)


def _rests(wording: str, labels: Sequence[Label]) -> tuple[str, ...]:
    """Return what stands behind each number, up to the next."""
    ends = [*(each.start for each in labels[1:]), len(wording)]
    return tuple(wording[each.end : end] for each, end in zip(labels, ends, strict=True))


def align_numbered(base: Sequence[str], version: Sequence[str]) -> Alignment:
    """Return :func:`align` of two documents in which a paragraph that is numbered anew is the same paragraph."""
    if not _is_renumbered(base, version):
        return align(base, version)
    old, new = list(map(bare, base)), list(map(bare, version))
    found = _from_headings(old, align(old, new))
    waiting = _Waiting(version, new)
    paired: list[str | None] = []
    inserted = []
    for gap, put in enumerate(found.inserted):
        inserted.append(tuple(waiting.next(each) for each in put))
        if gap < len(base):
            wording = found.paired[gap]
            paired.append(None if wording is None else waiting.next(wording))
    return Alignment(tuple(paired), tuple(inserted), found.merged)


def _from_headings(base: Sequence[str], found: Alignment) -> Alignment:
    """
    Return the alignment with what was put in, and what was taken out, beginning with its heading.

    "Each Party names one." and "Article 3" between "Article 2" and "They meet." are "Article 2" and "Each Party names
    one." before "Article 2": a heading that is a number alone is as good as the next.
    """
    paired, inserted = list(found.paired), list(found.inserted)
    for place, heading in enumerate(base):
        if paired[place] != heading or not _is_number(heading) or inserted[place]:
            continue
        put = inserted[place + 1]
        gone = _gone_behind(place, paired, inserted)
        if put and put[-1] == heading:
            inserted[place], inserted[place + 1] = (heading, *put[:-1]), ()
        elif gone and base[gone] == heading:
            paired[place], paired[gone] = None, heading
    return Alignment(tuple(paired), tuple(inserted), found.merged)


def _gone_behind(place: int, paired: Sequence[str | None], inserted: Sequence[tuple[str, ...]]) -> int:
    """Return the last of the places that are gone right behind this one, with nothing put between; 0 for none."""
    last = 0
    for at in range(place + 1, len(paired)):
        if paired[at] is not None or inserted[at]:
            break
        last = at
    return last


def _is_renumbered(base: Sequence[str], version: Sequence[str]) -> bool:
    """
    Whether a paragraph of the version is one of the base but for its number.

    It may be where one that is a number alone is put in or taken out: then the next such one has its number.
    """
    known = _without_numbers(tuple(base))
    if len(base) != len(version) and known.some_alone:
        return True
    new = (each for each in set(version).difference(base) if opening(each))
    return any(bare(each) in known.paragraphs for each in new)


class _Known(NamedTuple):
    """The paragraphs of a document without their numbers, and whether some are numbers alone."""

    paragraphs: frozenset[str]
    some_alone: bool


@lru_cache(maxsize=8)
def _without_numbers(document: tuple[str, ...]) -> _Known:
    return _Known(frozenset(map(bare, document)), any(map(_is_number, document)))


def _is_number(paragraph: str) -> bool:
    label = opening(paragraph)
    return label is not None and not paragraph[label.end :].strip()


def bare(paragraph: str) -> str:
    """Return the paragraph without the number with which it begins; of one that is a number alone, its style."""
    label = opening(paragraph)
    if not label:
        return paragraph
    return paragraph[: label.start] + paragraph[label.end :].lstrip(" \u00a0\t") or label.style


class _Waiting:
    """Gives for what was aligned without numbers what it was with them, in the order of the version."""

    def __init__(self, version: Sequence[str], bare: Sequence[str]) -> None:
        self.version, self.bare, self.at = version, bare, 0

    def next(self, wording: str) -> str:
        start = self.at
        self.at += 1
        while fuse(self.bare[start : self.at]) != wording:
            self.at += 1
        return fuse(self.version[start : self.at])
