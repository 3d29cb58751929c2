"""
Names that a reader can take for others: letters of two scripts in one word, or two names that look the same.

Such a name is flagged, never refused: a person decides. Which letters look alike is what the Unicode Consortium lists;
a name that passes is not thereby sound.

Source: UTS 39, sections 4 and 5 (confusables, mixed-script detection); accord.engine.text.scripts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from accord.engine.text.scripts import mixed_words
from accord.engine.text.scripts import skeleton as letters_as_seen


def skeleton(name: str) -> str:
    """Return what a name looks like: in small letters, those of other scripts as the Latin ones that they resemble."""
    plain = letters_as_seen(unicodedata.normalize("NFC", name))
    bare = "".join(char for char in unicodedata.normalize("NFD", plain) if not unicodedata.combining(char))
    return bare.casefold().replace("1", "l").replace("0", "o")


def flags(names: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """
    Yield what to look at, as index of the name, kind and words.

    Kinds are "mixed" (a word of letters of two scripts; the word) and "alike" (a name that looks like an earlier one;
    that one).
    """
    seen: dict[str, str] = {}
    for index, name in enumerate(names):
        for mixed in mixed_words(name):
            yield index, "mixed", mixed.word
        looks = skeleton(name)
        if looks in seen:
            yield index, "alike", seen[looks]
        seen.setdefault(looks, name)
