"""
Words, spaces and marks: the units in which wording is compared.

A token is a word with its combining marks (inner apostrophes and hyphens belong to it, and the marks between the digits
of a number), a single ideograph or letter of a script written without spaces, the number of a list item in parentheses,
one white space, or one other character.
Tokens tile the wording.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import chain
from typing import TypeVar

import regex

Kept = TypeVar("Kept")

_MOST = 65_536
"""How many results are remembered at most."""

_ALONE = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
"""Scripts without spaces between words: each letter is a token."""

SPACELESS = "\u0e00"
"""Where these scripts begin; others are beyond it too."""


def _pattern(begins: str, goes_on: str) -> regex.Pattern[str]:
    """Return what finds tokens; a word begins and goes on with characters of these sets."""
    inner = r"(?:['’‐‑·՛՜՞-]|(?<=\p{N})[.,:٫٬](?=\p{N}))"
    word = rf"[[{begins}]_]{goes_on}*(?:{inner}[{begins}]{goes_on}*)*"
    return regex.compile(rf"[{_ALONE}]\p{{M}}*|{word}|\([\p{{L}}\p{{N}}]{{1,4}}\)|\s|.", regex.DOTALL | regex.VERSION1)


_TOKEN = _pattern(r"\p{L}\p{N}", r"[\p{L}\p{N}\p{M}_\u200c\u200d]")
_MIXED = _pattern(rf"[\p{{L}}\p{{N}}]--[{_ALONE}]", rf"[[\p{{L}}\p{{N}}\p{{M}}_\u200c\u200d]--[{_ALONE}]]")
"""For wording in which letters without spaces may follow others, as in "2024年"; the first one is faster."""

Tokens = tuple[str, ...]

END = ""
"""Stands between a wording and what it ends with unseen, so that an edit of the one never meets one of the other."""


class Memo(dict[str, Kept]):
    """
    What a function of one string gave, for the last strings: ``memo[string]``, sooner than a call of an ``lru_cache``.

    It is emptied when it is full.
    """

    def __init__(self, function: Callable[[str], Kept]) -> None:
        super().__init__()
        self.function = function

    def __missing__(self, key: str) -> Kept:
        if len(self) >= _MOST:
            self.clear()
        self[key] = made = self.function(key)
        return made


@lru_cache(maxsize=_MOST)
def tokenise(wording: str) -> Tokens:
    """Return the tokens of ``wording``; joined they give it back."""
    return _tokens(wording)


def _tokens(wording: str) -> Tokens:
    return tuple(chain.from_iterable(map(_WITH_SPACE.__getitem__, wording.split(" "))))[:-1]


def _with_space(chunk: str) -> Tokens:
    """Return the tokens of a chunk and the space behind it, which is a token whatever stands beside it."""
    if chunk.isascii() and chunk.isalnum():
        return chunk, " "
    pattern = _MIXED if chunk and max(chunk) >= SPACELESS else _TOKEN
    return (*pattern.findall(chunk), " ")


_WITH_SPACE = Memo(_with_space)


def framed(wording: str) -> Tokens:
    """Return the tokens of ``wording`` with :data:`END` before the white space that it ends with; () for ""."""
    tokens = _tokens(wording)
    size = len(tokens)
    while size and (tokens[size - 1].isspace() or tokens[size - 1] == "\0"):
        size -= 1
    return (*tokens[:size], END, *tokens[size:]) if tokens else ()


def _is_word(token: str) -> bool:
    return token == END or token[0].isalnum() or token[0] == "_" or len(token) > 1


_IS_WORD = Memo(_is_word)

is_word = _IS_WORD.__getitem__
"""Whether a token is a word, an ideograph, the number of a list item, or END; not a space, not a mark."""


@lru_cache(maxsize=_MOST)
def words(wording: str) -> Tokens:
    """Return the words of ``wording`` in order."""
    return tuple(chain.from_iterable(map(_WORDS.__getitem__, wording.split(" "))))


def _words_in(chunk: str) -> Tokens:
    return tuple(filter(is_word, _WITH_SPACE[chunk]))


_WORDS = Memo(_words_in)
