"""
Codes and names: what is written alike in every language, and what one script writes as another one sounds.

A code (A/79/L.5, an address, a delegation's code) has to be the same. A known name is looked up. Any other word with a
capital inside a sentence is a name only where something like it is asked for; it is compared by its sound.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator

import regex
from rapidfuzz import fuzz

from accord.engine.text.concordance.facts import Fact, tokens
from accord.engine.text.concordance.lexicon import Lexicon

_CODE = regex.compile(
    r"(?:https?://|www\.)[!-~]+[A-Za-z\d/]"
    r"|[A-Za-z\d_.+-]+@[A-Za-z\d-]+\.[A-Za-z\d.-]*[A-Za-z]"
    r"|(?<![\p{Lu}\p{Ll}\d])(?=[\p{Lu}\p{Ll}\d./-]*\d)(?=[\p{Lu}\p{Ll}\d./-]*\p{Lu})"
    r"[\p{Lu}\d]+(?:[./-][\p{Lu}\p{Ll}\d]+)+(?![\p{Lu}\p{Ll}\d])"
    r"|(?<![\p{Lu}\p{Ll}\d])(?:\p{Lu}{1,6}\d{1,6})(?![\p{Lu}\p{Ll}\d])"
)
_SENTENCE = regex.compile(r"[.;:!?…։՝]\s*[\"'«“„(]*\s*$|^[\s\d().–—•*-]*[\"'«“„(]*\s*$")
_QUOTED = regex.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|„[^“]*“")
SHORTEST = 3
LIKE = 62
"""Of 100: how alike two names have to sound to be one."""

_CYRILLIC = dict(zip(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіўј",
    ["a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "ts", "ch", "sh", "sh", "_", "i", "_", "e", "u", "ya", "a", "g", "k", "n", "o", "u", "u", "h", "i", "u", "i"],  # noqa: E501 -- a table
    strict=True,
))  # fmt: skip
_ARMENIAN = dict(zip(
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    ["a", "b", "g", "d", "e", "z", "e", "i", "t", "zh", "i", "l", "h", "ts", "k", "h", "dz", "g", "ch", "m", "i", "n", "sh", "o", "ch", "p", "j", "r", "s", "v", "t", "r", "ts", "v", "p", "k", "o", "f", "ev"],  # noqa: E501 -- a table
    strict=True,
))  # fmt: skip
_SOUNDS = (("kh", "h"), ("zh", "j"), ("dj", "j"), ("dzh", "j"), ("ts", "c"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("q", "k"), ("w", "v"), ("x", "ks"),  # noqa: E501 -- a table
           ("y", "i"), ("ou", "u"), ("tch", "ch"), ("sch", "sh"), ("c", "k"), ("_", ""))  # fmt: skip


def codes_in(text: str, codes: Collection[str] = ()) -> list[Fact]:
    """Return the codes of ``text``; ``codes`` are further ones that count, such as those of delegations."""
    found = [Fact(_meanings(each.group()), each.start(), each.end()) for each in _CODE.finditer(text)]
    if codes:
        pattern = regex.compile(rf"(?<![\p{{L}}\d])(?:{'|'.join(map(regex.escape, codes))})(?![\p{{L}}\d])")
        taken = {place for fact in found for place in range(fact.start, fact.end)}
        more = (Fact(frozenset({each.group()}), each.start(), each.end()) for each in pattern.finditer(text))
        found.extend(fact for fact in more if fact.start not in taken)
    return sorted(found, key=lambda fact: fact.start)


def _meanings(code: str) -> frozenset[object]:
    """Return a code as it is, and by its figures: letters of codes are written in another script elsewhere."""
    figures = tuple(regex.findall(r"\d+", code))
    return frozenset({code.upper(), ("figures", *figures)}) if figures else frozenset({code.upper()})


def known_names_in(text: str, lexicon: Lexicon) -> list[Fact]:
    """Return the names that the lexicon knows."""
    if lexicon.name_pattern is None:
        return []
    groups = ((each, "name" if "name" in each.groupdict() else 0) for each in lexicon.name_pattern.finditer(text))
    return [Fact(frozenset({lexicon.named(each.group(key))}), each.start(), each.end()) for each, key in groups]


def unknown_names_in(text: str, lexicon: Lexicon) -> list[Fact]:
    """Return words that may be names: a capital inside a sentence, no word that is commonly written so."""
    words = tokens(text)
    capitals = [word for word in words if word.word[0].isupper()]
    if len(capitals) * 2 > len(words):
        return []
    quoted = [range(each.start(), each.end()) for each in _QUOTED.finditer(text)]
    return [
        Fact(frozenset({sound_of(word.word)}), word.start, word.end)
        for word in capitals
        if _may_be_name(text, word.word, word.start, lexicon) and not any(word.start in each for each in quoted)
    ]


def _may_be_name(text: str, word: str, start: int, lexicon: Lexicon) -> bool:
    if len(word) < SHORTEST or word.isupper() or lexicon.forms["common"].find(word):
        return False
    return not _SENTENCE.search(text[max(0, start - 12) : start])


def sound_of(word: str) -> str:
    """Return a word in plain Latin letters, roughly as it sounds."""
    letters = "".join(_letter(char) for char in word.casefold())
    for one, other in _SOUNDS:
        letters = letters.replace(one, other)
    return str(regex.sub(r"(.)\1", r"\1", letters))


def _letter(char: str) -> str:
    if char in _CYRILLIC:
        return _CYRILLIC[char]
    if char in _ARMENIAN:
        return _ARMENIAN[char]
    return "".join(each for each in unicodedata.normalize("NFD", char) if not unicodedata.combining(each))


def sounds_alike(one: str, other: str) -> bool:
    """Whether two names may be the same, whatever their endings."""
    if fuzz.ratio(one, other) >= LIKE:
        return True
    size = min(len(one), len(other)) - 2
    return size >= SHORTEST and fuzz.ratio(one[:size], other[:size]) >= LIKE + 8


def unpaired(one: list[Fact], other: list[Fact]) -> Iterator[Fact]:
    """Yield the facts of ``one`` that sound like none of ``other``."""
    sounds = [str(next(iter(fact.values))) for fact in other]
    for fact in one:
        if not any(sounds_alike(str(next(iter(fact.values))), sound) for sound in sounds):
            yield fact
