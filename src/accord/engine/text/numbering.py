"""
The numbers that paragraphs and list items carry in a document itself: "3.", "(a)", "OP3 bis", "Article 3", "第三条".

Who puts a paragraph in, or takes one out, numbers those behind it anew. That is no other wording: the text has the
numbers of the base, and keeps beside each paragraph the numbers that some have there instead.

Source: docs/reference/notation.md, "Numbers".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

_SUFFIX = r"[ \u00a0]?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies|alt)\b"
_DIGITS = rf"\d{{1,3}}(?:\.\d{{1,3}})*(?:{_SUFFIX})?"
_ROMAN = r"[IVXLC]{1,7}|[ivxlc]{1,7}"
_LETTER = r"[\p{Lu}\p{Ll}\p{Lo}]"
_HAN = r"[〇零一二三四五六七八九十百]{1,5}"
_NAMES = (
    r"Article|Art\.|Section|Chapter|Part|Annex|Rule|Principle|Paragraph|Chapitre|Titre|Annexe|Paragraphe|Artículo|"
    r"Capítulo|Sección|Título|Anexo|Párrafo|Статья|Глава|Раздел|Часть|Пункт|Приложение|Стаття|Артыкул|Моддаи|Հոդված|"
    r"Գլուխ|Մաս|المادة|الفصل|الباب|الفقرة"
)
_BEHIND = r"(?=[\s*]|\Z)"
_ENDS_LINE = r"(?=[ \t*]*(?:\n|\Z))"
_OPENS_SENTENCE = r"(?=[ \u00a0](?:[–—-] |\p{Lu}))"
_STYLES = (
    rf"[(（](?P<value>{_DIGITS}|{_ROMAN}|{_LETTER}|{_HAN})[)）]",
    rf"(?P<value>{_DIGITS}|{_ROMAN}|{_LETTER})[.)]{_BEHIND}",
    rf"(?P<value>\d{{1,3}}{_SUFFIX}){_BEHIND}",
    rf"(?P<value>{_HAN})、",
    r"(?P<value>\d{1,3}(?:\.\d{1,3})+)(?=[ \u00a0][\p{Lu}\p{Lo}])",
    rf"\(?(?i:PP|OP)[ \u00a0]?(?P<value>{_DIGITS})\)?[.:]?{_BEHIND}",
    rf"§§?[ \u00a0]?(?P<value>{_DIGITS})\.?{_BEHIND}",
    rf"(?i:{_NAMES})[ \u00a0]\(?(?P<value>{_DIGITS}|{_ROMAN})\)?(?:[.:]{_BEHIND}|{_ENDS_LINE}|{_OPENS_SENTENCE})",
    rf"(?P<value>\d{{1,3}})-(?:бап|тарау|бөлім|берене|бөлүм|modda|bob)\b(?:[.:]|{_ENDS_LINE}|{_OPENS_SENTENCE})",
    rf"第(?P<value>{_HAN}|\d{{1,3}})[条條章节節款项項](?:[：:.．、]|(?=\s|\Z))",
)
"""
How numbers are written. A word such as "Article" numbers a paragraph where it closes the line, or a mark, a dash or a
capital letter follows, and does not where a sentence goes on ("Article 3 of the Charter applies").
"""

_OF_ROW = r"\|[ \t]*(?P<label>(?P<value>\d{1,3})\.?)(?=[ \t]*\|)"
"""The number of a row of a table in Markdown: all that stands in its first cell."""

_LABEL = regex.compile(
    rf"(?m:^)[ \t]*(?:{_OF_ROW}|(?:#{{1,6}} +|[-*+•] +|> ?)*(?:\*\*|__)?(?P<label>{'|'.join(_STYLES)}))",
    regex.VERSION0,
)
_HINT, _HEAD = re.compile(r"[\d().、）第]|\b[IVXLC]+\b"), 40
"""What every number has, within so many characters; most paragraphs have none of it there."""

_OPENING = " \t#*_->+•"
"""What may stand before the number of a paragraph: indentation and the marks of Markdown."""


class Label(NamedTuple):
    """A number where it stands: characters ``[start, end)`` of a wording, and its style, which is without the value."""

    start: int
    end: int
    own: str
    style: str


@lru_cache(maxsize=16384)
def labels_in(wording: str) -> tuple[Label, ...]:
    """Return the numbers with which lines of ``wording`` begin."""
    if "\n" in wording:
        return tuple(map(_label, _LABEL.finditer(wording)))
    found = _LABEL.match(wording) if _HINT.search(wording, 0, _HEAD) else None
    return (_label(found),) if found else ()


def _label(found: regex.Match[str]) -> Label:
    start, end = found.span("label")
    own, value = found["label"], found["value"]
    at = found.start("value") - start
    depth = value.count(".") + 1
    return Label(start, end, own, f"{own[:at]}{_kind(value) * depth}{own[at + len(value) :]}")


def _kind(value: str) -> str:
    if regex.match(_HAN, value):
        return "一"
    return "1" if value[0].isdigit() else "A" if value[0].isupper() else "a"


def row_numbers(wording: str) -> list[int]:
    """Return the numbers of the rows of a table in ``wording``, in order."""
    if "|" not in wording:
        return []
    before = ((each, wording[wording.rfind("\n", 0, each.start) + 1 : each.start]) for each in labels_in(wording))
    return [int(each.own.rstrip(".")) for each, opening in before if opening.strip() == "|"]


def relabelled(wording: str, own: Sequence[str]) -> str:
    """Return ``wording`` with these numbers in the place of its own, in order; unchanged where they are not as many."""
    places = labels_in(wording)
    if len(places) != len(own):
        return wording
    out, at = [], 0
    for place, label in zip(places, own, strict=True):
        out += [wording[at : place.start], label]
        at = place.end
    return "".join([*out, wording[at:]])


def opening(wording: str) -> Label | None:
    """Return the number with which ``wording`` begins, None where it has none."""
    label = next(iter(labels_in(wording)), None)
    return label if label and not wording[: label.start].strip(_OPENING) else None
