"""
What a wording says that has to be the same in every language: a fact with its place.

A *firm* fact has to be found on the other side; a mild one ("first", "both", "without") may answer for a firm one there
and asks for nothing.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import regex

from accord.engine.text.concordance.lexicon import Lexicon

WORD = regex.compile(r"[\p{L}\p{M}]+")
_MARKS = regex.compile(r"[\u064b-\u0652\u0670\u0640]")
_OTHER = {
    "٫": ".",
    "٬": ",",
    "٪": "%",
    "％": "%",
    "，": ",",
    "．": ".",
    "\u2010": "-",
    "\u2011": "-",
    "：": ":",
    "’": "'",
    "／": "/",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """
    Something that the wording says.

    Attributes:
        values: what it may mean; two facts are the same where they share one.
        start, end: half-open place in the unit.
    """

    values: frozenset[object]
    start: int
    end: int
    firm: bool = True


def plain(text: str) -> str:
    """Return ``text`` with the digits of every script as 0 to 9 and common marks in one form; places stay."""
    return "".join(map(_plain, text))


def _plain(char: str) -> str:
    if char in _OTHER:
        return _OTHER[char]
    digit = unicodedata.decimal(char, None)
    return str(digit) if digit is not None else char


@dataclass(frozen=True, slots=True)
class Token:
    """A word: as it is looked up, and its place."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words of ``text``, without marks of vowels."""
    return [Token(_MARKS.sub("", found.group()), found.start(), found.end()) for found in WORD.finditer(text)]


def looked_up(name: str, word: str, lexicon: Lexicon) -> str | None:
    """Return the form of a list of the lexicon that ``word`` is, also where something is written together with it."""
    forms = lexicon.forms[name]
    found = forms.find(word)
    if found is not None:
        return found
    for prefix in lexicon.prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2 and (found := forms.find(word[len(prefix) :])):
            return found
    return None


def without(text: str, facts: list[Fact]) -> str:
    """Return ``text`` with the places of ``facts`` blanked, so that nothing is read twice."""
    chars = list(text)
    for fact in facts:
        chars[fact.start : fact.end] = " " * (fact.end - fact.start)
    return "".join(chars)
