"""
Phrases of a lexicon, found in tokens: the longest at each place, in linear time.

A phrase is written as words. ``council*`` stands for every word that begins so, ``a|b`` for either, ``the~`` may be left
out. A word of capitals alone (UN) matches only itself; one with a capital first (Search) only a word with a capital;
any other matches regardless of capitals. Apostrophes between words are passed over.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Generic, Protocol, TypeVar

from accord.engine.reading.tokens import Token, words_of

Value = TypeVar("Value")

_APOSTROPHES = frozenset(("’", "'", "`", "’s", "'s", "`s"))
_KEY = 3


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a phrase: its forms, whether each is a beginning, and how capitals count."""

    forms: tuple[tuple[str, bool, str], ...]
    optional: bool

    def fits(self, token: Token) -> bool:
        for form, beginning, capitals in self.forms:
            if capitals == "all":
                if token.text == form or (beginning and token.text.startswith(form)):
                    return True
            elif (token.folded == form or (beginning and token.folded.startswith(form))) and (
                capitals == "any" or token.is_capital
            ):
                return True
        return False


class Placed(Protocol):
    """Something at tokens ``first`` to ``last`` (half-open)."""

    @property
    def first(self) -> int:
        """Its first token."""

    @property
    def last(self) -> int:
        """The token behind it."""


Some = TypeVar("Some", bound=Placed)


def first_of(each: Placed) -> int:
    """Return the first token of something; by it things in order are found."""
    return each.first


def within(found: Sequence[Some], first: int, last: int) -> list[Some]:
    """Return what begins between two tokens; ``found`` is in order of place."""
    return list(found[bisect_left(found, first, key=first_of) : bisect_left(found, last, key=first_of)])


@dataclass(frozen=True, slots=True)
class Hit(Generic[Value]):
    """A phrase found: tokens ``first`` to ``last`` (half-open), and what it stands for."""

    first: int
    last: int
    value: Value


@dataclass(frozen=True)
class Phrases(Generic[Value]):
    """A table of phrases, indexed by how their first word begins."""

    index: dict[str, list[tuple[tuple[_Word, ...], Value, int]]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, Value]]) -> Phrases[Value]:
        """Return a table of ``(phrase, what it stands for)``; of two equal phrases the first counts."""
        index: dict[str, list[tuple[tuple[_Word, ...], Value, int]]] = {}
        for phrase, value in ((each, value) for written, value in pairs for each in _spelt_out(written)):
            words = _words(phrase)
            letters = sum(len(word.forms[0][0]) for word in words)
            for key in _keys(words):
                index.setdefault(key, []).append((words, value, letters))
        return cls(index)

    def at(self, tokens: Sequence[Token], place: int, end: int) -> Hit[Value] | None:
        """Return the longest phrase that begins at this token and ends before ``end``; None where there is none."""
        best: Hit[Value] | None = None
        longest = 0
        for key in _prefixes(tokens[place].folded):
            for words, value, letters in self.index.get(key, ()):
                last = _match(words, tokens, place, end)
                if last > place and (best is None or (last, letters) > (best.last, longest)):
                    best, longest = Hit(place, last, value), letters
        return best

    def find(self, tokens: Sequence[Token], first: int = 0, last: int | None = None) -> list[Hit[Value]]:
        """Return the phrases between two places, in order, none inside of another."""
        end = len(tokens) if last is None else last
        hits: list[Hit[Value]] = []
        place = first
        while place < end:
            hit = self.at(tokens, place, end)
            if hit is None:
                place += 1
            else:
                hits.append(hit)
                place = hit.last
        return hits


@lru_cache(maxsize=65536)
def _prefixes(folded: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(folded[:length] for length in range(1, _KEY + 1)))


def _match(words: Sequence[_Word], tokens: Sequence[Token], place: int, end: int) -> int:
    """Return the place after the phrase, or -1."""
    at = place
    for number, word in enumerate(words):
        while number and at < end and tokens[at].text in _APOSTROPHES:
            at += 1
        if at < end and word.fits(tokens[at]):
            at += 1
        elif not word.optional:
            return -1
    return at


def _spelt_out(phrase: str) -> list[str]:
    """Return a phrase once for each alternative that is more than one token: Anti-Terrorist|Antiterrorist."""
    choices = [_alternatives(part) for part in phrase.split()]
    return [" ".join(each) for each in product(*choices)]


def _alternatives(part: str) -> list[str]:
    inner = part.rstrip("~").split("|")
    mark = "~" if part.endswith("~") else ""
    several = len(inner) > 1 and any(len(words_of(each.rstrip("*"))) > 1 for each in inner)
    return [each + mark for each in inner] if several else [part]


@lru_cache(maxsize=65536)
def _words(phrase: str) -> tuple[_Word, ...]:
    out: list[_Word] = []
    for part in phrase.split():
        optional = part.endswith("~")
        alternatives = part.rstrip("~").split("|")
        if len(alternatives) > 1:
            out.append(_Word(tuple(_form(each) for each in alternatives), optional))
        else:
            out.extend(_Word((_form(each),), optional) for each in _pieces(alternatives[0]))
    return tuple(out)


def _pieces(part: str) -> list[str]:
    """Return what the tokeniser makes of one written word: Skala-* is three."""
    ends = part.endswith("*")
    pieces = [each for each in words_of(part.rstrip("*")) if each not in _APOSTROPHES]
    return [*pieces[:-1], f"{pieces[-1]}*"] if ends and pieces else pieces


def _form(written: str) -> tuple[str, bool, str]:
    plain = written.rstrip("*")
    if len(plain) > 1 and plain.isupper():
        return plain, written.endswith("*"), "all"
    capitals = "first" if plain[:1].isupper() else "any"
    return plain.casefold().replace("ё", "е"), written.endswith("*"), capitals


def _keys(words: Sequence[_Word]) -> set[str]:
    """Return the index keys of a phrase: of each form of its first words, up to the first that must be there."""
    keys: set[str] = set()
    for word in words:
        keys.update(form.casefold()[:_KEY] for form, _, _ in word.forms)
        if not word.optional:
            break
    return keys
