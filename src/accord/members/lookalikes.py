"""
Names that a reader can take for others: letters of two scripts in one word, or two names that look the same.

Such a name is flagged, never refused: a person decides. The table holds the letters of Cyrillic, Greek and Armenian
that print like Latin ones; it is no complete table of UTS 39, and a name that passes is not thereby sound.

Source: UTS 39, sections 4 and 5 (confusables, mixed-script detection).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import regex

_SCRIPTS = ("Latin", "Cyrillic", "Greek", "Armenian", "Hebrew", "Arabic", "Georgian")
_IN = {script: regex.compile(rf"\p{{Script={script}}}") for script in _SCRIPTS}
_LIKE = str.maketrans(
    "аеорсухіјѕԁһԛԝАВЕКМНОРСТУХЅІЈοανιρκτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧօսոց",
    "aeopcyxijsdhqwABEKMHOPCTYXSIJoavipktuxABEZHIKMNOPTYXoung",
)


def skeleton(name: str) -> str:
    """Return what a name looks like: in small letters, those of other scripts as the Latin ones that they resemble."""
    plain = unicodedata.normalize("NFD", name)
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return bare.translate(_LIKE).casefold().replace("1", "l").replace("0", "o")


def flags(names: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """
    Yield what to look at, as index of the name, kind and words.

    Kinds are "mixed" (a word of letters of two scripts; the word) and "alike" (a name that looks like an earlier one;
    that one).
    """
    seen: dict[str, str] = {}
    for index, name in enumerate(names):
        for word in name.split():
            if sum(bool(each.search(word)) for each in _IN.values()) > 1:
                yield index, "mixed", word
        looks = skeleton(name)
        if looks in seen:
            yield index, "alike", seen[looks]
        seen.setdefault(looks, name)
