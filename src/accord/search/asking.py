"""
What is asked of search, read from what somebody typed. No words are an error; marks that mean nothing are left out.

Source: docs/reference/search.md, "What can be asked".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import regex

from accord.search.words import Word, is_unspaced, stems_of, words_of

LONGEST = 400
"""Characters that can be asked."""

MOST = 24
"""Words and phrases that can be asked at once."""

MOST_FORMS = 64
"""Ways in which the words of one piece ("cross-border") can stand beside each other."""

_PIECES = regex.compile(r'(?P<without>(?<!\S)[-−])?(?:["“”„«»](?P<phrase>[^"“”„«»]*)["“”„«»]?|(?P<plain>[^\s"“”„«»]+))')


@dataclass(frozen=True, slots=True)
class Item:
    """
    One thing asked for.

    Attributes:
        without: it must not be there.
        form: "exact" | "stem": the form of words that is compared.
        phrases: any of these sequences of words, each in order and without anything between.
        prefix: the last word of a sequence is only begun.
    """

    without: bool
    form: str
    phrases: tuple[tuple[str, ...], ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: all items that are not ``without``, and none of those that are."""

    items: tuple[Item, ...]

    @property
    def wanted(self) -> tuple[Item, ...]:
        """What has to be there."""
        return tuple(item for item in self.items if not item.without)

    @property
    def unwanted(self) -> tuple[Item, ...]:
        """What must not be there."""
        return tuple(item for item in self.items if item.without)


class TooMuch(Exception):
    """More is asked than can be looked for at once."""


def asked(typed: str) -> Asked:
    """
    Return what somebody asks for.

    Raises:
        TooMuch: more than :data:`LONGEST` characters or :data:`MOST` words and phrases.
    """
    if len(typed) > LONGEST:
        raise TooMuch
    items = tuple(_items(typed))
    if len(items) > MOST:
        raise TooMuch
    return Asked(items)


def _items(typed: str) -> Iterator[Item]:
    for piece in _PIECES.finditer(typed):
        without = bool(piece["without"])
        text = piece["plain"] if piece["phrase"] is None else piece["phrase"]
        words = words_of(text)
        if not words:
            continue
        yield _quoted(words, text, without) if piece["phrase"] is not None else _plain(words, text, without)


def _quoted(words: Sequence[Word], text: str, without: bool) -> Item:
    """Return a phrase in quotation marks: these words as they are written."""
    found = _whole(words, text)
    return Item(without, "exact", (tuple(word.exact for word in found),), prefix=_begun(words, text))


def _plain(words: Sequence[Word], text: str, without: bool) -> Item:
    """Return a word with its inflections, a word that is only begun ("negot*"), or words that something joins."""
    if (text.endswith("*") and len(words[-1].exact) > 1) or _begun(words, text):
        return Item(without, "exact", (tuple(word.exact for word in words),), prefix=True)
    found = _whole(words, text)
    forms = [stems_of(word, text) for word in found]
    ways = tuple(product(*forms)) if _ways(forms) <= MOST_FORMS else (tuple(word.stem for word in found),)
    return Item(without, "stem", ways)


def _whole(words: Sequence[Word], text: str) -> Sequence[Word]:
    """Return the words without the single character that ends a run of pairs: more may follow it in the text."""
    last = words[-1]
    alone = len(words) > 1 and is_unspaced(text[last.start : last.end]) and words[-2].end == last.end
    return words[:-1] if alone else words


def _begun(words: Sequence[Word], text: str) -> bool:
    """Whether what is asked is a single character of a writing without spaces: any pair that it begins is meant."""
    return len(words) == 1 and len(words[0].exact) == 1 and is_unspaced(text[words[0].start :])


def _ways(forms: Sequence[Sequence[str]]) -> int:
    count = 1
    for each in forms:
        count *= len(each)
    return count
