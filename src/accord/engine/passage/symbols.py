"""
Symbols of documents by the pattern of an organisation.

``{organ}/{year}/L.{n}`` gives CMFA/2031/L.4; a revision of it is CMFA/2031/L.4/Rev.1. A number is the first that is
free among the symbols that its readers can see, so that a gap tells them nothing of others.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import count

LONGEST = 40
"""Characters of a symbol."""

_FIELDS = re.compile(r"\{([^{}]*)\}")
_PLAIN = re.compile(r"[\w./() {}-]+")


class SymbolError(ValueError):
    """A pattern that gives no symbols: ``reason`` is "number" | "field" | "sign" | "length", ``what`` the part."""

    def __init__(self, reason: str, what: str = "") -> None:
        super().__init__(f"{reason}: {what}" if what else reason)
        self.reason, self.what = reason, what


@dataclass(frozen=True, slots=True)
class Pattern:
    """
    How documents are numbered.

    Attributes:
        series: with ``{n}``, and if wanted ``{organ}`` and ``{year}``. revision, addendum, corrigendum: what follows
            the symbol, each with ``{n}``.
    """

    series: str = "{organ}/{year}/L.{n}"
    revision: str = "/Rev.{n}"
    addendum: str = "/Add.{n}"
    corrigendum: str = "/Corr.{n}"


def check_pattern(pattern: Pattern) -> None:
    """Refuse a pattern that gives no symbols. Raises SymbolError."""
    known = {pattern.series: {"n", "organ", "year"}}
    known |= {each: {"n"} for each in (pattern.revision, pattern.addendum, pattern.corrigendum)}
    for words, allowed in known.items():
        fields = _FIELDS.findall(words)
        if fields.count("n") != 1:
            raise SymbolError("number", words)
        if strange := set(fields) - allowed:
            raise SymbolError("field", min(strange))
        if not _PLAIN.fullmatch(words) or re.search(r"[{}]", _FIELDS.sub("", words)):
            raise SymbolError("sign", words)
        if len(words) > LONGEST:
            raise SymbolError("length", words)


def next_symbol(series: str, taken: Collection[str], *, organ: str = "", year: int | None = None) -> str:
    """
    Return the next symbol of a series; a part for which nothing is given is left out with its stroke.

    Args:
        series: "{organ}/{year}/L.{n}". taken: symbols that are given already.
    """
    values = {"organ": organ.upper(), "year": str(year or "")}
    parts = (_filled(part, values) for part in series.split("/"))
    return _first_free("/".join(part for part in parts if part), taken)


def revised(symbol: str, pattern: Pattern, taken: Collection[str]) -> str:
    """Return the symbol of the next revision: that of the document itself with /Rev.1, /Rev.2 …"""
    return _first_free(base_of(symbol, pattern) + pattern.revision, taken)


def attached(symbol: str, kind: str, pattern: Pattern, taken: Collection[str]) -> str:
    """Return the symbol of a paper that is added to a document ("addendum") or corrects it ("corrigendum")."""
    return _first_free(symbol + getattr(pattern, kind), taken)


def base_of(symbol: str, pattern: Pattern) -> str:
    """Return a symbol without the mark of its revision."""
    before, after = (re.escape(part) for part in pattern.revision.split("{n}"))
    return re.sub(rf"{before}\d+{after}$", "", symbol)


def _filled(part: str, values: dict[str, str]) -> str:
    """Return one part of a series with what is given put in; "" where nothing is given for it."""
    empty = [name for name in _FIELDS.findall(part) if name in values and not values[name]]
    if empty and "{n}" not in part:
        return ""
    for name, value in values.items():
        part = part.replace(f"{{{name}}}", value)
    return part


def _first_free(words: str, taken: Collection[str]) -> str:
    known = set(taken)
    return next(symbol for n in count(1) if (symbol := words.replace("{n}", str(n))) not in known)
