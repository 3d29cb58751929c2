"""
Words, spaces and marks: the units in which wording is compared.

A token is a word with its combining marks (inner apostrophes and hyphens belong to it), a single ideograph or letter
of a script written without spaces, the number of a list item in parentheses, one white space, or one other character.
Tokens tile the wording.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

import regex

_TOKEN = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*"
    r"|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_\u200c\u200d]*(?:['’‐‑·-][\p{L}\p{N}][\p{L}\p{N}\p{M}_\u200c\u200d]*)*"
    r"|\([\p{L}\p{N}]{1,4}\)"
    r"|\s|.",
    regex.DOTALL,
)

Tokens = tuple[str, ...]

END = ""
"""Stands between a wording and what it ends with unseen, so that an edit of the one never meets one of the other."""


@lru_cache(maxsize=65536)
def tokenise(wording: str) -> Tokens:
    """Return the tokens of ``wording``; joined they give it back."""
    return tuple(chain.from_iterable(map(_with_space, wording.split(" "))))[:-1]


@lru_cache(maxsize=65536)
def _with_space(chunk: str) -> Tokens:
    """Return the tokens of a chunk and the space behind it, which is a token whatever stands beside it."""
    return (*_TOKEN.findall(chunk), " ")


def framed(wording: str) -> Tokens:
    """Return the tokens of ``wording`` with :data:`END` before the white space that it ends with; () for ""."""
    tokens = tokenise(wording)
    size = len(tokens)
    while size and (tokens[size - 1].isspace() or tokens[size - 1] == "\0"):
        size -= 1
    return (*tokens[:size], END, *tokens[size:]) if tokens else ()


@lru_cache(maxsize=65536)
def is_word(token: str) -> bool:
    """Whether the token is a word, an ideograph, the number of a list item, or END; not a space, not a mark."""
    return token == END or token[0].isalnum() or token[0] == "_" or len(token) > 1


@lru_cache(maxsize=65536)
def words(wording: str) -> Tokens:
    """Return the words of ``wording`` in order."""
    return tuple(chain.from_iterable(map(_words_in, wording.split(" "))))


@lru_cache(maxsize=65536)
def _words_in(chunk: str) -> Tokens:
    return tuple(filter(is_word, _with_space(chunk)))
