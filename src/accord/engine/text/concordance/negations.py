"""Negations: words that say no, and words that may answer for one ("without", "refrain")."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from accord.engine.text.concordance.facts import Fact, Token, looked_up, tokens, without
from accord.engine.text.concordance.lexicon import Lexicon

_NO = frozenset({"no"})
_ONLY = regex.compile(r"\b(?:que|qu)\b", regex.IGNORECASE)
_FRENCH_NE = {"ne", "n"}
_FAR = 60
"""Code points within which the second half of a French negation stands."""


def negations_in(text: str, lexicon: Lexicon) -> list[Fact]:
    """Return the negations of ``text``: firm ones, and those that only answer for one elsewhere."""
    idioms = list(_idioms(text, lexicon))
    left = without(text, idioms)
    return [*idioms, *(_spaced(left, lexicon) if lexicon.spaced else _wherever(left, lexicon))]


def _idioms(text: str, lexicon: Lexicon) -> Iterator[Fact]:
    if lexicon.idiom_pattern:
        for found in lexicon.idiom_pattern.finditer(text):
            yield Fact(_NO, found.start(), found.end(), False)


def _spaced(text: str, lexicon: Lexicon) -> Iterator[Fact]:
    words = tokens(text)
    for index, token in enumerate(words):
        firm = _firmness(token, text, lexicon)
        if firm is None or (
            firm and words[index - 1 : index] and words[index - 1].word.casefold() in lexicon.absorbing
        ):
            continue
        yield Fact(_NO, token.start, token.end, firm)


def _firmness(token: Token, text: str, lexicon: Lexicon) -> bool | None:
    """Return whether a word is a firm negation; None where it is none at all."""
    word = token.word
    if lexicon.forms["firm"].find(word):
        return None
    if looked_up("negations", word, lexicon) or (len(word) > 5 and word.casefold().endswith(lexicon.negation_endings)):
        return not _only_limits(token, text, lexicon)
    if looked_up("mild", word, lexicon) or word.casefold().endswith(lexicon.mild_endings):
        return False
    return None


def _only_limits(token: Token, text: str, lexicon: Lexicon) -> bool:
    """Whether a French "ne" goes with "que", which says "only"; or "n" stands alone as a letter."""
    if lexicon.tag != "fr" or token.word.casefold() not in _FRENCH_NE:
        return False
    behind = text[token.end : token.end + _FAR]
    if token.word.casefold() == "n" and behind[:1] not in ("'", "’"):
        return True
    return bool(_ONLY.search(behind)) and not regex.search(r"\b(?:pas|aucun\w*|nul\w*|jamais|rien|point)\b", behind)


def _wherever(text: str, lexicon: Lexicon) -> Iterator[Fact]:
    blanked = text
    for form in lexicon.firm:
        blanked = blanked.replace(form, " " * len(form))
    for forms, firm in ((lexicon.mild, False), (lexicon.negations, True)):
        for form in forms:
            for found in regex.finditer(regex.escape(form), blanked):
                yield Fact(_NO, found.start(), found.end(), firm)
