"""
Sentences that keep what they are made of, so that a page can say them in its reader's language.

The engine speaks English. A sentence of it is a ``str`` as any other; beside its words it knows its pattern and the
values in it. Whoever shows sentences to people says once how patterns are translated; without that they stand in
English.

Source: docs/explanation/languages.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from html import escape
from typing import Any

Translate = Callable[[str, str, int], str]
"""Pattern, its plural ("" where it has none) and the number that it agrees with → the pattern in another language."""


class Said(str):
    """
    A sentence with its pattern and values.

    Attributes:
        pattern: as ``str.format`` takes it; its places are names. plural: the same for more than one; "" without.
        values: name → value; one that is itself said is translated with the whole.
    """

    __slots__ = ("pattern", "plural", "values")
    pattern: str
    plural: str
    values: Mapping[str, Any]

    def __str__(self) -> str:
        """Return the sentence itself, which an error that carries it hands on."""
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy and pickle as what it is made of."""
        return _made, (self.pattern, self.plural, dict(self.values))

    def __html__(self) -> str:
        """Return the sentence as a page shows it: in its reader's language, escaped."""
        return escape(spoken(self))


def say(words: str, /, **values: Any) -> Said:
    """Return a pattern filled with ``values``. It stands in the call, where tools/strings.py finds it."""
    return _made(words, "", values)


def say_count(words: str, plural: str, /, count: int, **values: Any) -> Said:
    """Return the pattern that goes with ``count``, which is one of the values."""
    return _made(words, plural, {"count": count, **values})


def pattern(words: str) -> str:
    """Return a pattern that stands in a table, marked for translation; :func:`filled` makes it a sentence."""
    return words


def filled(words: str, /, **values: Any) -> Said:
    """Return a pattern of a table filled with its values."""
    return _made(words, "", values)


def joined(glue: str, parts: Iterable[str]) -> str:
    """Return the parts with ``glue`` between them; each is translated by itself."""
    words = [part for part in parts if part]
    if len(words) < 2:
        return words[0] if words else ""
    values = {f"part{number}": part for number, part in enumerate(words)}
    return _made(glue.join(f"{{{name}}}" for name in values), "", values)


def either(parts: Iterable[str]) -> str:
    """Return the parts with "or" between them; each is translated by itself."""
    return reduce(lambda one, other: say("{one} or {other}", one=one, other=other), parts)


def spoken(words: object) -> str:
    """Return words as they are said to the reader: a sentence of the engine translated, anything else as it is."""
    if not isinstance(words, Said):
        return str(words)
    pattern = _translate(words.pattern, words.plural, words.values.get("count", 1) if words.plural else 1)
    return pattern.format(
        **{name: spoken(each) if isinstance(each, Said) else each for name, each in words.values.items()}
    )


def packed(words: str) -> Any:
    """Return words as JSON takes them; :func:`unpacked` gives them back."""
    if not isinstance(words, Said):
        return str(words)
    values = {name: packed(each) if isinstance(each, str) else each for name, each in words.values.items()}
    return [words.pattern, words.plural, values]


def unpacked(stored: Any) -> str:
    """Return the words of :func:`packed`."""
    if isinstance(stored, str):
        return stored
    pattern, plural, values = stored
    return _made(
        pattern, plural, {name: unpacked(each) if isinstance(each, list) else each for name, each in values.items()}
    )


def translate_with(translate: Translate) -> None:
    """Have sentences shown by ``translate`` from now on, in this process."""
    global _translate  # noqa: PLW0603 -- set once, when the pages start
    _translate = translate


def _in_english(pattern: str, plural: str, count: int) -> str:
    return plural if plural and count != 1 else pattern


_translate: Translate = _in_english


def _made(pattern: str, plural: str, values: Mapping[str, Any]) -> Said:
    words = Said(_in_english(pattern, plural, values.get("count", 1)).format(**values))
    words.pattern, words.plural, words.values = pattern, plural, values
    return words
