"""Organs that no lexicon names: a council, committee or commission that stands with its organisation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.engine.reading.lexicon import Organisation, OrganKind
from accord.engine.reading.phrases import Hit, within
from accord.engine.reading.tokens import Script, Token
from accord.engine.reading.words import word_set

GENERIC = "generic:"
"""How the id of a kind begins that no lexicon names."""
_HEADS = word_set("council committee commission conference board assembly")
_RUSSIAN_HEADS = {
    "совет": "совет",
    "комитет": "комитет",
    "комисси": "комиссия",
    "коллеги": "коллегия",
    "ассамбле": "ассамблея",
}
_LINKS = ("for", "on", "of", "and")
_FAR = 14
"""Tokens from the name of an organ to that of its organisation, in Russian."""
_GENITIVES = ("ов", "ев", "ей", "ых", "их", "ого", "его", "ой", "ии")
_NO_HEADS = ("советник", "советск", "советом директор")


def named_with_organisation(
    script: Script, organisations: Sequence[Hit[Organisation]], taken: set[int]
) -> Iterator[Hit[OrganKind]]:
    """Yield organs found by their head word, with words of their own, beside the name of an organisation."""
    for at, token in enumerate(script.tokens):
        if at in taken or not token.is_word or head_of(token, script.language) == "":
            continue
        found = _russian(script, organisations, at) if script.language == "ru" else _english(script, organisations, at)
        span = _of_structure(script, organisations, at) or found
        if span is not None and not taken & set(range(*span)):
            words = " ".join(script.quote(*span).split())
            name = _nominative(words) if script.language == "ru" else words
            level = "ministers" if "ministerial" in words.casefold() or "министр" in words.casefold() else "experts"
            yield Hit(*span, OrganKind(GENERIC + name.casefold(), level, {"en": words, "ru": name}, ()))


def _of_structure(script: Script, organisations: Sequence[Hit[Organisation]], at: int) -> tuple[int, int] | None:
    """Return the span of "Совет РАТС ШОС" or "Council of the SCO RATS": the organ that a structure has."""
    place = at + 1
    while place < len(script.tokens) and script.tokens[place].folded in ("of", "the"):
        place += 1
    owner = next(iter(within(organisations, place, place + 1)), None)
    if owner is None or owner.value.parent is None or not script.tokens[at].is_capital:
        return None
    return at, owner.last


def head_of(token: Token, language: str) -> str:
    """Return what kind of organ a word names, "council" or "совет" and the like; "" for other words."""
    if language == "en":
        return token.folded if token.is_capital and token.folded in _HEADS else ""
    if token.folded.startswith(_NO_HEADS):
        return ""
    return next((stem for stem in _RUSSIAN_HEADS if token.folded.startswith(stem)), "")


def _english(script: Script, organisations: Sequence[Hit[Organisation]], at: int) -> tuple[int, int] | None:
    """Return the span of "Ministerial Committee for Trade Cooperation" where an organisation stands beside it."""
    tokens, sentence = script.tokens, script.sentence_at(at)
    inside = {place for hit in within(organisations, at - 12, at + 12) for place in range(hit.first, hit.last)}
    first, last = at, at + 1
    while first > sentence.first and _is_own(tokens, first - 1, inside):
        first -= 1
    while last + 1 < sentence.last and tokens[last].folded in _LINKS and _is_own(tokens, last + 1, inside):
        last += 2
        while last < sentence.last and _is_own(tokens, last, inside):
            last += 1
    beside = {first - 1, first - 2, last, last + 1, last + 2} & inside
    return (first, last) if last - first > 1 and beside else None


def _is_own(tokens: Sequence[Token], at: int, inside: set[int]) -> bool:
    token = tokens[at]
    return token.is_word and token.is_capital and at not in inside and token.folded not in ("the", "a", "this")


def _russian(script: Script, organisations: Sequence[Hit[Organisation]], at: int) -> tuple[int, int] | None:
    """Return the span of "Координационный совет руководителей компетентных органов" before its organisation."""
    tokens = script.tokens
    first = (
        at - 1
        if at and tokens[at - 1].is_capital and tokens[at - 1].is_word and tokens[at - 1].end + 1 == tokens[at].start
        else at
    )
    owner = next(iter(within(organisations, at + 2, at + _FAR)), None)
    if owner is None or not tokens[first].is_capital or script.sentence_at(at) is not script.sentence_at(owner.first):
        return None
    last = owner.first
    if not tokens[at + 1].folded.endswith(_GENITIVES) and tokens[at + 1].folded != "по":
        return None
    for place in range(at + 1, owner.first):
        if tokens[place].folded.startswith(("государств", "стран")) or tokens[place].text in "–-":
            last = min(last, place)
        elif not tokens[place].is_word:
            return None
    return (first, last) if last - first > 1 else None


def _nominative(words: str) -> str:
    """Return "Координационный совет руководителей" for "Координационного совета руководителей"."""
    out = words.split()
    for number, word in enumerate(out[:2]):
        stem = next((each for each in _RUSSIAN_HEADS if word.casefold().startswith(each)), "")
        if stem:
            out[number] = _RUSSIAN_HEADS[stem].capitalize() if word[0].isupper() else _RUSSIAN_HEADS[stem]
            break
        for ending, right in (("ского", "ский"), ("ому", "ый"), ("ого", "ый"), ("ым", "ый"), ("ом", "ый")):
            if word.endswith(ending):
                out[number] = word[: -len(ending)] + right
                break
    return " ".join(out)
