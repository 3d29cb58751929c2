"""How a name of the register is looked for in a report: in any case, where Russian declines it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_RUSSIAN = re.compile(r"[а-яё]+", re.IGNORECASE)
_ENDING = re.compile(r"[аеёиоуыэюяйь]{1,2}$", re.IGNORECASE)
_SIGNS = str.maketrans(dict.fromkeys("*|~"))
_SHORTEST = 4
"""Letters that a word keeps at least; a shorter one is looked for as it is."""


def phrases_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return names as phrases of a lexicon, each once; those that hold no letter are left out."""
    found = (" ".join(_words(name)) for name in names)
    return tuple(dict.fromkeys(phrase for phrase in found if any(map(str.isalpha, phrase))))


def _words(name: str) -> Iterator[str]:
    for word in name.translate(_SIGNS).split():
        yield "-".join(_stem(part) for part in word.split("-")) if _RUSSIAN.search(word) else word


def _stem(word: str) -> str:
    """Return a Russian word without its ending; abbreviations and short words stay as they are."""
    if not _RUSSIAN.fullmatch(word) or word.isupper():
        return word
    stem = _ENDING.sub("", word)
    return f"{stem}*" if len(stem) >= _SHORTEST else word
