"""
Words, spaces and marks: the units in which wording is compared.

A token is a word with its combining marks (inner apostrophes and hyphens belong to it), a single ideograph or letter
of a script written without spaces, one white space, or one other character. Tokens tile the wording.
"""

from __future__ import annotations

from functools import lru_cache

import regex

_TOKEN = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*"
    r"|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_\u200c\u200d]*(?:['’‐‑·-][\p{L}\p{N}][\p{L}\p{N}\p{M}_\u200c\u200d]*)*"
    r"|\s|."
    ,
    regex.DOTALL,
)

Tokens = tuple[str, ...]


@lru_cache(maxsize=65536)
def tokenise(wording: str) -> Tokens:
    """Return the tokens of ``wording``; joined they give it back."""
    return tuple(_TOKEN.findall(wording))


def is_word(token: str) -> bool:
    """Whether the token is a word or an ideograph (not a space, not a mark)."""
    return token[0].isalnum() or token[0] == "_"


@lru_cache(maxsize=65536)
def words(wording: str) -> Tokens:
    """Return the words of ``wording`` in order."""
    return tuple(token for token in tokenise(wording) if is_word(token))
