"""How something is called. Frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Called:
    """
    A name as it is shown.

    Attributes:
        language: tag of the language it is in, where that is not the reader's; else "".
        also: the same in other languages, as (tag, words). aliases: other spellings.
    """

    words: str
    language: str = ""
    also: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.words

    def __bool__(self) -> bool:
        return bool(self.words)


NO_NAME = Called("")
"""How nothing is called."""
