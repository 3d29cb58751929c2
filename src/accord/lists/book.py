"""
How members, organs, partners and people are called here: a cell may name them by code, by name, or by another name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from accord.lists.errors import Wrong

_ALIKE = 80
"""How alike, of 100, a known name has to be to be offered for one that is not known."""


@dataclass(slots=True)
class Called:
    """
    Things of one kind by what they are called.

    Attributes:
        names: the name of each by its key. others: further names of each, by language ("" where of none).
    """

    names: dict[str, str] = field(default_factory=dict)
    others: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    _keys: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, key: str, name: str) -> None:
        """Note a thing with its name."""
        self.names[key] = name
        for words in (key, name):
            self._keys[words.casefold()].add(key)

    def also(self, key: str, language: str, words: str) -> None:
        """Note a further name of a thing that is known."""
        if key in self.names:
            self.others[key].append((language, words))
            self._keys[words.casefold()].add(key)

    def keys_of(self, words: str) -> set[str]:
        """Return the keys of what is called so."""
        return self._keys.get(words.casefold(), set())

    def key_of(self, words: str) -> str:
        """Return the key of the one thing that is called so. Raises Wrong: there is none, or there are several."""
        found = {words} if words in self.names else self.keys_of(words)
        if len(found) == 1:
            return next(iter(found))
        if found:
            told = {"words": words, "keys": ", ".join(sorted(found))}
            raise Wrong(_("“%(words)s” is the name of several here: %(keys)s. Give the code.") % told)
        raise Wrong(self._missing(words))

    def further(self, key: str) -> frozenset[str]:
        """Return the other names of a thing."""
        return frozenset(words for _language, words in self.others.get(key, ()))

    def languages(self) -> tuple[str, ...]:
        """Return the languages in which something of this kind has a name."""
        return tuple(sorted({tag for names in self.others.values() for tag, _words in names if tag}))

    def _missing(self, words: str) -> str:
        near = process.extractOne(words.casefold(), list(self._keys), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if near is None:
            return _("“%s” is not in the register.") % words
        key = min(self._keys[near[0]])
        told = {"words": words, "name": self.names[key]}
        return _("“%(words)s” is not in the register. Is “%(name)s” meant?") % told


@dataclass(slots=True)
class Book:
    """Everything that the register names, by kind, the meetings and their guests, and papers that can be seen."""

    members: Called = field(default_factory=Called)
    organs: Called = field(default_factory=Called)
    partners: Called = field(default_factory=Called)
    people: Called = field(default_factory=Called)
    meetings: Called = field(default_factory=Called)
    guests: Called = field(default_factory=Called)
    areas: Called = field(default_factory=Called)
    series: Called = field(default_factory=Called)
    operations: Called = field(default_factory=Called)
    documents: Called = field(default_factory=Called)
    adopted: Called = field(default_factory=Called)


Finder = Callable[[Book], Called]
